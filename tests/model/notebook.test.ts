import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entityId, statementId } from '../../src/model/ids.ts'
import { emptyNotebook, noteOn, notebookWithin } from '../../src/model/notebook.ts'
import { noteCount, sameNotebook, withNote } from '../../src/model/note-changes.ts'
import type { Noted } from '../../src/model/notebook.ts'
import { anyNotebook } from '../any-notebook.ts'
import { anyText } from '../any-text.ts'
import { sevenNodes } from '../seven-nodes.ts'

const qwen: Noted = { of: 'entity', id: entityId('qwen') }
const wrote: Noted = { of: 'statement', id: statementId('wrote-1') }

describe('a notebook', () => {
  test('holds one note on each thing, without the blanks around it', () => {
    const notebook = withNote(withNote(emptyNotebook, qwen, ' Ask them. \n'), wrote, 'When?')
    expect([noteOn(notebook, qwen), noteOn(notebook, wrote), noteCount(notebook)]).toEqual([
      'Ask them.',
      'When?',
      2,
    ])
    expect(noteOn(withNote(notebook, qwen, 'Asked.'), qwen)).toBe('Asked.')
  })

  test('does not take an entity for a statement of the same id', () => {
    const notebook = withNote(emptyNotebook, qwen, 'Mine')
    expect(noteOn(notebook, { of: 'statement', id: statementId('qwen') })).toBe(undefined)
  })

  test('is the very same where nothing changes, so that undo has no empty step', () => {
    fc.assert(
      fc.property(anyNotebook, anyText, (notebook, text) => {
        const about: Noted = { of: 'entity', id: entityId(text) }
        expect(withNote(notebook, about, noteOn(notebook, about) ?? ' ')).toBe(notebook)
      }),
    )
  })

  test('is as before where a note is written and taken away', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const more = withNote(
          notebook,
          { of: 'entity', id: entityId('a long new id, at last') },
          'x',
        )
        expect(noteCount(more)).toBe(noteCount(notebook) + 1)
        expect(sameNotebook(more, notebook)).toBe(false)
        const again = withNote(more, { of: 'entity', id: entityId('a long new id, at last') }, '')
        expect(sameNotebook(again, notebook)).toBe(true)
      }),
    )
  })

  test('for a part of the graph has the notes on that part alone', () => {
    const nobody: Noted = { of: 'entity', id: entityId('nobody') }
    const notebook = withNote(withNote(withNote(emptyNotebook, qwen, 'a'), wrote, 'b'), nobody, 'c')
    expect(notebookWithin(notebook, sevenNodes())).toEqual(
      withNote(withNote(emptyNotebook, qwen, 'a'), wrote, 'b'),
    )
  })
})
