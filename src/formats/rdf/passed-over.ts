import { isList, isObject } from '../json/json-value.ts'
import type { JsonValue } from '../json/json-value.ts'

/** An object of a JSON-LD document that its readers pass over, and where it begins. */
export interface PassedOver {
  readonly id: string
  readonly offset: number
}

// What the library takes for no IRI: these before a fragment, or a second number sign.
const beyondIris = /^[^#]*[ "<>{}|\\[\]`]|#.*#/s

/**
 * The objects whose ids can be no IRIs, however a base completes them. What begins with a name of a
 * context may be completed by that, and blank nodes may be called anything.
 */
export function passedOver(document: JsonValue): readonly PassedOver[] {
  const idKeys = new Set(['@id'])
  const prefixes = new Set(['_'])
  const found: PassedOver[] = []
  const open: JsonValue[] = [document]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isList(value)) open.push(...value.items.toReversed())
    if (!isObject(value)) continue
    for (const [name, meaning] of termsIn(value.fields.get('@context'))) {
      prefixes.add(name)
      if (standsForId(meaning)) idKeys.add(name)
    }
    const inner: JsonValue[] = []
    for (const [key, one] of value.fields) {
      if (typeof one === 'string' && idKeys.has(key)) {
        const isCompleted = prefixes.has(one.slice(0, Math.max(0, one.indexOf(':'))))
        if (!isCompleted && beyondIris.test(one)) found.push({ id: one, offset: value.offset })
      } else if (key !== '@context') inner.push(one)
    }
    open.push(...inner.toReversed())
  }
  return found
}

/** The words that a context explains, with what they mean. */
function termsIn(context: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  if (isList(context)) return context.items.flatMap(termsIn)
  return isObject(context) ? [...context.fields] : []
}

function standsForId(meaning: JsonValue): boolean {
  return meaning === '@id' || (isObject(meaning) && meaning.fields.get('@id') === '@id')
}
