import { placesIn } from '../place-in-text.ts'
import type { JsonValue } from './json-value.ts'
import { field, isList, isObject, offsetOf } from './json-value.ts'
import type { PlaceOfPath } from './read-orrery-json.ts'

/** The place of the innermost object or list on the way that a path takes through `value`. */
export function placeOfPath(value: JsonValue, text: string): PlaceOfPath {
  const place = placesIn(text)
  return (path) => {
    let offset = offsetOf(value)
    let at: JsonValue | undefined = value
    for (const step of path) {
      at = isList(at) ? at.items[Number(step)] : field(at, String(step))
      if (isList(at) || isObject(at)) offset = at.offset
    }
    return place(offset)
  }
}
