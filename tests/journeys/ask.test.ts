import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { builtIn, cardTitle, linkPart } from './china-ai.ts'
import { graphShown, openFiles, verona } from './own-files.ts'

const whole = String(builtIn().knowledge.entities.size)
const taxes = 'ask=kind:policy,in:implements:kind:institution,out:based-in:node:shanghai' as const
const sentence = (page: Page) => page.locator('.ask-sentence')
const answers = (page: Page) => page.locator('.ask-answers .entity-button')
const take = (page: Page, how: string) =>
  page.getByRole('group', { name: 'The picture and the answer' }).getByRole('button', { name: how })
const shownNodes = (page: Page): Promise<string> =>
  page.locator('.legend-size strong').first().innerText()

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a question is built from menus, explained and shown, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await page.locator('.legend-scroll summary', { hasText: 'Questions and sets' }).click()
        await page.getByLabel('Which nodes').selectOption('kind policy')
        await page.getByLabel('Step 1: add a relation').selectOption('in implements')
        await page.getByLabel('Step 1: with which nodes').selectOption('kind institution')
        await page.getByLabel('Step 2: add a relation').selectOption('out based-in')
        await page.getByLabel('Step 2: with which nodes').selectOption({ label: 'Shanghai' })
        await sentence(page).getByText('based in Shanghai: 1 policy').waitFor()
        expect(await sentence(page).innerText()).toBe(
          'Policies implemented by institutions based in Shanghai: 1 policy',
        )
        expect(await answers(page).allInnerTexts()).toEqual(['Preferential tax policies'])
        expect(`ask=${linkPart(page, 'ask') ?? ''}`).toBe(taxes)
        await screenshot(page, `ask-question-${colorScheme}`)
        await expectNoAxeViolations(page)

        await page.getByRole('button', { name: 'Why Preferential tax policies' }).click()
        const why = page.locator('.ask-why')
        await why.getByText('Where it says so').waitFor()
        await why.getByRole('button', { name: 'Reference 2' }).click()
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('citation-ask-2')
        await screenshot(page, `ask-why-${colorScheme}`)
        await expectNoAxeViolations(page)

        await take(page, 'Show only').click()
        expect([await shownNodes(page), linkPart(page, 'only')?.split(',').length]).toEqual([
          '3',
          3,
        ])
        await screenshot(page, `ask-only-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.getByRole('button', { name: 'Undo' }).click()
        expect([await shownNodes(page), linkPart(page, 'only')]).toEqual([whole, undefined])

        await answers(page).first().click()
        expect(await cardTitle(page)).toBe('Preferential tax policies')
      },
      { colorScheme },
    )
  })
}

test('a question is built, changed and taken away by keyboard alone', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const focused = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await page.locator('.legend-scroll summary', { hasText: 'Questions and sets' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Which nodes').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('Policies')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Step 1: add a relation')
    await page.keyboard.type('implemented')
    // The menu that began the step is its first now: the next letters change the step.
    expect(await focused()).toBe('Step 1: joined how')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Step 1: take it and what follows away')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Institutions')
    await sentence(page).getByText('Policies implemented by institutions: 6 policies').waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('Step 1: add a relation')
    await sentence(page).getByText('Policies: 27 policies').waitFor()
  })
})

test('a link restores the question with its answer, and what the picture is narrowed to', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await sentence(page).getByText('1 policy').waitFor()
      expect(await shownNodes(page)).toBe('2')
      await take(page, 'Add').click()
      expect(await shownNodes(page)).toBe('5')
      await take(page, 'Take away').click()
      expect(await shownNodes(page)).toBe('2')
      await page.getByRole('button', { name: 'Clear all filters' }).click()
      expect(await shownNodes(page)).toBe(whole)
      await take(page, 'Take away').click()
      expect([linkPart(page, 'only'), linkPart(page, 'except')?.split(',').length]).toEqual([
        undefined,
        3,
      ])
      const left = await shownNodes(page)
      await page.reload()
      await firstPicture(page)
      expect(await shownNodes(page)).toBe(left)
      await page.getByRole('button', { name: 'Clear all filters' }).click()
      await page.getByRole('button', { name: 'Ask something else' }).click()
      expect(linkPart(page, 'ask')).toBe(undefined)
    },
    { hash: `v=1&only=qwen,xi-jinping&${taxes}` },
  )
})

test('answers and pictures are named, taken together, renamed and forgotten by keyboard, and kept', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByLabel('Name for 1 policy').fill('Tax policies')
      await page.keyboard.press('Enter')
      await page.getByLabel('Name for the 2 nodes shown').fill('To read')
      await page.keyboard.press('Enter')
      const sets = page.getByRole('region', { name: 'Named sets' })
      const summaries = sets.locator('summary')
      expect(await summaries.allTextContents()).toEqual(['Tax policies 0 of 1', 'To read 2'])
      await summaries.first().focus()
      await page.keyboard.press('Enter')
      const taking = sets.getByRole('group', { name: 'The picture and “Tax policies”' })
      await taking.getByRole('button', { name: 'Add' }).press('Enter')
      expect([await shownNodes(page), await summaries.first().textContent()]).toEqual([
        '3',
        'Tax policies 1',
      ])
      await screenshot(page, 'ask-sets')
      await expectNoAxeViolations(page)
      await sets.getByLabel('Another name for “Tax policies”').fill('Taxes')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Another name for “Taxes”',
      )
      await sets.getByRole('button', { name: 'Forget “Taxes”' }).press('Enter')
      expect(await summaries.allTextContents()).toEqual(['To read 2'])
      await sets.getByText('“Taxes” is forgotten; Undo brings it back.').waitFor()
      await page.getByRole('button', { name: 'Undo' }).press('Enter')
      expect(linkPart(page, 'sets')).toMatch(/^Taxes:[a-z-]+,To%20read:qwen:xi-jinping$/)

      await page.reload()
      await firstPicture(page)
      await summaries.first().waitFor()
      expect((await summaries.allTextContents()).toSorted()).toEqual(['Taxes 1', 'To read 2'])
    },
    { hash: `v=1&only=qwen,xi-jinping&${taxes}` },
  )
})

test('a graph without kinds is asked for its nodes', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, verona('verona.gexf'))
    await graphShown(page, 'Verona')
    await page.getByLabel('Colour by').selectOption('Nothing')
    await page.locator('.legend-scroll summary', { hasText: 'Questions and sets' }).click()
    await page.getByLabel('Which nodes').selectOption('any')
    const options = page.getByLabel('Step 1: add a relation').locator('option')
    await options.nth(1).waitFor({ state: 'attached' })
    await page.getByLabel('Step 1: add a relation').selectOption({ index: 1 })
    await page.getByLabel('Step 1: with which nodes').selectOption({ index: 1 })
    await sentence(page)
      .getByText(/^Nodes .*: \d+ nodes?$/)
      .waitFor()
    await screenshot(page, 'ask-file')
    await expectNoAxeViolations(page)
  })
})

test('on a phone', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Legend and filter' }).tap()
      await sentence(page).getByText('1 policy').waitFor()
      await page.getByRole('button', { name: 'Why Preferential tax policies' }).tap()
      await screenshot(page, 'ask-phone')
      await expectNoAxeViolations(page)
    },
    {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      hash: `v=1&${taxes}`,
    },
  )
})
