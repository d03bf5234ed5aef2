import { endOfText, misplaced, notANumber, strangeEscape, strangeValue } from './json-advice.ts'
import type { Advice } from './json-advice.ts'
import type { JsonValue } from './json-value.ts'
import { OpenValues, ParsedFields } from './parsed-fields.ts'
import type { RepeatedName } from './parsed-fields.ts'

/** What a JSON text may ask of the reader; the file's size counts bytes. */
export interface JsonLimits {
  readonly depth: number
  readonly fileSize: number
}

export const jsonLimits: JsonLimits = { depth: 256, fileSize: 256 * 1024 * 1024 }

/** Why a text is no JSON, where, and what to do about it. */
export class JsonFault extends Error {
  readonly offset: number
  readonly advice: string | undefined
  constructor({ message, advice }: Advice, offset: number) {
    super(message)
    this.offset = offset
    this.advice = advice
  }
}

/** A text's values: one, or one a line (JSON Lines). */
export interface JsonText {
  readonly values: readonly JsonValue[]
  /** Names that stand twice in one object. */
  readonly repeats: readonly RepeatedName[]
}

/**
 * Reads JSON by the letter of RFC 8259; throws JsonFault at the first character that breaks it,
 * and where values are nested deeper than the limit. Several values are read where each begins
 * on a line of its own and is an object or a list.
 */
export function parseJson(text: string, limits: JsonLimits = jsonLimits): JsonText {
  const parser = jsonParser(text, limits.depth)
  const values: JsonValue[] = [parser.document()]
  while (parser.hasMore(values[0])) values.push(parser.document())
  return { values, repeats: parser.repeats }
}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const minus = 0x2d
const openList = 0x5b
const closeList = 0x5d
const openObject = 0x7b
const closeObject = 0x7d

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

const noFields = new ParsedFields([], [])

function isWide(digits: string): boolean {
  return /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits))
}

function jsonParser(text: string, depthLimit: number) {
  let at = 0
  let depth = 0
  const open = new OpenValues()

  const fail = (advice: Advice, offset = at): never => {
    throw new JsonFault(offset >= text.length ? endOfText(text) : advice, offset)
  }
  /** Skips white space and returns the code of what follows; NaN at the end. */
  const next = (): number => {
    for (;;) {
      const code = text.charCodeAt(at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return code
      at += 1
    }
  }

  const value = (): JsonValue => {
    const code = next()
    if (code === quote) return string()
    if (code === openObject) return nested(object)
    if (code === openList) return nested(list)
    if (code === minus || (code >= 0x30 && code <= 0x39)) return number()
    if (text.startsWith('true', at)) return word('true', true)
    if (text.startsWith('false', at)) return word('false', false)
    if (text.startsWith('null', at)) return word('null', null)
    return fail(strangeValue(text, at))
  }

  const word = <Value>(name: string, meaning: Value): Value => {
    at += name.length
    if (/[\w$]/.test(text.charAt(at))) fail(strangeValue(text, at - name.length), at - name.length)
    return meaning
  }

  const number = (): JsonValue => {
    const start = at
    numberPattern.lastIndex = at
    const found = numberPattern.test(text)
    at = found ? numberPattern.lastIndex : at
    const after = text.charCodeAt(at)
    const ends = after === comma || after === closeObject || after === closeList || after <= 0x20
    // What cannot follow a number belongs to it, and makes it none: 01, 1.x, 0x2A, 1_000.
    if (!found || (!ends && /[\w.+-]/.test(text.charAt(at)))) return badNumber(start)
    const digits = text.slice(start, at)
    const wide = digits.length > 15 && isWide(digits)
    return { type: 'number', text: digits, ...(wide ? { wideAt: start } : {}) }
  }

  const badNumber = (start: number): never => {
    const length = /^[-+\w.]*/.exec(text.slice(start, start + 400))?.[0].length ?? 0
    // A number that the end of the text cuts is no fault of its own: `-`, `1.`, `2e`.
    const cut =
      start + length >= text.length && /^-?(?:\d+(?:\.|\.?\d*[eE][-+]?)?)?$/.test(text.slice(start))
    return fail(notANumber(text, start), cut ? text.length : start)
  }

  const string = (): string => {
    at += 1
    let start = at
    let read = ''
    for (;;) {
      const code = text.charCodeAt(at)
      if (code === quote) {
        const end = at
        at += 1
        return read === '' ? text.slice(start, end) : read + text.slice(start, end)
      }
      if (code === backslash) {
        read += text.slice(start, at) + escaped()
        start = at
      } else if (code < 0x20) fail(misplaced.control(code))
      else if (at >= text.length) fail(endOfText(text))
      else at += 1
    }
  }

  const escaped = (): string => {
    const letter = text.charAt(at + 1)
    const plain = escapes.get(letter)
    if (plain !== undefined) {
      at += 2
      return plain
    }
    const digits = text.slice(at + 2, at + 6)
    if (letter !== 'u' || !/^[\da-fA-F]{4}$/.test(digits)) {
      const end = letter === '' || (letter === 'u' && /^[\da-fA-F]{0,3}$/.test(text.slice(at + 2)))
      return fail(strangeEscape(text, at), end ? text.length : at)
    }
    at += 6
    return String.fromCharCode(parseInt(digits, 16))
  }

  const nested = (read: () => JsonValue): JsonValue => {
    depth += 1
    if (depth > depthLimit) fail(misplaced.depth(depthLimit))
    const content = read()
    depth -= 1
    return content
  }

  const list = (): JsonValue => {
    const offset = at
    const from = open.depth
    at += 1
    if (next() === closeList) {
      at += 1
      return { type: 'list', offset, items: [] }
    }
    for (;;) {
      open.push(value())
      const code = next()
      if (code !== comma && code !== closeList) fail(misplaced.inList(text, at))
      at += 1
      if (code === closeList) return { type: 'list', offset, items: open.list(from) }
      if (next() === closeList) fail(misplaced.comma(']'), text.lastIndexOf(',', at))
    }
  }

  const object = (): JsonValue => {
    const offset = at
    const [from, namesFrom] = [open.depth, open.nameDepth]
    at += 1
    if (next() === closeObject) {
      at += 1
      return { type: 'object', offset, fields: noFields }
    }
    for (;;) {
      if (next() !== quote) fail(misplaced.name(text, at))
      const start = at
      const name = string()
      open.name(name, start)
      if (next() !== colon) fail(misplaced.colon(name))
      at += 1
      open.push(value())
      const code = next()
      if (code !== comma && code !== closeObject) fail(misplaced.inObject(text, at))
      at += 1
      if (code === closeObject) {
        return { type: 'object', offset, fields: open.fields(from, namesFrom) }
      }
      if (next() === closeObject) fail(misplaced.comma('}'), text.lastIndexOf(',', at))
    }
  }

  return {
    repeats: open.repeats,
    document: value,
    /** False at the end of the text; a fault where something follows that is no further line. */
    hasMore: (first: JsonValue | undefined): boolean => {
      const end = at
      const code = next()
      if (at >= text.length) return false
      const lines = typeof first === 'object' && first !== null && first.type !== 'number'
      const opens = code === openObject || code === openList
      if (!lines || !opens || !/[\n\r]/.test(text.slice(end, at))) fail(misplaced.after(text, at))
      return true
    },
  }
}
