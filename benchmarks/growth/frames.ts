import type { Browser, Page } from 'playwright-core'
import { median, p95 } from '../figures.ts'
import { nextFrame } from './probe.ts'

/** Milliseconds. */
export interface Frames {
  /** From one frame to the next. */
  readonly interval: { readonly median: number; readonly p95: number }
  /** Processor time of the main thread's tasks in a frame. */
  readonly work: { readonly median: number; readonly p95: number }
  /** The same tasks by the clock, with their waits for a free core and for what is drawn. */
  readonly tasks: { readonly p95: number }
  /** From a movement of the mouse until the frame after the one that answers it. */
  readonly answer: { readonly p95: number }
}

export interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds, like the others. */
  readonly ts: number
  /** By the clock. */
  readonly dur?: number
  /** Of the thread's own processor time. */
  readonly tdur?: number
}

/** Watches the page's frames while `gesture` goes on. */
export async function framesDuring(
  browser: Browser,
  page: Page,
  gesture: () => Promise<void>,
): Promise<Frames> {
  await browser.startTracing(page, {
    categories: ['-*', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
  })
  await page.evaluate(() => {
    Object.assign(globalThis.probe, { ticks: [], moves: [], watching: true })
    globalThis.probe.tick()
  })
  await gesture()
  // Else the last movements would go without their answers.
  await nextFrame(page)
  const { ticks, moves } = await page.evaluate(() => {
    globalThis.probe.watching = false
    return { ticks: globalThis.probe.ticks, moves: globalThis.probe.moves }
  })
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[]
  }
  const frames = tasksPerFrame(trace.traceEvents)
  const work = frames.map((frame) => frame.work)
  const intervals = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? tick))
  return {
    interval: { median: median(intervals), p95: p95(intervals) },
    work: { median: median(work), p95: p95(work) },
    tasks: { p95: p95(frames.map(({ clock }) => clock)) },
    answer: { p95: p95(answers(ticks, moves)) },
  }
}

/**
 * For each frame the milliseconds of the tasks since the one before, its own among them: those that
 * the main thread worked, and those by the clock.
 */
export function tasksPerFrame(
  events: readonly TraceEvent[],
): readonly { readonly work: number; readonly clock: number }[] {
  const frames = events.filter(({ name }) => name === 'bench:frame').sort((a, b) => a.ts - b.ts)
  const [first] = frames
  const tasks = events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === first?.pid && tid === first.tid)
    .sort((a, b) => a.ts - b.ts)
  // A task that took none has no figure.
  const hasWork = tasks.some(({ tdur }) => tdur !== undefined)
  if (tasks.length > 0 && !hasWork) throw new Error('The trace has no processor time')
  let at = 0
  return frames.map(({ ts }) => {
    let [work, clock] = [0, 0]
    for (let task = tasks[at]; task !== undefined && task.ts <= ts; task = tasks[at]) {
      work += task.tdur ?? 0
      clock += task.dur ?? 0
      at += 1
    }
    return { work: work / 1000, clock: clock / 1000 }
  })
}

function answers(ticks: readonly number[], moves: readonly number[]): readonly number[] {
  let at = 0
  return moves.flatMap((move) => {
    while (at < ticks.length && (ticks[at] ?? 0) < move) at += 1
    const next = ticks[at + 1]
    return next === undefined ? [] : [next - move]
  })
}
