import { createSorter } from './morton-order.ts'

/** Pushes points apart, with near ones one by one and far ones by cells. */
export interface Quadtree {
  /** Sorts the points into cells anew. */
  readonly build: () => void
  /** Keeps the cells but follows their points. */
  readonly follow: () => void
  /** The side of the square that each point has to itself. */
  readonly spacing: () => number
  /** Writes the push on every point, mass · Σ mass · direction / distance², into `pushX`, `pushY`. */
  readonly repel: (pushX: Float64Array, pushY: Float64Array, stiffness: Float64Array) => void
}

/** Points that are pushed with one list of cells; also the size of the smallest cells. */
const bucket = 8

/**
 * A Barnes–Hut quadtree over points whose coordinates change in place. Points lie in Morton order;
 * cells are a flat list in depth-first order, each with the place of the cell after its last
 * descendant, so that a walk needs no stack. Boxes are those of the points, not of the plane:
 * they stay true while points move, and a heap of coincident points is one far cell.
 */
export function createQuadtree(
  xs: Float64Array,
  ys: Float64Array,
  masses: Float64Array,
  theta: number,
): Quadtree {
  const order = xs.length
  const sorter = createSorter(order)
  const most = Math.max(1, order * 2)
  const cells: Cells = {
    count: 0,
    from: new Uint32Array(most),
    to: new Uint32Array(most),
    after: new Uint32Array(most),
    leaf: new Uint8Array(most),
    mass: new Float64Array(most),
    x: new Float64Array(most),
    y: new Float64Array(most),
    box: new Float64Array(most * 4),
    size: new Float64Array(most),
  }
  const points: Points = {
    order: sorter.order,
    x: new Float64Array(order),
    y: new Float64Array(order),
    mass: new Float64Array(order),
  }
  const list = {
    x: new Float64Array(1024),
    y: new Float64Array(1024),
    mass: new Float64Array(1024),
  }

  const follow = (): void => {
    for (let at = 0; at < order; at += 1) {
      const node = points.order[at] ?? 0
      points.x[at] = xs[node] ?? 0
      points.y[at] = ys[node] ?? 0
      points.mass[at] = masses[node] ?? 0
    }
    summarise(cells, points)
  }
  return {
    build: () => {
      sorter.sort(xs, ys)
      cells.count = 0
      if (order > 0) divide(cells, sorter.keys, 0, order, 2 * 15)
      follow()
    },
    follow,
    spacing: () => {
      const [left = 0, right = 0, bottom = 0, top = 0] = cells.box
      return Math.sqrt(((right - left) * (top - bottom)) / Math.max(1, order))
    },
    repel: (pushX, pushY, stiffness) => {
      for (let cell = 0; cell < cells.count; cell += 1) {
        if (cells.leaf[cell] === 0) continue
        const length = collect(cells, points, cell, theta * theta, list)
        pushBucket(
          points,
          cells.from[cell] ?? 0,
          cells.to[cell] ?? 0,
          list,
          length,
          pushX,
          pushY,
          stiffness,
        )
      }
    },
  }
}

interface Cells {
  count: number
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly after: Uint32Array
  readonly leaf: Uint8Array
  readonly mass: Float64Array
  readonly x: Float64Array
  readonly y: Float64Array
  /** Left, right, bottom, top. */
  readonly box: Float64Array
  /** The square of the longer side. */
  readonly size: Float64Array
}

interface Points {
  readonly order: Uint32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly mass: Float64Array
}

interface Bodies {
  x: Float64Array
  y: Float64Array
  mass: Float64Array
}

/** Adds the cell of the points from–to and, where they are many, its parts. */
function divide(cells: Cells, keys: Uint32Array, from: number, to: number, shift: number): void {
  const cell = cells.count
  cells.count += 1
  cells.from[cell] = from
  cells.to[cell] = to
  cells.leaf[cell] = to - from <= bucket ? 1 : 0
  if (to - from > bucket && shift < 0) {
    // All of one code: halves will do.
    const middle = (from + to) >> 1
    divide(cells, keys, from, middle, shift)
    divide(cells, keys, middle, to, shift)
  } else if (to - from > bucket) {
    let inner = shift
    // Levels on which all points are in one quarter say nothing.
    while (inner > 0 && (keys[from] ?? 0) >>> inner === (keys[to - 1] ?? 0) >>> inner) inner -= 2
    let start = from
    while (start < to) {
      const end = endOfQuarter(keys, start, to, inner)
      if (start === from && end === to) divideBelow(cells, keys, from, to)
      else divide(cells, keys, start, end, inner - 2)
      start = end
    }
  }
  cells.after[cell] = cells.count
}

function divideBelow(cells: Cells, keys: Uint32Array, from: number, to: number): void {
  const middle = (from + to) >> 1
  divide(cells, keys, from, middle, -1)
  divide(cells, keys, middle, to, -1)
}

