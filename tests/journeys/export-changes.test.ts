import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { placeOf } from './china-ai.ts'
import { compareWithOlder } from './older-graph.ts'

const folder = mkdtempSync(join(tmpdir(), 'orrery-changes-'))
const marks = (page: Page) => page.getByRole('checkbox', { name: /^With the marks of what/ })

/** Opens the dialog and chooses what to export. */
async function ask(page: Page, format: string, scope: string): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('radio', { name: scope }).check()
  await page.getByRole('radio', { name: format }).check()
}

async function saved(page: Page): Promise<Buffer> {
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await expect.poll(() => save.isEnabled(), { timeout: 20_000 }).toBe(true)
  const download = page.waitForEvent('download')
  await save.click()
  const file = await download
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return readFileSync(path)
}

/** Shows a picture file in the page, for people to look at. */
async function look(page: Page, file: Buffer, type: string, name: string): Promise<void> {
  const wide = await page.context().newPage()
  await wide.setContent(
    `<body style="margin:0"><img style="width:1600px" src="data:${type};base64,${file.toString('base64')}">`,
  )
  await wide.setViewportSize({ width: 1600, height: 1200 })
  await screenshot(wide, name)
  await wide.close()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a picture has what the draft took away, with its legend, or has not, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await page.getByRole('button', { name: 'Edit', exact: true }).click()
        await page.getByRole('button', { name: /^Remove with its \d+ statements$/ }).click()
        await page.getByText('Draft: 1 change').waitFor()
        await ask(page, 'SVG', 'The whole graph')
        await marks(page).waitFor()
        await screenshot(page, `export-changes-${colorScheme}`)
        await expectNoAxeViolations(page)
        const svg = await saved(page)
        expect(svg.toString()).toMatch(
          /<title>Qwen, removed<\/title>[\s\S]*Your draft:[\s\S]*Removed[\s\S]*What you have removed is drawn dotted\./,
        )
        expect(svg.toString()).toMatch(/<title>Alibaba launched Qwen, removed<\/title>/)
        await look(page, svg, 'image/svg+xml', `export-draft-svg-${colorScheme}`)

        await ask(page, 'PNG', 'What is visible now')
        await look(page, await saved(page), 'image/png', `export-draft-png-${colorScheme}`)

        await ask(page, 'SVG', 'The whole graph')
        await marks(page).uncheck()
        const without = (await saved(page)).toString()
        expect(/Qwen|Your draft/.exec(without)?.[0]).toBe(undefined)

        // A file of the graph has nothing that is gone, and no such choice.
        await ask(page, 'GEXF 1.3', 'The whole graph')
        await marks(page).waitFor({ state: 'detached' })
        expect((await saved(page)).includes('<node id="qwen"')).toBe(false)
      },
      { colorScheme, hash: 'v=1&node=qwen' },
    )
  })

  test(`a picture has what an older version alone has, and the rest pale, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await compareWithOlder(page, { x: placeOf('qwen').x + 70, y: placeOf('qwen').y + 70 })
        await ask(page, 'SVG', 'What is visible now')
        const svg = await saved(page)
        expect(svg.toString()).toMatch(
          /<title>Older model, removed<\/title>[\s\S]*Compared with older\.json:[\s\S]*Removed[\s\S]*What is pale is the same in both/,
        )
        await look(page, svg, 'image/svg+xml', `export-compared-${colorScheme}`)
        await page.getByRole('checkbox', { name: /Removed/ }).uncheck()
        await ask(page, 'SVG', 'What is visible now')
        expect((await saved(page)).toString()).not.toContain('Older model')
      },
      { colorScheme },
    )
  })
}
