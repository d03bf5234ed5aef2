import type { Dialect } from './dialect.ts'
import { mostly, single } from './dialect.ts'
import { endNamesOf, takeEdge, takeId } from './edge-fields.ts'
import type { JsonList, JsonObject, JsonValue } from './json-value.ts'
import { field, finite, idOf, isList, isObject, itemsOf, offsetOf, wideAt } from './json-value.ts'
import { endsIn, nodeNaming } from './node-naming.ts'
import type { Naming } from './node-naming.ts'
import { OpenFields, takeLabel, takeNodeDrawing } from './open-fields.ts'
import type { RawEdge, RawGraph, RawNode } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

const nodeNames = ['nodes', 'vertices']
const edgeNames = ['links', 'edges', 'relationships', 'relations', 'arcs']

/** Nodes and links, as d3, force-graph, NetworkX, vis.js and many others write them. */
export const nodeLink: Dialect = {
  format: 'node-link-json',
  recognise: (values) => {
    const file = single(values)
    if (!isObject(file)) return undefined
    const edges = edgeNames.find((name) => isEdges(field(file, name)))
    const nodes = nodeNames.find(
      (name) => isList(field(file, name)) || (edges !== undefined && isObject(field(file, name))),
    )
    if (nodes === undefined && (edges === undefined || endsOf(file, edges) === undefined))
      return undefined
    if (edges === undefined && itemsOf(field(file, nodes ?? '')).some((node) => !isRecord(node)))
      return undefined
    const found = [nodes, edges].filter((name) => name !== undefined)
    return {
      why: `it has ${found.join(' and ')}`,
      read: (log) => readNodeLink(file, nodes, edges, log),
    }
  },
}

/** A bare list of edges, each an object with its two ends. */
export const edgeList: Dialect = {
  format: 'node-link-json',
  recognise: (values) => {
    const file = single(values)
    const items = isList(file) ? file.items : values
    const ends = endNamesOf(items[0])
    if (ends === undefined || !mostly(items, hasEnds)) return undefined
    const list: JsonList = { type: 'list', offset: 0, items }
    const object: JsonObject = { type: 'object', offset: 0, fields: new Map([['edges', list]]) }
    return {
      why: `it is a list of edges with ${ends[0]} and ${ends[1]}`,
      read: (log) => readNodeLink(object, undefined, 'edges', log),
    }
  },
}

/** Edges as a list, or by their ids. */
function isEdges(value: JsonValue | undefined): boolean {
  return isList(value) || (isObject(value) && mostly([...value.fields.values()], hasEnds))
}

function endsOf(file: JsonObject, edges: string): readonly [string, string] | undefined {
  return endNamesOf(recordsIn(field(file, edges))[0])
}

function hasEnds(edge: JsonValue): boolean {
  return endNamesOf(edge) !== undefined
}

function isRecord(value: JsonValue): boolean {
  return isObject(value) || idOf(value) !== undefined
}

function readNodeLink(
  file: JsonObject,
  nodesName: string | undefined,
  edgesName: string | undefined,
  log: IssueLog,
): RawGraph {
  const edgeItems = recordsIn(field(file, edgesName ?? ''))
  const nodeItems =
    nodesName === undefined ? endsAlone(edgeItems) : recordsIn(field(file, nodesName))
  const naming = nodeNaming(nodeItems, edgeItems)
  const usual = field(file, 'directed') === false ? 'undirected' : 'directed'
  const nodes = nodeItems.flatMap((node, index) => readNode(node, index, naming, log))
  const valueIsWeight = edgeItems.every(
    (edge) =>
      isObject(edge) && finite(field(edge, 'value')) !== undefined && !edge.fields.has('weight'),
  )
  const edges = edgeItems.flatMap((edge) =>
    readEdge(edge, naming, usual, valueIsWeight ? ['value'] : ['weight'], log),
  )
  const graph = field(file, 'graph')
  const about = new OpenFields(isObject(graph) ? graph : pairs(graph), file)
  for (const name of [nodesName, edgesName, 'graph', 'directed', 'multigraph'])
    about.take(name ?? '')
  const own = about.take('orrery')
  return { nodes, edges, about: about.rest(), own }
}

