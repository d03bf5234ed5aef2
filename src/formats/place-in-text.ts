/** Where in a text something stands; both count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Turns offsets into `text` into lines and columns. Ends of line: LF, CR LF, CR. */
export function placesIn(text: string): (offset: number) => Place {
  let starts: readonly number[] | undefined
  return (offset) => {
    starts ??= lineStarts(text)
    const line = lineOf(starts, offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

/**
 * The places of `offsets`, which must rise, in the text that `pieces` are together: in one pass,
 * which keeps nothing but those places.
 */
export function placesAlong(
  pieces: Iterable<string>,
  offsets: readonly number[],
): readonly Place[] {
  const places: Place[] = []
  let line = 1
  let lineStart = 0
  let base = 0
  let returned = false
  const last = offsets.at(-1) ?? -1
  const placeUntil = (offset: number): void => {
    for (
      let wanted = offsets[places.length];
      wanted !== undefined && wanted < offset;
      wanted = offsets[places.length]
    ) {
      places.push({ line, column: wanted - lineStart + 1 })
    }
  }
  const endLine = (next: number): void => {
    placeUntil(next)
    line += 1
    lineStart = next
  }
  for (const piece of pieces) {
    for (let index = 0; index < piece.length; index++) {
      const code = piece.charCodeAt(index)
      // CR LF is one end of line.
      if (returned && code !== 10) endLine(base + index)
      returned = code === 13
      if (code === 10) endLine(base + index + 1)
    }
    base += piece.length
    if (last < base) break
  }
  if (returned) endLine(base)
  placeUntil(Infinity)
  return places
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return starts
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
