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
  // Joined and not added up: a sum keeps all that it was made of alive until it is read.
  let parts: string[] = []
  for (let index = 0; index < things.length; index += 1) {
    parts.push(write(things[index] as Thing, index))
    if (!pauses()) continue
    pieces.push(parts.join(''))
    parts = []
    yield
  }
  return [...pieces, parts.join('')]
}
