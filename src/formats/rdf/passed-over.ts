import { isList, isObject } from '../json/json-value.ts'
import type { JsonObject, JsonValue } from '../json/json-value.ts'

/** An object of a JSON-LD document that its readers pass over, and where it begins. */
export interface PassedOver {
  readonly id: string
  readonly offset: number
}

// No IRI has these (RFC 3987), nor two number signs.
const beyondIris = /[\s"<>{}|\\^`[\]]|#.*#/

/** The objects whose ids can be no IRIs, however a context completes them. */
export function passedOver(document: JsonValue): readonly PassedOver[] {
  const idKeys = new Set(['@id'])
  const found: PassedOver[] = []
  const open: JsonValue[] = [document]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isList(value)) open.push(...value.items.toReversed())
    if (!isObject(value)) continue
    for (const name of namesForId(value.fields.get('@context'))) idKeys.add(name)
    const inner: JsonValue[] = []
    for (const [key, one] of value.fields) {
      if (typeof one === 'string' && idKeys.has(key) && beyondIris.test(one)) {
        found.push({ id: one, offset: value.offset })
      } else if (key !== '@context') inner.push(one)
    }
    open.push(...inner.toReversed())
  }
  return found
}

/** What a context calls ids: most call them "id". */
function namesForId(context: JsonValue | undefined): readonly string[] {
  if (isList(context)) return context.items.flatMap(namesForId)
  if (!isObject(context)) return []
  const isId = (value: JsonValue): boolean =>
    value === '@id' || (isObject(value) && stands(value, '@id'))
  return [...context.fields].flatMap(([name, value]) => (isId(value) ? [name] : []))
}

function stands({ fields }: JsonObject, keyword: string): boolean {
  return fields.get('@id') === keyword
}
