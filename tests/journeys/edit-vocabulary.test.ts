import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { runCommand } from '../../src/cli/run-command.ts'
import { unzip } from '../../src/formats/unzip.ts'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cameraOn, linkPart, placeOf } from './china-ai.ts'

const card = (page: Page) => page.locator('.card')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const facet = (page: Page, label: string) =>
  page.locator('.facet-label').filter({ hasText: new RegExp(`^${label}$`) })

async function chooseValue(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Value' }).fill(name)
  await page
    .locator('#edit-value-results')
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click()
}

/** Saves the archive of the dataset folder and has it checked as the build does. */
async function validated(page: Page): Promise<{ readonly status: number; readonly said: string }> {
  await button(page, 'Review').click()
  await button(page, 'Export the graph').click()
  await page.getByRole('radio', { name: /^Dataset folder/ }).check()
  await page.getByText(/^Saves .*\.zip\.$/).waitFor()
  const download = page.waitForEvent('download')
  await button(page, 'Save').click()
  const unpacked = await unzip(new Uint8Array(readFileSync(await (await download).path())))
  if (!unpacked.ok) throw new Error(unpacked.message)
  const folder = mkdtempSync(join(tmpdir(), 'orrery-dataset-'))
  for (const [path, bytes] of unpacked.files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  const [first = ''] = unpacked.files.keys()
  let said = ''
  const status = await runCommand(['validate', join(folder, dirname(first))], {
    input: () => Promise.resolve(new Uint8Array()),
    print: (line) => void (said += `${line}\n`),
    complain: (line) => void (said += `${line}\n`),
    output: () => undefined,
    ask: undefined,
  })
  return { status, said }
}

/** A laboratory of a kind of its own, which stands somewhere by a predicate of its own. */
async function addLaboratory(page: Page, colorScheme: string): Promise<void> {
  await firstPicture(page)
  await button(page, 'Add entity').click()
  await field(page, 'Name').fill('Zhongguancun Lab')
  await field(page, 'Kind').selectOption('New kind…')
  await page.locator('#edit-new-kind:focus').fill('Institution')
  await page.getByText('There is a kind “Institution” already: choose it.').waitFor()
  await field(page, 'New kind').fill('Laboratory')
  await field(page, 'Several of them').fill('Laboratories')
  await screenshot(page, `edit-new-kind-${colorScheme}`)
  await expectNoAxeViolations(page)
  await button(page, 'Save').click()
  await card(page).getByRole('heading', { name: 'Zhongguancun Lab' }).waitFor()
  await facet(page, 'Laboratories').waitFor()

  await button(page, 'Add statement').click()
  await page.getByText('No predicate of this graph takes such a subject').waitFor()
  await field(page, 'Says').selectOption('New predicate…')
  await page.locator('#edit-new-predicate:focus').fill('based in')
  await page.getByText(/There is “based in” already; it takes .* as its subject/).waitFor()
  await field(page, 'New predicate').fill('stands in')
  await field(page, 'Read from the other end').fill('site of')
  await chooseValue(page, 'Shanghai')
  await button(page, 'Add a reference').click()
  await page.getByLabel('Source of reference 1').selectOption('Another source…')
  await page.getByLabel('Title of reference 1').fill('A report')
  await page.getByLabel('Address of reference 1').fill('example.org')
  await page.getByText('An address begins with https:// or http://.').waitFor()
  await screenshot(page, `edit-new-predicate-${colorScheme}`)
  await expectNoAxeViolations(page)
  await button(page, 'Save').click()
  await page.getByLabel('Address of reference 1').fill('https://example.org/report')
  await page.getByLabel(/^What it says there/).fill('Names the city.')
  await button(page, 'Save').click()
  await card(page)
    .getByRole('heading', { name: /Zhongguancun Lab stands in Shanghai/ })
    .waitFor()
  await facet(page, 'stands in').waitFor()
  await screenshot(page, `edit-new-vocabulary-${colorScheme}`)
  await expectNoAxeViolations(page)
}

test('a new kind and a new predicate stand in the legend, are kept, and leave as a dataset by the rules', async () => {
  await withPage(async (page) => {
    await addLaboratory(page, 'light')
    await page.waitForFunction(() =>
      Object.keys(localStorage).some((key) => key.startsWith('orrery:draft:')),
    )
    await page.reload()
    await firstPicture(page)
    await facet(page, 'Laboratories').waitFor()
    await facet(page, 'stands in').waitFor()
    expect(await validated(page)).toMatchObject({ status: 0 })
  })
})

test('undo takes back a new predicate with its statement, and a new kind with its entity', async () => {
  await withPage(
    async (page) => {
      await addLaboratory(page, 'dark')
      await button(page, 'Undo').click()
      await facet(page, 'stands in').waitFor({ state: 'detached' })
      await page.getByText('Draft: 2 changes').waitFor()
      await button(page, 'Undo').click()
      await facet(page, 'Laboratories').waitFor({ state: 'detached' })
      expect(await page.getByText(/^Draft: /).count()).toBe(0)
    },
    { colorScheme: 'dark' },
  )
})

test('a statement to what is out of sight is saved where the camera stands', async () => {
  const camera = cameraOn(placeOf('qwen'), 0.1)
  await withPage(
    async (page) => {
      await firstPicture(page)
      await button(page, 'Add statement').click()
      await field(page, 'Says').selectOption('New predicate…')
      await field(page, 'New predicate').fill('is known in')
      await chooseValue(page, 'United States')
      await button(page, 'Save').click()
      await card(page)
        .getByRole('heading', { name: /is known in/ })
        .waitFor()
      // A camera that sets out does so at once, and says where it has come to within half a second.
      await page.waitForTimeout(1000)
      expect(`camera=${linkPart(page, 'camera')}`).toBe(camera)
    },
    { hash: `v=1&node=qwen&${camera}` },
  )
})

test('on a phone the fields of a new kind and of a new predicate have room', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await button(page, 'Edit').first().tap()
      await field(page, 'Kind').selectOption('New kind…')
      await screenshot(page, 'edit-new-kind-phone')
      await expectNoAxeViolations(page)
      await button(page, 'Cancel').tap()
      await button(page, 'Add statement').first().tap()
      await field(page, 'Says').selectOption('New predicate…')
      await screenshot(page, 'edit-new-predicate-phone')
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
