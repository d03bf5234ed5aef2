import { expect, inject, test } from 'vitest'
import { zipOf } from '../../src/save/zip.ts'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle, linkPart } from './china-ai.ts'
import { graphShown, openFiles } from './own-files.ts'

async function openOrrery(page: Page, hash = ''): Promise<void> {
  await page.goto(`${inject('address')}?dataset=orrery${hash}`)
  await graphShown(page, 'Orrery, explained by itself')
}

test('another graph of the site is chosen, and its statements lead to the passages', async () => {
  await withPage(async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await firstPicture(page)
    await page.getByRole('button', { name: 'Open a graph of your own' }).click()
    await page.getByRole('link', { name: 'Orrery, explained by itself' }).waitFor()
    await screenshot(page, 'graphs-of-the-site')
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'Orrery, explained by itself' }).click()
    await graphShown(page, 'Orrery, explained by itself')
    await page.waitForTimeout(500)
    await screenshot(page, 'orrery-dataset')
    await page.goto(`${page.url()}&node=scan-xml`)
    await page.getByRole('heading', { name: 'the XML scanner' }).waitFor()
    expect(asked.filter((path) => path.includes('/datasets/orrery/'))).toEqual([])
    await page.getByText('Read the passage').first().click()
    await page.locator('.passage mark').first().waitFor()
    expect(await page.locator('.passage mark').first().innerText()).toBe('scans XML')
    const around = page.locator('.passage .is-at').first()
    expect((await around.innerText()).length).toBeGreaterThan(100)
    expect(asked.filter((path) => path.includes('/datasets/orrery/'))).toEqual([
      '/datasets/orrery/d8.json',
    ])
    await screenshot(page, 'passage')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Show it in the whole source' }).first().click()
    const source = page.getByRole('region', { name: /^Decision 8/ })
    expect(await source.locator('.is-cited > .source-text').first().innerText()).toContain(
      'scans XML',
    )
    expect(await source.innerText()).toContain('nothing cites it')
    const shown = await source.locator('.is-cited').first().boundingBox()
    expect(shown?.y).toBeGreaterThan(0)
    expect(shown?.y).toBeLessThan(800)
    expect(await source.locator('.is-at mark').allInnerTexts()).toContain('scans XML')
    await screenshot(page, 'passage-source')
    await expectNoAxeViolations(page)
  })
})

test('by keyboard, in the dark, and on a phone; a text that cannot be had is told', async () => {
  await withPage(
    async (page) => {
      await openOrrery(page, '#v=1&dataset=orrery@1.0.0&node=saxes')
      expect(await cardTitle(page)).toBe('saxes')
      await page.route('**/datasets/orrery/d8.json', (route) => route.abort())
      const more = page.getByRole('button', { name: 'More' })
      await more.click()
      const summary = page.getByText('Read the passage').first()
      await summary.focus()
      await page.keyboard.press('Enter')
      await page.getByText('The text could not be loaded').waitFor()
      await page.unroute('**/datasets/orrery/d8.json')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await page.locator('.passage mark').first().waitFor()
      await screenshot(page, 'passage-phone-dark')
      await expectNoAxeViolations(page)
    },
    { viewport: { width: 390, height: 780 }, colorScheme: 'dark', complaints: 'expected' },
  )
})

const folder = new Map([
  [
    'dataset.yaml',
    `id: moons
title: Moons
description: Which circles which.
licence: CC0-1.0
version: 1.0.0
kinds: { body: { label: Body, plural: Bodies } }
predicates:
  circles: { label: circles, inverse: is circled by, subjects: [body], objects: [body] }
`,
  ],
  ['sources.yaml', 'orbits: { title: On orbits, text: texts/orbits.md }\n'],
  ['texts/orbits.md', '# Orbits\n\nThe moon goes round **its planet** every month.\n'],
  [
    'entities/body.yaml',
    `kind: body
entities:
  moon:
    label: Moon
    statements:
      - predicate: circles
        value: earth
        references:
          - { source: orbits, words: goes round **its planet**, gloss: Says so. }
  earth: { label: Earth }
`,
  ],
])

