import type { Page } from 'playwright-core'

/** What the driver asks of a page while it is measured. All times are those of `performance.now`. */
interface Probe {
  /** Tasks of the main thread of 50 ms and more, and their ends. */
  readonly tasks: { readonly duration: number; readonly end: number }[]
  /** When each frame began, and when each movement of the mouse happened. */
  ticks: number[]
  moves: number[]
  watching: boolean
  tick(): void
  /** Milliseconds from the next `event` until the frame after the one that changed the text. */
  untilTextChanges(event: string, selector: string): void
  answer: Promise<number> | undefined
}

declare global {
  var probe: Probe
}

/** Gives every document of the page the probe. */
export async function installProbe(page: Page): Promise<void> {
  // Methods, because the names that tsx gives to functions in variables are unknown in the page.
  await page.addInitScript(() => {
    globalThis.probe = {
      tasks: [],
      ticks: [],
      moves: [],
      watching: false,
      answer: undefined,
      tick() {
        if (!this.watching) return
        this.ticks.push(performance.now())
        performance.mark('bench:frame')
        requestAnimationFrame(() => this.tick())
      },
      untilTextChanges(event, selector) {
        this.answer = new Promise((resolve) => {
          addEventListener(
            event,
            ({ timeStamp }) => {
              const before = document.querySelector(selector)?.textContent ?? ''
              const watch = {
                look() {
                  const now = document.querySelector(selector)?.textContent ?? ''
                  if (now === before || now === '') requestAnimationFrame(() => this.look())
                  else requestAnimationFrame(() => resolve(performance.now() - timeStamp))
                },
              }
              requestAnimationFrame(() => watch.look())
            },
            { capture: true, once: true },
          )
        })
      },
    }
    addEventListener('mousemove', ({ timeStamp }) => globalThis.probe.moves.push(timeStamp), true)
    new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries())
        globalThis.probe.tasks.push({ duration, end: startTime + duration })
    }).observe({ type: 'longtask', buffered: true })
  })
}

/** The longest task that ended after `start`, in milliseconds; 0 where none reached 50. */
export function longestTaskSince(page: Page, start: number): Promise<number> {
  return page.evaluate(
    (from) =>
      Math.max(
        0,
        ...globalThis.probe.tasks.filter(({ end }) => end > from).map(({ duration }) => duration),
      ),
    start,
  )
}

/** The page's clock. */
export function pageTime(page: Page): Promise<number> {
  return page.evaluate(() => performance.now())
}

/** The frame after the one that answers what the mouse did last. */
export function nextFrame(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
  )
}

/**
 * Milliseconds from the event that `act` causes until the text of `selector` has become another
 * one and the frame with it has been handed over.
 */
export async function untilTextChanges(
  page: Page,
  event: string,
  selector: string,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate((asked) => globalThis.probe.untilTextChanges(...asked), [
    event,
    selector,
  ] as const)
  await act()
  return page.evaluate(() => globalThis.probe.answer ?? Number.NaN)
}
