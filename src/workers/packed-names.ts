/**
 * A text that comes up again and again in a hand-over travels once and is named by its number from
 * then on: the page then also has one and the same text for an id wherever it occurs, which it
 * finds far faster in a map.
 */
export interface Names {
  /** The text's number. */
  readonly numberOf: (text: string) => number
  /** The texts that have come up since this was last asked. */
  readonly added: () => readonly string[]
}

/** Names with nothing in them. */
export function createNames(): Names {
  const numbers = new Map<string, number>()
  let fresh: string[] = []
  return {
    numberOf: (text) => {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, numbers.size)
      fresh.push(text)
      return numbers.size - 1
    },
    added: () => {
      const added = fresh
      fresh = []
      return added
    },
  }
}

/** The number of a text that may not be there: one more than its own, or 0. */
export function optionalNumber({ numberOf }: Names, text: string | undefined): number {
  return text === undefined ? 0 : numberOf(text) + 1
}
