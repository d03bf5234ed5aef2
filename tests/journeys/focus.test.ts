import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle } from './china-ai.ts'

/** The text of what has the focus, or its label; "body" where nothing has it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return 'body'
    const text = element.ariaLabel ?? (element as HTMLElement).innerText
    return text.replace(/\s+/g, ' ').trim()
  })
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).press('Enter')

test('the answer to a question from the card has the focus on its title', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await press(page, 'Path to…')
      await page.getByRole('dialog').getByRole('combobox').fill('Shanghai')
      await page.getByRole('dialog').getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await expect.poll(() => focused(page)).toMatch(/^Qwen to Shanghai/)
      await page.getByRole('button', { name: 'Back', exact: true }).press('Enter')
      await page.locator('.card-actions').waitFor()
      await press(page, 'Connect with…')
      await page.getByRole('dialog').getByRole('combobox').fill('Shanghai')
      await page.getByRole('dialog').getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await expect.poll(() => focused(page)).toMatch(/^Qwen and Shanghai/)
    },
    { hash: 'v=1&node=qwen' },
  )
})

test('a picture that grows keeps the focus beside what was pressed', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.locator('.card-scroll').focus()
      await press(page, 'Grow from here')
      await page.locator('.grow li').first().waitFor()
      await expect.poll(() => focused(page)).toBe('Shanghai')
      const add = page.locator('.grow li .icon-button')
      const second = await add.nth(1).getAttribute('aria-label')
      await add.first().press('Enter')
      await expect.poll(() => focused(page)).toBe(second)
      const all = page.getByRole('button', { name: /^Show the (next|last)/ })
      while ((await all.count()) > 0) await all.press('Enter')
      await expect.poll(() => focused(page)).toMatch(/shown$/)
      await press(page, 'Hide')
      await expect.poll(() => focused(page)).toBe('Shanghai')
    },
    { hash: 'v=1&node=shanghai' },
  )
})

test('what takes itself away hands the focus on, under the pointer too', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const click = (name: string): Promise<void> =>
        page.getByRole('button', { name, exact: true }).click()
      await click('Whole graph')
      await expect.poll(() => focused(page)).toMatch(/^Graph of China/)
      await page.getByRole('checkbox', { name: /^Policies/ }).uncheck()
      await click('Clear all filters')
      expect(await focused(page)).toBe('Clear all filters')
      await page.locator('h1').click()
      await click('Add statement')
      await page.locator('#edit-predicate:focus').waitFor()
    },
    { hash: 'v=1&node=qwen&focus=qwen:1' },
  )
})

test('the first click in the card leaves the focus on the card that it opens', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.locator('.card .entity-list button').first().click()
    await page.locator('#card-title:focus').waitFor()
  })
})

test('after a search the keys of the graph act on what was found', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.keyboard.press('/')
    await page.keyboard.type('shanghai')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    expect(await cardTitle(page)).toBe('Shanghai')
    expect(await page.locator('.graph-frame > [aria-live]').innerText()).toMatch(/^Shanghai, City/)
    await page.keyboard.press('g')
    expect(await page.locator('dialog').innerText()).toContain('A path from Shanghai')
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the first two stops lead to the picture and to the card, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await page.keyboard.press('Tab')
        expect(await focused(page)).toBe('Skip to the picture')
        await screenshot(page, `skip-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.keyboard.press('Enter')
        expect(await focused(page)).toMatch(/^Graph of China/)
        await page.locator('.skip-links button').nth(1).press('Enter')
        expect(await focused(page)).toBe('Card content')
        await page.getByLabel('Show the graph as').selectOption('Table')
        await page.getByRole('button', { name: 'Skip to the table' }).press('Enter')
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
      },
      { colorScheme },
    )
  })
}

test('Esc in an empty search leads back to where the reader came from', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const focused = (): Promise<string | undefined> =>
        page.evaluate(() => document.activeElement?.id || document.activeElement?.className)
      await page.keyboard.press('/')
      expect(await focused()).toBe('search')
      await page.keyboard.press('Escape')
      expect(await focused()).toBe('graph')
      await page.locator('.relation .entity-button').first().focus()
      await page.keyboard.press('/')
      await page.keyboard.type('q')
      await page.keyboard.press('Escape')
      expect(await focused()).toBe('search')
      await page.keyboard.press('Escape')
      expect(await focused()).toBe('entity-button')
    },
    { hash: 'v=1&node=qwen' },
  )
})
