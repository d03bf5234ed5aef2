/**
 * A JSON value with what `JSON.parse` would lose: the exact text of every number, every key
 * (`__proto__` is one like any other), and where each object and list begins.
 */
export type JsonValue = string | boolean | null | JsonNumber | JsonList | JsonObject

interface JsonNumber {
  readonly type: 'number'
  readonly text: string
  /** Where it stands, if it is a whole number that a double does not hold exactly. */
  readonly wideAt?: number
}

export interface JsonList {
  readonly type: 'list'
  readonly offset: number
  readonly items: readonly JsonValue[]
}

export interface JsonObject {
  readonly type: 'object'
  readonly offset: number
  /** Of several fields with one name the last counts, as in every other reader of JSON. */
  readonly fields: Fields
}

/** As much of a map as an object needs. */
export interface Fields extends Iterable<readonly [string, JsonValue]> {
  readonly size: number
  readonly get: (name: string) => JsonValue | undefined
  readonly has: (name: string) => boolean
  readonly keys: () => Iterable<string>
  readonly values: () => Iterable<JsonValue>
}

export function isNumber(value: JsonValue | undefined): value is JsonNumber {
  return typeof value === 'object' && value !== null && value.type === 'number'
}

export function isList(value: JsonValue | undefined): value is JsonList {
  return typeof value === 'object' && value !== null && value.type === 'list'
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && value.type === 'object'
}

/** The field's value where `value` is an object that has it. */
export function field(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) ? value.fields.get(name) : undefined
}

/** The items of a list; none where `value` is something else. */
export function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isList(value) ? value.items : []
}

/** The objects among a list's items. */
export function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return itemsOf(value).filter(isObject)
}

/** Text that stands there as a string; undefined for anything else. */
export function stringOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The value as text: strings as they are, everything else as JSON. */
export function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : jsonText(value)
}

/** The number, where it is one that a double holds without becoming infinite. */
export function finite(value: JsonValue | undefined): number | undefined {
  if (!isNumber(value)) return undefined
  const number = Number(value.text)
  return Number.isFinite(number) ? number : undefined
}

/**
 * A string or a number as an id. Whole numbers keep all their digits; `1.0` and `1e0` are `1`,
 * as they are to the programs that write them.
 */
export function idOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value
  if (!isNumber(value)) return undefined
  const { text } = value
  if (/^-?\d+$/.test(text)) return text
  const number = Number(text)
  return Number.isSafeInteger(number) ? String(number) : text
}

/** Where the value stands, if it is a whole number that a double does not hold exactly. */
export function wideAt(value: JsonValue | undefined): number | undefined {
  return isNumber(value) ? value.wideAt : undefined
}

/** The value as JSON without spaces, numbers as they were written. */
export function jsonText(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  switch (value.type) {
    case 'number':
      return value.text
    case 'list':
      return `[${value.items.map(jsonText).join(',')}]`
    case 'object':
      return objectText([...value.fields].map(([key, inner]) => [key, jsonText(inner)]))
  }
}

/**
 * An object of fields whose values are JSON already. JavaScript's own objects would put keys
 * that look like numbers first and lose `__proto__`.
 */
export function objectText(fields: readonly (readonly [string, string])[]): string {
  return `{${fields.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`
}

/** Where the value begins in the text, where that is known. */
export function offsetOf(value: JsonValue | undefined): number {
  return isObject(value) || isList(value) ? value.offset : 0
}
