import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { firstPicture, withPage } from './browser.ts'

const undo = (page: Page): Locator => page.getByRole('button', { name: 'Undo' })
const redo = (page: Page): Locator => page.getByRole('button', { name: 'Redo' })
const slider = (page: Page): Locator => page.getByLabel('From', { exact: true })
const value = (page: Page): Promise<string> => slider(page).inputValue()

test('steps are undone from a slider, a menu and the empty search, not from a field with text', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.getByRole('button', { name: 'Timeline' }).click()
    await slider(page).focus()
    const first = await value(page)
    await page.keyboard.press('ArrowRight')
    expect(await value(page)).not.toBe(first)
    await page.keyboard.press('Control+z')
    expect(await value(page)).toBe(first)
    await page.getByLabel('Show the graph as').focus()
    await page.keyboard.press('Control+y')
    expect(await value(page)).not.toBe(first)
    await page.keyboard.press('Control+Shift+Z')
    expect(await redo(page).isDisabled()).toBe(true)
    await page.keyboard.press('/')
    await page.keyboard.type('x')
    await page.keyboard.press('Control+z')
    expect(await undo(page).isDisabled()).toBe(false)
    expect(await page.locator('#search').inputValue()).toBe('')
    await page.keyboard.press('Control+z')
    expect(await undo(page).isDisabled()).toBe(true)
  })
})

test('search, help and opening a file have their keys on a slider too', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.getByRole('button', { name: 'Timeline' }).click()
    await slider(page).focus()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
    await slider(page).focus()
    await page.keyboard.press('?')
    expect(await page.locator('dialog').innerText()).toContain('Inside the graph')
    await page.keyboard.press('Escape')
    await slider(page).focus()
    await page.keyboard.press('Control+o')
    await page.locator('dialog').getByText('Open a graph').first().waitFor()
  })
})
