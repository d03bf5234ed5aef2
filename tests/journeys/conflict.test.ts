import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle } from './china-ai.ts'
import { graphShown, openFiles } from './own-files.ts'

const conflicts = (page: Page) => page.locator('.conflicts')
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a second year of launch is noticed as it is typed, and shown with both sources, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        expect(await conflicts(page).count()).toBe(0)
        await button(page, 'Add statement').press('Enter')
        await page.getByLabel('Says', { exact: true }).selectOption('launched in year')
        await page.getByLabel('Value', { exact: true }).fill('2018')
        await page
          .getByText(/another value for the same time: “.*launched in year: 2017”/)
          .waitFor()
        await screenshot(page, `conflict-form-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Add a reference').press('Enter')
        await page.getByLabel('Place of reference 1').selectOption('64')
        await page.getByLabel(/^What it says there/).fill('Another date.')
        await button(page, 'Save').press('Enter')
        await conflicts(page).waitFor()
        expect(await conflicts(page).innerText()).toMatch(
          /In conflict 1[\s\S]*2017\s+¶\s56: Dates the plan\.\s+¶\s63[\s\S]*2018\s+¶\s64: Another date\./,
        )
        await screenshot(page, `conflict-node-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Close the card').press('Enter')
        expect(await cardTitle(page)).toBe("China's AI ecosystem")
        await page.locator('.not-seen-yet').scrollIntoViewIfNeeded()
        await conflicts(page).waitFor()
        await conflicts(page).scrollIntoViewIfNeeded()
        await screenshot(page, `conflict-overview-${colorScheme}`)
        await expectNoAxeViolations(page)
        await conflicts(page)
          .getByRole('button', { name: /New Generation AI Development Plan/ })
          .press('Enter')
        expect(await cardTitle(page)).toBe('New Generation AI Development Plan')
      },
      { colorScheme, hash: 'v=1&node=new-generation-ai-development-plan' },
    )
  })
}

test('in a file two seats at the same time are in conflict, one after the other are not', async () => {
  const seat = (id: string, entity: string, start: string, end?: string) => ({
    id,
    subject: 'firm',
    predicate: 'seat',
    entity,
    qualifiers: [
      { predicate: 'start', literal: { text: start, datatype: 'year' } },
      ...(end === undefined
        ? []
        : [{ predicate: 'end', literal: { text: end, datatype: 'year' } }]),
    ],
  })
  const file = {
    orrery: 1,
    dataset: { id: 'seats', title: 'Seats' },
    predicates: [
      {
        id: 'seat',
        type: 'relation',
        label: 'has its seat in',
        inverse: 'seat of',
        singleValued: true,
      },
    ],
    qualifiers: [
      { id: 'start', label: 'from', datatype: 'year' },
      { id: 'end', label: 'until', datatype: 'year' },
    ],
    entities: ['firm', 'turin', 'milan', 'rome'].map((id) => ({ id, label: id.toUpperCase() })),
    statements: [
      seat('a', 'turin', '1990', '2000'),
      seat('b', 'milan', '2000', '2015'),
      seat('c', 'rome', '2010'),
    ],
  }
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, {
      name: 'seats.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    })
    await graphShown(page, 'Seats')
    await conflicts(page).waitFor()
    expect(await conflicts(page).innerText()).toMatch(
      /In conflict 1[\s\S]*FIRM\s+has its seat in\s+MILAN[\s\S]*ROME/,
    )
    expect(await conflicts(page).innerText()).not.toContain('TURIN')
    const disputed = page.getByRole('group', { name: 'Evidence' }).locator('.facet-row', {
      hasText: 'Disputed',
    })
    expect(await disputed.innerText()).toMatch(/Disputed\s+2/)
    await disputed.getByRole('checkbox').uncheck()
    expect(await page.locator('.legend-size').innerText()).toContain('1 of 3 relations')
    await disputed.getByRole('checkbox').check()
    await button(page, 'Go to it: ROME').press('Enter')
    await page.getByRole('heading', { name: /FIRM has its seat in ROME/ }).waitFor()
    await conflicts(page).waitFor()
    await screenshot(page, 'conflict-edge')
    await expectNoAxeViolations(page)

    await page.evaluate(() => {
      location.hash = '#v=1&dataset=seats.json&path=turin:milan:1'
    })
    await page.getByText('(in conflict)').waitFor()
    await page.getByText('1 of 2 statements is in conflict with another.').waitFor()
    await screenshot(page, 'conflict-path')
    await expectNoAxeViolations(page)
  })
})
