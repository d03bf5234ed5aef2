import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { linkPart } from './china-ai.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })
const evidence = (page: Page) => page.getByRole('group', { name: 'Evidence' })

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a statement is marked as inferred by keyboard alone; card and legend say so and filter by it, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await button(page, 'Edit').press('Enter')
        await page.getByRole('checkbox', { name: /^Inferred/ }).press(' ')
        await screenshot(page, `inferred-form-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Save').press('Enter')
        await page.locator('.card .badge.is-inferred').waitFor()
        await page.getByText('it follows from what the references say').waitFor()
        await page.getByRole('heading', { name: 'What it follows from' }).waitFor()
        expect(await evidence(page).innerText()).toMatch(/Cited\s+412[\s\S]*Inferred\s+1/)
        await page.waitForTimeout(600)
        await screenshot(page, `inferred-${colorScheme}`)
        await expectNoAxeViolations(page)

        await evidence(page).getByRole('button', { name: 'Show only Inferred' }).press('Enter')
        expect(await page.locator('.legend-size').innerText()).toBe(
          '2 of 218 entities, 1 of 402 relations shown',
        )
        expect(linkPart(page, 'hide-evidence')).toBe('cited,disputed')
        await page.keyboard.press('Control+z')
      },
      { colorScheme, hash: 'v=1&edge=alibaba.launched.qwen' },
    )
  })
}

test('a path through an inferred statement says so', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await button(page, 'Edit').press('Enter')
      await page.getByRole('checkbox', { name: /^Inferred/ }).press(' ')
      await button(page, 'Save').press('Enter')
      await page.locator('.card .badge.is-inferred').waitFor()
      await page.getByRole('button', { name: 'Alibaba', exact: true }).first().press('Enter')
      await button(page, 'Path to…').press('Enter')
      await page.getByRole('dialog').getByRole('combobox').fill('Qwen')
      await page.getByRole('option', { name: /^Qwen Model/ }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByText('1 of 1 statements is inferred.').waitFor()
      await screenshot(page, 'inferred-path')
      await expectNoAxeViolations(page)
    },
    { hash: 'v=1&edge=alibaba.launched.qwen' },
  )
})
