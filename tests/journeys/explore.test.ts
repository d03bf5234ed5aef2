import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle, linkPart } from './china-ai.ts'

const prose = (page: Page): Promise<string> =>
  page
    .locator('.prose')
    .innerText()
    .then((text) => text.replace(/\s+/g, ' '))

test('g asks for the other end; the path is drawn, told with its sources, and in the link', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.locator('#graph').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('g')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type('上海')
      await page.locator('#path-end-results [role=option]').first().waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.prose').waitFor()
      expect(await cardTitle(page)).toBe('Qwen to Shanghai')
      expect(await prose(page)).toMatch(/^Qwen .* Shanghai .*\[\d+\]/)
      expect(linkPart(page, 'path')).toBe('qwen:shanghai:1')
      expect(await page.locator('.citations li').count()).toBeGreaterThan(0)
      await screenshot(page, 'path')
      await expectNoAxeViolations(page)

      const [first = '', second = ''] = await page.locator('.paths li').allInnerTexts()
      expect(first).not.toBe(second)
      await page.locator('.paths li button').nth(1).click()
      expect(linkPart(page, 'path')).toBe('qwen:shanghai:2')
      await page.keyboard.press('Control+z')
      expect(linkPart(page, 'path')).toBe('qwen:shanghai:1')
      await page.getByRole('button', { name: 'More paths' }).press('Enter')
      await page.getByText(/^20 paths/).waitFor()
      const tenth = page.locator('.paths li button').nth(9)
      expect(await tenth.evaluate((each) => each === document.activeElement)).toBe(true)
      await page.locator('.paths li button').nth(12).click()
      expect(linkPart(page, 'path')).toBe('qwen:shanghai:13')
      await expectNoAxeViolations(page)
      await page.keyboard.press('Control+z')
      await page.getByLabel('Along the direction').check()
      expect(linkPart(page, 'path')).toBe('qwen:shanghai:1:directed')
    },
    { hash: 'v=1&node=qwen' },
  )
})

test('a link to a path opens it in the dark, and says where a statement has no way on', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.locator('.prose').waitFor()
      expect(await prose(page)).toContain('Qwen')
      await screenshot(page, 'path-dark')
      await expectNoAxeViolations(page)
      for (const label of await page.locator('.path-options details label').all()) {
        await label.locator('input').evaluate((input: HTMLInputElement) => input.click())
      }
      await page.getByText('No path leads from Qwen to Xi Jinping').waitFor()
    },
    { hash: 'v=1&path=qwen:xi-jinping:1', colorScheme: 'dark' },
  )
})

test('a path that is hidden says so, and goes only through what is shown on request', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.locator('.prose').waitFor()
      await page
        .getByText(/^\d of its \d statements (?:is|are) hidden by the filters or the timeline\./)
        .waitFor()
      await screenshot(page, 'path-hidden')
      await expectNoAxeViolations(page)
      await page.getByRole('button', { name: 'Search only what is shown' }).press('Enter')
      const option = page.getByLabel('Only through what is shown, here 2000 to 2004')
      expect(await option.isChecked()).toBe(true)
      expect(await option.evaluate((each) => each === document.activeElement)).toBe(true)
      expect(linkPart(page, 'path')).toBe('qwen:shanghai:1:shown')
      expect(await page.getByText(/hidden by the filters/).count()).toBe(0)
      await screenshot(page, 'path-shown-only')
      await expectNoAxeViolations(page)
      await page.keyboard.press('Control+z')
      await page.getByText(/hidden by the filters or the timeline/).waitFor()
    },
    { hash: 'v=1&path=qwen:shanghai:1&hide-kinds=institution&time=2000-01-01:2004-12-31' },
  )
})

test('a statement is cited in four styles, with the link to it and its place in the source', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Cite', exact: true }).click()
      const text = page.getByLabel('The citation')
      await text.waitFor()
      expect(await text.inputValue()).toMatch(/“Qwen”.*node=qwen.*Accessed \d{4}-\d\d-\d\d/)
      await page.getByRole('button', { name: 'BibTeX' }).click()
      expect(await text.inputValue()).toContain('@misc{orrery-china-ai-qwen,')
      await page.getByRole('button', { name: 'CSL-JSON' }).click()
      expect(JSON.parse(await text.inputValue())).toMatchObject([
        { type: 'dataset', title: 'Qwen' },
        { type: 'article' },
      ])
      await screenshot(page, 'cite')
      await expectNoAxeViolations(page)
    },
    { hash: 'v=1&node=qwen' },
  )
})

test('by its sources the graph tells what rests on each paragraph, and leads back to the cards', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.getByLabel('Show the graph as').selectOption('Sources')
    await page.locator('.paragraphs li').first().waitFor()
    expect(linkPart(page, 'mode')).toBe('sources')
    await screenshot(page, 'sources')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Xi Jinping inspected' }).first().click()
    expect(await cardTitle(page)).toMatch(/^Xi Jinping inspected/)
    await page.getByLabel('Show the graph as').selectOption('Picture')
    await page.locator('#graph').waitFor()
  })
})
