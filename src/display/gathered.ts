import type { Point } from '../model/knowledge.ts'

const directions = [
  [-1, 1],
  [-1, 0],
  [0, -1],
  [1, -1],
  [1, 0],
  [0, 1],
] as const

/**
 * Places around one spot without end: the first in the middle, the others in rings of six, twelve …
 * around it, none nearer to another than 1.
 */
export function* gathered(): Generator<Point, never> {
  for (let ring = 0; ; ring += 1) yield* ringOf(ring)
}

/** A ring of the honeycomb: six sides with `ring` cells each. */
function ringOf(ring: number): readonly Point[] {
  if (ring === 0) return [{ x: 0, y: 0 }]
  const points: Point[] = []
  let [across, along] = [ring, 0]
  for (const [stepAcross, stepAlong] of directions) {
    for (let step = 0; step < ring; step += 1) {
      points.push({ x: across + along / 2, y: (along * Math.sqrt(3)) / 2 })
      across += stepAcross
      along += stepAlong
    }
  }
  return points
}

/** The nearest point in a direction, within 45 degrees to either side; undefined where none is. */
export function nextToward<Thing extends Point>(
  from: Point,
  direction: Point,
  things: readonly Thing[],
): Thing | undefined {
  let [best, least]: [Thing | undefined, number] = [undefined, Infinity]
  for (const thing of things) {
    const [x, y] = [thing.x - from.x, thing.y - from.y]
    const ahead = x * direction.x + y * direction.y
    const aside = Math.abs(x * direction.y - y * direction.x)
    if (ahead <= 0 || aside > ahead) continue
    // What is straight ahead comes before what is as near to the side.
    const distance = ahead + 2 * aside
    if (distance < least) [best, least] = [thing, distance]
  }
  return best
}
