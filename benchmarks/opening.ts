import type { Browser } from 'playwright-core'
import { median } from './figures.ts'

export interface Opening {
  /** Milliseconds from the start of the navigation to the first drawn frame. */
  readonly firstPicture: number
  /** Milliseconds of the longest task of the main thread; 0 where none reached 50. */
  readonly longestTask: number
}

/** How long after the first picture a task still counts. */
const settlingTime = 1500

/**
 * Opens every address in turn, `runs` times over, each time with an empty cache. Taking turns lets
 * a busy moment of the machine fall on all of them. Gives the medians.
 */
export async function openings<Name extends string>(
  browser: Browser,
  addresses: Readonly<Record<Name, string>>,
  slowdown: number,
  runs: number,
): Promise<Readonly<Record<Name, Opening>>> {
  const names = Object.keys(addresses) as Name[]
  const measured = new Map<Name, Opening[]>(names.map((name) => [name, []]))
  for (let run = 0; run < runs; run++) {
    for (const name of names) {
      measured.get(name)?.push(await opening(browser, addresses[name], slowdown))
    }
  }
  return Object.fromEntries(
    [...measured].map(([name, list]) => [
      name,
      {
        firstPicture: median(list.map(({ firstPicture }) => firstPicture)),
        longestTask: median(list.map(({ longestTask }) => longestTask)),
      },
    ]),
  ) as Record<Name, Opening>
}

async function opening(browser: Browser, address: string, slowdown: number): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript(() => {
      const tasks: number[] = []
      Object.assign(globalThis, { longTasks: tasks })
      new PerformanceObserver((list) => {
        tasks.push(...list.getEntries().map(({ duration }) => duration))
      }).observe({ type: 'longtask', buffered: true })
    })
    // The window's own start, and the end of the one before, are not this page's work.
    await page.waitForTimeout(500)
    await page.goto(address)
    await page.waitForFunction(
      () => performance.getEntriesByName('orrery:first-picture').length > 0,
    )
    await page.waitForTimeout(settlingTime)
    return await page.evaluate(() => ({
      firstPicture: performance.getEntriesByName('orrery:first-picture')[0]?.startTime ?? 0,
      longestTask: Math.max(
        0,
        ...(globalThis as unknown as { readonly longTasks: readonly number[] }).longTasks,
      ),
    }))
  } finally {
    await context.close()
  }
}
