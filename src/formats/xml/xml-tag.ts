import type { WrittenName } from './text-cache.ts'

/** The attributes of an element, by their names as written. */
export interface XmlAttributes {
  readonly get: (name: string) => string | undefined
}

/**
 * The start tag at hand. There is one for the whole document, filled anew for each element: who
 * wants to keep something takes it during the call.
 */
export class XmlTag implements XmlAttributes {
  local = ''
  /** Empty where the element is in no namespace. */
  namespace = ''
  /** Where its `<` stands in the text. */
  offset = 0
  /** Where what follows its `>` stands. */
  end = 0
  count = 0
  /** True where some attribute's name has a prefix or declares one. */
  isQualified = false
  /** The first `count` are this element's. */
  readonly names: string[] = []
  readonly values: string[] = []

  get(name: string): string | undefined {
    for (let index = 0; index < this.count; index++) {
      if (this.names[index] === name) return this.values[index]
    }
    return undefined
  }

  /** True where some attribute has one of `names`. */
  hasAny(names: ReadonlySet<string>): boolean {
    for (let index = 0; index < this.count; index++) {
      if (names.has(this.names[index] ?? '')) return true
    }
    return false
  }

  /** A copy of them all, to keep. */
  all(): ReadonlyMap<string, string> {
    const all = new Map<string, string>()
    for (let index = 0; index < this.count; index++) {
      all.set(this.names[index] ?? '', this.values[index] ?? '')
    }
    return all
  }

  /** Forgets the attributes of the element before. */
  clear(): void {
    this.count = 0
    this.isQualified = false
  }

  /** Puts one more attribute to the others. */
  add({ text, isQualified }: WrittenName, value: string): void {
    this.names[this.count] = text
    this.values[this.count] = value
    this.count += 1
    if (isQualified) this.isQualified = true
  }
}
