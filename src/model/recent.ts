const slots = 4096
const longest = 24

/** A text of more characters is seldom there twice, and so is not kept. */
export function isShort(length: number): boolean {
  return length <= longest
}

/** The slot of what stands in `text` from `from` to before `to`, of `slotCount`. */
export function slotOf(text: string, from: number, to: number): number {
  const length = to - from
  return (
    (length * 31 +
      text.charCodeAt(from) * 7 +
      text.charCodeAt(from + (length >> 1)) * 1031 +
      text.charCodeAt(to - 1) * 131) &
    (slots - 1)
  )
}

/** As many slots with the same in each. */
export function slotsOf<Item>(item: Item): Item[] {
  return Array.from({ length: slots }, () => item)
}

/**
 * What is made of texts, made once for equal short ones that come soon after one another: the values
 * of a column are few as a rule, and the records that have them many.
 */
export class Recent<Made> {
  readonly #texts = slotsOf<string | undefined>(undefined)
  readonly #made = slotsOf<Made | undefined>(undefined)
  readonly #make: (text: string) => Made

  constructor(make: (text: string) => Made) {
    this.#make = make
  }

  of(text: string): Made {
    if (!isShort(text.length)) return this.#make(text)
    const slot = slotOf(text, 0, text.length)
    const known = this.#made[slot]
    if (known !== undefined && this.#texts[slot] === text) return known
    const made = this.#make(text)
    this.#texts[slot] = text
    this.#made[slot] = made
    return made
  }
}
