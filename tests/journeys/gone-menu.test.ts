import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cameraOn, cardTitle, linkPart, middleOfPicture, placeOf } from './china-ai.ts'
import { compareWithOlder } from './older-graph.ts'

const menu = (page: Page) => page.getByRole('menu')
const items = (page: Page) => page.getByRole('menuitem').allInnerTexts()
const item = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true })
const card = (page: Page) => page.locator('.card')
const titleOfMenu = async (page: Page): Promise<string | null> => {
  await menu(page).waitFor()
  return menu(page).getAttribute('aria-label')
}
const onQwen = `v=1&node=qwen&${cameraOn(placeOf('qwen'))}`

async function removeQwen(page: Page): Promise<void> {
  await firstPicture(page)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('button', { name: /^Remove with its \d+ statements$/ }).click()
  await page.getByText('Draft: 1 change').waitFor()
  // The picture has the ghost with its next frames.
  await page.waitForTimeout(600)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a ghost of the draft has a menu, which brings it back, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await removeQwen(page)
        const { x, y } = await middleOfPicture(page)
        await page.mouse.click(x, y, { button: 'right' })
        expect([await titleOfMenu(page), await items(page)]).toEqual([
          'removed: Qwen',
          ['Open card', 'Bring back', 'Copy link'],
        ])
        await screenshot(page, `gone-menu-${colorScheme}`)
        await expectNoAxeViolations(page)
        await item(page, 'Open card').click()
        await card(page).getByText('You have removed it').waitFor()

        // The same by keyboard, on what is selected; a line went with its node.
        await page.locator('#graph').focus()
        await page.keyboard.press('Shift+F10')
        expect(await titleOfMenu(page)).toBe('removed: Qwen')
        await page.keyboard.press('Escape')
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('graph')
        await card(page)
          .getByRole('button', { name: /^The statement about/ })
          .first()
          .click()
        await card(page).getByText('It went with Qwen').waitFor()
        await page.locator('#graph').focus()
        await page.keyboard.press('ContextMenu')
        expect(await titleOfMenu(page)).toMatch(/^removed: .*Qwen/)
        await item(page, 'Bring back Qwen').click()
        await page.getByText('Draft: 1 change').waitFor({ state: 'detached' })
        await page.getByRole('button', { name: 'Undo', exact: true }).click()
        await page.getByText('Draft: 1 change').waitFor()
      },
      { colorScheme, hash: onQwen },
    )
  })
}

test('a finger that stays on a ghost opens its menu', async () => {
  await withPage(
    async (page) => {
      await removeQwen(page)
      const { x, y } = await middleOfPicture(page)
      const touch = await page.context().newCDPSession(page)
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
      expect(await titleOfMenu(page)).toBe('removed: Qwen')
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      await screenshot(page, 'gone-menu-touch')
      await item(page, 'Bring back').tap()
      await page.getByText('Draft: 1 change').waitFor({ state: 'detached' })
    },
    { hasTouch: true, hash: onQwen },
  )
})

test('a ghost of an older version can be read and linked to, and not be brought back', async () => {
  const at = { x: placeOf('qwen').x + 70, y: placeOf('qwen').y + 70 }
  await withPage(
    async (page) => {
      await compareWithOlder(page, at)
      await page.waitForTimeout(600)
      const { x, y } = await middleOfPicture(page)
      await page.mouse.click(x, y, { button: 'right' })
      expect([await titleOfMenu(page), await items(page)]).toEqual([
        'removed: Older model',
        ['Open card', 'Copy link'],
      ])
      await screenshot(page, 'gone-menu-compared')
      await item(page, 'Copy link').click()
      await page.getByText('The link is in the clipboard').waitFor()
      expect([linkPart(page, 'gone'), await cardTitle(page)]).toEqual([
        'entity:old-model',
        'Older model',
      ])
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
        'gone=entity:old-model',
      )
    },
    { hash: `v=1&${cameraOn(at)}`, permissions: ['clipboard-read', 'clipboard-write'] },
  )
})
