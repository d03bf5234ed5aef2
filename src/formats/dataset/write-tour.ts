import type { Knowledge } from '../../model/knowledge.ts'
import type { Stop } from '../../model/stops.ts'

/** Saved views on their way into a dataset folder. */
export interface OutgoingTour {
  /** Each with what it rests on, as far as it rests on anything. */
  readonly stops: readonly Stop[]
  /** What a view says that a graph does not know. */
  readonly unknownIn: (view: string, knowledge: Knowledge) => readonly string[]
}

/** A tour as tour.yaml has it; undefined where no stop keeps its rules. */
export interface WrittenTour {
  readonly file: object | undefined
  /** How many stops rest on no cited statement or show what the folder does not have. */
  readonly left: number
}

/** The tour of saved views that keep the rules of a dataset: what they rest on is cited. */
export function writtenTour({ stops, unknownIn }: OutgoingTour, knowledge: Knowledge): WrittenTour {
  const kept = stops.flatMap(({ title, text, view, rests = [] }) => {
    const cited = rests.filter((id) => (knowledge.statements.get(id)?.references.length ?? 0) > 0)
    const called = title.trim()
    if (called === '' || cited.length === 0 || unknownIn(view, knowledge).length > 0) return []
    return [{ title: called, text: text.trim() === '' ? called : text, view, rests: cited }]
  })
  const file =
    kept.length === 0 ? undefined : { title: `A tour of ${knowledge.dataset.title}`, stops: kept }
  return { file, left: stops.length - kept.length }
}
