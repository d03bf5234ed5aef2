import { expect, test } from 'vitest'
import { noteList } from '../../src/display/note-list.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import { emptyNotebook } from '../../src/model/notebook.ts'
import { withNote } from '../../src/model/note-changes.ts'
import { sevenNodes } from '../seven-nodes.ts'

test('the list of notes names what each is on, and says what the graph has not', () => {
  const notebook = [
    [{ of: 'statement', id: statementId('wrote-1') }, 'When?'],
    [{ of: 'entity', id: entityId('lab') }, 'Ask them.'],
    [{ of: 'entity', id: entityId('gone') }, 'Where did it go?'],
  ] as const
  const all = notebook.reduce((book, [about, text]) => withNote(book, about, text), emptyNotebook)
  expect(
    noteList(sevenNodes(), all).map(({ name, text, present }) => [name, text, present]),
  ).toEqual([
    [sevenNodes().entities.get(entityId('lab'))?.label, 'Ask them.', true],
    ['gone', 'Where did it go?', false],
    [expect.stringContaining(' wrote '), 'When?', true],
  ])
})
