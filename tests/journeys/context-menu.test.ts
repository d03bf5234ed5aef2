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

const focusIsOn = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)
const titleOfMenu = async (page: Page): Promise<string | null> => {
  await menu(page).waitFor()
  return menu(page).getAttribute('aria-label')
}
const focusAfterEscape = async (page: Page, selector: string): Promise<boolean> => {
  await page.keyboard.press('Escape')
  expect(await menu(page).count()).toBe(0)
  return focusIsOn(page, selector)
}
/** The first sign of the reader, which the menus are loaded at. */
const stir = (page: Page): Promise<void> => page.mouse.move(3, 3)

test('a neighbour on a card has the menu of its node, its row that of the statement', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await stir(page)
      const neighbour = page.locator('.relation .entity-button').first()
      const name = await neighbour.innerText()
      await neighbour.click({ button: 'right' })
      expect(await titleOfMenu(page)).toBe(name)
      await screenshot(page, 'context-menu-card')
      await expectNoAxeViolations(page)
      expect(await focusAfterEscape(page, '.relation .entity-button')).toBe(true)
      await page.keyboard.press('Shift+F10')
      expect(await titleOfMenu(page)).toBe(name)
      await page.getByRole('menuitem', { name: 'Path to…' }).click()
      expect(await page.locator('dialog').innerText()).toContain(`A path from ${name}`)
      await page.keyboard.press('Escape')
      expect(await focusIsOn(page, '.relation .entity-button')).toBe(true)
      await page.keyboard.press('Tab')
      await page.keyboard.press('ContextMenu')
      expect(await titleOfMenu(page)).toContain('Qwen')
      await page.getByRole('menuitem', { name: 'Open card' }).click()
      await expect.poll(() => linkPart(page, 'edge')).not.toBe(undefined)
      expect(await focusIsOn(page, '.card-scroll')).toBe(true)
    },
    { hash: 'v=1&node=qwen' },
  )
})

test('a result of the search has the menu, which gives the focus back to the field', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await stir(page)
    await page.locator('#search').fill('qwen')
    const option = page.locator('#search-results [role=option]').first()
    await option.click({ button: 'right' })
    expect(await titleOfMenu(page)).toBe('Qwen')
    await screenshot(page, 'context-menu-search')
    expect(await focusAfterEscape(page, '#search')).toBe(true)
    expect(await option.isVisible()).toBe(true)
    await page.keyboard.press('Shift+F10')
    expect(await titleOfMenu(page)).toBe('Qwen')
    await page.getByRole('menuitem', { name: 'Focus on 1 step around' }).click()
    expect(linkPart(page, 'focus')).toBe('qwen:1')
  })
})

test('a row of the table has the menu of its node or of its statement, a fact too', async () => {
  await withPage(
    async (page) => {
      await page.locator('tbody tr[data-node]').first().waitFor()
      await stir(page)
      const row = page.locator('tbody tr[data-node]').nth(2)
      const name = await row.locator('td').first().innerText()
      await row.click({ button: 'right' })
      expect(await titleOfMenu(page)).toBe(name)
      await screenshot(page, 'context-menu-table')
      expect(await focusAfterEscape(page, '[role=grid]')).toBe(true)
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Shift+F10')
      expect(await titleOfMenu(page)).toBe(
        await page
          .locator('tbody tr[data-node] td')
          .nth(await columns(page))
          .innerText(),
      )
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Statements/ }).click()
      await page.locator('.table-query').fill('target language')
      const fact = page.locator('tr[data-statement]', { hasText: 'target language' }).first()
      await fact.click({ button: 'right' })
      expect(await titleOfMenu(page)).toContain('target language')
      const items = await page.getByRole('menuitem').allInnerTexts()
      expect(items).toEqual(['Open card', 'Cite…', 'Edit', 'Copy link'])
    },
    { hash: 'v=1&mode=table' },
  )
})

test('a menu asked for before its code is there comes with it, and not the menu of the browser', async () => {
  await withPage(
    async (page) => {
      const row = page.locator('tbody tr[data-node]').nth(2)
      await row.waitFor()
      let send = (): void => undefined
      const asked = new Promise<void>((resolve) => {
        send = resolve
      })
      await page.route('**/entry-menus-*.js', async (route) => {
        await asked
        await route.continue()
      })
      const browsers = page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            addEventListener('contextmenu', (event) => resolve(!event.defaultPrevented))
          }),
      )
      await row.click({ button: 'right' })
      expect(await browsers).toBe(false)
      send()
      expect(await titleOfMenu(page)).toBe(await row.locator('td').first().innerText())
    },
    { hash: 'v=1&mode=table' },
  )
})

const columns = (page: Page): Promise<number> => page.locator('thead th').count()

test('a node on the map has the menu, and the map lies still under it', async () => {
  await withPage(
    async (page) => {
      await page.locator('.map-node[data-node]').first().waitFor()
      await stir(page)
      const mark = page.locator('.map-node[data-node]').last()
      const name = (await mark.getAttribute('aria-label'))?.split(',')[0]
      await mark.click({ button: 'right' })
      expect(await titleOfMenu(page)).toBe(name)
      const before = await mark.boundingBox()
      await page.mouse.move(40, 400, { steps: 3 })
      expect(await mark.boundingBox()).toEqual(before)
      await screenshot(page, 'context-menu-map')
      await expectNoAxeViolations(page)
      expect(await focusAfterEscape(page, '.map-node[data-node]')).toBe(true)
      await page.keyboard.press('Shift+F10')
      expect(await titleOfMenu(page)).toBe(name)
      await page.getByRole('menuitem', { name: /^Hide / }).click()
      await expect.poll(() => focusIsOn(page, 'main')).toBe(true)
    },
    { hash: 'v=1&mode=places' },
  )
})

test('a finger that stays on an entry of a list opens its menu, and nothing else', async () => {
  await withPage(
    async (page) => {
      const entry = page.locator('.list-view [data-node]').first()
      const name = await entry.innerText()
      const box = await entry.boundingBox()
      const touch = await page.context().newCDPSession(page)
      await touch.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [{ x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 10 }],
      })
      expect(await titleOfMenu(page)).toBe(name)
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      await screenshot(page, 'context-menu-list-phone')
      await expectNoAxeViolations(page)
      expect(await menu(page).isVisible()).toBe(true)
      expect(linkPart(page, 'node')).toBe(undefined)
      await page.getByRole('menuitem', { name: /^Hide / }).tap()
      await expect.poll(() => linkPart(page, 'hide-kinds')).not.toBe(undefined)
    },
    { viewport: { width: 390, height: 780 }, hasTouch: true, hash: 'v=1&mode=list' },
  )
})
