import type { Browser, Page } from 'playwright-core'
import { framesDuring } from './frames.ts'
import { hover, pan, zoom } from './gestures.ts'
import type { Figures, MeasureId } from './measures.ts'

const gestures = { pan, zoom, hover } as const

type Gesture = keyof typeof gestures

/** The figures of a gesture's frames. */
export function gestureIds(gesture: Gesture): readonly MeasureId[] {
  return [
    `${gesture}Frame`,
    `${gesture}Frame95`,
    `${gesture}Work`,
    `${gesture}Work95`,
    `${gesture}Tasks95`,
  ]
}

/** Makes the gesture on a page that has come to rest. */
export async function gestured(browser: Browser, page: Page, gesture: Gesture): Promise<Figures> {
  // Every gesture begins with the whole picture, and with nothing left to draw.
  await page.getByRole('button', { name: 'Show everything', exact: true }).click()
  await page.waitForTimeout(1000)
  await page.screenshot()
  const act = await gestures[gesture](page)
  const { interval, work, tasks, answer } = await framesDuring(browser, page, act)
  await page.mouse.up()
  return {
    [`${gesture}Frame`]: interval.median,
    [`${gesture}Frame95`]: interval.p95,
    [`${gesture}Work`]: work.median,
    [`${gesture}Work95`]: work.p95,
    [`${gesture}Tasks95`]: tasks.p95,
    ...(gesture === 'hover' ? { hoverAnswer: answer.p95 } : {}),
  }
}
