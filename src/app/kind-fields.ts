import type { Signal } from '@preact/signals'
import { kindId } from '../model/ids.ts'
import type { Kind, Knowledge } from '../model/knowledge.ts'
import { newId } from '../model/new-id.ts'
import { fold } from '../view/fold.ts'

/** A kind as it is chosen, or typed where the graph does not have it. */
export interface KindFields {
  /** "" for none, `newKind` for one that the graph does not have. */
  readonly kind: Signal<string>
  /** What one of a new kind is called, and what several are. */
  readonly kindLabel: Signal<string>
  readonly kindPlural: Signal<string>
}

/** Stands for a kind that the graph does not have; no id has a line break in it. */
export const newKind = 'new\n'

/** What is wrong with the name of a new kind. */
export function kindProblem({ kinds }: Knowledge, label: string): string | undefined {
  const wanted = fold(label.trim())
  if (wanted === '') return 'The new kind needs a name.'
  const namesake = [...kinds.values()].find((kind) => fold(kind.label) === wanted)
  return namesake === undefined
    ? undefined
    : `There is a kind “${namesake.label}” already: choose it.`
}

/** The new kind that the fields describe, with an id that nothing in `graphs` has for a kind. */
export function kindOfFields(
  { kindLabel, kindPlural }: KindFields,
  graphs: readonly Knowledge[],
): Kind {
  const label = kindLabel.peek().trim()
  const plural = kindPlural.peek().trim()
  const taken = new Set<string>(
    graphs.flatMap(({ kinds, entities }) => [
      ...kinds.keys(),
      ...[...entities.values()].flatMap(({ kind }) => kind ?? []),
    ]),
  )
  return {
    id: kindId(newId(label, (id) => taken.has(id), 'kind')),
    label,
    plural: plural === '' ? label : plural,
  }
}
