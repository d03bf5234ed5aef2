import type { Point } from '../model/knowledge.ts'
import { aspect } from './frame.ts'

/** A laid out part of the picture: discs around its own origin and the edges between them. */
export interface Part {
  readonly points: readonly Point[]
  readonly radii: readonly number[]
  readonly edges: readonly { readonly source: number; readonly target: number }[]
}

/**
 * For every part the shift that puts it into the free place nearest to the middle, where "near" is
 * a frame wider than high, so that corners fill first. The first part stays at the middle; parts must come largest first.
 * `gap` is the free room around every part. Works on a raster, O(cells · sizes + parts).
 */
export function packed(parts: readonly Part[], gap: number): readonly Point[] {
  const first = parts[0]
  if (first === undefined) return []
  const raster = createRaster(gap)
  raster.draw(first, { x: 0, y: 0 })
  return parts.map((part, index) => {
    if (index === 0) return { x: 0, y: 0 }
    const shift = raster.place(Math.ceil((reachOf(part) + gap) / gap))
    raster.draw(part, shift)
    return shift
  })
}

function reachOf(part: Part): number {
  return part.points.reduce(
    (most, { x, y }, index) => Math.max(most, Math.sqrt(x * x + y * y) + (part.radii[index] ?? 0)),
    0,
  )
}

interface Raster {
  readonly draw: (part: Part, shift: Point) => void
  readonly place: (reach: number) => Point
}

function createRaster(cell: number): Raster {
  const taken = new Set<number>()
  const mark = (x: number, y: number, reach: number): void => {
    const cells = Math.ceil(reach / cell)
    const column = Math.round(x / cell)
    const row = Math.round(y / cell)
    for (let dx = -cells; dx <= cells; dx += 1)
      for (let dy = -cells; dy <= cells; dy += 1)
        if (dx * dx + dy * dy <= cells * cells) taken.add(keyOf(column + dx, row + dy))
  }
  const draw = (part: Part, shift: Point): void => {
    part.points.forEach(({ x, y }, index) => {
      mark(x + shift.x, y + shift.y, part.radii[index] ?? 0)
    })
    for (const { source, target } of part.edges) {
      const from = part.points[source] ?? { x: 0, y: 0 }
      const to = part.points[target] ?? { x: 0, y: 0 }
      const length = Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2)
      const steps = Math.ceil(length / cell)
      for (let step = 1; step < steps; step += 1) {
        const share = step / steps
        const x = from.x + (to.x - from.x) * share
        const y = from.y + (to.y - from.y) * share
        mark(x + shift.x, y + shift.y, 0)
      }
    }
  }
  const obstacle = (column: number, row: number, reach: number): Cell | undefined => {
    for (let dx = -reach; dx <= reach; dx += 1)
      for (let dy = -reach; dy <= reach; dy += 1)
        if (dx * dx + dy * dy <= reach * reach && taken.has(keyOf(column + dx, row + dy)))
          return { column: column + dx, row: row + dy }
    return undefined
  }
  // Taken cells only grow in number: what was full for a size stays full for it.
  const walks = new Map<number, ReturnType<typeof outwards>>()
  const place = (reach: number): Point => {
    const walk = walks.get(reach) ?? outwards()
    walks.set(reach, walk)
    // What was in the way in this quarter is mostly in the way of its next cell as well.
    const last: (Cell | undefined)[] = []
    for (;;) {
      const [column, row] = walk.next().value
      const quarter = (column < 0 ? 1 : 0) + (row < 0 ? 2 : 0)
      const before = last[quarter]
      if (
        before !== undefined &&
        (before.column - column) ** 2 + (before.row - row) ** 2 <= reach * reach
      )
        continue
      const found = obstacle(column, row, reach)
      if (found === undefined) return { x: column * cell, y: row * cell }
      last[quarter] = found
    }
  }
  return { draw, place }
}

interface Cell {
  readonly column: number
  readonly row: number
}

/** One number for each cell of a raster that no picture outgrows. */
function keyOf(column: number, row: number): number {
  return column * 0x1000000 + row
}

/** All cells of an endless raster from the middle outwards, frame by frame. */
export function* outwards(): Generator<readonly [number, number], never, undefined> {
  yield [0, 0]
  for (let row = 1, within = 0; ; row += 1) {
    const column = Math.round(row * aspect)
    for (let side = within + 1; side <= column; side += 1)
      for (let along = 0; along <= row; along += 1)
        for (const up of along === 0 ? [0] : [along, -along]) {
          yield [-side, up]
          yield [side, up]
        }
    for (let along = 0; along <= within; along += 1)
      for (const across of along === 0 ? [0] : [along, -along]) {
        yield [across, -row]
        yield [across, row]
      }
    within = column
  }
}
