import { allOf, checkAspects, cxPosition, cxType } from './cx-aspects.ts'
import { takeEdge } from './edge-fields.ts'
import type { JsonList, JsonObject, JsonValue } from './json-value.ts'
import { field, idOf, isList, objectsIn, offsetOf, stringOf, wideAt } from './json-value.ts'
import { OpenFields, takeLabel } from './open-fields.ts'
import type { DeclaredColumn, Field, RawGraph } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

const known = new Set(
  'numberVerification metaData status @context networkAttributes nodes edges nodeAttributes edgeAttributes cartesianLayout ndexStatus'.split(
    ' ',
  ),
)

/** Reads CX 1, where attributes and positions stand apart from the nodes that they are of. */
export function readCx1(aspects: readonly JsonObject[], log: IssueLog): RawGraph {
  const all = allOf(aspects)
  checkAspects(aspects, known, log)
  const nodeValues = valuesById(all('nodeAttributes'))
  const edgeValues = valuesById(all('edgeAttributes'))
  const places = new Map(
    objectsIn(all('cartesianLayout')).map((place) => [idOf(field(place, 'node')), place]),
  )
  return {
    nodes: all('nodes').items.flatMap((node) => {
      const id = idOf(field(node, '@id'))
      if (id === undefined) {
        const message = 'a node without an @id; this node is skipped'
        log.warnOfMany('nodes without an id are skipped', offsetOf(node), message)
        return []
      }
      const fields = new OpenFields(named(node, { n: 'name', r: 'represents' }), nodeValues.get(id))
      const place = places.get(id)
      return [
        {
          id,
          wideId: wideAt(field(node, '@id')),
          offset: offsetOf(node),
          label: takeLabel(fields, ['name']),
          drawing: cxPosition(field(place, 'x'), field(place, 'y'), field(place, 'z')),
          fields: fields.rest(),
        },
      ]
    }),
    edges: all('edges').items.map((edge) => {
      const id = idOf(field(edge, '@id'))
      const interaction = stringOf(field(edge, 'i')) ?? ''
      const fields = new OpenFields(edgeValues.get(id ?? ''))
      return {
        id,
        source: idOf(field(edge, 's')),
        target: idOf(field(edge, 't')),
        offset: offsetOf(edge),
        ...takeEdge(fields, 'directed'),
        ...(interaction === '' ? {} : { predicate: interaction }),
      }
    }),
    about: objectsIn(all('networkAttributes')).flatMap(attribute),
    declared: { node: declaredIn(all('nodeAttributes')), edge: declaredIn(all('edgeAttributes')) },
  }
}

/** `{ n: "name", v: value }` */
function attribute(record: JsonObject): readonly Field[] {
  const [name, value] = [stringOf(field(record, 'n')), field(record, 'v')]
  return name === undefined || value === undefined ? [] : [[name, value]]
}

function valuesById(attributes: JsonList): ReadonlyMap<string, JsonObject> {
  const values = new Map<string, Map<string, JsonValue>>()
  for (const record of objectsIn(attributes)) {
    const of = field(record, 'po')
    for (const owner of isList(of) ? of.items : [of]) {
      const id = idOf(owner)
      if (id === undefined) continue
      const fields = values.get(id) ?? new Map<string, JsonValue>()
      for (const [name, value] of attribute(record)) fields.set(name, value)
      values.set(id, fields)
    }
  }
  return new Map([...values].map(([id, fields]) => [id, { type: 'object', offset: 0, fields }]))
}

function declaredIn(attributes: JsonList): readonly DeclaredColumn[] {
  const columns = new Map<string, DeclaredColumn>()
  for (const record of objectsIn(attributes)) {
    const [name, type] = [stringOf(field(record, 'n')), stringOf(field(record, 'd'))]
    if (name !== undefined && type !== undefined && !columns.has(name)) {
      columns.set(name, { name, ...cxType(type) })
    }
  }
  return [...columns.values()]
}

function named(node: JsonValue, names: Readonly<Record<string, string>>): JsonObject {
  const fields = new Map(
    Object.entries(names).flatMap(([short, name]) => {
      const value = field(node, short)
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
  return { type: 'object', offset: offsetOf(node), fields }
}
