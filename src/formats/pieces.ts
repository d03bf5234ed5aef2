import { breather, type Steps } from '../model/steps.ts'

/**
 * What is written of all things, in order, in pieces of some hundred: all of a large graph as one
 * text would be long in the making, and longer than a text may be.
 */
export function* inPieces<Thing>(
  things: readonly Thing[],
  write: (thing: Thing, index: number) => string,
): Steps<readonly string[]> {
  const pieces: string[] = []
  const pauses = breather()
  let piece = ''
  for (const [index, thing] of things.entries()) {
    piece += write(thing, index)
    if (!pauses()) continue
    pieces.push(piece)
    piece = ''
    yield
  }
  return [...pieces, piece]
}
