import type { Loss } from '../../model/issue.ts'
import type { Drawing, Entity, Knowledge, Statement } from '../../model/knowledge.ts'
import { issueLog } from '../issue-log.ts'
import { lossCount } from '../loss-count.ts'
import type { LossCount } from '../loss-count.ts'
import { stableJson } from '../stable-json.ts'
import { buildKnowledge } from './build-knowledge.ts'
import type { Dialect } from './dialect.ts'
import { beyondPlain, frameOf, ownName, plainRecords, recordsOf } from './own-fields.ts'
import type { OwnFrame } from './own-fields.ts'
import { parseJson } from './parse-json.ts'
import { edgeFields, entityFields } from './plain-fields.ts'
import { aboutFields } from './plain-graph.ts'
import type { JsonField, PlainFormat, PlainGraph } from './plain-graph.ts'

/**
 * Writes knowledge as a graph of plain fields, and beside them what these do not say. That is
 * found by reading the plain fields back: what is missing or different then goes into our
 * extension, so that reading the whole gives the same knowledge again.
 */
export function writePlain(
  knowledge: Knowledge,
  drawing: Drawing,
  format: PlainFormat,
  dialect: Dialect,
): { readonly text: string; readonly losses: readonly Loss[] } {
  const losses = lossCount()
  const meant = withDrawing(whole(knowledge, losses), drawing, losses)
  const statements = [...meant.statements.values()]
  const edges = statements.filter(({ value }) => value.type === 'entity')
  const facts = statements.filter(({ value }) => value.type === 'literal')
  const entityPlan = entityFields(meant, facts, format.reserved)
  const edgePlan = edgeFields(meant, edges, format.reserved)
  const graph: PlainGraph = {
    about: aboutFields(meant.dataset),
    nodes: [...meant.entities.values()].map((entity) => ({
      id: entity.id,
      label: entity.label,
      parent: entity.parents.find((id) => meant.entities.has(id)),
      drawing: entity.drawing ?? {},
      fields: entityPlan.fields(entity),
    })),
    edges: edges.map((edge) => plainEdge(edge, meant, edgePlan.fields(edge))),
  }
  const record = frameOf(meant)
  // A plain field that no reader can use is no attribute of ours.
  const names = ({ own, columns }: OwnFrame['entity']): OwnFrame['entity'] => ({
    own: [...own, ...format.reserved],
    columns,
  })
  const frame: OwnFrame = { record, entity: names(entityPlan), statement: names(edgePlan) }
  countLosses(edges, meant, losses)
  return {
    text: format.text(withOwn(graph, meant, frame, readBack(format.text(graph), dialect))),
    losses: losses.losses(),
  }
}

/** Without statements about entities that are not there. */
function whole(knowledge: Knowledge, losses: LossCount): Knowledge {
  const { entities } = knowledge
  const there = [...knowledge.statements].filter(
    ([, { subject, value }]) =>
      entities.has(subject) && (value.type === 'literal' || entities.has(value.entity)),
  )
  losses.add(
    'statements about entities that are not there',
    knowledge.statements.size - there.length,
  )
  return { ...knowledge, statements: new Map(there) }
}

/** Drawn as the picture draws it, whatever an earlier file said. */
function withDrawing(knowledge: Knowledge, drawing: Drawing, losses: LossCount): Knowledge {
  const entities = [...knowledge.entities].map(([id, whole]) => {
    const { drawing: _, ...entity } = whole
    const drawn = finiteOnly(drawing.node(whole), losses)
    return [id, drawn === undefined ? entity : { ...entity, drawing: drawn }] as const
  })
  const statements = [...knowledge.statements].map(([id, whole]) => {
    const { drawing: _, ...statement } = whole
    const drawn =
      whole.value.type === 'entity' ? finiteOnly(drawing.edge(whole), losses) : undefined
    return [id, drawn === undefined ? statement : { ...statement, drawing: drawn }] as const
  })
  return { ...knowledge, entities: new Map(entities), statements: new Map(statements) }
}

function finiteOnly<Drawn extends object>(
  drawn: Drawn | undefined,
  losses: LossCount,
): Drawn | undefined {
  if (drawn === undefined || Object.keys(drawn).length === 0) return undefined
  const numbers = Object.values(drawn).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [value],
  )
  if (numbers.every((one) => typeof one !== 'number' || Number.isFinite(one))) return drawn
  losses.add('drawings with numbers that JSON does not have')
  return undefined
}

function plainEdge(
  edge: Statement,
  { predicates }: Knowledge,
  fields: readonly JsonField[],
): PlainGraph['edges'][number] {
  if (edge.value.type !== 'entity') throw new Error(`the fact ${edge.id} is no edge`)
  return {
    id: edge.id,
    source: edge.subject,
    target: edge.value.entity,
    undirected: edge.direction === 'undirected',
    predicate: edge.predicate,
    label: edge.label ?? predicates.get(edge.predicate)?.label ?? edge.predicate,
    weight: edge.weight,
    drawing: edge.drawing ?? {},
    fields,
  }
}

function readBack(text: string, dialect: Dialect): Knowledge {
  const found = dialect.recognise(parseJson(text).values)
  if (found === undefined)
    throw new Error(`what was written is not recognised as ${dialect.format}`)
  const log = issueLog(text, '')
  return buildKnowledge(found.read(log), '', log)
}

/** The graph with our extension, given what is read of it without one. */
function withOwn(
  graph: PlainGraph,
  meant: Knowledge,
  frame: OwnFrame,
  plain: Knowledge,
): PlainGraph {
  const seen = plainRecords(plain, frame)
  const records = recordsOf(meant)
  const own = (record: object): JsonField => [ownName, stableJson(record)]
  const facts = records.statements.flatMap((record, at) =>
    'literal' in record ? [{ at, ...record }] : [],
  )
  const edges = records.statements.filter((record) => !('literal' in record))
  return {
    about: [
      ...graph.about,
      own({ ...frame.record, facts, fields: { entity: frame.entity, statement: frame.statement } }),
    ],
    nodes: graph.nodes.map((node, index) => {
      const beyond = beyondPlain(records.entities[index] ?? {}, seen.entities[index] ?? {})
      if (Object.keys(beyond).length === 0) return node
      return { ...node, fields: [...node.fields, own(beyond)] }
    }),
    edges: graph.edges.map((edge, index) => {
      const beyond = beyondPlain(edges[index] ?? {}, seen.statements[index] ?? {})
      return { ...edge, fields: [...edge.fields, own(beyond)] }
    }),
  }
}

function countLosses(
  edges: readonly Statement[],
  { entities }: Knowledge,
  losses: LossCount,
): void {
  const directions = new Set(edges.map(({ direction }) => direction))
  if (directions.has('mutual')) {
    const mutual = edges.filter(({ direction }) => direction === 'mutual')
    losses.add('edges in both directions, which other programs see in one', mutual.length)
  }
  const timed = [...entities.values(), ...edges].flatMap(({ attributes }: Entity | Statement) =>
    attributes.filter(({ span }) => span !== undefined),
  )
  losses.add('times of single values, which other programs do not see', timed.length)
}
