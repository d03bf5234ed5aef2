import fc from 'fast-check'
import { entityId, statementId } from '../src/model/ids.ts'
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

/** Every notebook that a reader could write, about whatever. */
export const anyNotebook: fc.Arbitrary<Notebook> = fc
  .record({
    notes: fc.array(fc.tuple(anyNoted, anyText), { maxLength: 6 }),
    stops: fc.array(anyStop, { maxLength: 3 }),
  })
  .map(({ notes, stops }) =>
    notes.reduce<Notebook>((notebook, [about, text]) => withNote(notebook, about, text), {
      ...emptyNotebook,
      stops,
    }),
  )
