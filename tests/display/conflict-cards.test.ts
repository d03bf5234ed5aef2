import { describe, expect, test } from 'vitest'
import { conflictCards } from '../../src/display/conflict-cards.ts'
import { entityId, predicateId, sourceId, statementId } from '../../src/model/ids.ts'
import type { Knowledge, Statement } from '../../src/model/knowledge.ts'
import { edge, sevenNodes } from '../seven-nodes.ts'

/** The seven nodes, where an institution is based in one place at a time, and the lab in three. */
function conflicting(): Knowledge {
  const knowledge = sevenNodes()
  const basedIn = knowledge.predicates.get(predicateId('based-in'))
  if (basedIn === undefined) throw new Error('no such predicate')
  const based = (id: string, place: string, more: Partial<Statement> = {}): Statement =>
    edge(id, 'lab', 'based-in', place, more)
  const more = [
    based('based-in-2', 'island', {
      note: 'A rumour.',
      references: [{ source: sourceId('article'), paragraph: 4, gloss: 'Puts it on an island.' }],
    }),
    based('based-in-3', 'market', { references: [{ source: sourceId('article'), paragraph: 9 }] }),
  ]
  return {
    ...knowledge,
    predicates: new Map(knowledge.predicates).set(basedIn.id, { ...basedIn, singleValued: true }),
    statements: new Map([...knowledge.statements, ...more.map((one) => [one.id, one] as const)]),
  }
}

describe('the card of a conflict', () => {
  test('has every side, each with its citations', () => {
    expect(conflictCards(conflicting())).toEqual([
      {
        subject: { id: 'lab', name: 'Alibaba Cloud', kind: 'institution' },
        label: 'based in',
        sides: [
          {
            statement: 'based-in-1',
            selection: { type: 'edge', id: 'based-in-1' },
            value: 'Shanghai',
            qualifiers: [],
            note: undefined,
            citations: [expect.stringMatching(/^¶\u00a0\d+: /)],
          },
          {
            statement: 'based-in-2',
            selection: { type: 'edge', id: 'based-in-2' },
            value: 'Élan',
            qualifiers: [],
            note: 'A rumour.',
            citations: ['¶\u00a04: Puts it on an island.'],
          },
          {
            statement: 'based-in-3',
            selection: { type: 'edge', id: 'based-in-3' },
            value: 'AI market',
            qualifiers: [],
            note: undefined,
            citations: ['¶\u00a09'],
          },
        ],
      },
    ])
  })

  test('is shown with its subject, its values and its statements, and nowhere else', () => {
    const knowledge = conflicting()
    const shown = (id: string): number =>
      conflictCards(knowledge, { type: 'node', id: entityId(id) }).length
    expect(['lab', 'shanghai', 'island', 'qwen'].map(shown)).toEqual([1, 1, 1, 0])
    const edges = ['based-in-1', 'based-in-3', 'wrote-1'].map(
      (id) => conflictCards(knowledge, { type: 'edge', id: statementId(id) }).length,
    )
    expect(edges).toEqual([1, 1, 0])
  })

  test('is none where the graph does not say what has one value', () => {
    expect(conflictCards(sevenNodes())).toEqual([])
  })
})
