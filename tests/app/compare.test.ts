import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createComparison } from '../../src/app/compare.ts'
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
  const comparison = createComparison(session, 'old.gexf', {
    knowledge: older(),
    layout: new Map(),
  })
  session.comparison.value = comparison
  const marked = () =>
    comparison.picture.value.nodes
      .filter(({ change }) => change !== 'same')
      .map(({ id, change }) => `${change} ${id}`)
  return { session, comparison, marked }
}

test('a comparison marks the picture and lists what differs; the view is as it was', () => {
  const { session, comparison, marked } = opened()
  expect([marked(), comparison.entities, session.view.value]).toEqual([
    ['removed old', 'added island'],
    { added: 1, removed: 1, changed: 0 },
    firstView,
  ])
})

test('each class can be hidden and shown again', () => {
  const { comparison, marked } = opened()
  comparison.toggle('removed')
  const hidden = marked()
  comparison.toggle('removed')
  comparison.toggle('added')
  expect([hidden, marked()]).toEqual([['added island'], ['removed old']])
})

test('a ghost goes with its kind, and the marks follow what the view hides', () => {
  const { session, marked } = opened()
  session.dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kindId('city') } })
  expect(marked()).toEqual(['added island'])
})

test('pointing at a ghost shows it in the list, where no card is', () => {
  const { session, comparison } = opened()
  session.dispatch({ type: 'select', selection: { type: 'node', id: entityId('lab') } })
  comparison.pointAt(entityId('old'))
  expect([comparison.pointedAt.value, session.selection.value.type]).toEqual(['old', 'nothing'])
})

test('a card is told what differs about it, and the end leaves the graph alone', () => {
  const { session, comparison } = opened()
  expect([
    comparison.recordsAbout(entityId('island')).map(({ change }) => change),
    comparison.recordsAbout(entityId('lab')),
  ]).toEqual([['added'], []])
  comparison.close()
  expect([session.comparison.value, session.picture.value.nodes.length]).toEqual([undefined, 7])
})
