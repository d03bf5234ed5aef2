import { quoted } from '../quoted.ts'
import type { Dialect } from './dialect.ts'
import { namesFormat, single } from './dialect.ts'
import { takeEdge, takeId } from './edge-fields.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import {
  field,
  idOf,
  isList,
  isObject,
  itemsOf,
  objectsIn,
  offsetOf,
  stringOf,
  wideAt,
} from './json-value.ts'
import { OpenFields, takeLabel, takeNodeDrawing } from './open-fields.ts'
import type { RawEdge, RawGraph, RawNode } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

/** JSON Graph Format: version 1 lists its nodes, version 2 has them by their ids. */
export const jsonGraph: Dialect = {
  format: 'json-graph',
  recognise: (values) => {
    const file = single(values)
    const one = field(file, 'graph')
    const several = objectsIn(field(file, 'graphs'))
    const graphs = isObject(one) ? [one] : several
    const [first] = graphs
    if (first === undefined || !graphs.every(isGraph) || namesFormat(file)) return undefined
    const version = isList(field(first, 'nodes')) ? '1' : '2'
    const name = isObject(one) ? 'graph' : 'graphs'
    return {
      why: `it has "${name}" with nodes as JSON Graph Format ${version} has them`,
      read: (log) => readJsonGraph(first, graphs.slice(1), log),
    }
  },
}

function isGraph(graph: JsonObject): boolean {
  const nodes = field(graph, 'nodes')
  if (isObject(nodes)) return true
  return isList(nodes) && nodes.items.every((node) => isObject(node) && node.fields.has('id'))
}

function readJsonGraph(graph: JsonObject, others: readonly JsonObject[], log: IssueLog): RawGraph {
  for (const other of others) {
    const name = idOf(field(other, 'id')) ?? stringOf(field(other, 'label')) ?? ''
    const message = `another graph in the same file, ${quoted(name)}; only the first one is read`
    log.warnOfMany(
      'further graphs are not read',
      other.offset,
      message,
      'put each graph in a file of its own',
    )
  }
  for (const hyperedge of itemsOf(field(graph, 'hyperedges'))) {
    const message = 'a hyperedge joins more than two nodes, or names them in lists; it is skipped'
    log.warnOfMany('hyperedges are skipped', offsetOf(hyperedge), message)
  }
  const about = new OpenFields(graph)
  const [metadata, title] = [about.take('metadata'), about.take('label')]
  for (const name of ['nodes', 'edges', 'hyperedges', 'directed']) about.take(name)
  const usual = field(graph, 'directed') === false ? 'undirected' : 'directed'
  return {
    nodes: nodesOf(field(graph, 'nodes'), log),
    edges: itemsOf(field(graph, 'edges')).map((edge) => readEdge(edge, usual)),
    about: [
      ...(title === undefined ? [] : [['title', title] as const]),
      ...about.with(isObject(metadata) ? metadata : undefined).rest(),
    ],
  }
}

function nodesOf(nodes: JsonValue | undefined, log: IssueLog): readonly RawNode[] {
  if (isObject(nodes)) return [...nodes.fields].map(([id, node]) => readNode(id, node))
  return itemsOf(nodes).flatMap((node) => {
    const id = idOf(field(node, 'id'))
    if (id !== undefined) return [readNode(id, node)]
    const message = 'a node whose id is neither text nor a number; this node is skipped'
    log.warnOfMany('nodes without an id are skipped', offsetOf(node), message)
    return []
  })
}

function readNode(id: string, node: JsonValue): RawNode {
  const fields = plainFields(node, ['id'])
  return {
    id,
    wideId: wideAt(field(node, 'id')),
    offset: offsetOf(node),
    label: takeLabel(fields, ['label']),
    drawing: takeNodeDrawing(fields, { sizeAlone: true }),
    fields: fields.rest(),
  }
}

function readEdge(edge: JsonValue, usual: RawEdge['direction']): RawEdge {
  const fields = plainFields(edge, ['source', 'target'])
  const relation = fields.first(['relation'], (value) =>
    typeof value === 'string' && value !== '' ? value : undefined,
  )
  return {
    id: takeId(fields, ['id']),
    source: idOf(field(edge, 'source')),
    target: idOf(field(edge, 'target')),
    offset: offsetOf(edge),
    ...takeEdge(fields, usual),
    ...(relation === undefined ? {} : { predicate: relation }),
  }
}

/** A record's fields with those of its metadata among them. */
function plainFields(record: JsonValue, without: readonly string[]): OpenFields {
  const fields = new OpenFields(isObject(record) ? record : undefined)
  for (const name of without) fields.take(name)
  const metadata = fields.take('metadata')
  if (isObject(metadata)) return fields.with(metadata)
  if (metadata === undefined || metadata === null) return fields
  return fields.with({ type: 'object', offset: 0, fields: new Map([['metadata', metadata]]) })
}
