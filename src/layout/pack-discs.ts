import type { Point } from '../model/knowledge.ts'
import { outwards } from './pack.ts'

/** A part of the picture around its own origin. */
export interface DiscPart {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly reach: Float64Array
}

/** So many cells across the largest part at most: finer gains nothing that the eye could see. */
const mostAcross = 400

/**
 * `packed` for large pictures: for every part the shift to the free place nearest to the middle.
 * The first part, the largest, stays at the middle, and what lies between its discs in a row of
 * the raster counts as full, so that nothing hides among its edges; the others count as circles.
 */
export function packedDiscs(parts: readonly DiscPart[], gap: number): readonly Point[] {
  const first = parts[0]
  if (first === undefined) return []
  const radii = parts.map(radiusOf)
  const least = radii.reduce((a, b) => Math.min(a, b), Infinity)
  const most = (radii[0] ?? 0) + gap
  const cell = Math.max(least + gap / 2, most / mostAcross)
  const sizes = radii.map((radius) => Math.ceil((radius + gap) / cell))
  const area = sizes.reduce((sum, size) => sum + (2 * size + 1) ** 2, 0)
  const side = 2 * Math.ceil(2 * Math.sqrt(area)) + 4 * (sizes[0] ?? 0) + 8
  const taken = new Uint8Array(side * side)
  const middle = side >> 1
  markRows(first, cell, gap, taken, side)
  const walks = new Map<number, ReturnType<typeof outwards>>()
  return parts.map((_, index) => {
    if (index === 0) return { x: 0, y: 0 }
    const size = sizes[index] ?? 1
    // Large circles need not look at every cell.
    const stride = Math.max(1, size >> 2)
    const walk = walks.get(size) ?? outwards()
    walks.set(size, walk)
    for (;;) {
      const [across, up] = walk.next().value
      const column = middle + across * stride
      const row = middle + up * stride
      if (!free(taken, side, column, row, size)) continue
      mark(taken, side, column, row, size)
      return { x: (column - middle) * cell, y: (row - middle) * cell }
    }
  })
}

function radiusOf({ x, y, reach }: DiscPart): number {
  let most = 0
  for (let disc = 0; disc < x.length; disc += 1) {
    const dx = x[disc] ?? 0
    const dy = y[disc] ?? 0
    most = Math.max(most, Math.sqrt(dx * dx + dy * dy) + (reach[disc] ?? 0))
  }
  return most
}

/** Fills every row from the first disc in it to the last. */
function markRows(
  part: DiscPart,
  cell: number,
  gap: number,
  taken: Uint8Array,
  side: number,
): void {
  const middle = side >> 1
  const left = new Int32Array(side).fill(side)
  const right = new Int32Array(side).fill(-1)
  for (let disc = 0; disc < part.x.length; disc += 1) {
    const room = (part.reach[disc] ?? 0) + gap
    const x = part.x[disc] ?? 0
    const y = part.y[disc] ?? 0
    const from = middle + Math.floor((x - room) / cell)
    const to = middle + Math.ceil((x + room) / cell)
    const top = middle + Math.ceil((y + room) / cell)
    for (let row = middle + Math.floor((y - room) / cell); row <= top; row += 1) {
      left[row] = Math.min(left[row] ?? side, from)
      right[row] = Math.max(right[row] ?? -1, to)
    }
  }
  for (let row = 0; row < side; row += 1)
    if ((left[row] ?? side) <= (right[row] ?? -1))
      taken.fill(1, row * side + (left[row] ?? 0), row * side + (right[row] ?? 0) + 1)
}

function free(taken: Uint8Array, side: number, column: number, row: number, size: number): boolean {
  for (let up = -size; up <= size; up += 1)
    for (let across = -size; across <= size; across += 1)
      if (
        across * across + up * up <= size * size &&
        taken[(row + up) * side + column + across] === 1
      )
        return false
  return true
}

function mark(taken: Uint8Array, side: number, column: number, row: number, size: number): void {
  for (let up = -size; up <= size; up += 1)
    for (let across = -size; across <= size; across += 1)
      if (across * across + up * up <= size * size) taken[(row + up) * side + column + across] = 1
}
