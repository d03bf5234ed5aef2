import type { Point } from '../model/knowledge.ts'

/** A node of the picture as it stands. */
export interface Standing extends Point {
  readonly radius: number
}

/** A node that joins the picture. */
export interface Newcomer {
  readonly radius: number
  /** Where it would stand of its own; undefined where it has no place. */
  readonly home: Point | undefined
  /** Where its neighbours in the picture stand; the nearest to its home counts. */
  readonly neighbours: readonly Point[]
}

/**
 * Where newcomers to a picture stand, in their order: at home where that is near a neighbour and
 * free, else at the nearest free place around that neighbour, on the side of their home. No
 * newcomer overlaps another node; what stands already is left alone. `spacing` is the usual
 * distance of nodes, in the units of the picture; it counts as 1 at least. Only square roots, so
 * that all machines agree.
 */
export function placesBeside(
  newcomers: readonly Newcomer[],
  standing: readonly Standing[],
  spacing: number,
): readonly Point[] {
  const unit = Math.max(1, spacing)
  const taken = [...standing]
  return newcomers.map((newcomer) => {
    const place = placeOf(newcomer, taken, unit)
    taken.push({ ...place, radius: newcomer.radius })
    return place
  })
}

/** Further from its neighbour than so many spacings a node would seem to belong elsewhere. */
const nearby = 2.5
/** Free room between two discs, in spacings. */
const margin = 0.1
const directions = 16

function placeOf(
  { radius, home, neighbours }: Newcomer,
  taken: readonly Standing[],
  unit: number,
): Point {
  const anchor = nearest(neighbours, home) ?? home ?? { x: 0, y: 0 }
  const towards = home ?? { x: anchor.x, y: anchor.y + unit }
  const isFree = (point: Point): boolean =>
    taken.every((disc) => distance(disc, point) >= disc.radius + radius + margin * unit)
  if (home !== undefined && distance(home, anchor) <= nearby * unit && isFree(home)) return home
  const vectors = fan(anchor, towards)
  for (let reach = unit; ; reach += Math.max(0.75 * unit, reach / 8))
    for (const { x, y } of vectors) {
      const place = { x: anchor.x + x * reach, y: anchor.y + y * reach }
      if (isFree(place)) return place
    }
}

/** Unit vectors all round, that from one point to the other first, then those to either side. */
function fan(from: Point, to: Point): readonly Point[] {
  const length = distance(from, to)
  const ahead = length > 0 ? { x: (to.x - from.x) / length, y: (to.y - from.y) / length } : up
  const [left, right] = [turned(ahead, step), turned(ahead, { x: step.x, y: -step.y })]
  const vectors = [ahead, left, right]
  while (vectors.length < directions) {
    const [one, other] = vectors.slice(-2)
    vectors.push(turned(one ?? ahead, step), turned(other ?? ahead, { x: step.x, y: -step.y }))
  }
  return vectors
}

const up: Point = { x: 0, y: 1 }
/** The sixteenth part of a full turn. */
const step: Point = { x: 0.9238795325112867, y: 0.3826834323650898 }

function turned(vector: Point, by: Point): Point {
  return { x: vector.x * by.x - vector.y * by.y, y: vector.x * by.y + vector.y * by.x }
}

function nearest(points: readonly Point[], to: Point | undefined): Point | undefined {
  let found: Point | undefined
  for (const point of points)
    if (found === undefined || (to !== undefined && distance(point, to) < distance(found, to)))
      found = point
  return found
}

function distance(a: Point, b: Point): number {
  const [x, y] = [a.x - b.x, a.y - b.y]
  return Math.sqrt(x * x + y * y)
}
