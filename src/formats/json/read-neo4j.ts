import { quoted } from '../quoted.ts'
import type { Dialect } from './dialect.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import {
  field,
  finite,
  idOf,
  isList,
  isNumber,
  isObject,
  itemsOf,
  stringOf,
  wideAt,
} from './json-value.ts'
import { OpenFields, takeEdgeDrawing, takeLabel } from './open-fields.ts'
import type { RawEdge, RawGraph, RawNode } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

/**
 * What Neo4j, its browser, its drivers and APOC write: nodes with labels and properties and the
 * relationships between them, in rows, lists, paths or one a line. Whatever holds them is
 * searched.
 */
export const neo4j: Dialect = {
  format: 'neo4j-json',
  recognise: (values) => {
    if (!values.slice(0, looked).some(holdsNode)) return undefined
    return {
      why: 'it has nodes with labels or properties, as Neo4j writes them',
      read: (log) => readNeo4j(search(values), log),
    }
  },
}

/** How many of each list are looked at to recognise a file. */
const looked = 20

function holdsNode(value: JsonValue): boolean {
  if (isList(value)) return value.items.slice(0, looked).some(holdsNode)
  if (!isObject(value)) return false
  const full = isList(field(value, 'labels')) || isObject(field(value, 'properties'))
  return (full && isNode(value)) || [...value.fields.values()].some(holdsNode)
}

interface Found {
  /** A node may be told several times, sometimes without its properties. */
  readonly nodes: Map<string, NodeRecord>
  readonly relationships: Map<string, JsonObject>
  /** Values of rows that belong to no node or relationship. */
  readonly others: Map<string, number>
}

interface NodeRecord {
  readonly offset: number
  readonly wideId: number | undefined
  readonly labels: readonly string[]
  readonly properties: JsonObject | undefined
}

function search(values: readonly JsonValue[]): Found {
  const found: Found = { nodes: new Map(), relationships: new Map(), others: new Map() }
  for (const value of values) visit(value, undefined, found)
  return found
}

function visit(value: JsonValue, name: string | undefined, found: Found): void {
  if (isList(value)) for (const item of value.items) visit(item, name, found)
  else if (isRelationship(value)) addRelationship(value, found)
  else if (isNode(value)) addNode(value, found)
  else if (isObject(value)) {
    // A row of the browser tells its nodes a second time, without their labels.
    const told = isObject(field(value, 'graph')) ? ['row', 'meta', 'rest'] : []
    for (const [key, inner] of value.fields) if (!told.includes(key)) visit(inner, key, found)
  } else if (value !== null && name !== undefined) {
    found.others.set(name, (found.others.get(name) ?? 0) + 1)
  }
}

function isNode(value: JsonValue): value is JsonObject {
  if (!isObject(value) || recordId(value) === undefined) return false
  const names = [...value.fields.keys()]
  if (field(value, 'type') === 'node') return names.every((name) => nodeFields.has(name))
  return isList(field(value, 'labels')) && isObject(field(value, 'properties'))
}

const nodeFields = new Set(['type', 'id', 'elementId', 'identity', 'labels', 'properties'])
const startNames = ['start', 'startNode', 'startNodeId', 'startNodeElementId', 'source', 'from']
const endNames = ['end', 'endNode', 'endNodeId', 'endNodeElementId', 'target', 'to']

function isRelationship(value: JsonValue): value is JsonObject {
  const type = field(value, 'type')
  if (!isObject(value) || typeof type !== 'string') return false
  if (type === 'relationship') return true
  return endOf(value, startNames) !== undefined && endOf(value, endNames) !== undefined
}

/** `{ low, high }` is how the JavaScript driver holds 64 bits. */
function neoId(value: JsonValue | undefined): string | undefined {
  const [low, high] = [field(value, 'low'), field(value, 'high')]
  if (!isNumber(low) || !isNumber(high)) return idOf(value)
  if (!/^-?\d{1,12}$/.test(low.text) || !/^-?\d{1,12}$/.test(high.text)) return undefined
  return String((BigInt(high.text) << 32n) | BigInt.asUintN(32, BigInt(low.text)))
}

