import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { change } from '../../src/app/change.ts'
import { dropMissing, layBeside } from '../../src/app/versions.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { entityId, kindId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { firstView } from '../../src/view/view.ts'
import { node, sevenNodes, sevenPlaces } from '../seven-nodes.ts'

function older(): Knowledge {
  const { entities, ...rest } = sevenNodes()
  const then = new Map(entities)
  const old = node('old', 'Old', 'city')
  then.set(old.id, old)
  then.delete(entityId('island'))
  return { ...rest, entities: then }
}

function opened() {
  const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), firstView, signal('light'))
  layBeside(session, 'old.gexf', 'old.gexf', { knowledge: older(), layout: new Map() })
  const comparison = () => {
    const { value } = session.comparison
    if (value === undefined) throw new Error('nothing is compared')
    return value
  }
  const marked = () =>
    comparison()
      .picture.value.nodes.filter(({ change }) => change !== 'same')
      .map(({ id, change }) => `${change} ${id}`)
  return { session, comparison, marked }
}

test('a comparison marks the picture, lists what differs, and is one step', () => {
  const { session, comparison, marked } = opened()
  const { entities, statements } = comparison()
  expect([marked(), entities]).toEqual([
    ['removed old', 'added island'],
    { added: 1, removed: 1, changed: 0 },
  ])
  expect(statements.changed).toBe(0)
  session.undo()
  expect([session.view.value, session.comparison.value]).toEqual([firstView, undefined])
  session.redo()
  expect(marked()).toEqual(['removed old', 'added island'])
})

test('each class can be hidden and shown again, and undone', () => {
  const { session, comparison, marked } = opened()
  comparison().toggle('removed')
  const hidden = marked()
  comparison().toggle('removed')
  comparison().toggle('added')
  expect([hidden, marked()]).toEqual([['added island'], ['removed old']])
  session.undo()
  session.undo()
  expect(marked()).toEqual(['added island'])
})

test('a ghost goes with its kind, and the marks follow what the view hides', () => {
  const { session, marked } = opened()
  session.dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kindId('city') } })
  expect(marked()).toEqual(['added island'])
})

test('pointing at a ghost shows it in the list, where no card is', () => {
  const { session, comparison } = opened()
  session.dispatch({ type: 'select', selection: { type: 'node', id: entityId('lab') } })
  comparison().pointAt(entityId('old'))
  expect([comparison().pointedAt.value, session.selection.value.type]).toEqual(['old', 'nothing'])
})

test('a card is told what differs about it, and the end is a step back to the graph alone', () => {
  const { session, comparison, marked } = opened()
  expect([
    comparison()
      .recordsAbout(entityId('island'))
      .map((record) => record.change),
    comparison().recordsAbout(entityId('lab')),
  ]).toEqual([['added'], []])
  comparison().close()
  expect([session.comparison.value, session.picture.value.nodes.length]).toEqual([undefined, 7])
  session.undo()
  expect(marked()).toEqual(['removed old', 'added island'])
})

test('an edit is compared too', () => {
  const { session, comparison } = opened()
  change(session, [{ type: 'set-entity', entity: node('new', 'New', 'city') }])
  expect(comparison().entities).toEqual({ added: 2, removed: 1, changed: 0 })
})

test('a link waits for its version and takes it as no step of its own', () => {
  const { session } = opened()
  session.dispatch({ type: 'compare', compared: { with: 'older.gexf', hidden: new Set() } })
  expect(session.comparison.value).toBe(undefined)
  const steps = session.history.value.past.length
  layBeside(session, 'older.gexf', 'older.gexf', { knowledge: older(), layout: new Map() })
  expect([session.comparison.value?.name, session.history.value.past.length]).toEqual([
    'older.gexf',
    steps,
  ])
})

test('a version that does not come is promised no longer', () => {
  const { session } = opened()
  session.dispatch({ type: 'compare', compared: { with: 'lost.gexf', hidden: new Set() } })
  dropMissing(session)
  expect(session.view.value.compared).toBe(undefined)
  session.undo()
  dropMissing(session)
  expect(session.view.value.compared?.with).toBe('old.gexf')
})
