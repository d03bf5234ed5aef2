import type { IssueLog } from '../issue-log.ts'
import type { Dialect } from './dialect.ts'
import { mostly, single } from './dialect.ts'
import { takeEdge } from './edge-fields.ts'
import { bareValue, plainValue } from './graphson-values.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import { field, idOf, isList, isObject, itemsOf, offsetOf, stringOf, wideAt } from './json-value.ts'
import { OpenFields, takeLabel } from './open-fields.ts'
import type { RawEdge, RawGraph, RawNode } from './raw-graph.ts'

/**
 * GraphSON of TinkerPop, with or without types: a vertex a line with its edges (3), a graph with
 * vertices and edges (3, and with marked names 2 and older), or the answer of a Gremlin server.
 */
export const graphson: Dialect = {
  format: 'graphson',
  recognise: (values) => {
    const whole = bareValue(single(values) ?? null)
    const vertices = itemsOf(field(whole, 'vertices'))
    const edges = itemsOf(field(whole, 'edges'))
    const sure = edges.length > 0 ? mostly(edges, isEdge) : vertices.some(isFull)
    if (mostly(vertices, isVertex) && sure) {
      const old = bareId(vertices[0]) === undefined ? ', with the marked names of TinkerPop 2' : ''
      return {
        why: `it has vertices and edges as GraphSON has them${old}`,
        read: (log) => readGraphson(vertices, edges, log),
      }
    }
    const answer = itemsOf(bareValue(field(field(whole, 'result'), 'data') ?? whole))
    if (answer.length > 0 && answer.every((one) => typeOf(one) !== undefined)) {
      return {
        why: 'it is a list of typed vertices and edges as GraphSON has them',
        read: (log) => readGraphson(ofType(answer, 'vertex'), ofType(answer, 'edge'), log),
      }
    }
    if (!mostly(values, isVertex) || !values.some(hasEdges)) return undefined
    return {
      why: 'it has a vertex of GraphSON on each line',
      read: (log) => readGraphson(values, [], log),
    }
  },
}

/** What a record says that it is: by its type, or as Cosmos DB has it. */
function typeOf(value: JsonValue): 'vertex' | 'edge' | undefined {
  const type = field(value, '@type') ?? field(value, 'type')
  if (type === 'g:Vertex' || (type === 'vertex' && isVertex(value))) return 'vertex'
  return type === 'g:Edge' || (type === 'edge' && isEdge(value)) ? 'edge' : undefined
}

function ofType(values: readonly JsonValue[], type: 'vertex' | 'edge'): readonly JsonValue[] {
  return values.filter((value) => typeOf(value) === type)
}

function bareId(value: JsonValue | undefined): JsonValue | undefined {
  return field(bareValue(value ?? null), 'id')
}

function isVertex(value: JsonValue): boolean {
  const vertex = bareValue(value)
  if (!isObject(vertex)) return false
  if (field(vertex, '_type') === 'vertex') return vertex.fields.has('_id')
  if (!vertex.fields.has('id') || typeof bareLabel(vertex) !== 'string') return false
  const names = [...vertex.fields.keys()]
  return names.every((name) => vertexNames.has(name))
}

const vertexNames = new Set(['id', 'label', 'type', 'properties', 'outE', 'inE'])

function bareLabel(record: JsonValue): JsonValue {
  return bareValue(field(record, 'label') ?? null)
}

/** True where it has more than an id and a label, which other formats have too. */
function isFull(value: JsonValue): boolean {
  const names = ['properties', 'outE', 'inE', '_type']
  return names.some((name) => field(bareValue(value), name) !== undefined)
}

function hasEdges(value: JsonValue): boolean {
  return ['outE', 'inE'].some((name) => field(bareValue(value), name) !== undefined)
}

function isEdge(value: JsonValue): boolean {
  const edge = bareValue(value)
  return ['outV', '_outV'].some((name) => field(edge, name) !== undefined)
}

