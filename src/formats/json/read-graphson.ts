import type { Dialect } from './dialect.ts'
import { single } from './dialect.ts'
import { takeEdge } from './edge-fields.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import { field, idOf, isList, isObject, itemsOf, offsetOf, stringOf } from './json-value.ts'
import { OpenFields, takeLabel } from './open-fields.ts'
import type { RawEdge, RawGraph, RawNode } from './raw-graph.ts'

/** GraphSON of TinkerPop: a vertex a line with its edges, or a graph with vertices and edges. */
export const graphson: Dialect = {
  format: 'json-graph',
  recognise: (values) => {
    const whole = outer(single(values) ?? null)
    const vertices = itemsOf(field(whole, 'vertices'))
    if (vertices.length > 0 && vertices.every(isVertex)) {
      const edges = itemsOf(field(whole, 'edges'))
      return {
        why: 'it has vertices and edges as GraphSON has them',
        read: () => readGraphson(plainObjects(vertices), edges.map(plain)),
      }
    }
    if (!values.every(isVertex) || !values.some(hasEdges)) return undefined
    return {
      why: 'it has a vertex of GraphSON on each line',
      read: () => readGraphson(plainObjects(values), []),
    }
  },
}

function isVertex(value: JsonValue): boolean {
  const vertex = outer(value)
  if (!isObject(vertex) || !vertex.fields.has('id') || !vertex.fields.has('label')) return false
  return ['outE', 'inE', 'properties'].some((name) => isObject(field(vertex, name)))
}

function hasEdges(value: JsonValue): boolean {
  return ['outE', 'inE'].some((name) => field(outer(value), name) !== undefined)
}

function plainObjects(values: readonly JsonValue[]): readonly JsonObject[] {
  return values.map(plain).filter(isObject)
}

/** Without the type that GraphSON wraps around a value: `{ "@type": …, "@value": … }`. */
function outer(value: JsonValue): JsonValue {
  const inner = field(value, '@value')
  return inner !== undefined && field(value, '@type') !== undefined ? outer(inner) : value
}

/** Without the types of all values inside. */
function plain(value: JsonValue): JsonValue {
  const bare = outer(value)
  if (isList(bare)) return { ...bare, items: bare.items.map(plain) }
  if (!isObject(bare)) return bare
  return { ...bare, fields: new Map([...bare.fields].map(([name, one]) => [name, plain(one)])) }
}

function readGraphson(vertices: readonly JsonObject[], edges: readonly JsonValue[]): RawGraph {
  const found = new Map<string, RawEdge>()
  const add = (edge: RawEdge): void => {
    const key = edge.id ?? `\0${found.size}`
    if (!found.has(key)) found.set(key, edge)
  }
  for (const vertex of vertices) {
    const here = idOf(field(vertex, 'id'))
    for (const [name, label, edge] of edgesAt(vertex)) {
      const other = idOf(field(edge, name === 'outE' ? 'inV' : 'outV'))
      const [source, target] = name === 'outE' ? [here, other] : [other, here]
      add(readEdge(edge, label, source, target))
    }
  }
  for (const edge of edges) {
    const label = stringOf(field(edge, 'label'))
    add(readEdge(edge, label, idOf(field(edge, 'outV')), idOf(field(edge, 'inV'))))
  }
  return { nodes: vertices.flatMap(readVertex), edges: [...found.values()], about: [] }
}

function edgesAt(vertex: JsonObject): readonly (readonly [string, string, JsonValue])[] {
  return ['outE', 'inE'].flatMap((name) => {
    const byLabel = field(vertex, name)
    if (!isObject(byLabel)) return []
    return [...byLabel.fields].flatMap(([label, edges]) =>
      itemsOf(edges).map((edge) => [name, label, edge] as const),
    )
  })
}

function readVertex(vertex: JsonObject): readonly RawNode[] {
  const id = idOf(field(vertex, 'id'))
  if (id === undefined) return []
  const kind = stringOf(field(vertex, 'label'))
  const properties = field(vertex, 'properties')
  const fields = new OpenFields(
    isObject(properties)
      ? { ...properties, fields: new Map([...properties.fields].map(bareProperty)) }
      : undefined,
  )
  return [
    {
      id,
      offset: offsetOf(vertex),
      kind,
      label: takeLabel(fields, ['name']),
      fields: fields.rest(),
    },
  ]
}

/** `[{ id, value }]` is the value alone, where there is one and nothing is said of it. */
function bareProperty([name, value]: readonly [string, JsonValue]): readonly [string, JsonValue] {
  const [only, second] = itemsOf(value)
  const inner = field(only, 'value')
  const bare =
    second === undefined && inner !== undefined && field(only, 'properties') === undefined
  return [name, bare ? inner : value]
}

function readEdge(
  edge: JsonValue,
  label: string | undefined,
  source: string | undefined,
  target: string | undefined,
): RawEdge {
  const properties = field(edge, 'properties')
  const fields = new OpenFields(isObject(properties) ? properties : undefined)
  return {
    id: idOf(field(edge, 'id')),
    source,
    target,
    offset: offsetOf(edge),
    ...takeEdge(fields, 'directed'),
    ...(label === undefined ? {} : { predicate: label }),
  }
}
