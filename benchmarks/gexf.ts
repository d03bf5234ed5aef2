import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { median } from './figures.ts'
import { gexfSample, usualSample } from './gexf-sample.ts'
import type { Measured } from './gexf-page/measured.ts'
import { rendererMemory, type MemoryField } from './process-memory.ts'
import { buildPage } from './sites.ts'
import type { Row } from './table.ts'

/** Medians: milliseconds, and bytes by which the browser's process grew at its peak. */
export interface GexfFigures {
  readonly bytes: number
  readonly reading: number
  readonly writing: number
  /** Undefined where the system does not tell. */
  readonly peak: number | undefined
}

type Side = 'ours' | 'theirs'
interface Run extends Measured {
  readonly peak: number | undefined
}

/** Builds the page that reads and writes a generated GEXF file with Orrery and graphology-gexf. */
export async function buildGexfPage(): Promise<string> {
  const folder = await buildPage('gexf-page')
  writeFileSync(join(folder, 'sample.gexf'), gexfSample(usualSample))
  return folder
}

/** Measures both, taking turns, `runs` times over, each time in a page of its own. */
export async function gexfFigures(
  browser: Browser,
  address: string,
  runs: number,
): Promise<Readonly<Record<Side, GexfFigures>>> {
  const measured: Record<Side, Run[]> = { ours: [], theirs: [] }
  for (let run = 0; run < runs; run++) {
    for (const side of ['ours', 'theirs'] as const) {
      measured[side].push(await measure(browser, address, side))
    }
  }
  return { ours: medians(measured.ours), theirs: medians(measured.theirs) }
}

/** The figures with their limits: a third of the time to read, half of that to write, half the memory. */
export function gexfRows({ ours, theirs }: Readonly<Record<Side, GexfFigures>>): readonly Row[] {
  const perBytes = 30e6 / ours.bytes
  const rows: readonly Row[] = [
    ['Reading', 'ms', ours.reading, theirs.reading, theirs.reading / 3],
    ['Reading, for 30 MB', 'ms', ours.reading * perBytes, theirs.reading * perBytes, 1000],
    ['Writing', 'ms', ours.writing, theirs.writing, theirs.writing / 2],
  ]
  if (ours.peak === undefined || theirs.peak === undefined) return rows
  const [mine, other] = [ours.peak / 1e6, theirs.peak / 1e6]
  return [...rows, ['Memory at its peak, both', 'MB', mine, other, other / 2]]
}

async function measure(browser: Browser, address: string, side: Side): Promise<Run> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(address)
    await page.waitForFunction(() => 'measurements' in globalThis)
    const before = await memory(browser, 'VmRSS')
    const result = await page.evaluate((name) => {
      const { measurements } = globalThis as unknown as {
        readonly measurements: Readonly<Record<Side, () => Promise<Measured>>>
      }
      return measurements[name]()
    }, side)
    const after = await memory(browser, 'VmHWM')
    if (result.nodes !== usualSample.nodes || result.edges !== usualSample.edges) {
      throw new Error(`${side}: ${result.nodes} nodes and ${result.edges} edges`)
    }
    const peak = before === undefined || after === undefined ? undefined : after - before
    return { ...result, peak }
  } finally {
    await context.close()
  }
}

/** Of all processes that show pages. */
async function memory(browser: Browser, field: MemoryField): Promise<number | undefined> {
  const all = await rendererMemory(browser, field)
  return all.length === 0 ? undefined : all.reduce((sum, one) => sum + one, 0)
}

function medians(list: readonly Run[]): GexfFigures {
  const peaks = list.flatMap(({ peak }) => (peak === undefined ? [] : [peak]))
  return {
    bytes: list[0]?.bytes ?? 0,
    reading: median(list.map(({ reading }) => reading)),
    writing: median(list.map(({ writing }) => writing)),
    peak: peaks.length === 0 ? undefined : median(peaks),
  }
}
