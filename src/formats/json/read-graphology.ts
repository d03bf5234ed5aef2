import { quoted } from '../quoted.ts'
import type { Dialect, Recognised } from './dialect.ts'
import { single } from './dialect.ts'
import { takeEdge, takeId } from './edge-fields.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import { field, idOf, isList, isObject, itemsOf, offsetOf, stringOf, wideAt } from './json-value.ts'
import { OpenFields, takeLabel, takeNodeDrawing } from './open-fields.ts'
import type { RawEdge, RawGraph, RawNode } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

/** What graphology's `export()` writes: nodes with keys, edges, attributes beside each. */
export const graphology: Dialect = {
  format: 'graphology-json',
  recognise: (values) => {
    const file = single(values)
    const nodes = field(file, 'nodes')
    if (!isObject(file) || !isList(nodes)) return undefined
    const keyed = nodes.items.every(
      (node) => isObject(node) && node.fields.has('key') && !node.fields.has('id'),
    )
    const options = field(file, 'options')
    const empty = nodes.items.length === 0
    if (!keyed || (empty && !(isObject(options) && options.fields.has('multi')))) return undefined
    return recognised(
      file,
      empty ? 'it has the options of a graphology graph' : 'its nodes have keys and attributes',
    )
  },
}

function recognised(file: JsonObject, why: string): Recognised {
  return { why, read: (log) => readGraphology(file, log) }
}

function readGraphology(file: JsonObject, log: IssueLog): RawGraph {
  const usual = field(field(file, 'options'), 'type') === 'undirected' ? 'undirected' : 'directed'
  const nodes = itemsOf(field(file, 'nodes')).flatMap((node) => readNode(node, log))
  const edges = itemsOf(field(file, 'edges')).flatMap((edge) => readEdge(edge, usual, log))
  warnOfContradictions(field(file, 'options'), edges, log)
  const about = new OpenFields(attributesOf(file))
  const own = about.take('orrery')
  const rest = new OpenFields(file)
  for (const name of ['nodes', 'edges', 'attributes', 'options']) rest.take(name)
  return {
    nodes,
    edges,
    about: [...about.rest(), ...rest.rest()],
    own,
  }
}

function attributesOf(record: JsonValue): JsonObject | undefined {
  const attributes = field(record, 'attributes')
  return isObject(attributes) ? attributes : undefined
}

function readNode(node: JsonValue, log: IssueLog): readonly RawNode[] {
  const id = idOf(field(node, 'key'))
  if (id === undefined) {
    const message = 'a node whose key is neither text nor a number; it is skipped'
    log.warnOfMany('nodes without a key are skipped', offsetOf(node), message)
    return []
  }
  const fields = new OpenFields(attributesOf(node), besides(node, ['key', 'attributes']))
  const own = fields.take('orrery')
  return [
    {
      id,
      wideId: wideAt(field(node, 'key')),
      offset: offsetOf(node),
      label: takeLabel(fields, ['label']),
      drawing: takeNodeDrawing(fields, { sizeAlone: true }),
      fields: fields.rest(),
      own,
    },
  ]
}

function readEdge(edge: JsonValue, usual: RawEdge['direction'], log: IssueLog): readonly RawEdge[] {
  if (!isObject(edge)) {
    log.warnOfMany(
      'edges that are no objects are skipped',
      0,
      'an edge that is no object; this edge is skipped',
    )
    return []
  }
  const fields = new OpenFields(
    attributesOf(edge),
    besides(edge, ['key', 'source', 'target', 'attributes', 'undirected']),
  )
  const undirected = field(edge, 'undirected')
  const direction = undirected === true ? 'undirected' : undirected === false ? 'directed' : usual
  return [
    {
      id: takeId(new OpenFields(edge), ['key']),
      source: idOf(field(edge, 'source')),
      target: idOf(field(edge, 'target')),
      offset: edge.offset,
      ...takeEdge(fields, direction),
    },
  ]
}

/** The record's fields but for those that graphology itself gives a meaning. */
function besides(record: JsonValue, names: readonly string[]): JsonObject | undefined {
  if (!isObject(record) || record.fields.size === 0) return undefined
  const fields = new Map([...record.fields].filter(([name]) => !names.includes(name)))
  return { ...record, fields }
}

/** The options say what a graph may hold; a file that holds more is read whole all the same. */
function warnOfContradictions(
  options: JsonValue | undefined,
  edges: readonly RawEdge[],
  log: IssueLog,
): void {
  const offset = offsetOf(options)
  const warn = (option: string, what: string): void =>
    log.warnOfMany(
      what,
      offset,
      `the options say ${quoted(option)}, but the file has ${what}`,
      'all edges are read',
    )
  if (field(options, 'multi') === false) {
    const parallel = parallelEdges(edges)
    if (parallel > 0) warn('multi: false', `parallel edges (${parallel})`)
  }
  if (field(options, 'allowSelfLoops') === false) {
    const loops = edges.filter(({ source, target }) => source !== undefined && source === target)
    if (loops.length > 0) warn('allowSelfLoops: false', `loops (${loops.length})`)
  }
  const type = stringOf(field(options, 'type'))
  const others = edges.filter(({ direction }) => direction !== type)
  if ((type === 'directed' || type === 'undirected') && others.length > 0) {
    const other = type === 'directed' ? 'undirected' : 'directed'
    warn(`type: ${type}`, `${other} edges (${others.length})`)
  }
}

function parallelEdges(edges: readonly RawEdge[]): number {
  const seen = new Set<string>()
  let parallel = 0
  for (const { source, target, direction } of edges) {
    if (source === undefined || target === undefined) continue
    const ends = direction === 'undirected' ? [source, target].toSorted() : [source, target]
    const pair = `${direction} ${JSON.stringify(ends)}`
    if (seen.has(pair)) parallel += 1
    seen.add(pair)
  }
  return parallel
}
