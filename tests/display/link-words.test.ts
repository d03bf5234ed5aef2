import { expect, test } from 'vitest'
import { linkWords } from '../../src/display/link-words.ts'
import { entityId } from '../../src/model/ids.ts'
import { withNote } from '../../src/model/note-changes.ts'
import { emptyNotebook } from '../../src/model/notebook.ts'
import { firstView } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'

const compared = (version: string): View => ({
  ...firstView,
  compared: { with: version, hidden: new Set() },
})

test('a link that brings everything is said to open exactly this view', () => {
  const exactly = 'The link is in the clipboard: it opens exactly this view.'
  expect([
    linkWords(firstView, undefined),
    linkWords(compared('https://example.org/old.gexf'), undefined),
  ]).toEqual([exactly, exactly])
})

test('what a link cannot bring is named', () => {
  const many = Array.from({ length: 201 }, (_, at) => entityId(`n${at}`))
  const notebook = {
    ...withNote(emptyNotebook, { of: 'entity', id: entityId('qwen') }, 'Mine'),
    sets: new Map([['Long', new Set(many)]]),
  }
  expect([
    linkWords(compared('old.gexf'), undefined),
    linkWords({ ...compared('old.gexf'), notebook }, 'new.gexf'),
  ]).toEqual([
    'The link is in the clipboard. It opens this view, but cannot bring the file “old.gexf” that the graph is compared with.',
    'The link is in the clipboard. It opens this view, but cannot bring the file “new.gexf” itself, the file “old.gexf” that the graph is compared with, your notes and sets of more than 200 nodes.',
  ])
})
