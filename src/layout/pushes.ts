import { createQuadtree, stride, type Cells, type Points } from './quadtree.ts'

/** Pushes points apart, near ones pair by pair and far ones cell by cell. */
export interface Pushes {
  /** Sorts the points into cells anew. */
  readonly build: () => void
  /** Keeps the cells but follows their points. */
  readonly follow: () => void
  /** The side of the square that each point has to itself. */
  readonly spacing: () => number
  /** Writes the push on every point, mass · Σ mass · direction / distance², into `pushX`, `pushY`. */
  readonly repel: (pushX: Float64Array, pushY: Float64Array, stiffness: Float64Array) => void
}

/** Two cells are far apart where their reaches together are below this share of their distance. */
const opening = 0.8
/** Numbers per cell: the push on a unit of mass at its centre, and how it changes along x and y. */
const fieldStride = 5

/**
 * Sums of pushes in time proportional to the number of points, after Dehnen (2002), "A hierarchical
 * O(N) force calculation algorithm": cells that are far apart push one another as wholes, both ways
 * at once; each hands the push and its slope on to its parts and they to their points. The slopes
 * along x and y add up to minus the stiffness, for 1 / distance has the Laplacian 1 / distance³ in
 * the plane.
 */
export function createPushes(xs: Float64Array, ys: Float64Array, masses: Float64Array): Pushes {
  const order = xs.length
  const { cells, points, build, follow } = createQuadtree(xs, ys, masses)
  const field = new Float64Array(cells.leaf.length * fieldStride)
  const sums: Sums = new Float64Array(order * stride)
  return {
    build,
    follow,
    spacing: () => {
      const [left = 0, right = 0, bottom = 0, top = 0] = cells.box
      return Math.sqrt(((right - left) * (top - bottom)) / Math.max(1, order))
    },
    repel: (pushX, pushY, stiffness) => {
      field.fill(0, 0, cells.count * fieldStride)
      sums.fill(0)
      walk(cells, points, field, sums)
      handDown(cells, points, field, sums)
      for (let at = 0; at < order; at += 1) {
        const node = points.order[at] ?? 0
        const mass = points.body[at * stride + 2] ?? 0
        pushX[node] = (sums[at * stride] ?? 0) * mass
        pushY[node] = (sums[at * stride + 1] ?? 0) * mass
        stiffness[node] = Math.max(0, sums[at * stride + 2] ?? 0) * mass
      }
    },
  }
}

/** Push along x and y and stiffness per unit of a point's mass, `stride` numbers per point. */
type Sums = Float64Array

/** The pushes among the points of every cell: within the leaves and between the parts of the others. */
function walk(cells: Cells, points: Points, field: Float64Array, sums: Sums): void {
  const { leaf, after } = cells
  for (let whole = 0; whole < cells.count; whole += 1) {
    if (leaf[whole] === 1) {
      pushWithin(points, cells.from[whole] ?? 0, cells.to[whole] ?? 0, sums)
      continue
    }
    const end = after[whole] ?? 0
    for (let one = whole + 1; one < end; one = after[one] ?? end)
      for (let other = after[one] ?? end; other < end; other = after[other] ?? end)
        pushApart(cells, points, field, sums, one, other)
  }
}

/** The pushes between the points of two cells that have none in common. */
function pushApart(
  cells: Cells,
  points: Points,
  field: Float64Array,
  sums: Sums,
  a: number,
  b: number,
): void {
  const { body, leaf, after } = cells
  const atA = a * stride
  const atB = b * stride
  const dx = (body[atA] ?? 0) - (body[atB] ?? 0)
  const dy = (body[atA + 1] ?? 0) - (body[atB + 1] ?? 0)
  const square = dx * dx + dy * dy
  const reachA = body[atA + 3] ?? 0
  const reachB = body[atB + 3] ?? 0
  const reach = reachA + reachB
  if (reach * reach < opening * opening * square) {
    const inverse = 1 / square
    const cube = inverse * Math.sqrt(inverse)
    const fifth = 3 * inverse * cube
    const x = dx * cube
    const y = dy * cube
    const xx = cube - dx * dx * fifth
    const xy = -dx * dy * fifth
    const yy = cube - dy * dy * fifth
    const massA = body[atA + 2] ?? 0
    const massB = body[atB + 2] ?? 0
    addField(field, a * fieldStride, massB * x, massB * y, massB * xx, massB * xy, massB * yy)
    addField(field, b * fieldStride, -massA * x, -massA * y, massA * xx, massA * xy, massA * yy)
    return
  }
  const leafA = leaf[a] === 1
  const leafB = leaf[b] === 1
  if (leafA && leafB) {
    pushPoints(
      points,
      cells.from[a] ?? 0,
      cells.to[a] ?? 0,
      cells.from[b] ?? 0,
      cells.to[b] ?? 0,
      sums,
    )
  } else if (leafB || (!leafA && reachA >= reachB)) {
    const end = after[a] ?? 0
    for (let part = a + 1; part < end; part = after[part] ?? end)
      pushApart(cells, points, field, sums, part, b)
  } else {
    const end = after[b] ?? 0
    for (let part = b + 1; part < end; part = after[part] ?? end)
      pushApart(cells, points, field, sums, a, part)
  }
}

