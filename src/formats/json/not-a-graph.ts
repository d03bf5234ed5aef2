import type { Issue } from '../../model/issue.ts'
import { formatLabels } from '../format.ts'
import type { FormatId } from '../format.ts'
import { quoted } from '../quoted.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import { field, isList, isNumber, stringOf, textOf } from './json-value.ts'
import { recogniseValues } from './recognise-json.ts'
import type { IssueLog } from '../issue-log.ts'

const expected =
  'expected is a list of nodes and one of edges, a list of triples, or what graphology, ' +
  'Cytoscape.js, NetworkX or Neo4j export'

/** Why JSON that is well formed is no graph, or not one of the format that was asked for. */
export function notAGraph(
  values: readonly JsonValue[],
  from: FormatId | undefined,
  log: IssueLog,
): Issue {
  const [value = null] = values
  const offset = 0
  const other = from === undefined ? undefined : recogniseValues(values, undefined)
  if (from !== undefined && other !== undefined) {
    const message = `this is not ${formatLabels[from]} but ${formatLabels[other.format]}: ${other.why}`
    return log.fault(offset, message, 'read it as that, or let the format be recognised')
  }
  const version = unknownVersion(value)
  if (version !== undefined) {
    return log.fault(offset, `this is ${version}, which Orrery does not know`, expected)
  }
  const what = from === undefined ? 'not a graph' : `not ${formatLabels[from]}`
  return log.fault(offset, `this is JSON, but ${what}: it is ${shapeOf(value)}`, expected)
}

/** "version 0 of the format "kgx-session"", where an object says so of itself. */
function unknownVersion(value: JsonValue): string | undefined {
  const [format, version] = [stringOf(field(value, 'format')), field(value, 'version')]
  if (format === undefined || version === undefined) return undefined
  return `version ${quoted(textOf(version))} of the format ${quoted(format)}`
}

function shapeOf(value: JsonValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return 'a text'
  if (typeof value === 'boolean') return `the value ${value}`
  if (isNumber(value)) return 'a number'
  if (isList(value)) {
    const [first] = value.items
    return first === undefined ? 'an empty list' : `a list that begins with ${shapeOf(first)}`
  }
  return objectShape(value)
}

function objectShape(object: JsonObject): string {
  if (field(object, 'type') === 'FeatureCollection') return 'GeoJSON, a map'
  const names = [...object.fields.keys()]
  if (names.length === 0) return 'an empty object'
  const more = names.length > 5 ? ` and ${names.length - 5} more` : ''
  return `an object with ${names.slice(0, 5).map(quoted).join(', ')}${more}`
}
