import type { JsonValue } from './json-value.ts'
import { finite, idOf, isObject } from './json-value.ts'
import { takeEdgeDrawing, takeLabel } from './open-fields.ts'
import type { OpenFields } from './open-fields.ts'
import type { RawEdge } from './raw-graph.ts'

type Direction = RawEdge['direction']

/** The names that files give to the ends of an edge, in pairs. */
const endNames: readonly (readonly [string, string])[] = [
  ['source', 'target'],
  ['from', 'to'],
  ['start', 'end'],
  ['src', 'dst'],
  ['source_id', 'target_id'],
  ['sourceId', 'targetId'],
]

/** The pair of names that an edge has for its ends. */
export function endNamesOf(edge: JsonValue | undefined): readonly [string, string] | undefined {
  if (!isObject(edge)) return undefined
  return endNames.find(([source, target]) => edge.fields.has(source) && edge.fields.has(target))
}

/** What is the same for the edges of every dialect: direction, label, weight and drawing. */
export function takeEdge(
  fields: OpenFields,
  usual: Direction,
  weightNames: readonly string[] = plainWeight,
): Omit<RawEdge, 'source' | 'target' | 'offset' | 'id'> {
  const own = fields.take('orrery')
  const predicate = fields.first(predicateNames, nameIn)
  const weight = fields.first(weightNames, finite)
  return {
    direction: takeDirection(fields) ?? usual,
    predicate,
    label: takeLabel(fields, labelNames),
    weight,
    drawing: takeEdgeDrawing(fields, thicknessNames),
    fields: fields.rest(),
    own,
  }
}

const directedNames = ['directed']
const undirectedNames = ['undirected']
const typeNames = ['type']
const labelNames = ['label']
const predicateNames = ['predicate']
const thicknessNames = ['size', 'thickness', 'width']
const plainWeight = ['weight']

function directionOf(value: JsonValue): Direction | undefined {
  return value === 'directed' || value === 'undirected' ? value : undefined
}

function nameIn(value: JsonValue): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function takeDirection(fields: OpenFields): Direction | undefined {
  const directed = fields.first(directedNames, booleanOf)
  const undirected = fields.first(undirectedNames, booleanOf)
  const type = fields.first(typeNames, directionOf)
  if (directed !== undefined) return directed ? 'directed' : 'undirected'
  return undirected === undefined ? type : undirected ? 'undirected' : 'directed'
}

function booleanOf(value: JsonValue | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

/** The id of an edge, under the first of `names` that has one. */
export function takeId(fields: OpenFields, names: readonly string[]): string | undefined {
  return fields.first(names, idOf)
}
