import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../scripts/chromium.ts'
import { exported, filter, searchFirst, searchNext, select } from './answers.ts'
import { gestured, gestureIds } from './gestured.ts'
import { OverLimit, within } from './limit.ts'
import type { Figures, MeasureId } from './measures.ts'
import { openPlaced, openUnplaced, peakMemory } from './opening.ts'
import { installProbe } from './probe.ts'
import type { Subject } from './subject.ts'

export interface Visit {
  readonly chromium: string
  readonly subject: Subject
  readonly address: string
  readonly file: string
  /** Milliseconds after which a step, and with it the visit, is given up. */
  readonly limit: number
}

type Step = readonly [what: readonly MeasureId[], work: () => Promise<Figures>]

/** Opens a file with places in a browser of its own and does with it what readers do. */
export function visitPlaced(visit: Visit): Promise<Figures> {
  return visited(visit, (browser, page) => [
    [
      ['picture', 'onScreen', 'openingTask', 'openingMemory'],
      () => openPlaced(browser, page, visit.subject, visit.file),
    ],
    [gestureIds('pan'), () => gestured(browser, page, 'pan')],
    [gestureIds('zoom'), () => gestured(browser, page, 'zoom')],
    [[...gestureIds('hover'), 'hoverAnswer'], () => gestured(browser, page, 'hover')],
    [['searchFirst'], () => rested(page, searchFirst)],
    [['search'], () => rested(page, searchNext)],
    [['select'], () => rested(page, select)],
    [['filter'], () => rested(page, filter)],
    [['export', 'exportTask'], () => exported(page, visit.subject)],
    [['endMemory'], async () => ({ endMemory: await peakMemory(browser) })],
  ])
}

/** A reader looks at an answer before asking for the next one, and what follows it comes to rest. */
async function rested(page: Page, answer: (page: Page) => Promise<Figures>): Promise<Figures> {
  const figures = await answer(page)
  await page.waitForTimeout(1000)
  return figures
}

/** Opens a file without places in a browser of its own. */
export function visitUnplaced(visit: Visit): Promise<Figures> {
  return visited(visit, (browser, page) => [
    [
      ['layout', 'layoutTask', 'layoutMemory'],
      () => openUnplaced(browser, page, visit.subject, visit.file),
    ],
  ])
}

async function visited(
  { chromium, subject, address, limit }: Visit,
  stepsOf: (browser: Browser, page: Page) => readonly Step[],
): Promise<Figures> {
  const browser = await launchChromium(chromium)
  let figures: Figures = {}
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(limit)
    await installProbe(page)
    await page.goto(address)
    await subject.ready(page)
    for (const [what, work] of stepsOf(browser, page)) {
      try {
        figures = { ...figures, ...(await within(limit, work())) }
      } catch (error) {
        if (!isOverLimit(error)) throw error
        // What is still at work would be measured together with what came next.
        return { ...figures, ...Object.fromEntries(what.map((id) => [id, Infinity])) }
      }
    }
  } catch (error) {
    // One page that breaks down leaves the others their figures.
    console.error(`${subject.name} broke down: ${String(error)}`)
  } finally {
    await browser.close()
  }
  return figures
}

function isOverLimit(error: unknown): boolean {
  return error instanceof OverLimit || (error instanceof Error && error.name === 'TimeoutError')
}
