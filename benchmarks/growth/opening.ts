import type { Browser, Page } from 'playwright-core'
import { rendererMemory } from '../process-memory.ts'
import { OverLimit, within } from './limit.ts'
import type { Figures } from './measures.ts'
import { longestTaskSince, pageTime } from './probe.ts'
import { firstPicture } from './subject.ts'
import type { Subject } from './subject.ts'

/** Milliseconds after the picture in which tasks still count as opening. */
const settling = 3000

/** Milliseconds for the layout of the bare page, which is as fast at its end as at its start. */
const patience = 60_000

/** Opens a file whose nodes have places. */
export async function openPlaced(
  browser: Browser,
  page: Page,
  subject: Subject,
  file: string,
): Promise<Figures> {
  const chosen = await choose(page, subject, file)
  const picture = await chosen.marked(firstPicture)
  // A screenshot shows what the compositor does, so the graphics process has drawn all of it then.
  await page.screenshot()
  const onScreen = (await pageTime(page)) - chosen.at
  await page.waitForTimeout(settling)
  const openingTask = await longestTaskSince(page, chosen.at)
  return { picture, onScreen, openingTask, openingMemory: await peakMemory(browser) }
}

/** Opens a file whose nodes have no places, and waits until they have good ones. */
export async function openUnplaced(
  browser: Browser,
  page: Page,
  subject: Subject,
  file: string,
): Promise<Figures> {
  const chosen = await choose(page, subject, file)
  const picture = await chosen.marked(firstPicture)
  const layout =
    subject.laidOut === firstPicture
      ? picture
      : await within(patience, chosen.marked(subject.laidOut)).catch(overLimit)
  const iterations = Number(
    await page.evaluate(() => document.documentElement.dataset['iterations'] ?? Number.NaN),
  )
  const seconds = ((await pageTime(page)) - chosen.at - picture) / 1000
  if (subject.laidOut === firstPicture) await page.waitForTimeout(settling)
  return {
    layout,
    ...(Number.isNaN(iterations) ? {} : { iterations: iterations / seconds }),
    layoutTask: await longestTaskSince(page, chosen.at),
    layoutMemory: await peakMemory(browser),
  }
}

/** The most that the page's process has needed since it began, in bytes. */
export async function peakMemory(browser: Browser): Promise<number> {
  // The page's own process is by far the largest of a browser with one page.
  return Math.max(...(await rendererMemory(browser, 'VmHWM')))
}

interface Chosen {
  /** The page's time. */
  readonly at: number
  /** Milliseconds from the choice to the next mark of that name. */
  readonly marked: (mark: string) => Promise<number>
}

async function choose(page: Page, subject: Subject, file: string): Promise<Chosen> {
  const chooser = await subject.chooser(page)
  const at = await pageTime(page)
  await chooser.setFiles(file)
  return {
    at,
    marked: async (name) => {
      const found = await page.waitForFunction(
        ([mark, from]) =>
          performance.getEntriesByName(mark).find(({ startTime }) => startTime > from)?.startTime,
        [name, at] as const,
      )
      return ((await found.jsonValue()) ?? Number.NaN) - at
    },
  }
}

function overLimit(error: unknown): number {
  if (error instanceof OverLimit) return Number.POSITIVE_INFINITY
  throw error
}
