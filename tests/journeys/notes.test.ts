import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { readOrreryJson } from '../../src/formats/json/read-orrery-json.ts'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { builtIn } from './china-ai.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })
const note = (page: Page) => page.getByRole('region', { name: 'Your note' })
const field = (page: Page) => page.getByRole('textbox', { name: 'Your note' })

/** Waits until the browser keeps something of the reader's, or nothing. */
const keeps = async (page: Page, something: boolean): Promise<void> => {
  await page.waitForFunction(
    (wanted) => Object.keys(localStorage).some((key) => key.startsWith('orrery:draft:')) === wanted,
    something,
  )
}

const words = 'Who trains it?\n\nSee https://example.org/qwen (checked).'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a note is written by keyboard alone, kept, listed, undone and done again, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await page.locator('#graph').focus()
        await page.keyboard.press('Enter')
        await page.keyboard.press('n')
        await page.locator('textarea:focus').waitFor()
        await page.keyboard.type(words)
        expect(await page.locator('#own-note-hint').innerText()).toContain('Ctrl Enter saves')
        await screenshot(page, `note-writing-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.keyboard.press('Control+Enter')
        await page.locator('#graph:focus').waitFor()
        expect(await note(page).locator('.note-text p').allInnerTexts()).toEqual([
          'Who trains it?',
          'See https://example.org/qwen (checked).',
        ])
        const link = note(page).getByRole('link')
        expect([await link.getAttribute('href'), await link.getAttribute('rel')]).toEqual([
          'https://example.org/qwen',
          'noopener noreferrer',
        ])
        await screenshot(page, `note-${colorScheme}`)
        await expectNoAxeViolations(page)

        await keeps(page, true)
        await page.reload()
        await firstPicture(page)
        await note(page).getByText('Who trains it?').waitFor()
        await button(page, 'Notebook').press('Enter')
        await page.getByRole('heading', { name: 'Notebook' }).waitFor()
        await screenshot(page, `notebook-notes-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Notebook').press('Enter')

        await button(page, 'Edit your note').press('Enter')
        await page.keyboard.type(' Later.')
        await page.keyboard.press('Escape')
        expect(await note(page).innerText()).not.toContain('Later.')
        await button(page, 'Edit your note').press('Enter')
        await button(page, 'Remove').press('Enter')
        await note(page).waitFor({ state: 'detached' })
        await keeps(page, false)
        await page.keyboard.press('Control+z')
        await note(page).getByText('Who trains it?').waitFor()
        await keeps(page, true)
      },
      { hash: 'v=1&node=qwen', colorScheme },
    )
  })
}

test('a note on a line is found in the notebook, and what is being written is not lost by going on', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await button(page, 'Write a note').click()
      await field(page).fill('Since when?')
      const sentence = await page.locator('#card-title').innerText()
      await button(page, 'Close the card').click()
      await button(page, 'Notebook').click()
      await page.getByText('Since when?').waitFor()
      await page.locator('.note-list button').click()
      await note(page).getByText('Since when?').waitFor()
      expect(await page.locator('#card-title').innerText()).toBe(sentence)
    },
    { hash: `v=1&edge=${firstRelation()}` },
  )
})

test('a note on a fact stands under it, and the notebook leads back to it', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const fact = page.locator('.fact').first()
      await fact.getByRole('button', { name: /^Write a note on / }).click()
      await page.locator('textarea:focus').fill('Checked.')
      await screenshot(page, 'note-fact-writing')
      await expectNoAxeViolations(page)
      await page.keyboard.press('Control+Enter')
      await fact
        .getByRole('region', { name: /^Your note on / })
        .getByText('Checked.')
        .waitFor()
      await button(page, 'Write a note').click()
      await field(page).fill('Ask them.')
      await button(page, 'Save').click()
      await screenshot(page, 'note-fact')
      await expectNoAxeViolations(page)
      await button(page, 'Close the card').click()
      await button(page, 'Notebook').click()
      await page.locator('.note-list li', { hasText: 'Checked.' }).getByRole('button').click()
      await fact.getByText('Checked.').waitFor()
      await button(page, 'Undo').click()
      await button(page, 'Undo').click()
      await button(page, 'Undo').click()
      await fact.getByRole('button', { name: /^Edit your note on / }).waitFor()
      await button(page, 'Undo').click()
      await fact.getByRole('button', { name: /^Write a note on / }).waitFor()
    },
    { hash: `v=1&node=${subjectOfFact()}` },
  )
})

test('notes leave in Orrery JSON and come back with the file; what cannot hold them says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-notes-'))
  await withPage(
    async (page) => {
      await firstPicture(page)
      await button(page, 'Write a note').click()
      await field(page).fill('Mine alone')
      await button(page, 'Save').click()
      await button(page, 'Export').click()
      await page.getByRole('radio', { name: 'GEXF 1.3' }).check()
      expect(await page.locator('.loss li', { hasText: 'notes of your own' }).innerText()).toBe(
        'notes of your own 1',
      )
      await page.getByRole('radio', { name: /^Orrery JSON/ }).check()
      const saved = page.waitForEvent('download')
      const save = button(page, 'Save')
      await expect.poll(() => save.isEnabled(), { timeout: 20_000 }).toBe(true)
      await save.click()
      const path = join(folder, 'with-notes.json')
      await (await saved).saveAs(path)
      const read = readOrreryJson(readFileSync(path, 'utf8'), path)
      expect(read.ok && [...(read.content.notebook?.entities ?? [])]).toEqual([
        ['qwen', 'Mine alone'],
      ])

      await button(page, 'Open a graph of your own').click()
      await page.locator('.drop-zone input').setInputFiles([path])
      await page.waitForFunction(() => location.hash.includes('dataset=with-notes.json'))
      await note(page).getByText('Mine alone').waitFor()
    },
    { hash: 'v=1&node=qwen', acceptDownloads: true },
  )
})

test('on a phone the note is written in the sheet', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await button(page, 'Write a note').tap()
      await field(page).fill('Written on the way')
      expect(await page.locator('#own-note-hint').innerText()).toBe(
        'Plain text; web addresses become links.',
      )
      await screenshot(page, 'note-phone-writing')
      await expectNoAxeViolations(page)
      await button(page, 'Save').tap()
      await note(page).getByText('Written on the way').waitFor()
      await button(page, 'Notebook').tap()
      await page.getByText('Written on the way').waitFor()
      await screenshot(page, 'notebook-phone')
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

function subjectOfFact(): string {
  const { knowledge } = builtIn()
  for (const { subject, value } of knowledge.statements.values())
    if (value.type === 'literal') return subject
  throw new Error('The built-in graph has no fact')
}

function firstRelation(): string {
  const { knowledge } = builtIn()
  for (const { id, value } of knowledge.statements.values()) if (value.type === 'entity') return id
  throw new Error('The built-in graph has no relation')
}
