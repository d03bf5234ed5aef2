import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { OpenGraph } from '../../src/app/session.ts'
import { predicateId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { firstView } from '../../src/view/view.ts'
import { edge, sevenNodes, sevenPlaces } from '../seven-nodes.ts'

/** The seven nodes with a second seat for the laboratory, where it can have one. */
function twoSeats(): Knowledge {
  const knowledge = sevenNodes()
  const id = predicateId('based-in')
  const basedIn = knowledge.predicates.get(id)
  if (basedIn === undefined) throw new Error('no such predicate')
  const second = edge('based-in-2', 'lab', 'based-in', 'island')
  return {
    ...knowledge,
    predicates: new Map(knowledge.predicates).set(id, { ...basedIn, singleValued: true }),
    statements: new Map(knowledge.statements).set(second.id, second),
  }
}

async function disputedIn(graph: OpenGraph) {
  const session = createSession(graph, firstView, signal('light'))
  await session.prepare(() => Promise.resolve())
  return {
    session,
    waved: session.picture.value.edges.filter(({ line }) => line === 'waved').map(({ id }) => id),
    counted: session.facets.value.evidence.find(({ label }) => label === 'Disputed')?.total,
  }
}

test('a conflict is drawn and counted as disputed, and stays out of what is exported', async () => {
  const knowledge = twoSeats()
  const { session, waved, counted } = await disputedIn(withOwnKinds(knowledge, sevenPlaces))
  expect([waved, counted]).toEqual([['based-in-1', 'based-in-2'], 4])
  expect(session.content).toBe(knowledge)
})

test('in what the build has checked none is looked for', async () => {
  const graph = { ...withOwnKinds(twoSeats(), sevenPlaces), checked: true } as const
  const { waved, counted } = await disputedIn(graph)
  expect([waved, counted]).toEqual([[], 2])
})
