import type { Steps } from '../model/steps.ts'
import { pacer } from './next-task.ts'

/** Milliseconds of work that are done at once: little enough for an answer in the next frame. */
const atOnce = 30

/**
 * Begins with the work at once, so that a short one is there without a frame in between, and goes
 * on with a long one in short tasks; undefined where nobody wants its result any longer.
 */
export function begun<Result>(
  steps: Steps<Result>,
  isWanted: () => boolean,
): Result | Promise<Result | undefined> {
  const end = performance.now() + atOnce
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    if (performance.now() > end) return inPauses(steps, isWanted)
  }
}

/** Does the work in short tasks between those of others; undefined where nobody wants it any longer. */
export async function inPauses<Result>(
  steps: Steps<Result>,
  isWanted: () => boolean,
): Promise<Result | undefined> {
  const pace = pacer()
  for (;;) {
    await pace()
    if (!isWanted()) return undefined
    const { done, value } = steps.next()
    if (done === true) return value
  }
}