/** Saves the whole graph in a format and gives it as a file to open. */
async function saved(page: Page, format: string): Promise<Parameters<typeof openFiles>[1]> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('radio', { name: format }).check()
  const save = page.getByRole('button', { name: 'Save' })
  await expect.poll(() => save.isEnabled(), { timeout: 20_000 }).toBe(true)
  expect(await page.getByRole('dialog').innerText()).not.toContain('texts of sources')
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const name = download.suggestedFilename()
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.concat(chunks) }
}

async function readsThePassage(page: Page): Promise<void> {
  await page.getByText('Read the passage').first().click()
  await page.locator('.passage mark').first().waitFor()
  expect(await page.locator('.passage mark').allInnerTexts()).toEqual(['goes round its planet'])
  expect(await page.locator('.passage blockquote').innerText()).toContain('every month')
}

test('the texts in an archive are shown, and leave and come back with both of our formats', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const buffer = Buffer.from(zipOf(folder))
    const archive = { name: 'moons.zip', mimeType: 'application/zip', buffer }
    let file: Parameters<typeof openFiles>[1] = archive
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    for (const format of ['Dataset folder', 'Orrery JSON', undefined]) {
      await openFiles(page, file)
      await graphShown(page, 'Moons')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      if (linkPart(page, 'edge') === undefined) {
        await page.getByText('1 paragraph cited').waitFor()
        await page.getByText('1 statement has a source').waitFor()
        await page.evaluate(() => {
          location.hash += '&edge=moon.circles.earth'
        })
      }
      await readsThePassage(page)
      if (format === undefined) await screenshot(page, 'passage-of-an-archive')
      else file = await saved(page, format)
    }
    await page.getByRole('button', { name: 'Show it in the whole source' }).first().click()
    const source = page.getByRole('region', { name: 'On orbits' })
    await source.locator('mark').first().waitFor()
    expect(await source.locator('mark').allInnerTexts()).toEqual(['goes round its planet'])
    expect(asked.filter((path) => path.includes('texts'))).toEqual([])
  })
})

test('the sources list what the picture shows, and what nothing cites of one is part of the view', async () => {
  await withPage(async (page) => {
    await page.goto(`${inject('address')}?dataset=orrery#v=1&dataset=orrery@1.0.0&mode=sources`)
    const source = page.getByRole('region', { name: /^Architecture/ })
    await source.waitFor()
    const all = Number(/(\d+) statements? rests? on it/.exec(await source.innerText())?.[1])
    expect(all).toBeGreaterThan(20)
    await page.getByRole('button', { name: 'Show only uses', exact: true }).press('Enter')
    const told = page.locator('.sources-view > .note')
    await told.waitFor()
    const [size = ''] = await page.locator('.legend-size').allInnerTexts()
    const [, shown, relations] = /(\d+) of (\d+) relations shown/.exec(size) ?? []
    expect(await told.innerText()).toContain(`${shown} of ${relations} relations`)
    expect(await page.locator('.sources-view .statement-line').count()).toBeLessThan(
      Number(shown) * 3,
    )
    const text = await source.innerText()
    const here = Number(/(\d+) statements? rests? on it/.exec(text)?.[1])
    expect(Number(/(\d+) hidden/.exec(text)?.[1])).toBe(all - here)
    await screenshot(page, 'sources-filtered')
    await expectNoAxeViolations(page)
    const uncited = source.getByRole('checkbox', { name: /^Only what nothing cites/ })
    await uncited.check()
    expect(linkPart(page, 'uncited')).toBe('architecture')
    expect(await source.locator('.statement-line').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await expect.poll(() => uncited.isChecked()).toBe(false)
    expect(linkPart(page, 'mode')).toBe('sources')
  })
})

test('a link to another graph of the site leads there', async () => {
  await withPage(async (page) => {
    await page.goto(`${inject('address')}#v=1&dataset=orrery@1.0.0&node=scan-xml`)
    await graphShown(page, 'Orrery, explained by itself')
    expect(await cardTitle(page)).toBe('the XML scanner')
    expect(await page.getByText('is not kept in this browser').count()).toBe(0)
  })
})
