import type { Dialect } from './dialect.ts'
import { single } from './dialect.ts'
import { allOf, checkAspects, cxPosition, cxType } from './cx-aspects.ts'
import { readCx1 } from './read-cx1.ts'
import { takeEdge, takeId } from './edge-fields.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import {
  field,
  idOf,
  isObject,
  itemsOf,
  objectsIn,
  offsetOf,
  stringOf,
  wideAt,
  textOf,
} from './json-value.ts'
import { OpenFields, takeLabel } from './open-fields.ts'
import type { DeclaredColumn, RawEdge, RawGraph, RawNode } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

/** CX2, and CX 1 before it: a list of aspects, one object for each or for a part of one. */
export const cx: Dialect = {
  format: 'cx2',
  recognise: (values) => {
    const aspects = itemsOf(single(values))
    const [first] = aspects
    if (!isObject(first) || !aspects.every(isObject)) return undefined
    if (first.fields.has('CXVersion')) {
      return {
        why: 'it is a list of aspects with a CXVersion',
        read: (log) => readCx2(aspects, log),
      }
    }
    const names = new Set(aspects.flatMap((aspect) => [...aspect.fields.keys()]))
    const one = aspects.every((aspect) => aspect.fields.size === 1)
    if (!one || !(names.has('numberVerification') || names.has('metaData'))) return undefined
    return { why: 'it is a list of aspects of CX 1', read: (log) => readCx1(aspects, log) }
  },
}

/** Aspects that are read, or that only say how the file is made. */
const known = new Set(
  'CXVersion hasFragments metaData attributeDeclarations networkAttributes nodes edges status'.split(
    ' ',
  ),
)

function readCx2(aspects: readonly JsonObject[], log: IssueLog): RawGraph {
  const all = allOf(aspects)
  const declarations = objectsIn(all('attributeDeclarations'))
  const [nodeColumns, edgeColumns] = [
    declaredIn(declarations, 'nodes'),
    declaredIn(declarations, 'edges'),
  ]
  checkAspects(aspects, known, log)
  return {
    nodes: all('nodes').items.flatMap((node) => readNode(node, nodeColumns, log)),
    edges: all('edges').items.map((edge) => readEdge(edge, edgeColumns)),
    about: objectsIn(all('networkAttributes')).flatMap(({ fields }) => [...fields]),
    declared: {
      node: nodeColumns.filter(({ name }) => name !== 'name'),
      edge: edgeColumns.filter(({ name }) => name !== 'name' && name !== 'interaction'),
    },
  }
}

interface Cx2Column extends DeclaredColumn {
  readonly alias: string | undefined
}

function declaredIn(declarations: readonly JsonObject[], part: string): readonly Cx2Column[] {
  return declarations.flatMap((declaration) => {
    const columns = field(declaration, part)
    if (!isObject(columns)) return []
    return [...columns.fields].map(([name, column]) => {
      const type = stringOf(field(column, 'd')) ?? 'string'
      const usual = field(column, 'v')
      return {
        name,
        alias: stringOf(field(column, 'a')),
        ...cxType(type),
        ...(usual === undefined || usual === null ? {} : { defaultText: textOf(usual) }),
      }
    })
  })
}

function readNode(
  node: JsonValue,
  columns: readonly Cx2Column[],
  log: IssueLog,
): readonly RawNode[] {
  const id = idOf(field(node, 'id'))
  if (id === undefined) {
    log.warnOfMany(
      'nodes without an id are skipped',
      offsetOf(node),
      'a node without an id; this node is skipped',
    )
    return []
  }
  const fields = valuesOf(node, columns)
  return [
    {
      id,
      wideId: wideAt(field(node, 'id')),
      offset: offsetOf(node),
      label: takeLabel(fields, ['name', 'label']),
      drawing: cxPosition(field(node, 'x'), field(node, 'y'), field(node, 'z')),
      fields: fields.rest(),
    },
  ]
}

function readEdge(edge: JsonValue, columns: readonly Cx2Column[]): RawEdge {
  const fields = valuesOf(edge, columns)
  const interaction = stringOf(fields.look('interaction'))
  if (interaction !== undefined && interaction !== '') fields.take('interaction')
  const name = takeLabel(fields, ['name'])
  return {
    id: takeId(new OpenFields(isObject(edge) ? edge : undefined), ['id']),
    source: idOf(field(edge, 's')),
    target: idOf(field(edge, 't')),
    offset: offsetOf(edge),
    ...takeEdge(fields, 'directed'),
    label: name,
    ...(interaction === undefined || interaction === '' ? {} : { predicate: interaction }),
  }
}

/** A record's values by the names that their short forms stand for. */
function valuesOf(record: JsonValue, columns: readonly Cx2Column[]): OpenFields {
  const values = field(record, 'v')
  if (!isObject(values)) return new OpenFields()
  const names = new Map(
    columns.flatMap(({ name, alias }) => (alias === undefined ? [] : [[alias, name]])),
  )
  const fields = new Map([...values.fields].map(([key, value]) => [names.get(key) ?? key, value]))
  return new OpenFields({ ...values, fields })
}