function readGraphson(
  vertexValues: readonly JsonValue[],
  edgeValues: readonly JsonValue[],
  log: IssueLog,
): RawGraph {
  const vertices = vertexValues.flatMap((value) => identified(plainValue(value), log))
  const told = new Set<string>()
  const edges: RawEdge[] = []
  const ids = new Set(vertices.map(({ id }) => id))
  for (const vertex of vertices) {
    for (const { edge, name, other } of edgesAt(vertex)) {
      // Both ends tell of an edge, under one id; without ids only the first of them counts.
      const key = edge.id === undefined ? undefined : JSON.stringify(keyOf(edge))
      const again = key === undefined ? name === 'inE' && ids.has(other ?? '') : told.has(key)
      if (again) continue
      if (key !== undefined) told.add(key)
      edges.push(edge)
    }
  }
  for (const value of edgeValues) edges.push(readEdge(plainValue(value)))
  return { nodes: vertices.map(readVertex), edges, about: [] }
}

interface Vertex {
  readonly id: string
  readonly record: JsonObject
}

function identified(value: JsonValue, log: IssueLog): readonly Vertex[] {
  const id = markedId(value)
  if (id !== undefined && isObject(value)) return [{ id, record: value }]
  const message = 'a vertex whose id is neither text nor a number; this node is skipped'
  log.warnOfMany('nodes without an id are skipped', offsetOf(value), message)
  return []
}

function keyOf({ id, source, target, predicate }: RawEdge): readonly (string | undefined)[] {
  return [id, source, target, predicate]
}

interface EdgeAtVertex {
  readonly edge: RawEdge
  readonly name: 'outE' | 'inE'
  readonly other: string | undefined
}

function edgesAt({ id, record }: Vertex): readonly EdgeAtVertex[] {
  return (['outE', 'inE'] as const).flatMap((name) => {
    const byLabel = field(record, name)
    if (!isObject(byLabel)) return []
    return [...byLabel.fields].flatMap(([label, edges]) =>
      itemsOf(edges).map((value) => {
        const other = idOf(field(value, name === 'outE' ? 'inV' : 'outV'))
        const [source, target] = name === 'outE' ? [id, other] : [other, id]
        return { edge: { ...readEdge(value), source, target, predicate: label }, name, other }
      }),
    )
  })
}

function readVertex({ id, record }: Vertex): RawNode {
  const label = labelOf(record)
  const fields = fieldsOf(record)
  return {
    id,
    wideId: wideAt(field(record, 'id') ?? field(record, '_id')),
    offset: offsetOf(record),
    kind: label,
    label: takeLabel(fields, ['name']),
    fields: fields.rest(),
  }
}

function readEdge(edge: JsonValue): RawEdge {
  const label = labelOf(edge)
  return {
    id: markedId(edge),
    source: idOf(field(edge, 'outV') ?? field(edge, '_outV')),
    target: idOf(field(edge, 'inV') ?? field(edge, '_inV')),
    offset: offsetOf(edge),
    ...takeEdge(fieldsOf(edge), 'directed'),
    ...(label === undefined || label === '' ? {} : { predicate: label }),
  }
}

function labelOf(record: JsonValue): string | undefined {
  return stringOf(field(record, 'label') ?? field(record, '_label'))
}

function markedId(record: JsonValue): string | undefined {
  return idOf(field(record, 'id') ?? field(record, '_id'))
}

/** A record's properties; TinkerPop 2 has them beside its own marked names. */
function fieldsOf(record: JsonValue): OpenFields {
  if (isObject(record) && record.fields.has('_type')) {
    const fields = new OpenFields(record)
    for (const name of markedNames) fields.take(name)
    return fields
  }
  const properties = field(record, 'properties')
  if (!isObject(properties)) return new OpenFields()
  const bare = new Map([...properties.fields].map(bareProperty))
  return new OpenFields({ ...properties, fields: bare })
}

const markedNames = ['_id', '_type', '_label', '_outV', '_inV']

/**
 * `[{ id, value }]` of a vertex and `{ key, value }` of an edge are the values alone, where nothing
 * more is said of them.
 */
function bareProperty([name, value]: readonly [string, JsonValue]): readonly [string, JsonValue] {
  if (field(value, 'key') === name) return [name, field(value, 'value') ?? value]
  const values = itemsOf(value).map((one) =>
    field(one, 'properties') === undefined ? field(one, 'value') : undefined,
  )
  const items = values.filter((one) => one !== undefined)
  const [only] = items
  if (only === undefined || !isList(value) || items.length < values.length) return [name, value]
  return [name, items.length === 1 ? only : { ...value, items }]
}
