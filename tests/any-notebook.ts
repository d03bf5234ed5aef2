import fc from 'fast-check'
import { entityId, statementId } from '../src/model/ids.ts'
import { emptyNotebook, withNote } from '../src/model/notebook.ts'
import type { Notebook, Noted } from '../src/model/notebook.ts'
import { anyText } from './any-text.ts'

const anyNoted: fc.Arbitrary<Noted> = fc.oneof(
  anyText.map((text): Noted => ({ of: 'entity', id: entityId(text) })),
  anyText.map((text): Noted => ({ of: 'statement', id: statementId(text) })),
)

/** Every notebook that a reader could write, about whatever. */
export const anyNotebook: fc.Arbitrary<Notebook> = fc
  .array(fc.tuple(anyNoted, anyText), { maxLength: 6 })
  .map((notes) =>
    notes.reduce((notebook, [about, text]) => withNote(notebook, about, text), emptyNotebook),
  )
