import { signal } from '@preact/signals'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { change } from '../../src/app/change.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import { emptyDraft } from '../../src/model/draft.ts'
import { firstView } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { anyEdit } from '../any-draft.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'
import { anyView } from '../view/any-view.ts'
import { illegalParts } from '../view/legal-view.ts'

const knowledge = sevenNodes()
const sessionAt = (view: View) =>
  createSession(withOwnKinds(knowledge, sevenPlaces), view, signal('light'))

test('a change leaves a view that is about what is there, and undo the view that was', () => {
  fc.assert(
    fc.property(
      anyView(knowledge),
      fc.array(fc.array(anyEdit(knowledge), { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
      (any, changes) => {
        const view = { ...any, draft: emptyDraft }
        const session = sessionAt(view)
        for (const edits of changes) {
          change(session, edits)
          expect(illegalParts(session.view.peek(), session.content)).toEqual([])
        }
        for (const _ of session.history.peek().past) session.undo()
        expect([session.view.peek(), session.content]).toEqual([view, knowledge])
      },
    ),
    { numRuns: 150 },
  )
})

test('a question about what is taken away goes with it, and so does a selected edge that is a fact now', () => {
  const plan = entityId('plan')
  const asking: View = {
    ...firstView,
    question: { start: { type: 'node', id: plan }, steps: [] },
    trail: { visited: [{ type: 'edge', id: statementId('trained-1') }], at: 0 },
  }
  const session = sessionAt(asking)
  const trained = session.content.statements.get(statementId('trained-1'))
  if (trained === undefined) throw new Error('no statement')
  const literal = { text: 'Qwen', datatype: 'string' } as const
  change(session, [
    { type: 'remove-entity', id: plan },
    { type: 'set-statement', statement: { ...trained, value: { type: 'literal', literal } } },
  ])
  const { question, trail } = session.view.peek()
  expect([question, trail.visited]).toEqual([undefined, [{ type: 'nothing' }]])
})
