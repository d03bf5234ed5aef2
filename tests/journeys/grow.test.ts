import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { builtIn, linkPart } from './china-ai.ts'

const bar = (page: Page) => page.locator('.focus-bar')
const shownNodes = async (page: Page): Promise<number> =>
  Number(await page.locator('.legend-size strong').first().innerText())
const all = (): number => builtIn().knowledge.entities.size

/** The camera travels for a third of a second. */
const cameraAtRest = (page: Page): Promise<void> => page.waitForTimeout(600)

for (const colorScheme of ['light', 'dark'] as const) {
  test(`grows from a card by its neighbours, each with a reason, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await page.getByRole('button', { name: 'Grow from here' }).click()
        await bar(page).getByText(`13 of ${all()} nodes`).waitFor()
        expect(await bar(page).innerText()).toMatch(/^Grown from Shanghai/)
        expect(await page.locator('.grow').innerText()).toMatch(
          /^Neighbours 12 of \d+ shown\s+Not in the picture yet/,
        )
        await page.locator('.grow li').first().waitFor()
        await cameraAtRest(page)
        await screenshot(page, `grow-start-${colorScheme}`)
        await expectNoAxeViolations(page)

        await page.locator('.grow li .icon-button').first().click()
        await bar(page).getByText(`14 of ${all()} nodes`).waitFor()
        expect(linkPart(page, 'grown')).toBe('shanghai')
        const link = page.url()
        await page.getByRole('button', { name: 'Undo' }).click()
        await bar(page).getByText(`13 of ${all()} nodes`).waitFor()
        await page.getByRole('button', { name: 'Redo' }).click()
        expect(page.url()).toBe(link)
        await page.reload()
        await firstPicture(page)
        await bar(page).getByText(`14 of ${all()} nodes`).waitFor()
        await page.locator('.grow li').first().waitFor()
        await screenshot(page, `grow-more-${colorScheme}`)
        await expectNoAxeViolations(page)

        await bar(page).getByRole('button', { name: 'Show all' }).click()
        expect(await shownNodes(page)).toBe(all())
        expect(linkPart(page, 'moved')).toBe(undefined)
      },
      { colorScheme, hash: 'v=1&node=shanghai' },
    )
  })
}

test('grows, hides and collapses by keyboard alone', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.locator('#graph').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('e')
      await page.locator('.grow').waitFor()
      const begun = await shownNodes(page)
      await page.keyboard.press('e')
      await expect.poll(() => shownNodes(page)).toBeGreaterThan(begun)
      await page.getByRole('button', { name: 'Collapse' }).press('Enter')
      const collapsed = await shownNodes(page)
      await page.getByRole('button', { name: 'Hide' }).press('Enter')
      expect(await shownNodes(page)).toBeLessThan(collapsed)
      await page.getByRole('button', { name: 'Add to the picture' }).press('Enter')
      expect(await shownNodes(page)).toBe(collapsed)
      await page.getByRole('button', { name: 'Pin' }).press('Enter')
      expect(linkPart(page, 'moved')).toContain(':pin')
    },
    { hash: 'v=1&node=china-ai-strategy' },
  )
})

test('a grown picture on a phone', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await bar(page).getByText('4 of').waitFor()
      await screenshot(page, 'grow-phone')
      await expectNoAxeViolations(page)
    },
    {
      viewport: { width: 390, height: 780 },
      hash: 'v=1&node=qwen&only=qwen,alibaba,chinese-llms,reasoning&grown=qwen',
    },
  )
})

test('the hint at the keys lies over no node of a picture that was grown', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Grow from here' }).click()
      await bar(page).waitFor()
      await cameraAtRest(page)
      await page.locator('#graph').focus()
      const hint = await page.locator('.walk-hint').boundingBox()
      if (hint === null) throw new Error('There is no hint')
      const pointed: number[] = []
      for (let x = hint.x; x <= hint.x + hint.width; x += 8) {
        await page.mouse.move(x, hint.y + hint.height / 2)
        const isPointed = await page.evaluate(
          () =>
            new Promise<boolean>((resolve) => {
              const look = (): void => {
                const parts = [...document.querySelectorAll<HTMLElement>('.scene *')]
                resolve(parts.some(({ style }) => style.cursor === 'pointer'))
              }
              requestAnimationFrame(() => requestAnimationFrame(look))
            }),
        )
        if (isPointed) pointed.push(x)
      }
      await screenshot(page, 'grow-hint')
      expect(pointed).toEqual([])
    },
    { hash: 'v=1&node=chinese-llms' },
  )
})
