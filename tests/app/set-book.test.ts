import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { createSetBook } from '../../src/app/set-book.ts'
import { entityId } from '../../src/model/ids.ts'
import { emptyNotebook } from '../../src/model/notebook.ts'
import { firstView } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const set = (...ids: readonly string[]) => new Set(ids.map(entityId))

function opened(first: View = firstView) {
  const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), first, signal('light'))
  return { session, book: createSetBook(session) }
}

test('sets are named, renamed and forgotten, and every step of it can be undone', () => {
  const { session, book } = opened()
  const names = () => [...book.sets.value.keys()]
  book.add('Models', set('qwen'))
  book.add('Cities', set('shanghai'))
  expect(book.rename('Models', 'Shanghai models')).toBe('Shanghai models')
  book.forget('Shanghai models')
  const seen = [names()]
  for (let step = 0; step < 4; step += 1) {
    session.undo()
    seen.push(names())
  }
  expect(seen).toEqual([
    ['Cities'],
    ['Shanghai models', 'Cities'],
    ['Models', 'Cities'],
    ['Models'],
    [],
  ])
  session.redo()
  expect([...book.sets.value]).toEqual([['Models', set('qwen')]])
})

test('a set shows only nodes that are in the graph, and keeps the others for another version', () => {
  const sets = new Map([['Then', set('lab', 'gone')]])
  const { session, book } = opened({ ...firstView, notebook: { ...emptyNotebook, sets } })
  expect(book.sets.value.get('Then')).toEqual(set('lab'))
  book.add('Now', set('qwen'))
  expect([...session.view.value.notebook.sets]).toEqual([
    ['Then', set('lab', 'gone')],
    ['Now', set('qwen')],
  ])
})
