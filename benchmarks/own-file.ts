import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { median } from './figures.ts'
import { gexfSample, usualSample } from './gexf-sample.ts'

export interface OwnFileFigures {
  /** Milliseconds from the file being chosen to its picture. */
  readonly picture: number
  /** Milliseconds of the longest task of the main thread in between. */
  readonly longestTask: number
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
    for (let run = 0; run < runs; run++) all.push(await opened(browser, address, file))
    return {
      picture: median(all.map(({ picture }) => picture)),
      longestTask: median(all.map(({ longestTask }) => longestTask)),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const drawn = 'orrery:first-picture'

async function opened(browser: Browser, address: string, file: string): Promise<OwnFileFigures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(180_000)
    await page.goto(address)
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, drawn)
    // What follows the first picture of the built-in graph is another figure.
    await page.waitForTimeout(2000)
    await page.keyboard.press('Control+o')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file' }).click(),
    ])
    const start = await page.evaluate(() => {
      const tasks: number[] = []
      Object.assign(globalThis, { longTasks: tasks })
      new PerformanceObserver((list) => {
        tasks.push(...list.getEntries().map(({ duration }) => duration))
      }).observe({ type: 'longtask' })
      return performance.now()
    })
    await chooser.setFiles(file)
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 1, drawn)
    return await page.evaluate(
      ([mark, from]) => ({
        picture: (performance.getEntriesByName(mark).at(-1)?.startTime ?? 0) - from,
        longestTask: Math.max(
          0,
          ...(globalThis as unknown as { readonly longTasks: readonly number[] }).longTasks,
        ),
      }),
      [drawn, start] as const,
    )
  } finally {
    await context.close()
  }
}
