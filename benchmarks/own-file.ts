import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { median } from './figures.ts'
import { gexfSample, usualSample } from './gexf-sample.ts'
import { filter, searchFirst, searchNext, select } from './growth/answers.ts'
import { installProbe, longestTaskSince, pageTime, untilTextChanges } from './growth/probe.ts'
import { afterFirst, searching } from './growth/subject.ts'

/** All in milliseconds; tasks are the longest of the main thread, 0 where none reached 50. */
export interface OwnFileFigures {
  /** From the file being chosen to its picture. */
  readonly picture: number
  readonly openingTask: number
  /** From entering the field, a word at once, to its results: an index is made first. */
  readonly searchFirst: number
  readonly search: number
  /** From Enter to the card of what was found. */
  readonly select: number
  /** From Enter in the question for a path's end to the path, told. */
  readonly path: number
  /** From a click on a kind of the legend to the counts without it. */
  readonly filter: number
  /** During all of these. */
  readonly answerTask: number
}

/** Opens the generated GEXF file in the app, `runs` times in fresh contexts. Gives the medians. */
export async function ownFileFigures(
  browser: Browser,
  address: string,
  runs: number,
): Promise<OwnFileFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-bench-'))
  const file = join(folder, 'sample.gexf')
  writeFileSync(file, gexfSample(usualSample))
  try {
    const all: OwnFileFigures[] = []
    for (let run = 0; run < runs; run++) all.push(await visited(browser, address, file))
    const [first] = all
    if (first === undefined) throw new Error('No visit was asked for')
    const ids = Object.keys(first) as (keyof OwnFileFigures)[]
    const medians = ids.map((id) => [id, median(all.map((figures) => figures[id]))] as const)
    return { ...first, ...Object.fromEntries(medians) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const drawn = 'orrery:first-picture'

async function visited(browser: Browser, address: string, file: string): Promise<OwnFileFigures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(180_000)
    await installProbe(page)
    await page.goto(address)
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, drawn)
    await page.waitForTimeout(afterFirst)
    return { ...(await opened(page, file)), ...(await answered(page)) }
  } finally {
    await context.close()
  }
}

async function opened(
  page: Page,
  file: string,
): Promise<Pick<OwnFileFigures, 'picture' | 'openingTask'>> {
  await page.keyboard.press('Control+o')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ])
  await page.waitForTimeout(searching)
  const start = await pageTime(page)
  await chooser.setFiles(file)
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 1, drawn)
  const end = await page.evaluate(
    (mark) => performance.getEntriesByName(mark).at(-1)?.startTime ?? 0,
    drawn,
  )
  // What is drawn has to come to rest, and the observer hears of a task a little later.
  await page.waitForTimeout(3000)
  return { picture: end - start, openingTask: await longestTaskSince(page, start) }
}

async function answered(page: Page): Promise<Omit<OwnFileFigures, 'picture' | 'openingTask'>> {
  const start = await pageTime(page)
  const rest = (): Promise<void> => page.waitForTimeout(1000)
  const first = await searchFirst(page)
  await rest()
  const next = await searchNext(page)
  await rest()
  const selected = await select(page)
  await rest()
  const path = await pathTo(page)
  await page.keyboard.press('Escape')
  await rest()
  const filtered = await filter(page)
  await rest()
  const answerTask = await longestTaskSince(page, start)
  const figures = { ...first, ...next, ...selected, ...filtered }
  const { searchFirst: firstSearch = NaN, search = NaN, select: card = NaN } = figures
  return {
    searchFirst: firstSearch,
    search,
    select: card,
    path,
    filter: figures.filter ?? NaN,
    answerTask,
  }
}

/** Asks for a path from what is selected to the third of what is found. */
async function pathTo(page: Page): Promise<number> {
  await page.locator('#graph').focus()
  // Enter walks on from what is selected.
  await page.keyboard.press('Enter')
  await page.keyboard.press('g')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.insertText('institute')
  await page.locator('#path-end-results [role=option]').nth(2).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  // The reader looks at the list before taking one of it.
  await page.waitForTimeout(1000)
  return untilTextChanges(page, 'keydown', '.prose', () => page.keyboard.press('Enter'))
}
