import type { JsonValue } from './json-value.ts'
import { field, isList, isObject, itemsOf, stringOf, textOf } from './json-value.ts'

/**
 * Without the type around a value: `{ "@type": …, "@value": … }` of GraphSON 2 and 3, and
 * `{ "type": …, "value": … }` of GraphSON 1. What is inside stays as it is.
 */
export function bareValue(value: JsonValue): JsonValue {
  if (!isObject(value)) return value
  const inner = field(value, '@value')
  if (inner !== undefined && field(value, '@type') !== undefined) return bareValue(inner)
  const old = field(value, 'value')
  const type = stringOf(field(value, 'type'))
  const typed = value.fields.size === 2 && type !== undefined && oldTypes.has(type)
  return typed && old !== undefined ? bareValue(old) : value
}

/** Without the types of all values inside; a typed map, which lists keys and values, is an object. */
export function plainValue(value: JsonValue): JsonValue {
  if (stringOf(field(value, '@type')) === 'g:Map') {
    const pairs = itemsOf(field(value, '@value'))
    if (pairs.length > 0) return mapOf(pairs, value)
  }
  const bare = bareValue(value)
  if (isList(bare)) return { ...bare, items: bare.items.map(plainValue) }
  if (!isObject(bare)) return bare
  const fields = [...bare.fields].map(([name, one]) => [name, plainValue(one)] as const)
  return { ...bare, fields: new Map(fields) }
}

const oldTypes = new Set('boolean byte short integer long float double string list map'.split(' '))

function mapOf(pairs: readonly JsonValue[], value: JsonValue): JsonValue {
  const fields = new Map<string, JsonValue>()
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const [key = null, inner = null] = [pairs[at], pairs[at + 1]]
    fields.set(textOf(plainValue(key)), plainValue(inner))
  }
  return { type: 'object', offset: isObject(value) ? value.offset : 0, fields }
}
