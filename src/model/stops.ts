import type { StatementId } from './ids.ts'

/** A saved view in its place in a tour. */
export interface Stop {
  readonly title: string
  /** Plain text. */
  readonly text: string
  /** The view: what stands after the `#` of a link to it. */
  readonly view: string
  /** What the text rests on, where that is told; else it is what the view selects. */
  readonly rests?: readonly StatementId[]
}

/** Stops in order, under a title. */
export interface Tour {
  readonly title: string
  readonly stops: readonly Stop[]
}

/** The stops with one of them elsewhere: `by` places later, or earlier, as far as there are any. */
export function withMoved(stops: readonly Stop[], at: number, by: number): readonly Stop[] {
  const stop = stops[at]
  const to = Math.min(stops.length - 1, Math.max(0, at + by))
  return stop === undefined || to === at ? stops : withoutStop(stops, at).toSpliced(to, 0, stop)
}

/** The stops with another one in the place of one of them. */
export function withStop(stops: readonly Stop[], at: number, stop: Stop): readonly Stop[] {
  return stops.map((each, index) => (index === at ? stop : each))
}

/** The stops without one of them. */
export function withoutStop(stops: readonly Stop[], at: number): readonly Stop[] {
  return stops.filter((_, index) => index !== at)
}

/** True where both say and show the same. */
export function sameStop(a: Stop, b: Stop): boolean {
  return (
    a.title === b.title &&
    a.text === b.text &&
    a.view === b.view &&
    a.rests?.length === b.rests?.length &&
    (a.rests ?? []).every((id, at) => id === b.rests?.[at])
  )
}
