import type { JsonValue } from './json-value.ts'
import { finite, idOf, isObject } from './json-value.ts'
import { OpenFields, takeEdgeDrawing, takeLabel } from './open-fields.ts'
import type { RawEdge } from './raw-graph.ts'

type Direction = RawEdge['direction']

/** The names that files give to the ends of an edge, in pairs. */
export const endNames: readonly (readonly [string, string])[] = [
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
  weightNames: readonly string[] = ['weight'],
): Omit<RawEdge, 'source' | 'target' | 'offset' | 'id'> {
  const own = fields.take('orrery')
  const predicate = fields.first(['predicate'], (value) =>
    typeof value === 'string' && value !== '' ? value : undefined,
  )
  const weight = fields.first(weightNames, finite)
  return {
    direction: takeDirection(fields) ?? usual,
    ...(predicate === undefined ? {} : { predicate }),
    ...takeLabel(fields, ['label']),
    ...(weight === undefined ? {} : { weight }),
    ...takeEdgeDrawing(fields, ['size', 'thickness', 'width']),
    fields: fields.rest(),
    ...(own === undefined ? {} : { own }),
  }
}

function takeDirection(fields: OpenFields): Direction | undefined {
  const directed = fields.first(['directed'], booleanOf)
  const undirected = fields.first(['undirected'], booleanOf)
  const type = fields.first(['type'], (value) =>
    value === 'directed' || value === 'undirected' ? value : undefined,
  )
  if (directed !== undefined) return directed ? 'directed' : 'undirected'
  return undirected === undefined ? type : undirected ? 'undirected' : 'directed'
}

function booleanOf(value: JsonValue | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

/** The id of an edge, under the first of `names` that has one. */
export function takeId(fields: OpenFields, names: readonly string[]): { id?: string } {
  const id = fields.first(names, idOf)
  return id === undefined ? {} : { id }
}
