import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cameraOn, cardTitle, linkPart, middleOfPicture, placeOf } from './china-ai.ts'

const menu = (page: Page) => page.getByRole('menu')
const active = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
const onQwen = `v=1&${cameraOn(placeOf('qwen'))}`

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a right click on a node opens what can be done with it, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        const { x, y } = await middleOfPicture(page)
        await page.mouse.click(x, y, { button: 'right' })
        await menu(page).waitFor()
        expect(await menu(page).getAttribute('aria-label')).toBe('Qwen')
        await screenshot(page, `context-menu-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.getByRole('menuitem', { name: 'Path to…' }).click()
        expect(await page.locator('dialog').innerText()).toContain('A path from Qwen')
        await page.keyboard.press('Escape')
        await page.mouse.click(x, y, { button: 'right' })
        await page.getByRole('menuitem', { name: 'Focus on 1 step around' }).click()
        expect(linkPart(page, 'focus')).toBe('qwen:1')
      },
      { colorScheme, hash: onQwen },
    )
  })
}

test('the menu of the selected node is walked by keyboard and gives the focus back', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.locator('#graph').focus()
      await page.keyboard.press('Shift+F10')
      await menu(page).waitFor()
      expect(await active(page)).toBe('Open card')
      await page.keyboard.press('ArrowUp')
      expect(await active(page)).toBe('Copy link')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      expect(await active(page)).toBe('Path to…')
      await page.keyboard.press('h')
      expect(await active(page)).toBe('Hide Models')
      await page.keyboard.press('Escape')
      expect(await menu(page).count()).toBe(0)
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('graph')
      await page.keyboard.press('ContextMenu')
      await menu(page).waitFor()
      await page.keyboard.press('h')
      await page.keyboard.press('Enter')
      expect(linkPart(page, 'hide-kinds')).toBe('model')
    },
    { hash: 'v=1&node=qwen' },
  )
})

test('a finger that stays on a node opens its menu, in the window and without a tap', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const { x, y } = await middleOfPicture(page)
      const touch = await page.context().newCDPSession(page)
      const send = (type: 'touchStart' | 'touchEnd'): Promise<unknown> =>
        touch.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
        })
      await send('touchStart')
      await menu(page).waitFor()
      await send('touchEnd')
      await screenshot(page, 'context-menu-phone')
      await expectNoAxeViolations(page)
      const box = await menu(page).boundingBox()
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 390).toBe(true)
      expect(linkPart(page, 'node')).toBe(undefined)
      await page.getByRole('menuitem', { name: 'Open card' }).tap()
      await expect.poll(() => cardTitle(page)).toBe('Qwen')
    },
    { viewport: { width: 390, height: 780 }, hasTouch: true, hash: onQwen },
  )
})
