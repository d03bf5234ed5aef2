import type { Extent } from '../layout/extent.ts'
import { breather, type Steps } from '../model/steps.ts'
import { floatsPerRow, type Rows } from './rows.ts'

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
 * How much ink a window takes, as a multiple of its area: more would be one grey, tell nothing
 * more, and take seconds without a graphics card.
 */
const inkPerWindow = 1
/** CSS pixels that a line costs across, with its soft sides. */
const strip = 3
const buckets = 1024
/** So many numbers are gone through between two pauses: less would wait longer than it works. */
const piece = 16_384
const steps = 256

/**
 * The order in which edges are painted, so that any part from its beginning is a fair sample: an
 * edge comes early by chance, the more likely the shorter it is, so that every length gets its
 * share of the ink. `lengths` are in any unit; the same lengths always give the same order.
 */
export function* paintingOrder(lengths: Float32Array): Steps<Uint32Array> {
  const pauses = breather(piece)
  let longest = 0
  for (let index = 0; index < lengths.length; index += 1)
    longest = Math.max(longest, lengths[index] ?? 0)
  const bucketOf = new Uint16Array(lengths.length)
  const next = new Uint32Array(buckets + 1)
  for (let index = 0; index < lengths.length; index += 1) {
    if (pauses()) yield
    const share = chance(index) * ((lengths[index] ?? 0) / (longest || 1))
    // The root spreads what would crowd into the first buckets.
    const bucket = Math.min(buckets - 1, Math.floor(Math.sqrt(share) * buckets))
    bucketOf[index] = bucket
    next[bucket + 1] = (next[bucket + 1] ?? 0) + 1
  }
  for (let bucket = 0; bucket < buckets; bucket += 1)
    next[bucket + 1] = (next[bucket + 1] ?? 0) + (next[bucket] ?? 0)
  const order = new Uint32Array(lengths.length)
  for (let index = 0; index < bucketOf.length; index += 1) {
    if (pauses()) yield
    const bucket = bucketOf[index] ?? 0
    const place = next[bucket] ?? 0
    order[place] = index
    next[bucket] = place + 1
  }
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
  /** How many times as much of it lies around an edge as would if all lay evenly. */
  readonly concentration: number
}

/** The lengths added up in the order; they lie evenly unless `concentration` says otherwise. */
export function inkOf(lengths: Float32Array, order: Uint32Array, concentration = 1): Ink {
  const count = order.length
  const upTo = new Float64Array(steps + 1)
  let sum = 0
  let step = 0
  for (let at = 0; at < count; at += 1) {
    while (step < Math.floor((at * steps) / count)) upTo[(step += 1)] = sum
    sum += lengths[order[at] ?? 0] ?? 0
  }
  upTo.fill(sum, step + 1)
  return { count, upTo, concentration }
}

const cells = 24
/** So many lines are looked at, and so many points of each. */
const lines = 4096
const points = 5

/**
 * How many times as dense the ink of lines is, on average over the ink itself, as if it lay evenly
 * in the frame. Each has its ends in framed coordinates first in its row.
 */
export function concentrationOf({ floats, count }: Rows): number {
  const ink = new Float64Array(cells * cells)
  const stride = Math.max(1, Math.floor(count / lines))
  let [all, frameArea] = [0, 0]
  const cellOf = (along: number): number =>
    Math.max(0, Math.min(cells - 1, Math.floor(along * cells)))
  for (let row = 0; row < count; row += stride) {
    const at = row * floatsPerRow
    const x = floats[at] ?? 0
    const y = floats[at + 1] ?? 0
    const toX = floats[at + 2] ?? 0
    const toY = floats[at + 3] ?? 0
    const length = Math.hypot(toX - x, toY - y)
    for (let point = 0.5; point < points; point += 1) {
      const across = x + ((toX - x) * point) / points
      const up = y + ((toY - y) * point) / points
      const cell = cellOf(across) * cells + cellOf(up)
      ink[cell] = (ink[cell] ?? 0) + length
      all += length
    }
  }
  if (all === 0) return 1
  for (const amount of ink) frameArea += amount > 0 ? 1 : 0
  const met = ink.reduce((sum, amount) => sum + (amount / all) ** 2, 0)
  return Math.max(1, met * frameArea)
}

/**
 * What to paint in a window of so many CSS pixels that shows `frame` at a camera ratio: the same
 * wherever the camera stands, so that no line comes or goes while it moves along.
 */
export function detailAt(
  ink: Ink,
  frame: Extent,
  window: { readonly width: number; readonly height: number },
  ratio: number,
): Detail {
  // On the way into a throng no line that was seen goes.
  const share = Math.max(shareAt(ink, frame, window, ratio), shareAt(ink, frame, window, 1))
  const inSight = Math.min(1, ratio * ratio)
  return { share, fine: share === 1 && ink.count * inSight <= mostInFull }
}

function shareAt(
  { count, upTo, concentration }: Ink,
  frame: Extent,
  window: { readonly width: number; readonly height: number },
  ratio: number,
): number {
  const across = Math.max(1e-9, frame.right - frame.left)
  const upwards = Math.max(1e-9, frame.top - frame.bottom)
  const pixels = Math.min(window.width / across, window.height / upwards) / ratio
  const inSight = Math.min(1, concentration * ratio * ratio)
  const allowed = (inkPerWindow * window.width * window.height) / (pixels * inSight * strip)
  let step = 0
  while (step < steps && (upTo[step + 1] ?? Infinity) <= allowed) step += 1
  return Math.min(1, Math.max(step / steps, fewest / count))
}
