import type { Literal } from '../../model/literal.ts'
import type { Dialect } from './dialect.ts'
import { mostly, single } from './dialect.ts'
import { takeEdge } from './edge-fields.ts'
import type { JsonValue } from './json-value.ts'
import {
  field,
  idOf,
  isList,
  isNumber,
  isObject,
  itemsOf,
  offsetOf,
  stringOf,
  wideAt,
} from './json-value.ts'
import { OpenFields } from './open-fields.ts'
import type { RawEdge, RawFact, RawGraph, RawNode } from './raw-graph.ts'

/** Three names that files give to the parts of a triple. */
const partNames: readonly (readonly [string, string, string])[] = [
  ['subject', 'predicate', 'object'],
  ['head', 'relation', 'tail'],
  ['source', 'relation', 'target'],
  ['s', 'p', 'o'],
  ['h', 'r', 't'],
]

/** Lists of triples: each a list of three, or an object with subject, predicate and object. */
export const triples: Dialect = {
  format: 'triples-json',
  recognise: (values) => {
    const file = single(values)
    const items = isList(file) ? file.items : isObject(file) ? listIn(file) : values
    if (items.length === 0) return undefined
    if (mostly(items, isTripleList)) {
      return { why: 'it is a list of triples', read: () => readTriples(items.map(listTriple)) }
    }
    const names = partNames.find((parts) => mostly(items, (item) => hasParts(item, parts)))
    if (names === undefined) return undefined
    return {
      why: `it is a list of triples with ${names[0]}, ${names[1]} and ${names[2]}`,
      read: () => readTriples(items.map((item) => objectTriple(item, names))),
    }
  },
}

/** The bindings of a SPARQL query that asks for triples. */
export const sparqlResults: Dialect = {
  format: 'triples-json',
  recognise: (values) => {
    const file = single(values)
    const bindings = field(field(file, 'results'), 'bindings')
    const names = itemsOf(field(field(file, 'head'), 'vars')).flatMap(
      (name) => stringOf(name) ?? [],
    )
    const parts = partNames.find((three) => three.every((name) => names.includes(name)))
    const [first, second, third] = parts ?? names
    if (!isList(bindings) || first === undefined || second === undefined || third === undefined) {
      return undefined
    }
    if (parts === undefined && names.length !== 3) return undefined
    return {
      why: `it is the result of a SPARQL query with ?${first}, ?${second} and ?${third}`,
      read: () =>
        readTriples(bindings.items.map((row) => sparqlTriple(row, [first, second, third]))),
    }
  },
}

interface Triple {
  readonly offset: number
  readonly subject: string | undefined
  /** Where the subject stands, if it is a number that other programs round. */
  readonly wideId?: number | undefined
  readonly predicate: string | undefined
  readonly object: { readonly id: string } | { readonly literal: Literal } | undefined
  readonly fields: OpenFields
}

function listIn(file: JsonValue): readonly JsonValue[] {
  return itemsOf(field(file, 'triples') ?? field(file, 'statements'))
}

/** A matrix of numbers looks the same, but no predicate is a number. */
function isTripleList(item: JsonValue): boolean {
  if (!isList(item) || item.items.length !== 3) return false
  const [subject, predicate, object] = item.items
  return idOf(subject) !== undefined && typeof predicate === 'string' && !isList(object)
}

function hasParts(item: JsonValue, parts: readonly string[]): boolean {
  return isObject(item) && parts.every((part) => item.fields.has(part))
}

function listTriple(item: JsonValue): Triple {
  const [subject, predicate, object] = itemsOf(item)
  return {
    offset: offsetOf(item),
    subject: idOf(subject),
    wideId: wideAt(subject),
    predicate: idOf(predicate),
    object: objectOf(object),
    fields: new OpenFields(),
  }
}

function objectTriple(item: JsonValue, names: readonly [string, string, string]): Triple {
  const fields = new OpenFields(isObject(item) ? item : undefined)
  const [subject, predicate, object] = names.map((name) => fields.take(name))
  return {
    offset: offsetOf(item),
    subject: idOf(subject),
    wideId: wideAt(subject),
    predicate: idOf(predicate),
    object: objectOf(object),
    fields,
  }
}

/** Text is a thing that other triples may speak of; numbers and truth values are literals. */
function objectOf(value: JsonValue | undefined): Triple['object'] {
  if (typeof value === 'string') return { id: value }
  if (typeof value === 'boolean') return { literal: { text: String(value), datatype: 'boolean' } }
  if (!isNumber(value)) return undefined
  const datatype = /^-?\d+$/.test(value.text) ? 'integer' : 'decimal'
  return { literal: { text: value.text, datatype } }
}

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const datatypes: ReadonlyMap<string, Literal['datatype']> = new Map([
  [`${xsd}integer`, 'integer'],
  [`${xsd}int`, 'integer'],
  [`${xsd}long`, 'integer'],
  [`${xsd}decimal`, 'decimal'],
  [`${xsd}double`, 'decimal'],
  [`${xsd}float`, 'decimal'],
  [`${xsd}boolean`, 'boolean'],
  [`${xsd}date`, 'date'],
  [`${xsd}dateTime`, 'date'],
  [`${xsd}gYear`, 'year'],
  [`${xsd}anyURI`, 'uri'],
])

function sparqlTriple(row: JsonValue, [s, p, o]: readonly [string, string, string]): Triple {
  const object = field(row, o)
  const text = stringOf(field(object, 'value'))
  const datatype = datatypes.get(stringOf(field(object, 'datatype')) ?? '') ?? 'string'
  const literal = { literal: { text: text ?? '', datatype } }
  const isLiteral = (stringOf(field(object, 'type')) ?? '').endsWith('literal')
  return {
    offset: offsetOf(row),
    subject: term(field(row, s)),
    predicate: term(field(row, p)),
    object: text === undefined ? undefined : isLiteral ? literal : { id: term(object) ?? text },
    fields: new OpenFields(),
  }
}

function term(value: JsonValue | undefined): string | undefined {
  const text = stringOf(field(value, 'value'))
  return text !== undefined && field(value, 'type') === 'bnode' ? `_:${text}` : text
}

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const rdfsLabel = 'http://www.w3.org/2000/01/rdf-schema#label'

function readTriples(list: readonly Triple[]): RawGraph {
  const nodes = new Map<string, RawNode>()
  const edges: RawEdge[] = []
  const facts: RawFact[] = []
  const node = (id: string, offset: number, more: Partial<RawNode> = {}): void =>
    void nodes.set(id, { id, offset, fields: [], ...more, ...nodes.get(id) })
  for (const { offset, subject, wideId, predicate, object, fields } of list) {
    if (subject !== undefined) node(subject, offset, { wideId })
    if (predicate === rdfType && subject !== undefined && object !== undefined && 'id' in object) {
      if (nodes.get(subject)?.kind === undefined) {
        node(subject, offset, { kind: object.id })
        continue
      }
    }
    if (
      subject !== undefined &&
      predicate !== undefined &&
      object !== undefined &&
      'literal' in object
    ) {
      const { text } = object.literal
      if (predicate === rdfsLabel && nodes.get(subject)?.label === undefined) {
        node(subject, offset, { label: text })
      } else facts.push({ subject, predicate, literal: object.literal })
      continue
    }
    const target = object !== undefined && 'id' in object ? object.id : undefined
    if (target !== undefined) node(target, offset)
    edges.push({
      source: subject,
      target,
      offset,
      ...takeEdge(fields, 'directed'),
      predicate,
    })
  }
  return { nodes: [...nodes.values()], edges, facts, about: [] }
}
