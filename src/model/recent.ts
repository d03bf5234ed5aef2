const slots = 4096
const fewestSlots = 16
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
 * of a column are few as a rule, and the records that have them many. It begins small, because a file
 * may have a great many columns, and grows with what is made.
 */
export class Recent<Made> {
  #texts: (string | undefined)[] = []
  #made: (Made | undefined)[] = []
  /** So many may still be made before it grows. */
  #room = 0
  readonly #make: (text: string) => Made

  constructor(make: (text: string) => Made) {
    this.#make = make
  }

  of(text: string): Made {
    if (!isShort(text.length)) return this.#make(text)
    const slot = this.#slotOf(text)
    const known = this.#made[slot]
    if (known !== undefined && this.#texts[slot] === text) return known
    return this.#keep(text, this.#make(text))
  }

  #keep(text: string, made: Made): Made {
    if (this.#room === 0) this.#grow()
    this.#room -= 1
    const slot = this.#slotOf(text)
    this.#texts[slot] = text
    this.#made[slot] = made
    return made
  }

  #slotOf(text: string): number {
    return slotOf(text, 0, text.length) & (this.#texts.length - 1)
  }

  /** Forgets what it has, which is made anew. */
  #grow(): void {
    const wanted = Math.min(slots, Math.max(fewestSlots, this.#texts.length * 4))
    this.#room = wanted === slots ? Infinity : 2 * wanted
    this.#texts = Array.from({ length: wanted }, () => undefined)
    this.#made = Array.from({ length: wanted }, () => undefined)
  }
}
