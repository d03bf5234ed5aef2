import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTables } from '../../../src/formats/csv/read-tables.ts'
import { writeCsv } from '../../../src/formats/csv/write.ts'
import { columnId, kindId } from '../../../src/model/ids.ts'
import type {
  Alias,
  Column,
  Entity,
  Knowledge,
  LaidOut,
  Predicate,
  Span,
  Statement,
} from '../../../src/model/knowledge.ts'
import { drawnAs, noDrawing } from '../../drawings.ts'
import { sevenNodes } from '../../seven-nodes.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'

const encoder = new TextEncoder()

const read = ({ nodes, edges }: { nodes: string; edges: string }): LaidOut => {
  const files = [
    { name: 'x-nodes.csv', bytes: encoder.encode(nodes) },
    { name: 'x-edges.csv', bytes: encoder.encode(edges) },
  ]
  const { result } = readTables(files)
  if (!result.ok) throw new Error(`rejected: ${JSON.stringify(result.issues)}`)
  return result.content
}
/** Maps as lists, so that the order counts. */
const listed = (knowledge: Knowledge): object =>
  Object.fromEntries(
    Object.entries(knowledge).map(([key, value]) => [
      key,
      value instanceof Map ? [...value] : value,
    ]),
  )

// Control characters are just what is looked for here.
// oxlint-disable-next-line no-control-regex
const unfit = /[\u{0}-\u{8}\u{B}\u{C}\u{E}-\u{1F}\u{7F}\u{D800}-\u{DFFF}]/gu
/** The value with every text in it as a text file can hold it. */
const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(unfit, '\uFFFD')
  if (Array.isArray(value)) return value.map(clean)
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [clean(key), clean(one)]))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)]))
}
/** Ids that are the same without control characters are one, so that parents may close a circle. */
const cleanKnowledge = anyKnowledge.map((knowledge): Knowledge => {
  const cleaned = clean(knowledge) as Knowledge
  if (cleaned.entities.size === knowledge.entities.size) return cleaned
  const entities = [...cleaned.entities].map(([id, one]) => [id, { ...one, parents: [] }] as const)
  return { ...cleaned, entities: new Map(entities) }
})
const told = (text: string): boolean => !/[;()/]/.test(text) && text !== '..'

const withoutMeasures = ({ measures, inferred, ...statement }: Statement): Statement => {
  void [measures, inferred]
  return statement
}