/** The place after the last point whose code begins like that at `start`. */
function endOfQuarter(keys: Uint32Array, start: number, to: number, shift: number): number {
  const prefix = (keys[start] ?? 0) >>> shift
  let low = start + 1
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? 0) >>> shift === prefix) low = middle + 1
    else high = middle
  }
  return low
}

/** Masses, centres and boxes from the leaves upwards, which is from the end of the list. */
function summarise(cells: Cells, points: Points): void {
  for (let cell = cells.count - 1; cell >= 0; cell -= 1) {
    let mass = 0
    let x = 0
    let y = 0
    let left = Infinity
    let right = -Infinity
    let bottom = Infinity
    let top = -Infinity
    if (cells.leaf[cell] === 1) {
      const to = cells.to[cell] ?? 0
      for (let at = cells.from[cell] ?? 0; at < to; at += 1) {
        const px = points.x[at] ?? 0
        const py = points.y[at] ?? 0
        const own = points.mass[at] ?? 0
        mass += own
        x += px * own
        y += py * own
        if (px < left) left = px
        if (px > right) right = px
        if (py < bottom) bottom = py
        if (py > top) top = py
      }
    } else {
      const after = cells.after[cell] ?? 0
      for (let part = cell + 1; part < after; part = cells.after[part] ?? after) {
        const own = cells.mass[part] ?? 0
        mass += own
        x += (cells.x[part] ?? 0) * own
        y += (cells.y[part] ?? 0) * own
        left = Math.min(left, cells.box[part * 4] ?? 0)
        right = Math.max(right, cells.box[part * 4 + 1] ?? 0)
        bottom = Math.min(bottom, cells.box[part * 4 + 2] ?? 0)
        top = Math.max(top, cells.box[part * 4 + 3] ?? 0)
      }
    }
    cells.mass[cell] = mass
    cells.x[cell] = x / mass
    cells.y[cell] = y / mass
    cells.box[cell * 4] = left
    cells.box[cell * 4 + 1] = right
    cells.box[cell * 4 + 2] = bottom
    cells.box[cell * 4 + 3] = top
    const side = Math.max(right - left, top - bottom)
    cells.size[cell] = side * side
  }
}

/** Fills the list with what pushes the points of a leaf: far cells whole, near points singly. */
function collect(cells: Cells, points: Points, leaf: number, theta: number, list: Bodies): number {
  const left = cells.box[leaf * 4] ?? 0
  const right = cells.box[leaf * 4 + 1] ?? 0
  const bottom = cells.box[leaf * 4 + 2] ?? 0
  const top = cells.box[leaf * 4 + 3] ?? 0
  let length = 0
  let cell = 0
  while (cell < cells.count) {
    if (length + bucket > list.x.length) grow(list)
    const x = cells.x[cell] ?? 0
    const y = cells.y[cell] ?? 0
    const dx = x < left ? left - x : x > right ? x - right : 0
    const dy = y < bottom ? bottom - y : y > top ? y - top : 0
    if ((cells.size[cell] ?? 0) < theta * (dx * dx + dy * dy)) {
      list.x[length] = x
      list.y[length] = y
      list.mass[length] = cells.mass[cell] ?? 0
      length += 1
      cell = cells.after[cell] ?? 0
    } else if (cells.leaf[cell] === 1) {
      const to = cells.to[cell] ?? 0
      for (let at = cells.from[cell] ?? 0; at < to; at += 1) {
        list.x[length] = points.x[at] ?? 0
        list.y[length] = points.y[at] ?? 0
        list.mass[length] = points.mass[at] ?? 0
        length += 1
      }
      cell += 1
    } else cell += 1
  }
  return length
}

function grow(list: Bodies): void {
  const longer = (values: Float64Array): Float64Array => {
    const result = new Float64Array(values.length * 2)
    result.set(values)
    return result
  }
  list.x = longer(list.x)
  list.y = longer(list.y)
  list.mass = longer(list.mass)
}

function pushBucket(
  points: Points,
  from: number,
  to: number,
  list: Bodies,
  length: number,
  pushX: Float64Array,
  pushY: Float64Array,
  stiffness: Float64Array,
): void {
  const { x: xs, y: ys, mass: masses } = list
  for (let at = from; at < to; at += 1) {
    const x = points.x[at] ?? 0
    const y = points.y[at] ?? 0
    let sumX = 0
    let sumY = 0
    let sum = 0
    for (let body = 0; body < length; body += 1) {
      const dx = x - (xs[body] ?? 0)
      const dy = y - (ys[body] ?? 0)
      // The point itself is in the list; the small number keeps its share at 0.
      const square = dx * dx + dy * dy + 1e-6
      const push = (masses[body] ?? 0) / (square * Math.sqrt(square))
      sum += push
      sumX += dx * push
      sumY += dy * push
    }
    const node = points.order[at] ?? 0
    const mass = points.mass[at] ?? 0
    pushX[node] = sumX * mass
    pushY[node] = sumY * mass
    stiffness[node] = Math.max(0, sum - mass * 1e9) * mass
  }
}