function addField(
  field: Float64Array,
  at: number,
  x: number,
  y: number,
  xx: number,
  xy: number,
  yy: number,
): void {
  field[at] = (field[at] ?? 0) + x
  field[at + 1] = (field[at + 1] ?? 0) + y
  field[at + 2] = (field[at + 2] ?? 0) + xx
  field[at + 3] = (field[at + 3] ?? 0) + xy
  field[at + 4] = (field[at + 4] ?? 0) + yy
}

function pushWithin(points: Points, from: number, to: number, sums: Sums): void {
  for (let at = from; at + 1 < to; at += 1) pushPoints(points, at, at + 1, at + 1, to, sums)
}

/** Keeps the push of coincident points finite. */
const softening = 1e-6

function pushPoints(
  { body }: Points,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
  sums: Sums,
): void {
  const endA = toA * stride
  const startB = fromB * stride
  const endB = toB * stride
  for (let a = fromA * stride; a < endA; a += stride) {
    const x = body[a] ?? 0
    const y = body[a + 1] ?? 0
    const mass = body[a + 2] ?? 0
    let sumX = 0
    let sumY = 0
    let sum = 0
    for (let b = startB; b < endB; b += stride) {
      const dx = x - (body[b] ?? 0)
      const dy = y - (body[b + 1] ?? 0)
      const square = dx * dx + dy * dy + softening
      const cube = 1 / (square * Math.sqrt(square))
      const onA = (body[b + 2] ?? 0) * cube
      const onB = mass * cube
      sumX += dx * onA
      sumY += dy * onA
      sum += onA
      sums[b] = (sums[b] ?? 0) - dx * onB
      sums[b + 1] = (sums[b + 1] ?? 0) - dy * onB
      sums[b + 2] = (sums[b + 2] ?? 0) + onB
    }
    sums[a] = (sums[a] ?? 0) + sumX
    sums[a + 1] = (sums[a + 1] ?? 0) + sumY
    sums[a + 2] = (sums[a + 2] ?? 0) + sum
  }
}

/** From wholes to parts, which come later in the list, and from leaves to points. */
function handDown(cells: Cells, points: Points, field: Float64Array, sums: Sums): void {
  const { body, after } = cells
  for (let cell = 0; cell < cells.count; cell += 1) {
    const at = cell * fieldStride
    const x = field[at] ?? 0
    const y = field[at + 1] ?? 0
    const xx = field[at + 2] ?? 0
    const xy = field[at + 3] ?? 0
    const yy = field[at + 4] ?? 0
    const middleX = body[cell * stride] ?? 0
    const middleY = body[cell * stride + 1] ?? 0
    if (cells.leaf[cell] === 1) {
      const to = (cells.to[cell] ?? 0) * stride
      for (let point = (cells.from[cell] ?? 0) * stride; point < to; point += stride) {
        const dx = (points.body[point] ?? 0) - middleX
        const dy = (points.body[point + 1] ?? 0) - middleY
        sums[point] = (sums[point] ?? 0) + x + xx * dx + xy * dy
        sums[point + 1] = (sums[point + 1] ?? 0) + y + xy * dx + yy * dy
        sums[point + 2] = (sums[point + 2] ?? 0) - xx - yy
      }
      continue
    }
    const end = after[cell] ?? 0
    for (let part = cell + 1; part < end; part = after[part] ?? end) {
      const dx = (body[part * stride] ?? 0) - middleX
      const dy = (body[part * stride + 1] ?? 0) - middleY
      const to = part * fieldStride
      field[to] = (field[to] ?? 0) + x + xx * dx + xy * dy
      field[to + 1] = (field[to + 1] ?? 0) + y + xy * dx + yy * dy
      field[to + 2] = (field[to + 2] ?? 0) + xx
      field[to + 3] = (field[to + 3] ?? 0) + xy
      field[to + 4] = (field[to + 4] ?? 0) + yy
    }
  }
}
