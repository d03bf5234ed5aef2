import type { Extent } from '../layout/extent.ts'

/** How much of the edges is painted at a distance. */
export interface Detail {
  /** From 0 to 1: this share of them, in the order of `paintingOrder`. */
  readonly share: number
  /** With arrow heads and waves, and a wide reach for the pointer. */
  readonly fine: boolean
}

export const fullDetail: Detail = { share: 1, fine: true }

/** So many edges are always painted in full. */
export const mostInFull = 6000
/** And so many at least, however long they are. */
const fewest = 3000
/**
 * How much ink a window takes, as a multiple of its area: more would be nearly black, tell nothing
 * more, and take seconds without a graphics card.
 */
const inkPerWindow = 2
/** CSS pixels that a line costs across, with its soft sides. */
const strip = 3
const buckets = 1024
const steps = 256

/**
 * The order in which edges are painted, so that any part from its beginning is a fair sample: an
 * edge comes early by chance, the more likely the shorter it is, so that every length gets its
 * share of the ink. `lengths` are in any unit; the same lengths always give the same order.
 */
export function paintingOrder(lengths: Float32Array): Uint32Array {
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0) || 1
  const bucketOf = Uint16Array.from(lengths, (length, index) =>
    // The root spreads what would crowd into the first buckets.
    Math.min(buckets - 1, Math.floor(Math.sqrt(chance(index) * (length / longest)) * buckets)),
  )
  const next = new Uint32Array(buckets + 1)
  for (const bucket of bucketOf) next[bucket + 1] = (next[bucket + 1] ?? 0) + 1
  for (let bucket = 0; bucket < buckets; bucket += 1)
    next[bucket + 1] = (next[bucket + 1] ?? 0) + (next[bucket] ?? 0)
  const order = new Uint32Array(lengths.length)
  bucketOf.forEach((bucket, index) => {
    const place = next[bucket] ?? 0
    order[place] = index
    next[bucket] = place + 1
  })
  return order
}

/** A number from 0 to 1 that nothing but the index decides (Knuth's multiplicative hash). */
function chance(index: number): number {
  return (Math.imul(index + 1, 2_654_435_761) >>> 0) / 2 ** 32
}

/** How the lengths of edges add up. */
export interface Ink {
  readonly count: number
  /** The summed length of the first 0/256, 1/256 … 256/256 of the edges in painting order. */
  readonly upTo: Float64Array
}

/** The lengths added up in the order. */
export function inkOf(lengths: Float32Array, order: Uint32Array): Ink {
  const count = order.length
  const upTo = new Float64Array(steps + 1)
  let sum = 0
  let step = 0
  for (let at = 0; at < count; at += 1) {
    while (step < Math.floor((at * steps) / count)) upTo[(step += 1)] = sum
    sum += lengths[order[at] ?? 0] ?? 0
  }
  upTo.fill(sum, step + 1)
  return { count, upTo }
}

/**
 * What to paint in a window of so many CSS pixels that shows `frame` at a camera ratio, as if the
 * edges lay evenly in it.
 */
export function detailAt(
  { count, upTo }: Ink,
  frame: Extent,
  window: { readonly width: number; readonly height: number },
  ratio: number,
): Detail {
  const across = Math.max(1e-9, frame.right - frame.left)
  const upwards = Math.max(1e-9, frame.top - frame.bottom)
  const pixels = Math.min(window.width / across, window.height / upwards) / ratio
  const inSight = Math.min(1, ratio * ratio)
  const allowed = (inkPerWindow * window.width * window.height) / (pixels * inSight * strip)
  let step = 0
  while (step < steps && (upTo[step + 1] ?? Infinity) <= allowed) step += 1
  const share = Math.min(1, Math.max(step / steps, fewest / count))
  return { share, fine: share === 1 && count * inSight <= mostInFull }
}
