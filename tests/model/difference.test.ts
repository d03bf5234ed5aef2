import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { difference, differenceSize } from '../../src/model/difference.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import type { Knowledge, Statement } from '../../src/model/knowledge.ts'
import { anyKnowledge } from '../formats/knowledge-arbitrary.ts'
import { node, sevenNodes } from '../seven-nodes.ts'

const without = (
  knowledge: Knowledge,
  entity: string,
  ...statements: readonly string[]
): Knowledge => {
  const entities = new Map(knowledge.entities)
  entities.delete(entityId(entity))
  const rest = new Map(knowledge.statements)
  for (const id of statements) rest.delete(statementId(id))
  return { ...knowledge, entities, statements: rest }
}
const none = { added: [], removed: [], changed: [] }

describe('the difference of two graphs', () => {
  test('is nothing between a graph and itself, however its records are ordered', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const turned: Knowledge = {
          ...knowledge,
          entities: new Map([...knowledge.entities].toReversed()),
          statements: new Map([...knowledge.statements].toReversed()),
        }
        expect(differenceSize(difference(knowledge, turned))).toBe(0)
      }),
      { numRuns: 50 },
    )
  })

  test('is one edge where one edge of a file without ids went, and all numbers with it', () => {
    const numbered = (statements: readonly Statement[]): Knowledge => ({
      ...sevenNodes(),
      statements: new Map(
        statements.map((statement, index) => {
          const id = statementId(`e${index}`)
          return [id, { ...statement, id }]
        }),
      ),
    })
    const edges = [...sevenNodes().statements.values()]
    const { added, removed, changed } = difference(
      numbered(edges),
      numbered(edges.toSpliced(2, 1)),
    ).statements
    expect([
      added,
      removed,
      changed.flatMap(({ fields }) => fields.map(({ field }) => field)),
    ]).toEqual([[], ['e2'], edges.slice(3).map(() => 'id')])
  })

  test('read backwards swaps what was added and what was removed', () => {
    fc.assert(
      fc.property(anyKnowledge, anyKnowledge, (one, other) => {
        const [there, back] = [difference(one, other), difference(other, one)]
        expect([back.entities.removed, back.entities.added]).toEqual([
          there.entities.added,
          there.entities.removed,
        ])
      }),
      { numRuns: 50 },
    )
  })

  test('names what was removed', () => {
    const before = sevenNodes()
    const after = without(before, 'island', 'tested-1')
    expect(difference(before, after)).toEqual({
      dataset: [],
      kinds: none,
      predicates: none,
      sources: none,
      entities: { ...none, removed: ['island'] },
      statements: { ...none, removed: ['tested-1'] },
    })
  })

  test('names the fields of a record that changed', () => {
    const before = sevenNodes()
    const entities = new Map(before.entities)
    entities.set(entityId('island'), node('island', 'Atoll', undefined))
    expect(difference(before, { ...before, entities }).entities).toEqual({
      ...none,
      changed: [
        {
          id: 'island',
          before: 'island',
          fields: [{ field: 'label', before: 'Élan', after: 'Atoll' }],
        },
      ],
    })
  })

  test('knows a statement under another id by what it says', () => {
    const before = sevenNodes()
    const statements = new Map(before.statements)
    const wrote = statements.get(statementId('wrote-1'))
    if (wrote === undefined) throw new Error('no statement')
    statements.delete(wrote.id)
    statements.set(statementId('e9'), { ...wrote, id: statementId('e9') })
    expect(difference(before, { ...before, statements }).statements).toEqual({
      ...none,
      changed: [
        { id: 'e9', before: 'wrote-1', fields: [{ field: 'id', before: 'wrote-1', after: 'e9' }] },
      ],
    })
  })

  test('tells a title that only one of the files says, and no name of a file', () => {
    const named = (id: string, title: string): Knowledge => ({
      ...sevenNodes(),
      dataset: { id, title, start: [] },
    })
    expect([
      difference(named('a.gexf', 'a.gexf'), named('b.csv', 'b.csv')).dataset,
      difference(named('a.gexf', 'Trade'), named('b.csv', 'b.csv')).dataset,
    ]).toEqual([[], [{ field: 'title', before: 'Trade', after: undefined }]])
  })

  test.each([
    ['a number is no name', 'edge-1', 'market', ['value']],
    ['a number is no name', 'edge-1', 'plan', undefined],
    ['a name is', 'figure', 'plan', ['subject', 'value']],
  ])('knows a fact again by its id: %s (%s of %s)', (_, name, subject, fields) => {
    const before = sevenNodes()
    const fact = before.statements.get(statementId('value-98'))
    if (fact === undefined) throw new Error('no fact')
    const id = statementId(name)
    const literal = { text: '5', datatype: 'decimal' } as const
    const of = (more: Partial<Statement>): Knowledge => ({
      ...before,
      statements: new Map([[id, { ...fact, ...more, id }]]),
    })
    const now = of({ subject: entityId(subject), value: { type: 'literal', literal } })
    const [change] = difference(of({}), now).statements.changed
    expect(change?.fields.map(({ field }) => field)).toEqual(fields)
  })
})
