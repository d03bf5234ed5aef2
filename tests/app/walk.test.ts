import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { createWalk } from '../../src/app/walk.ts'
import { entityId, kindId } from '../../src/model/ids.ts'
import { firstView } from '../../src/view/view.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

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
