import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/graph.ts'
import { evidenceOf, namesSources } from '../../src/model/evidence.ts'
import { columnId, entityId, predicateId, statementId } from '../../src/model/ids.ts'
import type { EntityId } from '../../src/model/ids.ts'
import { beyondPlain, relationCount } from '../../src/model/in-columns.ts'
import type { Knowledge, Statement } from '../../src/model/knowledge.ts'
import type { Gist } from '../../src/model/knowledge.ts'
import { StatementWriter, blockLength, nowhere } from '../../src/model/statement-block.ts'
import type { StatementBlock } from '../../src/model/statement-block.ts'
import { StatementColumns, StatementTable } from '../../src/model/statement-table.ts'
import { anyKnowledge } from '../formats/knowledge-arbitrary.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'

/** The same statements in columns, after these have travelled. */
function tableOf({
  entities,
  statements,
}: Pick<Knowledge, 'entities' | 'statements'>): StatementTable {
  const ids = [...entities.keys()]
  const placeOf = (id: EntityId): number => (entities.has(id) ? ids.indexOf(id) : nowhere)
  const blocks: StatementBlock[] = []
  const writer = new StatementWriter((block) => void blocks.push(structuredClone(block)))
  for (const statement of statements.values()) {
    const { subject, value } = statement
    const ends = [placeOf(subject), value.type === 'entity' ? placeOf(value.entity) : nowhere]
    const [from = nowhere, to = nowhere] = ends
    if (ends.includes(nowhere)) writer.keep(statement, from, to)
    else writer.add(statement, from, to)
  }
  writer.end()
  return new StatementTable(new StatementColumns(ids, blocks))
}

describe('statements in columns', () => {
  test('are the same statements, one by one and all together', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const table = tableOf(knowledge)
        const statements = [...knowledge.statements.values()]
        expect([...table.values()]).toEqual(statements)
        expect([...table]).toEqual([...knowledge.statements])
        expect(statements.map(({ id }) => table.get(id))).toEqual(statements)
      }),
      { numRuns: 200 },
    )
  })

  test('tell in brief what the records tell', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const table = tableOf(knowledge)
        const statements = [...knowledge.statements.values()]
        const brief = ({ predicate, label, weight, direction }: Gist) => [
          predicate,
          label,
          weight,
          direction,
        ]
        const gists = statements.map((_, place) => table.columns.gistAt(place))
        expect(gists.map(brief)).toEqual(statements.map(brief))
        expect(gists.map(evidenceOf)).toEqual(statements.map(evidenceOf))
        expect(statements.map((_, place) => table.columns.predicateAt(place))).toEqual(
          statements.map(({ predicate }) => predicate),
        )
        const inColumns = { ...knowledge, statements: table }
        expect(namesSources(inColumns)).toBe(namesSources(knowledge))
        expect(relationCount(table)).toBe(relationCount(knowledge.statements))
      }),
    )
  })

  test('make the same graph as the records, also of fewer entities than they are about', () => {
    fc.assert(
      fc.property(anyKnowledge, fc.nat(), (knowledge, gone) => {
        const table = tableOf(knowledge)
        const ids = [...knowledge.entities.keys()]
        const lost = ids[gone % Math.max(1, ids.length)]
        const entities = new Map([...knowledge.entities].filter(([id]) => id !== lost))
        for (const some of [knowledge, { ...knowledge, entities }]) {
          const [of, inColumns] = [buildGraph(some), buildGraph({ ...some, statements: table })]
          expect([...inColumns.edges.values()]).toEqual([...of.edges.values()])
          expect([...inColumns.edges.keys()]).toEqual([...of.edges.keys()])
          expect(inColumns.ends).toEqual(of.ends)
          expect(inColumns.loops).toEqual(of.loops)
          for (const { statement, id } of inColumns.edges.values())
            expect(statement).toBe(table.get(id))
        }
      }),
    )
  })

  test('are kept whole where columns would lose something', () => {
    const { entities, statements } = sevenNodes(nasty)
    const whole = [...statements.values()].filter(
      ({ references, value, note }) =>
        references.length > 0 || value.type === 'literal' || note !== undefined,
    )
    expect([...beyondPlain(tableOf({ entities, statements }))]).toEqual(whole)
  })

  test.each([{ weight: Number.NaN }, { drawing: { thickness: Number.NaN } }])(
    'keep what columns have no number for: %j',
    (odd) => {
      const { entities, statements } = sevenNodes()
      const [plain] = [...statements.values()].filter(({ value }) => value.type === 'entity')
      if (plain === undefined) throw new Error('there is none')
      const table = tableOf({ entities, statements: new Map([[plain.id, { ...plain, ...odd }]]) })
      expect([...table.values()]).toEqual([{ ...plain, ...odd }])
    },
  )
})

describe('many statements in columns', () => {
  const attributes = [{ column: columnId('sector'), text: 'energy' }]
  const plain = { qualifiers: [], references: [], disputes: [], spans: [], attributes }
  const statementAt = (place: number): Statement => ({
    ...plain,
    id: statementId(`e${place}`),
    subject: entityId(place % 2 === 0 ? 'a' : 'b'),
    predicate: predicateId(place % 3 === 0 ? 'based-in' : 'owns'),
    value: { type: 'entity', entity: entityId('b') },
    direction: 'directed',
    ...(place % 5 === 0 ? { label: `label ${place}` } : {}),
  })
  const count = 2 * blockLength + 7
  const statements = new Map(
    Array.from({ length: count }, (_, place) => statementAt(place)).map((each) => [each.id, each]),
  )
  const entities = new Map(
    ['a', 'b']
      .map(entityId)
      .map((id) => [id, { id, aliases: [], parents: [], spans: [], attributes: [] }]),
  )
  const table = tableOf({ entities, statements })

  test('fill blocks of one length and a shorter one', () => {
    expect(table.columns.blocks.list.map(({ ids }) => ids.length)).toEqual([
      blockLength,
      blockLength,
      7,
    ])
    expect([...table.values()]).toEqual([...statements.values()])
  })

  test('of thousands of columns have few, and are whole where those do not suffice', () => {
    const sparse = new Map(
      [...statements.values()].map((each, place) => {
        const cell = { column: columnId(`column ${place % 3000}`), text: `${place}` }
        return [each.id, { ...each, attributes: [cell] }]
      }),
    )
    const thin = tableOf({ entities, statements: sparse })
    expect([...thin.values()]).toEqual([...sparse.values()])
    const { list } = thin.columns.blocks
    expect(Math.max(...list.map(({ cells }) => cells.length))).toBeLessThan(100)
  })

  test('have a text once, and what many of them have as one object', () => {
    const [first, second] = table.columns.blocks.list
    expect(first?.texts).toEqual(expect.arrayContaining(['based-in', 'owns', 'label 0']))
    expect(second?.texts).not.toContain('owns')
    expect(second?.cells.map(({ texts }) => texts)).toEqual([[]])
    const [one, other] = [table.at(0), table.at(count - 1)]
    expect(one?.attributes[0]).toBe(other?.attributes[0])
    expect(one?.value).toBe(other?.value)
  })
})
