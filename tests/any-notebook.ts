import fc from 'fast-check'
import { entityId, statementId } from '../src/model/ids.ts'
import { withSet } from '../src/model/named-sets.ts'
import type { NamedSets } from '../src/model/named-sets.ts'
import { emptyNotebook } from '../src/model/notebook.ts'
import { withNote } from '../src/model/note-changes.ts'
import type { Notebook, Noted } from '../src/model/notebook.ts'
import type { Stop } from '../src/model/stops.ts'
import { anyText } from './any-text.ts'

const anyNoted: fc.Arbitrary<Noted> = fc.oneof(
  anyText.map((text): Noted => ({ of: 'entity', id: entityId(text) })),
  anyText.map((text): Noted => ({ of: 'statement', id: statementId(text) })),
)

const anyStop: fc.Arbitrary<Stop> = fc
  .record({
    title: anyText,
    text: anyText,
    view: anyText,
    rests: fc.option(fc.array(anyText.map(statementId), { maxLength: 3 }), { nil: undefined }),
  })
  .map(({ rests, ...stop }) => (rests === undefined ? stop : { ...stop, rests }))

/** Names and ids that a link can hold: no lone surrogates. */
const linkable = anyText.map((text) => text.replace(/\p{Surrogate}/gu, '\uFFFD'))

const anySets = fc
  .array(fc.tuple(linkable, fc.array(linkable.map(entityId), { maxLength: 3 })), { maxLength: 3 })
  .map((list) =>
    list.reduce<NamedSets>((sets, [name, ids]) => withSet(sets, name, new Set(ids)), new Map()),
  )

/** Every notebook that a reader could write, about whatever. */
export const anyNotebook: fc.Arbitrary<Notebook> = fc
  .record({
    notes: fc.array(fc.tuple(anyNoted, anyText), { maxLength: 6 }),
    stops: fc.array(anyStop, { maxLength: 3 }),
    sets: anySets,
  })
  .map(({ notes, stops, sets }) =>
    notes.reduce<Notebook>((notebook, [about, text]) => withNote(notebook, about, text), {
      ...emptyNotebook,
      stops,
      sets,
    }),
  )