/** `[["name", "x"], …]`, which old NetworkX wrote for an object. */
function pairs(list: JsonValue | undefined): JsonObject | undefined {
  const fields = new Map(
    itemsOf(list).flatMap((pair): [string, JsonValue][] => {
      const [name, value] = itemsOf(pair)
      return typeof name === 'string' && value !== undefined ? [[name, value]] : []
    }),
  )
  return fields.size === 0 ? undefined : { type: 'object', offset: offsetOf(list), fields }
}

/** The records of a list, or of an object that has them by their ids. */
function recordsIn(value: JsonValue | undefined): readonly JsonValue[] {
  if (!isObject(value)) return itemsOf(value)
  return [...value.fields].map(([id, node]) => {
    const inner = isObject(node) ? node : undefined
    const fields = new Map<string, JsonValue>([['id', id], ...(inner?.fields ?? [])])
    return { type: 'object', offset: inner?.offset ?? value.offset, fields }
  })
}

/** The nodes of a file that has only edges, in the order in which they first occur. */
function endsAlone(edges: readonly JsonValue[]): readonly JsonValue[] {
  const nodes = new Map<string, JsonValue>()
  for (const edge of edges) {
    for (const end of endsIn(edge)) {
      const id = idOf(end) ?? idOf(field(end, 'id'))
      if (id !== undefined && !nodes.has(id)) nodes.set(id, end ?? id)
    }
  }
  return [...nodes.values()]
}

function readNode(
  node: JsonValue,
  index: number,
  naming: Naming,
  log: IssueLog,
): readonly RawNode[] {
  const id = naming.idOf(node, index)
  if (id === undefined) {
    const what = isObject(node) ? `a node without ${naming.name}` : 'a node that is no object'
    log.warnOfMany(
      'nodes without an id are skipped',
      offsetOf(node),
      `${what}; this node is skipped`,
    )
    return []
  }
  if (!isObject(node)) {
    return [{ id, wideId: wideAt(node), offset: offsetOf(node), fields: [] }]
  }
  const attributes = field(node, 'attributes')
  const nested = isObject(attributes) ? attributes : undefined
  const fields = new OpenFields(node)
  if (naming.field !== undefined && naming.field !== 'name' && naming.field !== 'label')
    fields.take(naming.field)
  if (nested !== undefined) fields.take('attributes')
  const all = fields.with(nested)
  const own = all.take('orrery')
  return [
    {
      id,
      wideId: wideAt(field(node, naming.field ?? 'id')),
      offset: node.offset,
      label: takeLabel(all, ['label', 'name']),
      drawing: takeNodeDrawing(all, { sizeAlone: false }),
      fields: all.rest(),
      own,
    },
  ]
}

function readEdge(
  edge: JsonValue,
  naming: Naming,
  usual: RawEdge['direction'],
  weightNames: readonly string[],
  log: IssueLog,
): readonly RawEdge[] {
  const [source, target] = endsIn(edge).map((end) => naming.endOf(end))
  const offset = offsetOf(edge)
  if (isList(edge)) {
    const last = edge.items[2]
    const weight = finite(last)
    const extra = isObject(last) ? new OpenFields(last) : undefined
    const more = extra === undefined ? { direction: usual, fields: [] } : takeEdge(extra, usual)
    return [{ source, target, offset, ...more, ...(weight === undefined ? {} : { weight }) }]
  }
  if (!isObject(edge)) {
    log.warnOfMany(
      'edges that are no objects are skipped',
      0,
      'an edge that is no object; this edge is skipped',
    )
    return []
  }
  const attributes = field(edge, 'attributes')
  const nested = isObject(attributes) ? attributes : undefined
  const bare = new OpenFields(edge)
  for (const name of endNamesOf(edge) ?? ['source', 'target']) bare.take(name)
  if (nested !== undefined) bare.take('attributes')
  const fields = bare.with(nested)
  const id = takeId(fields, ['id', '_id'])
  if (id !== undefined && idOf(fields.look('key')) === id) fields.take('key')
  return [{ ...takeEdge(fields, usual, weightNames), id, source, target, offset }]
}
