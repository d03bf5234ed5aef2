import { endNamesOf } from './edge-fields.ts'
import type { JsonValue } from './json-value.ts'
import { field, idOf, isList, isObject, isNumber } from './json-value.ts'

/** How the nodes of a node-link file are named, and how its links speak of them. */
export interface Naming {
  /** What a node that has no id lacks. */
  readonly name: string
  /** The field that holds the id; undefined where the place in the list is the id. */
  readonly field: string | undefined
  readonly idOf: (node: JsonValue, index: number) => string | undefined
  /** The id that an end of a link stands for. */
  readonly endOf: (end: JsonValue | undefined) => string | undefined
}

const idNames = ['id', 'key', '_id', '@id', 'uuid']
const wordNames = ['name', 'label', 'title']

/**
 * Nodes are called by their ids; where they have none and links use words, by their names; else
 * by their places in the list, from 0, as d3 did first. Links that speak of places while the
 * nodes have ids are understood too: only where not one of them fits an id.
 */
export function nodeNaming(nodes: readonly JsonValue[], edges: readonly JsonValue[]): Naming {
  const ends = edges.flatMap(endsIn)
  const idName = idNames.find((name) => nodes.some((node) => idIn(node, name) !== undefined))
  const words = ends.some((end) => typeof end === 'string')
  const wordName = words
    ? wordNames.find((name) => nodes.every((node) => idIn(node, name) !== undefined))
    : undefined
  const plain = nodes.some((node) => idOf(node) !== undefined)
  const fieldName = idName ?? (plain ? 'id' : wordName)
  const byField = (node: JsonValue, index: number): string | undefined =>
    idOf(node) ?? (fieldName === undefined ? String(index) : idIn(node, fieldName))
  const ids = nodes.map(byField)
  const places = ends.length > 0 && ends.every((end) => isPlace(end, nodes.length))
  const known = new Set(ids)
  const byPlace = places && (fieldName === undefined || !ends.some((end) => known.has(idOf(end))))
  return {
    name: fieldName === undefined || fieldName === 'id' ? 'an id' : `the field "${fieldName}"`,
    field: fieldName,
    idOf: byField,
    endOf: (end) => {
      const id = idOf(end) ?? objectEnd(end, fieldName)
      return byPlace && id !== undefined ? ids[Number(id)] : id
    },
  }
}

function idIn(node: JsonValue, name: string): string | undefined {
  return idOf(field(node, name))
}

/** d3 puts the whole node in the place of its id once a simulation has run. */
function objectEnd(end: JsonValue | undefined, name: string | undefined): string | undefined {
  return isObject(end) ? idOf(field(end, name ?? 'index')) : undefined
}

/** The ends of an edge that is an object or a list. */
export function endsIn(edge: JsonValue): readonly (JsonValue | undefined)[] {
  if (isList(edge)) return edge.items.slice(0, 2)
  return endNamesOf(edge)?.map((name) => field(edge, name)) ?? []
}

function isPlace(end: JsonValue | undefined, count: number): boolean {
  return isNumber(end) && /^\d+$/.test(end.text) && Number(end.text) < count
}
