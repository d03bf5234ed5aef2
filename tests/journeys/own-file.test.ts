import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle, linkPart } from './china-ai.ts'
import {
  crowd,
  dropFiles,
  gexf,
  graphShown,
  openFiles,
  pasteText,
  railway,
  verona,
} from './own-files.ts'

const sizeText = (page: Page): Promise<string> => page.locator('.legend-size').innerText()
const whole = '24 of 24 entities, 24 of 24 relations shown'

test('a reader opens a GEXF file by the button, sees it in the colours of its houses, and goes back', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, verona('verona.gexf'))
    await graphShown(page, 'Verona')
    expect([await page.title(), await cardTitle(page), await sizeText(page)]).toEqual([
      'Verona · Orrery',
      'Verona',
      whole,
    ])
    expect(linkPart(page, 'dataset')).toBe('verona.gexf')
    expect(await page.locator('.facet').first().innerText()).toMatch(
      /^House\s+Capulet\s+8[\s\S]*Montague/i,
    )
    expect(await page.getByRole('group', { name: 'Evidence' }).innerText()).toMatch(
      /Nothing in this graph names a source, so no line is dashed\.\s+Uncited\s+24/,
    )
    await page.waitForTimeout(500)
    await screenshot(page, 'own-file')
    await page.getByRole('button', { name: 'Import report' }).click()
    const report = await page.getByRole('dialog').innerText()
    expect(report).toContain('its root element is <gexf>')
    expect(report).toContain('names a source, so the picture draws every line plain')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Back to China' }).click()
    await graphShown(page, 'China')
    await page.goBack()
    await graphShown(page, 'Verona')
    await page.goBack()
    await graphShown(page, 'China')
    expect(linkPart(page, 'dataset')).toMatch(/^china-ai@/)
  })
})

test('the colours come from another column on request, which undo takes back and the link keeps', async () => {
  let hash = ''
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, verona('verona.gexf'))
    await graphShown(page, 'Verona')
    const select = page.getByRole('combobox', { name: 'Colour by' })
    expect(await select.locator('option:checked').innerText()).toBe('House')
    await page.getByRole('checkbox', { name: /Capulet/ }).uncheck()
    await select.selectOption({ label: 'District' })
    expect(await page.locator('.facet').first().innerText()).toMatch(/1\s+12\s+only\s+2\s+12/)
    expect(await sizeText(page)).toBe(whole)
    expect(linkPart(page, 'kinds')).toBe('column:2')
    hash = new URL(page.url()).hash
    await page.reload()
    await graphShown(page, 'Verona')
    expect(new URL(page.url()).hash).toBe(hash)
    expect(await select.locator('option:checked').innerText()).toBe('District')
    await select.selectOption({ label: 'Nothing' })
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await select.locator('option:checked').innerText()).toBe('District')
    await page.locator('#search').fill('capulet 1')
    await page.locator('#search-results').getByRole('option').first().click()
    expect(await page.locator('.card .attributes').innerText()).toMatch(
      /From the file uncited\s+House\s+Capulet/,
    )
  })
})

test('files dropped on the page are opened; while they are over it, it says so', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await dropFiles(page, [verona('verona.gexf')], { letGo: false })
    await page.getByText('Drop to open').waitFor()
    await screenshot(page, 'own-file-drop')
    await expectNoAxeViolations(page)
    await dropFiles(page, [verona('verona.gexf')])
    await graphShown(page, 'Verona')
    expect(await page.getByText('Drop to open').count()).toBe(0)
  })
})

test('a graph that was copied is pasted as it is; a word is left alone, and so is a text field', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const text = verona('').buffer.toString()
    await pasteText(page, 'Verona', 'body')
    await pasteText(page, text, '#search')
    await page.waitForTimeout(600)
    expect(await cardTitle(page)).toContain('China')
    await pasteText(page, text, 'body')
    await graphShown(page, 'Verona')
    expect(linkPart(page, 'dataset')).toBe('Pasted%20text')
  })
})

test('a file without places is laid out, the same way every time', async () => {
  const places = async (page: Page): Promise<string> => {
    await graphShown(page, 'Verona')
    await page.waitForTimeout(500)
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('radio', { name: 'GEXF 1.3' }).check()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save' }).click()
    const text = readFileSync(await (await download).path(), 'utf8')
    return [...text.matchAll(/<viz:position[^>]*>/g)].join('\n')
  }
  const seen: string[] = []
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, verona('verona.gexf', { places: false }))
    seen.push(await places(page))
    await screenshot(page, 'own-file-laid-out')
    await page.reload()
    seen.push(await places(page))
  })
  expect(seen[0]?.split('\n').length).toBe(24)
  expect(seen[1]).toBe(seen[0])
})

