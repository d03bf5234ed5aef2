import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoAxeViolations, screenshot, withPage } from './browser.ts'
import { linkPart } from './china-ai.ts'

/** What is marked as selected and in sight. */
const current = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.list-view [aria-current]')]
      .filter((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        const there = document.elementFromPoint(left + width / 2, top + height / 2)
        return there !== null && element.contains(there)
      })
      .map(({ innerText }) => innerText),
  )

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a link to the list or the sources opens at what is selected, which is marked, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await expect.poll(() => current(page)).toEqual(['Data security'])
        await screenshot(page, `list-selected-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.getByLabel('Show the graph as').selectOption('Sources')
        await expect.poll(async () => (await current(page)).join('\n')).toContain('Data security')
      },
      { colorScheme, hash: 'v=1&mode=list&node=data-security' },
    )
    await withPage(
      async (page) => {
        await expect.poll(() => current(page)).toEqual(['Alibaba launched Qwen'])
        await screenshot(page, `sources-selected-${colorScheme}`)
        await expectNoAxeViolations(page)
        // What is chosen there stays where it is.
        const line = page.getByRole('button', { name: 'Qwen offers Reasoning' }).first()
        await line.scrollIntoViewIfNeeded()
        const before = await line.boundingBox()
        await line.click()
        expect(linkPart(page, 'edge')).toContain('reasoning')
        expect(await line.getAttribute('aria-current')).toBe('true')
        expect(await line.boundingBox()).toEqual(before)
      },
      { colorScheme, hash: 'v=1&mode=sources&edge=alibaba.launched.qwen' },
    )
  })
}

test('on a phone what is selected in the list is not under the card', async () => {
  await withPage(
    async (page) => {
      await expect.poll(() => current(page)).toEqual(['SenseTime'])
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, hash: 'v=1&mode=list&node=sensetime' },
  )
})

test('a path is brought out among the sources and on the map as far as it has places', async () => {
  await withPage(
    async (page) => {
      await expect.poll(async () => (await current(page)).length).toBeGreaterThan(0)
      const told = await page.locator('.list-view [aria-current]').allInnerTexts()
      expect(told).toContain('Shanghai Foundation Model Innovation Center is based in Shanghai')
      await page.getByLabel('Show the graph as').selectOption('Map')
      await expect.poll(() => page.locator('.map-node.is-brought').count()).toBe(2)
      expect(await page.locator('.map-edge.is-near').count()).toBe(1)
      await screenshot(page, 'places-path')
    },
    { hash: 'v=1&mode=sources&path=shanghai:shanghai-foundation-model-innovation-center:1' },
  )
})