function recordId(record: JsonValue | undefined): string | undefined {
  return ['identity', 'id', 'elementId']
    .map((name) => neoId(field(record, name)))
    .find((id) => id !== undefined)
}

function endOf(relationship: JsonObject, names: readonly string[]): string | undefined {
  return names
    .map((name) => field(relationship, name))
    .map((end) => neoId(end) ?? recordId(end))
    .find((id) => id !== undefined)
}

function addNode(record: JsonObject, found: Found): void {
  const id = recordId(record)
  if (id === undefined) return
  const idField = ['identity', 'id', 'elementId'].find((name) => record.fields.has(name)) ?? 'id'
  const known = found.nodes.get(id)
  const properties = field(record, 'properties')
  const labels = itemsOf(field(record, 'labels')).flatMap((label) => stringOf(label) ?? [])
  found.nodes.set(id, {
    offset: known?.offset ?? record.offset,
    wideId: known?.wideId ?? wideAt(field(record, idField)),
    labels: known === undefined || known.labels.length === 0 ? labels : known.labels,
    properties: known?.properties ?? (isObject(properties) ? properties : undefined),
  })
}

function addRelationship(record: JsonObject, found: Found): void {
  const id = recordId(record) ?? `relationship-${found.relationships.size + 1}`
  if (!found.relationships.has(id)) found.relationships.set(id, record)
  for (const name of ['start', 'end', 'startNode', 'endNode']) {
    const end = field(record, name)
    // APOC tells the ends with their labels, and without a type.
    if (isObject(end) && recordId(end) !== undefined && neoId(end) === undefined)
      addNode(end, found)
  }
}

function readNeo4j(found: Found, log: IssueLog): RawGraph {
  for (const [name, count] of found.others) {
    if (columnNames.has(name)) continue
    const message = `${count} values under ${quoted(name)} belong to no node or relationship`
    log.warnOfMany('values beside nodes and relationships', 0, `${message}; they are not read`)
  }
  return {
    nodes: [...found.nodes].map(([id, node]) => readNode(id, node)),
    edges: [...found.relationships].map(([id, record]) => readRelationship(id, record)),
    about: [],
  }
}

/** What frames the rows of a result, and the fields of paths. */
const columnNames = new Set('columns keys length id type _fieldLookup row meta'.split(' '))

function readNode(id: string, { offset, wideId, labels, properties }: NodeRecord): RawNode {
  const fields = new OpenFields(properties)
  const [kind] = labels
  const all =
    labels.length < 2
      ? fields
      : fields.with(oneField('labels', { type: 'list', offset, items: labels }))
  return {
    id,
    wideId,
    offset,
    kind,
    label: takeLabel(all, ['name', 'title', 'label']),
    fields: all.rest(),
  }
}

function oneField(name: string, value: JsonValue): JsonObject {
  return { type: 'object', offset: 0, fields: new Map([[name, value]]) }
}

function readRelationship(id: string, record: JsonObject): RawEdge {
  const properties = field(record, 'properties')
  const fields = new OpenFields(isObject(properties) ? properties : undefined)
  const type = stringOf(field(record, 'type'))
  // APOC says what it is in `type`, and what it means in `label`.
  const predicate = type === 'relationship' ? stringOf(field(record, 'label')) : type
  const weight = fields.first(['weight'], finite)
  return {
    id,
    source: endOf(record, startNames),
    target: endOf(record, endNames),
    offset: record.offset,
    direction: 'directed',
    ...(predicate === undefined || predicate === '' ? {} : { predicate }),
    weight,
    drawing: takeEdgeDrawing(fields, []),
    fields: fields.rest(),
  }
}