test('a reading that takes long tells how far it is, can be cancelled, and leaves the present graph', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, crowd('crowd.gexf', 100_000))
    await page.getByRole('status').getByText('Opening crowd.gexf').waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.body).cursor)).toBe('progress')
    await page.getByText('Laying out the nodes').waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.body).cursor)).toBe('auto')
    await screenshot(page, 'own-file-reading')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.waitForTimeout(500)
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await cardTitle(page)).toContain('China')
    expect(linkPart(page, 'dataset')).toMatch(/^china-ai@/)
  })
})

test('a file with a fault is rejected with its line and advice, and the present graph stays', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const cut = verona('cut.gexf').buffer.toString().slice(0, 1500)
    await openFiles(page, gexf('cut.gexf', cut))
    const dialog = page.getByRole('dialog', { name: 'This could not be opened' })
    await dialog.waitFor()
    expect(await dialog.innerText()).toMatch(/cut\.gexf[\s\S]*stays open[\s\S]*Line \d+/)
    await screenshot(page, 'own-file-rejected')
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    expect(await cardTitle(page)).toContain('China')
    await page.locator('.facet-row').first().waitFor()
  })
})

test('what a file lost on the way is a notice, and in full in the report, which can be copied', async () => {
  await withPage(
    async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await firstPicture(page)
      await openFiles(page, verona('verona.gexf', { dangling: 7 }))
      await graphShown(page, 'Verona')
      await page.locator('.notice', { hasText: '7 records were skipped' }).waitFor()
      await page.getByRole('button', { name: 'Read the report' }).click()
      const dialog = page.getByRole('dialog', { name: 'Import report' })
      expect(await dialog.innerText()).toMatch(/24\s+entities|entities\s+24/)
      await screenshot(page, 'own-file-report')
      await expectNoAxeViolations(page)
      await dialog.getByRole('button', { name: 'Copy as text' }).click()
      await dialog.getByText('Copied').waitFor()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(copied.match(/^verona\.gexf:\d+:\d+: .*nobody-\d.*skipped/gm)?.length).toBe(7)
    },
    { complaints: 'expected' },
  )
})

test('a file without nodes is said to have none, with ways on and no empty headings', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, gexf('none.gexf', '<gexf version="1.3"><graph><nodes/></graph></gexf>'))
    await graphShown(page, 'none.gexf')
    await page.getByText('This graph has no nodes').waitFor()
    expect(await page.getByText('hidden').count()).toBe(0)
    expect(await page.locator('.card h3').allInnerTexts()).toEqual(['Sources'])
    for (const [mode, words] of [
      ['List', 'This graph has no entities.'],
      ['Table', 'This graph has no nodes.'],
    ] as const) {
      await page.getByLabel('Show the graph as').selectOption(mode)
      await page.getByText(words).waitFor()
    }
    await page.getByLabel('Show the graph as').selectOption('Picture')
    await page.getByRole('button', { name: 'Add an entity' }).click()
    await page.locator('#edit-label:focus').waitFor()
  })
})

test('a single node is counted as one entity', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const node = '<node id="a" label="Alone"/>'
    await openFiles(page, gexf('one.gexf', `<gexf><graph><nodes>${node}</nodes></graph></gexf>`))
    await graphShown(page, 'one.gexf')
    expect(await sizeText(page)).toBe('1 of 1 entity, 0 of 0 relations shown')
    expect(await page.locator('.figures dt').first().innerText()).toBe('entity')
    expect(await page.locator('#graph').getAttribute('aria-label')).toContain(': 1 entity.')
  })
})

test('a long GEXF file is read by two workers, and none of it is missing', async () => {
  await withPage(async (page) => {
    const asked: string[] = []
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
    await firstPicture(page)
    const { lines, ...file } = railway('railway.gexf', 33_000_000)
    await openFiles(page, file)
    await graphShown(page, 'Railway')
    expect(asked.filter((path) => path.includes('last-edges.worker'))).toHaveLength(1)
    const all = lines.toLocaleString('en')
    expect(await sizeText(page)).toBe(`300 of 300 entities, ${all} of ${all} relations shown`)
    expect(await page.getByRole('button', { name: 'Import report' }).count()).toBe(1)
  })
})
