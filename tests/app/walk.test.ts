import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { change } from '../../src/app/change.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { layBeside } from '../../src/app/versions.ts'
import { createWalk } from '../../src/app/walk.ts'
import { entityId, kindId, statementId } from '../../src/model/ids.ts'
import { firstView } from '../../src/view/view.ts'
import { node, sevenNodes, sevenPlaces } from '../seven-nodes.ts'

test('asked for references before any turn, the walk tells the connections of the picture', () => {
  const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), firstView, signal('light'))
  const walk = createWalk(session)
  session.dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kindId('model') } })
  session.dispatch({ type: 'select', selection: { type: 'node', id: entityId('lab') } })
  walk.tellWhere()
  const where = walk.announcement.value
  walk.tellReferences()
  expect(walk.announcement.value).toBe(
    `${where}; turn to one with Left or Right to hear its references`,
  )
  expect(where).toMatch(/, 2 connections$/)
})

test('the walk goes along relations that are gone, to what is gone and back', () => {
  const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), firstView, signal('light'))
  const walk = createWalk(session)
  session.dispatch({ type: 'select', selection: { type: 'node', id: entityId('lab') } })
  change(session, [
    { type: 'remove-entity', id: entityId('shanghai') },
    { type: 'remove-statement', id: statementId('tested-1') },
  ])
  walk.enter()
  const heard: string[] = []
  for (const _ of Array.from({ length: 5 })) {
    walk.turn(1)
    heard.push(walk.announcement.value)
  }
  expect(heard.slice(3)).toEqual([
    'removed: based in Shanghai, City, 1 of 1, 1 reference',
    'removed: tested by Qwen, Model, 1 of 1, 0 references',
  ])
  walk.turnGroup(-1)
  walk.tellReferences()
  expect(walk.announcement.value).toBe('An article, ¶\u00a01: Names the city.')
  walk.go()
  expect([walk.announcement.value, session.selection.value]).toEqual([
    'Shanghai, removed, City, 1 connection',
    { type: 'gone', from: 'draft', of: 'entity', id: 'shanghai' },
  ])
  walk.leave()
  walk.enter()
  expect(session.selection.value.type).toBe('gone')
  walk.turn(1)
  expect(walk.announcement.value).toBe(
    'removed: home of Alibaba Cloud, Institution, 1 of 1, 1 reference',
  )
  walk.go()
  expect(session.selection.value).toEqual({ type: 'node', id: 'lab' })
  session.dispatch({
    type: 'select',
    selection: { type: 'gone', from: 'draft', of: 'statement', id: statementId('tested-1') },
  })
  walk.tellWhere()
  expect(walk.announcement.value).toBe('removed: Qwen tested Alibaba Cloud')
})

test('the walk tells a kind that only what is gone had', () => {
  const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), firstView, signal('light'))
  const { entities, kinds, ...rest } = sevenNodes()
  const bureau = { id: kindId('bureau'), label: 'Bureau', plural: 'Bureaus' }
  const old = node('old', 'Old', bureau.id)
  layBeside(session, 'old.gexf', 'old.gexf', {
    knowledge: {
      ...rest,
      kinds: new Map([...kinds, [bureau.id, bureau]]),
      entities: new Map([...entities, [old.id, old]]),
    },
    layout: new Map(),
  })
  const walk = createWalk(session)
  session.dispatch({
    type: 'select',
    selection: { type: 'gone', from: 'compared', of: 'entity', id: old.id },
  })
  walk.enter()
  expect(walk.announcement.value).toBe('Old, removed, Bureau, 0 connections')
})
