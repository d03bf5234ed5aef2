import { createSorter } from './morton-order.ts'

/** The most points of a smallest cell. */
const bucket = 8

/** Numbers per cell or point in `body`: side by side, because inner loops need them together. */
export const stride = 4

/**
 * A quadtree as a flat list of cells in depth-first order, each with the place of the cell after its
 * last descendant, so that parts come after their whole and a walk needs no pointers. Boxes are
 * those of the points, not of the plane: they stay true while points move.
 */
export interface Cells {
  count: number
  /** The first point of a cell, and the place after its last. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly after: Uint32Array
  /** 1 for the smallest. */
  readonly leaf: Uint8Array
  /** Centre of mass, mass, and the reach from the centre to the furthest corner of the box. */
  readonly body: Float64Array
  /** Left, right, bottom, top. */
  readonly box: Float64Array
}

/** Points in Morton order, so that those of a cell lie side by side. */
export interface Points {
  readonly order: Uint32Array
  /** Place and mass. */
  readonly body: Float64Array
}

export interface Quadtree {
  readonly cells: Cells
  readonly points: Points
  /** Sorts the points into cells anew. */
  readonly build: () => void
  /** Keeps the cells but follows their points. */
  readonly follow: () => void
}

/** A tree over points whose coordinates change in place. */
export function createQuadtree(xs: Float64Array, ys: Float64Array, masses: Float64Array): Quadtree {
  const order = xs.length
  const sorter = createSorter(order)
  const most = Math.max(1, order * 2)
  const cells: Cells = {
    count: 0,
    from: new Uint32Array(most),
    to: new Uint32Array(most),
    after: new Uint32Array(most),
    leaf: new Uint8Array(most),
    body: new Float64Array(most * stride),
    box: new Float64Array(most * 4),
  }
  const points: Points = {
    order: sorter.order,
    body: new Float64Array(order * stride),
  }
  const follow = (): void => {
    for (let at = 0; at < order; at += 1) {
      const node = points.order[at] ?? 0
      points.body[at * stride] = xs[node] ?? 0
      points.body[at * stride + 1] = ys[node] ?? 0
      points.body[at * stride + 2] = masses[node] ?? 0
    }
    summarise(cells, points)
  }
  return {
    cells,
    points,
    build: () => {
      sorter.sort(xs, ys)
      cells.count = 0
      if (order > 0) divide(cells, sorter.keys, 0, order, 2 * 15)
      follow()
    },
    follow,
  }
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
  const { body, box } = cells
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
        const px = points.body[at * stride] ?? 0
        const py = points.body[at * stride + 1] ?? 0
        const own = points.body[at * stride + 2] ?? 0
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
        const own = body[part * stride + 2] ?? 0
        mass += own
        x += (body[part * stride] ?? 0) * own
        y += (body[part * stride + 1] ?? 0) * own
        left = Math.min(left, box[part * 4] ?? 0)
        right = Math.max(right, box[part * 4 + 1] ?? 0)
        bottom = Math.min(bottom, box[part * 4 + 2] ?? 0)
        top = Math.max(top, box[part * 4 + 3] ?? 0)
      }
    }
    x /= mass
    y /= mass
    const across = Math.max(right - x, x - left)
    const up = Math.max(top - y, y - bottom)
    body[cell * stride] = x
    body[cell * stride + 1] = y
    body[cell * stride + 2] = mass
    body[cell * stride + 3] = Math.sqrt(across * across + up * up)
    box[cell * 4] = left
    box[cell * 4 + 1] = right
    box[cell * 4 + 2] = bottom
    box[cell * 4 + 3] = top
  }
}