/** What two tables can hold of any knowledge: what the writer lists as lost is taken away. */
const tabular = (knowledge: Knowledge): Knowledge => {
  const spans = (list: readonly Span[]): readonly Span[] =>
    list.flatMap(({ start, end }) =>
      [start ?? '', end ?? ''].every(told)
        ? [{ ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }]
        : [],
    )
  const columns = (list: readonly Column[]): readonly Column[] =>
    list.map((_, index) => ({
      id: columnId(`=column ${index}`),
      title: `=column ${index}`,
      datatype: 'string',
      dynamic: false,
    }))
  const attributes = (own: Entity['attributes'], list: readonly Column[]): Entity['attributes'] =>
    list.flatMap(({ id }, index) => {
      const cell = own.find(({ column }) => column === id)
      return cell === undefined
        ? []
        : [{ column: columnId(`=column ${index}`), text: `x${cell.text}` }]
    })
  const alias = ({ text, note }: Alias): readonly Alias[] =>
    told(text) && told(note ?? '') ? [{ text, ...(note === undefined ? {} : { note }) }] : []
  const kinds = new Map<string, string>()
  const entities = [...knowledge.entities.values()].map((entity): Entity => {
    if (entity.kind !== undefined) kinds.set(entity.kind, entity.kind)
    return {
      ...entity,
      aliases: entity.aliases.flatMap(alias),
      parents: entity.parents.filter(told),
      spans: spans(entity.spans),
      attributes: attributes(entity.attributes, knowledge.columns.entity),
    }
  })
  const statements = [...knowledge.statements.values()]
    .filter(({ value }) => value.type === 'entity')
    .map(withoutMeasures)
    .map((statement): Statement => ({
      ...statement,
      qualifiers: [],
      references: [],
      disputes: [],
      spans: spans(statement.spans),
      attributes: attributes(statement.attributes, knowledge.columns.statement),
    }))
  const predicates = new Map<Predicate['id'], Predicate>()
  for (const { predicate: id } of statements) {
    const label = knowledge.predicates.get(id)?.label ?? id
    predicates.set(id, {
      type: 'relation',
      id,
      label,
      inverse: label === 'linked to' ? 'linked from' : `${label} (reverse)`,
      subjects: [],
      objects: [],
      singleValued: false,
    })
  }
  return {
    dataset: { id: 'x-nodes.csv', title: knowledge.dataset.title, start: [] },
    kinds: new Map(
      [...kinds.keys()].map((id) => [kindId(id), { id: kindId(id), label: id, plural: id }]),
    ),
    predicates,
    qualifiers: new Map(),
    sources: new Map(),
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    statements: new Map(statements.map((statement) => [statement.id, statement])),
    columns: {
      entity: columns(knowledge.columns.entity),
      statement: columns(knowledge.columns.statement),
    },
  }
}
describe('the two tables that Orrery writes', () => {
  it('give back what was written, but for the losses', () => {
    fc.assert(
      fc.property(
        cleanKnowledge.map(tabular),
        fc.constantFrom('disarm' as const, 'keep' as const),
        (knowledge, formulas) => {
          fc.pre(knowledge.entities.size > 0)
          const { losses, ...tables } = writeCsv(knowledge, noDrawing, { formulas })
          expect(listed(read(tables).knowledge)).toEqual(listed(knowledge))
          const expected = /^(?:cells with an apostrophe|descriptions of kinds)/
          expect(losses.filter(({ what }) => !expected.test(what))).toEqual([])
        },
      ),
      { numRuns: 120 },
    )
  })

  it('are the same after one pass more', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const once = read(writeCsv(knowledge, noDrawing)).knowledge
        const { losses: _, ...twice } = writeCsv(once, noDrawing)
        const { losses: __, ...again } = writeCsv(read(twice).knowledge, noDrawing)
        expect(again).toEqual(twice)
      }),
      { numRuns: 50 },
    )
  })

  it('are read by their commas, though spaces would make a table of them too', () => {
    const header = 'Id,Label,linked to (caller),linked to,references of facts,orrery:dataset'
    const nodes = `${header}\r\na,,',',linked to  caller: ; linked to : : x,t\r\n`
    const { knowledge } = read({ nodes, edges: 'Source,Target,Type,Id,Label,orrery:dataset\r\n' })
    expect([...knowledge.entities.keys()]).toEqual(['a'])
  })

  it('hold every node and edge, whatever their ids are', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const { entities, statements } = read(writeCsv(knowledge, noDrawing)).knowledge
        const edges = [...knowledge.statements.values()].filter(
          ({ value }) => value.type === 'entity',
        )
        expect([entities.size, statements.size]).toEqual([knowledge.entities.size, edges.length])
      }),
      { numRuns: 50 },
    )
  })

  it('give positions, colours and sizes back as the picture had them', () => {
    const knowledge = tabular(sevenNodes())
    const nodes = new Map(
      [...knowledge.entities.keys()].map((id, index) => [
        id,
        { position: { x: index / 3, y: (index - 9) * 1e-7 }, colour: '#12ab34', size: index + 0.5 },
      ]),
    )
    const edges = new Map(
      [...knowledge.statements.keys()].map((id) => [id, { colour: '#00ff0080' }]),
    )
    const found = read(writeCsv(knowledge, drawnAs(nodes, edges)))
    expect({
      layout: found.layout,
      nodes: new Map([...found.knowledge.entities].map(([id, { drawing }]) => [id, drawing])),
      edges: new Map([...found.knowledge.statements].map(([id, { drawing }]) => [id, drawing])),
    }).toEqual({
      layout: new Map([...nodes].map(([id, { position }]) => [id, position])),
      nodes,
      edges,
    })
  })
})
