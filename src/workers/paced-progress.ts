import type { ReadingAnswer, ReadingPhase } from './reading-messages.ts'

/**
 * Milliseconds between two messages about one phase: each has the page painted anew, which without
 * a graphics card costs the reading more than it tells.
 */
const betweenProgress = 250

/** Hears how far a reading is. */
export type Tell = (phase: ReadingPhase, done: number, total: number | undefined) => void

/** Tells how far it is, but only as often as a person sees it move: a layout has 2000 steps. */
export function pacedProgress(post: (answer: ReadingAnswer) => void): Tell {
  let told: ReadingPhase | undefined
  let next = 0
  return (phase, done, total) => {
    const now = performance.now()
    if (phase === told && now < next) return
    told = phase
    next = now + betweenProgress
    post({ type: 'progress', phase, done, total })
  }
}
