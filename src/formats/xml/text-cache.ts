import { isShort, slotOf, slotsOf } from '../../model/recent.ts'

/**
 * The texts of a document's stretches. Equal short ones that come soon after one another are one and
 * the same string, so that a column's ids and values are held once and not once per record; and a
 * stretch that is known is not even cut out.
 */
export class TextCache {
  readonly #kept = slotsOf('')

  /** What stands in `text` from `from` to before `to`. */
  slice(text: string, from: number, to: number): string {
    if (!isShort(to - from)) return text.slice(from, to)
    const slot = slotOf(text, from, to)
    const known = this.#kept[slot] ?? ''
    if (stands(known, text, from, to)) return known
    return (this.#kept[slot] = text.slice(from, to))
  }
}

/** A name as it is written. */
export interface WrittenName {
  readonly text: string
  /** True where it has to do with namespaces: it has a prefix, or declares one. */
  readonly isQualified: boolean
}

/** The names of a document, for which the same holds; what is to be known of one is found out once. */
export class NameCache {
  readonly #kept = slotsOf<WrittenName>(nameOf(''))

  /** The name that stands in `text` from `from` to before `to`. */
  slice(text: string, from: number, to: number): WrittenName {
    if (!isShort(to - from)) return nameOf(text.slice(from, to))
    const slot = slotOf(text, from, to)
    const known = this.#kept[slot]
    if (known !== undefined && stands(known.text, text, from, to)) return known
    return (this.#kept[slot] = nameOf(text.slice(from, to)))
  }
}

function nameOf(text: string): WrittenName {
  return { text: interned(text), isQualified: text === 'xmlns' || text.includes(':') }
}

/**
 * The same text as engines keep names of properties: two of these are compared by where they are,
 * and not letter by letter. Names are asked for more often than anything else of a document.
 */
function interned(text: string): string {
  for (const key in { [text]: true }) return key
  return text
}

/** True where `known` is what stands from `from` to before `to`; for short texts the fastest way. */
function stands(known: string, text: string, from: number, to: number): boolean {
  if (known.length !== to - from) return false
  for (let index = known.length - 1; index >= 0; index -= 1) {
    if (known.charCodeAt(index) !== text.charCodeAt(from + index)) return false
  }
  return true
}
