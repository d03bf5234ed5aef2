/** A piece of a text. */
export interface MarkedPiece {
  readonly text: string
  readonly marked: boolean
}

/**
 * A paragraph in pieces: what stands among `words` is marked, wherever its lines break. One unmarked
 * piece where it has none of them.
 */
export function markedWords(text: string, words: readonly string[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const [from, to] of together(words.flatMap((each) => placeOf(each, text)))) {
    pieces.push({ text: text.slice(at, from), marked: false })
    pieces.push({ text: text.slice(from, to), marked: true })
    at = to
  }
  pieces.push({ text: text.slice(at), marked: false })
  return pieces.filter((piece) => piece.text !== '')
}

type Place = readonly [from: number, to: number]

function placeOf(words: string, text: string): readonly Place[] {
  const escaped = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  const match = new RegExp(escaped.join('\\s+')).exec(text)
  return match === null || match[0] === '' ? [] : [[match.index, match.index + match[0].length]]
}

/** Places in their order, those that overlap as one. */
function together(places: readonly Place[]): readonly Place[] {
  const joined: Place[] = []
  for (const [from, to] of places.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last === undefined || from > last[1]) joined.push([from, to])
    else joined.splice(-1, 1, [last[0], Math.max(last[1], to)])
  }
  return joined
}
