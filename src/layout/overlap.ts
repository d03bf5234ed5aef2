/** A disc that must not touch another; a fixed one stays where it is. */
export interface Disc {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly fixed?: boolean
}

/** Rounds of pushing apart before the discs that still overlap are carried to the nearest gap. */
const rounds = 80
/** Above the rounding of final positions to three decimals. */
const slack = 0.01

interface Moving {
  x: number
  y: number
  readonly reach: number
  readonly fixed: boolean
}

/**
 * Moves discs as little as it can until no two are nearer than their radii plus `margin`, in the
 * units of the discs; the result has the order of the argument. Neighbours are pushed apart round
 * by round; what still overlaps then goes to the nearest gap, so that the end is certain. Only two
 * fixed discs may go on overlapping. Deterministic; depends on the order of the discs.
 */
export function withoutOverlap(
  discs: readonly Disc[],
  margin: number,
): readonly { readonly x: number; readonly y: number }[] {
  const moving = discs.map((disc): Moving => ({
    x: disc.x,
    y: disc.y,
    reach: disc.radius + margin / 2 + slack,
    fixed: disc.fixed === true,
  }))
  const cell = 2 * moving.reduce((most, disc) => Math.max(most, disc.reach), 0)
  if (cell > 0) {
    for (let round = 0; round < rounds; round += 1) if (!pushApart(moving, cell)) break
    carryToGaps(moving, cell)
  }
  return moving.map((disc) => ({ x: disc.x, y: disc.y }))
}

/** One round over all pairs that overlap; false where there were none. */
function pushApart(discs: readonly Moving[], cell: number): boolean {
  const grid = createGrid(cell)
  discs.forEach((disc) => grid.add(disc))
  let pushed = false
  let pairs = 0
  // A heap of coincident discs has too many pairs; the gaps take care of it.
  const most = discs.length * 200
  const place = new Map(discs.map((disc, index) => [disc, index]))
  discs.forEach((disc, index) => {
    if (pairs > most) return
    for (const other of grid.near(disc)) {
      if ((place.get(other) ?? 0) <= index || (disc.fixed && other.fixed)) continue
      pairs += 1
      if (separatePair(disc, other, index)) pushed = true
    }
  })
  return pushed
}

function separatePair(a: Moving, b: Moving, index: number): boolean {
  let x = b.x - a.x
  let y = b.y - a.y
  let distance = Math.sqrt(x * x + y * y)
  const missing = a.reach + b.reach - distance
  if (missing <= 0) return false
  if (distance === 0) {
    // Any direction will do, but not the same for all.
    x = (index % 3) - 1
    y = index % 3 === 1 ? 1 : (index % 5) - 2
    distance = Math.sqrt(x * x + y * y)
  }
  // A little more than needed, or rounding leaves them touching for ever.
  const push = (missing * 1.02) / distance
  const share = a.fixed ? 0 : b.fixed ? 1 : b.reach / (a.reach + b.reach)
  a.x -= x * push * share
  a.y -= y * push * share
  b.x += x * push * (1 - share)
  b.y += y * push * (1 - share)
  return true
}

function carryToGaps(discs: readonly Moving[], cell: number): void {
  const grid = createGrid(cell)
  for (const disc of discs) if (disc.fixed) grid.add(disc)
  for (const disc of discs) {
    if (disc.fixed) continue
    const home = { x: disc.x, y: disc.y }
    const stride = disc.reach / 2
    for (let ring = 0; !grid.free(disc); ring += 1) {
      if (moveToRing(disc, home, ring, stride, grid)) break
    }
    grid.add(disc)
  }
}

/** Tries the points of a square ring, `ring` strides from home; true where one is free. */
function moveToRing(
  disc: Moving,
  home: { readonly x: number; readonly y: number },
  ring: number,
  stride: number,
  grid: Grid,
): boolean {
  for (let along = -ring; along <= ring; along += 1)
    for (const [column, row] of [
      [along, -ring],
      [along, ring],
      [-ring, along],
      [ring, along],
    ] as const) {
      disc.x = home.x + column * stride
      disc.y = home.y + row * stride
      if (grid.free(disc)) return true
    }
  return false
}

interface Grid {
  readonly add: (disc: Moving) => void
  /** The discs in the nine cells around, itself included. */
  readonly near: (disc: Moving) => Iterable<Moving>
  readonly free: (disc: Moving) => boolean
}

function createGrid(cell: number): Grid {
  const cells = new Map<string, Moving[]>()
  const add = (disc: Moving): void => {
    const key = `${Math.floor(disc.x / cell)} ${Math.floor(disc.y / cell)}`
    const list = cells.get(key)
    if (list === undefined) cells.set(key, [disc])
    else list.push(disc)
  }
  const near = (disc: Moving): readonly Moving[] => {
    const column = Math.floor(disc.x / cell)
    const row = Math.floor(disc.y / cell)
    const found: Moving[] = []
    for (let dx = -1; dx <= 1; dx += 1)
      for (let dy = -1; dy <= 1; dy += 1) {
        const list = cells.get(`${column + dx} ${row + dy}`)
        if (list !== undefined) found.push(...list)
      }
    return found
  }
  const free = (disc: Moving): boolean =>
    near(disc).every((other) => {
      const x = other.x - disc.x
      const y = other.y - disc.y
      const reach = other.reach + disc.reach
      return other === disc || x * x + y * y >= reach * reach
    })
  return { add, near, free }
}
