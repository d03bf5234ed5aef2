import type { Datatype } from '../../model/literal.ts'
import { quoted } from '../quoted.ts'
import type { JsonList, JsonObject, JsonValue } from './json-value.ts'
import { field, finite, isObject, itemsOf, offsetOf, stringOf } from './json-value.ts'
import { drawable, drawn } from './open-fields.ts'
import { JsonFault } from './parse-json.ts'
import type { RawNode } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

/** All records of one aspect: a file may hold it in several parts. */
export function allOf(aspects: readonly JsonObject[]): (name: string) => JsonList {
  return (name) => {
    const items = aspects.flatMap((aspect) => itemsOf(field(aspect, name)))
    return { type: 'list', offset: 0, items }
  }
}

/** What a CX data type means to us; its own name is kept where ours says less. */
export function cxType(name: string): { readonly datatype: Datatype; readonly fileType?: string } {
  const datatype = types.get(name) ?? 'string'
  return usual.has(name) ? { datatype } : { datatype, fileType: name }
}

const types: ReadonlyMap<string, Datatype> = new Map([
  ['integer', 'integer'],
  ['long', 'integer'],
  ['double', 'decimal'],
  ['boolean', 'boolean'],
])
const usual: ReadonlySet<string> = new Set(['string', 'integer', 'double', 'boolean'])

/** CX counts y downwards as the page does, the picture upwards. */
export function cxPosition(
  xValue: JsonValue | undefined,
  yValue: JsonValue | undefined,
  zValue: JsonValue | undefined,
): RawNode['drawing'] {
  const [x, y, z] = [drawable(xValue), drawable(yValue), drawable(zValue)]
  if (x === undefined || y === undefined) return undefined
  return drawn({ position: { x, y: y === 0 ? 0 : -y, ...(z === undefined ? {} : { z }) } })
}

/** Reports aspects that are not read, and throws where the file itself says that it is broken. */
export function checkAspects(
  aspects: readonly JsonObject[],
  known: ReadonlySet<string>,
  log: IssueLog,
): void {
  const unread = new Map<string, number>()
  for (const aspect of aspects) {
    for (const [name, value] of aspect.fields) {
      if (!known.has(name) && itemsOf(value).length > 0 && !unread.has(name)) {
        unread.set(name, aspect.offset)
      }
    }
  }
  for (const [name, offset] of unread) {
    log.warnOfMany('aspects that are not read', offset, `the aspect ${quoted(name)} is not read`)
  }
  const all = allOf(aspects)
  for (const status of all('status').items) {
    if (field(status, 'success') !== false) continue
    const why = stringOf(field(status, 'error')) ?? ''
    const message = `the file says of itself that it is not complete: ${quoted(why)}`
    throw new JsonFault({ message, advice: 'fetch it again' }, offsetOf(status))
  }
  for (const entry of all('metaData').items) {
    const name = stringOf(field(entry, 'name'))
    const announced = finite(field(entry, 'elementCount'))
    if (!isObject(entry) || (name !== 'nodes' && name !== 'edges') || announced === undefined) {
      continue
    }
    const count = all(name).items.length
    if (count === announced) continue
    const message = `the file announces ${announced} ${name}, but holds ${count}`
    log.warnOfMany(
      'announced numbers differ from what is there',
      entry.offset,
      message,
      'it may have been cut by another program',
    )
  }
}
