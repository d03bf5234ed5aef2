/** Rounds of pushing apart before the discs that still overlap are carried to the nearest gap. */
const rounds = 60
/** Once no more pairs than this share of the discs overlap, a round of all costs more than it mends. */
const few = 1 / 200
/** Above the rounding of final positions. */
const slack = 0.02

/**
 * `withoutOverlap` for many discs, in place: no two end nearer than the sum of their `reach`.
 * Each step of the generator is one round. Deterministic; depends on the order of the discs.
 */
export function* spreadDiscs(
  xs: Float64Array,
  ys: Float64Array,
  reach: Float64Array,
): Generator<void, void> {
  const grid = createGrid(xs, ys, reach)
  for (let round = 0; round < rounds; round += 1) {
    if (pushApart(grid, xs, ys, reach) <= few * xs.length) break
    yield
  }
  grid.clear()
  for (let disc = 0; disc < xs.length; disc += 1) {
    carryToGap(grid, disc, xs, ys, reach)
    grid.add(disc)
  }
}

/** The share of discs that overlap another. */
export function crowding(xs: Float64Array, ys: Float64Array, reach: Float64Array): number {
  const grid = createGrid(xs, ys, reach)
  let crowded = 0
  for (let disc = 0; disc < xs.length; disc += 1) grid.add(disc)
  for (let disc = 0; disc < xs.length; disc += 1)
    if (!grid.free(disc, xs[disc] ?? 0, ys[disc] ?? 0)) crowded += 1
  return xs.length > 0 ? crowded / xs.length : 0
}

interface Grid {
  readonly clear: () => void
  readonly add: (disc: number) => void
  readonly free: (disc: number, x: number, y: number) => boolean
  /** The first disc in the bucket of that cell, or −1. */
  readonly head: (column: number, row: number) => number
  readonly next: Int32Array
  readonly cell: number
}

/** Cells share buckets by a hash, so that a far outlier costs no memory. */
function createGrid(xs: Float64Array, ys: Float64Array, reach: Float64Array): Grid {
  const cell = 2 * reach.reduce((most, value) => Math.max(most, value), 1) + 2 * slack
  let buckets = 1
  while (buckets < xs.length * 2) buckets *= 2
  const heads = new Int32Array(buckets).fill(-1)
  const next = new Int32Array(xs.length).fill(-1)
  const bucket = (column: number, row: number): number =>
    (Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca77)) & (buckets - 1)
  const head = (column: number, row: number): number => heads[bucket(column, row)] ?? -1
  const free = (disc: number, x: number, y: number): boolean => {
    const column = Math.floor(x / cell)
    const row = Math.floor(y / cell)
    const own = (reach[disc] ?? 0) + slack
    for (let down = row - 1; down <= row + 1; down += 1)
      for (let across = column - 1; across <= column + 1; across += 1)
        for (let other = head(across, down); other >= 0; other = next[other] ?? -1) {
          const dx = (xs[other] ?? 0) - x
          const dy = (ys[other] ?? 0) - y
          const room = own + (reach[other] ?? 0)
          if (other !== disc && dx * dx + dy * dy < room * room) return false
        }
    return true
  }
  return {
    clear: () => heads.fill(-1),
    add: (disc) => {
      const at = bucket(Math.floor((xs[disc] ?? 0) / cell), Math.floor((ys[disc] ?? 0) / cell))
      next[disc] = heads[at] ?? -1
      heads[at] = disc
    },
    free,
    head,
    next,
    cell,
  }
}

/** One round over all pairs that overlap; how many there were. */
function pushApart(grid: Grid, xs: Float64Array, ys: Float64Array, reach: Float64Array): number {
  grid.clear()
  // The last added comes first in its bucket.
  for (let disc = xs.length - 1; disc >= 0; disc -= 1) grid.add(disc)
  // A heap of coincident discs has too many pairs; the gaps take care of it.
  let left = xs.length * 100
  let pushed = 0
  for (let disc = 0; disc < xs.length && left > 0; disc += 1) {
    const column = Math.floor((xs[disc] ?? 0) / grid.cell)
    const row = Math.floor((ys[disc] ?? 0) / grid.cell)
    for (let down = row - 1; down <= row + 1; down += 1)
      for (let across = column - 1; across <= column + 1; across += 1)
        for (let other = grid.head(across, down); other >= 0; other = grid.next[other] ?? -1) {
          if (other <= disc) continue
          left -= 1
          if (part(disc, other, xs, ys, reach)) pushed += 1
        }
  }
  return pushed
}

function part(
  a: number,
  b: number,
  xs: Float64Array,
  ys: Float64Array,
  reach: Float64Array,
): boolean {
  const ownA = (reach[a] ?? 0) + slack
  const ownB = (reach[b] ?? 0) + slack
  let x = (xs[b] ?? 0) - (xs[a] ?? 0)
  let y = (ys[b] ?? 0) - (ys[a] ?? 0)
  const square = x * x + y * y
  if (square >= (ownA + ownB) * (ownA + ownB)) return false
  let distance = Math.sqrt(square)
  const missing = ownA + ownB - distance
  if (distance === 0) {
    // Any direction will do, but not the same for all.
    x = (a % 3) - 1
    y = a % 3 === 1 ? 1 : (a % 5) - 2
    distance = Math.sqrt(x * x + y * y)
  }
  // A little more than needed, or rounding leaves them touching for ever.
  const push = (missing * 1.02) / distance
  const share = ownB / (ownA + ownB)
  xs[a] = (xs[a] ?? 0) - x * push * share
  ys[a] = (ys[a] ?? 0) - y * push * share
  xs[b] = (xs[b] ?? 0) + x * push * (1 - share)
  ys[b] = (ys[b] ?? 0) + y * push * (1 - share)
  return true
}

/** Tries squares around home, ever wider and coarser, until one of their points is free. */
function carryToGap(
  grid: Grid,
  disc: number,
  xs: Float64Array,
  ys: Float64Array,
  reach: Float64Array,
): void {
  const homeX = xs[disc] ?? 0
  const homeY = ys[disc] ?? 0
  if (grid.free(disc, homeX, homeY)) return
  const stride = (reach[disc] ?? 1) / 2
  for (let width = stride; ; width += Math.max(stride, width / 8)) {
    const steps = Math.ceil(width / stride)
    for (let step = -steps; step <= steps; step += 1) {
      const along = (width * step) / steps
      for (let side = 0; side < 4; side += 1) {
        const across = side % 2 === 0 ? width : -width
        const x = homeX + (side < 2 ? along : across)
        const y = homeY + (side < 2 ? across : along)
        if (!grid.free(disc, x, y)) continue
        xs[disc] = x
        ys[disc] = y
        return
      }
    }
  }
}
