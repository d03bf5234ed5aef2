import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { linkPart } from './china-ai.ts'

const card = (page: Page) => page.locator('.card')
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })

/** Waits until the browser keeps a draft, or none. */
const keeps = async (page: Page, draft: boolean): Promise<void> => {
  await page.waitForFunction(
    (wanted) => Object.keys(localStorage).some((key) => key.startsWith('orrery:draft:')) === wanted,
    draft,
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an entity, a statement and its reference are added, kept, reverted and undone, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await button(page, 'Add entity').click()
        await page.getByLabel('Name', { exact: true }).waitFor()
        await screenshot(page, `edit-entity-empty-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Save').click()
        await page.getByText('It needs a name.').waitFor()
        await page.locator('#edit-label:focus').waitFor()
        await page.keyboard.type('qwen')
        await page.getByText(/There is “.*” already, called the same/).waitFor()
        await page.getByLabel('Name', { exact: true }).fill('Zhongguancun Lab')
        await page.getByLabel('Kind', { exact: true }).selectOption('Institution')
        await page.getByLabel('Other names').fill('中关村实验室')
        await screenshot(page, `edit-entity-${colorScheme}`)
        await page.keyboard.press('Tab')
        await button(page, 'Save').click()
        await card(page).getByRole('heading', { name: 'Zhongguancun Lab' }).waitFor()
        expect(linkPart(page, 'node')).toBe('zhongguancun-lab')
        await page.getByText('Draft: 1 change').waitFor()
        await screenshot(page, `edit-entity-saved-${colorScheme}`)

        await button(page, 'Add statement').click()
        await page.getByLabel('Says', { exact: true }).selectOption('based in')
        await page.getByRole('combobox', { name: 'Value' }).fill('Qwen')
        await page
          .locator('#edit-value-results')
          .getByRole('option', { name: /Qwen/ })
          .first()
          .click()
        await page.getByText(/cannot be the value of “based in”/).waitFor()
        await screenshot(page, `edit-statement-wrong-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Change value').click()
        await page.getByRole('combobox', { name: 'Value' }).fill('Shanghai')
        await page
          .locator('#edit-value-results')
          .getByRole('option', { name: /^Shanghai City/ })
          .waitFor()
        await page.keyboard.press('Enter')
        await button(page, 'Add a reference').click()
        await page.getByLabel('Place of reference 1').selectOption('1')
        await page.getByLabel(/^What it says there/).fill('Names the city.')
        await screenshot(page, `edit-statement-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Save').click()
        await card(page)
          .getByRole('heading', { name: /Zhongguancun Lab is based in Shanghai/ })
          .waitFor()
        await screenshot(page, `edit-statement-saved-${colorScheme}`)
        await expectNoAxeViolations(page)

        await keeps(page, true)
        await page.reload()
        await firstPicture(page)
        await card(page)
          .getByRole('heading', { name: /Zhongguancun Lab is based in Shanghai/ })
          .waitFor()
        await button(page, 'Review').click()
        await page.getByRole('dialog', { name: 'Draft' }).waitFor()
        await screenshot(page, `edit-draft-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Revert Zhongguancun Lab').click()
        await page.getByText('Nothing is changed').waitFor()
        await button(page, 'Close').click()
        await keeps(page, false)
        await button(page, 'Undo').click()
        await page.getByText('Draft: 2 changes').waitFor()
      },
      { colorScheme },
    )
  })
}

test('a fact is corrected and a node removed with its statements by keyboard alone; Undo brings back both', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const shown = page.locator('.legend-size strong').first()
      const before = await shown.innerText()
      await button(page, 'Edit').press('Enter')
      await page.getByLabel('Description').fill('Written anew.')
      await page.getByLabel('Name', { exact: true }).press('Enter')
      await card(page).getByText('Written anew.').waitFor()
      await button(page, 'Edit').press('Enter')
      await page.getByRole('button', { name: /^Remove with its \d+ statements$/ }).press('Enter')
      await page.getByText('Draft: 1 change').waitFor()
      expect(Number(await shown.innerText())).toBe(Number(before) - 1)
      expect(linkPart(page, 'node')).toBe(undefined)
      await page.keyboard.press('Control+z')
      await card(page).getByText('Written anew.').waitFor()
      await page.keyboard.press('Control+z')
      await page.getByText('Draft: 1 change').waitFor({ state: 'detached' })
      expect(await shown.innerText()).toBe(before)
    },
    { hash: 'v=1&node=qwen' },
  )
})

test('a click in the picture chooses the value; on a phone the form is a sheet', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await button(page, 'Add statement').tap()
      await page.getByLabel('Says', { exact: true }).selectOption({ index: 1 })
      await page.getByRole('combobox', { name: 'Value' }).waitFor()
      await screenshot(page, 'edit-phone')
      await expectNoAxeViolations(page)
    },
    {
      hash: 'v=1&node=qwen',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    },
  )
})

test('a corrected name leaves in the archive of a dataset folder, by keyboard alone', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await button(page, 'Edit').press('Enter')
      await page.getByLabel('Name', { exact: true }).fill('Qwen (千问)')
      await page.getByLabel('Name', { exact: true }).press('Enter')
      await button(page, 'Review').press('Enter')
      await button(page, 'Export the graph').press('Enter')
      await page.getByRole('radio', { name: /^Dataset folder/ }).press(' ')
      const save = page.getByRole('button', { name: 'Save', exact: true })
      await page.getByText(/^Saves .*\.zip\.$/).waitFor()
      await screenshot(page, 'export-dataset')
      await expectNoAxeViolations(page)
      const download = page.waitForEvent('download')
      await save.press('Enter')
      const path = join(mkdtempSync(join(tmpdir(), 'orrery-dataset-')), 'dataset.zip')
      await (await download).saveAs(path)
      // Archives of texts are not compressed.
      expect(readFileSync(path, 'utf8')).toContain('  qwen:\n    label: Qwen (千问)\n')
    },
    { hash: 'v=1&node=qwen' },
  )
})
