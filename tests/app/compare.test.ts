import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { change } from '../../src/app/change.ts'
import { dropMissing, layBeside } from '../../src/app/versions.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { entityId, kindId, statementId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { decodeView } from '../../src/view/url-decoded.ts'
import { encodeView } from '../../src/view/url.ts'
import { firstView } from '../../src/view/view.ts'
import type { GoneSelection, Selection } from '../../src/view/view.ts'
import { edge, node, sevenNodes, sevenPlaces } from '../seven-nodes.ts'

function older(): Knowledge {
  const { entities, statements, ...rest } = sevenNodes()
  const then = new Map(entities)
  const old = node('old', 'Old', 'city')
  then.set(old.id, old)
  then.delete(entityId('island'))
  const moved = edge('moved-1', 'lab', 'based-in', 'old')
  return { ...rest, entities: then, statements: new Map([...statements, [moved.id, moved]]) }
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

test('no filter moves a ghost', () => {
  const { session, comparison } = opened()
  const place = () => {
    const ghost = comparison().picture.value.nodes.find(({ id }) => id === 'old')
    return [ghost?.x, ghost?.y]
  }
  const before = place()
  const kind = session.content.entities.get(entityId('lab'))?.kind ?? kindId('')
  session.dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kind } })
  expect(session.picture.value.nodes.some(({ id }) => id === 'lab')).toBe(false)
  expect(place()).toEqual(before)
})

const old = { type: 'gone', from: 'compared', of: 'entity', id: entityId('old') } as const
const moved: GoneSelection = {
  type: 'gone',
  from: 'compared',
  of: 'statement',
  id: statementId('moved-1'),
}

test('what only the older version has is selected like all else, from its ghost or its line', () => {
  const { session, comparison } = opened()
  const { ghostNode, ghostEdge, leadsTo, whereIs, nodes, picture } = comparison()
  expect([ghostNode(entityId('old')), ghostNode(entityId('lab')), nodes.value]).toEqual([
    old,
    undefined,
    ['old'],
  ])
  const ghost = picture.value.edges.find(({ change: each }) => each === 'removed')
  expect(ghost === undefined ? undefined : ghostEdge(ghost.id)).toEqual(moved)
  expect(
    comparison().parts.flatMap(({ records }) => records.map((each) => each.selection)),
  ).toEqual(expect.arrayContaining([old, moved]) as unknown)
  session.dispatch({ type: 'select', selection: old })
  expect([session.selection.value, whereIs(old), whereIs(moved)]).toEqual([
    old,
    { selectedNode: 'old', seen: ['old'] },
    { selectedEdge: ghost?.id, seen: ['lab', 'old'] },
  ])
  // On to its neighbours: those that remain have the usual card.
  expect([
    leadsTo({ of: 'entity', id: entityId('lab') }),
    leadsTo({ of: 'statement', id: statementId('moved-1') }),
    leadsTo({ of: 'statement', id: statementId('wrote-1') }),
    leadsTo({ of: 'statement', id: statementId('value-98') }),
    leadsTo({ of: 'entity', id: entityId('nobody') }),
  ]).toEqual([
    { type: 'node', id: 'lab' },
    moved,
    { type: 'edge', id: 'wrote-1' },
    { type: 'node', id: 'market' },
    { type: 'nothing' },
  ])
})

test('its selection is undone, is in the link, and waits there for the version', () => {
  const { session } = opened()
  session.dispatch({ type: 'select', selection: old })
  const link = encodeView(session.view.value, session.name)
  expect(link).toMatch(/gone=entity:old&.*compared=old\.gexf/)
  session.undo()
  expect(session.selection.value.type).toBe('nothing')

  const { view, notes } = decodeView(link, sevenNodes())
  const again = createSession(withOwnKinds(sevenNodes(), sevenPlaces), view, signal('light'))
  expect([notes, again.selection.value.type]).toEqual([[], 'nothing'])
  layBeside(again, 'old.gexf', 'old.gexf', { knowledge: older(), layout: new Map() })
  expect(again.selection.value).toEqual(old)
  expect(again.history.value.past).toEqual([])
})

test('a link to what the version does not have says so, and opens the comparison', () => {
  const link = 'gone=statement:nobody&compared=old.gexf'
  const { view } = decodeView(link, sevenNodes())
  const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), view, signal('light'))
  layBeside(session, 'old.gexf', 'old.gexf', { knowledge: older(), layout: new Map() })
  expect([
    session.notices.value,
    encodeView(session.view.value, session.name),
    session.history.value.past,
  ]).toEqual([
    ['What the link is about is not in old.gexf.'],
    'v=1&dataset=seven@1.2.3&compared=old.gexf',
    [],
  ])
})

test('without the comparison nothing of it is selected, nor promised by the link', () => {
  const { session, comparison } = opened()
  session.dispatch({ type: 'select', selection: old })
  session.dispatch({ type: 'select', selection: { type: 'node', id: entityId('lab') } })
  comparison().close()
  session.dispatch({ type: 'back' })
  expect([session.selection.value.type, encodeView(session.view.value, session.name)]).toEqual([
    'nothing',
    'v=1&dataset=seven@1.2.3',
  ])
  session.undo()
  session.undo()
  session.dispatch({ type: 'back' })
  expect(session.selection.value).toEqual(old)
})

test('what is not gone after all is opened as it is', () => {
  const { session } = opened()
  const of = (id: string): Selection => ({ ...old, id: entityId(id) })
  session.dispatch({ type: 'select', selection: of('lab') })
  expect(session.selection.value).toEqual({ type: 'node', id: 'lab' })
  session.dispatch({ type: 'select', selection: of('nobody') })
  expect(session.selection.value).toEqual({ type: 'nothing' })
})

test('in a narrowed picture only ghosts beside what it shows are drawn', () => {
  const { session, comparison } = opened()
  session.dispatch({ type: 'narrow', to: new Set([entityId('market')]) })
  const far = comparison().nodes.value
  session.dispatch({ type: 'narrow', to: new Set([entityId('lab')]) })
  expect([far, comparison().nodes.value]).toEqual([[], ['old']])
})

test('a card is told what differs about it, and the end is a step back to the graph alone', () => {
  const { session, comparison, marked } = opened()
  const about = (id: string): readonly string[] =>
    comparison()
      .recordsAbout({ type: 'node', id: entityId(id) })
      .map((record) => `${record.change} ${record.text}`)
  expect([about('island'), about('lab'), about('market')]).toEqual([
    ['added Élan'],
    ['removed Alibaba Cloud is based in Old'],
    [],
  ])
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
