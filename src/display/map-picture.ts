import type { Point } from '../model/knowledge.ts'
import { gathered } from './gathered.ts'
import type { Picture, PictureEdge, PictureNode } from './picture.ts'
import type { Placing } from './placement.ts'
import { onScreen, project } from './world-map.ts'
import type { Size } from './world-map.ts'
import type { MapCamera } from '../view/view.ts'

/** The picture on the map of the world, as plain data. */
export interface MapPicture {
  /** In the order in which they take their places, the most important first. */
  readonly nodes: readonly MapNode[]
  /** The edges between them. */
  readonly edges: readonly PictureEdge[]
  /** Nodes of the picture that the map cannot place. */
  readonly unplaced: readonly PictureNode[]
}

export interface MapNode {
  readonly node: PictureNode
  /** Where it is on the map. */
  readonly spot: Point
  /** True for the most important node of its spot. */
  readonly leads: boolean
}

/** A mark on the map: a node, or several that have no room there side by side. */
export interface MapMark extends MapNode {
  /** What it stands for beside its node, which is the most important of them. */
  readonly others: readonly PictureNode[]
}

/** CSS pixels between the middles of marks; as much as two of the largest are wide. */
export const spacing = 26

/** Radius on the map in CSS pixels: less than in the picture, for many may share a spot. */
export function mapRadius({ size }: PictureNode): number {
  return Math.min(8, 3.5 + size / 4)
}

/** Radius of the mark in CSS pixels; one for several has room for their number. */
export function markRadius({ node, others }: Pick<MapMark, 'node' | 'others'>): number {
  return others.length === 0 ? mapRadius(node) : spacing / 2
}

/** Puts the picture on the map. */
export function mapPictureOf({ nodes, edges }: Picture, { placed }: Placing): MapPicture {
  const onMap: (Omit<MapNode, 'leads'> & { readonly isOwn: boolean })[] = []
  const unplaced: PictureNode[] = []
  for (const node of nodes) {
    const placement = placed.get(node.id)
    if (placement === undefined) unplaced.push(node)
    else {
      onMap.push({ node, spot: project(placement.place), isOwn: placement.through.length === 0 })
    }
  }
  // What has coordinates of its own stands on them; the others find room beside it.
  const ordered = onMap.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
  const drawn = new Set(ordered.map(({ node }) => node.id))
  const led = new Set<string>()
  return {
    nodes: ordered.map(({ node, spot }) => {
      const before = led.size
      return { node, spot, leads: led.add(spotName(spot)).size > before }
    }),
    edges: edges.filter(
      ({ source, target }) => source !== target && drawn.has(source) && drawn.has(target),
    ),
    unplaced,
  }
}

/**
 * How far beside its spot each mark is drawn at this zoom, in CSS pixels, so that no two overlap:
 * the first come stand on their spots, the others in the nearest free place around.
 */
export function spread(marks: readonly Pick<MapNode, 'spot'>[], scale: number): readonly Point[] {
  const taken = new Map<number, Point[]>()
  const cellOf = (value: number): number => Math.floor(value / spacing)
  const cellName = (column: number, row: number): number => column * 2 ** 15 + row
  const isFree = ({ x, y }: Point): boolean => {
    const [column, row] = [cellOf(x), cellOf(y)]
    for (const across of [-1, 0, 1]) {
      for (const along of [-1, 0, 1]) {
        const near = taken.get(cellName(column + across, row + along))
        // Neighbours in one honeycomb are no farther apart than this.
        if (near?.some((other) => Math.hypot(other.x - x, other.y - y) < spacing * 0.99) === true)
          return false
      }
    }
    return true
  }
  const around = new Map<string, Generator<Point, never>>()
  const take = (place: Point): void => {
    const cell = cellName(cellOf(place.x), cellOf(place.y))
    const others = taken.get(cell)
    if (others === undefined) taken.set(cell, [place])
    else others.push(place)
  }
  return marks.map(({ spot }) => {
    const middle = { x: spot.x * scale, y: spot.y * scale }
    if (isFree(middle)) {
      take(middle)
      return { x: 0, y: 0 }
    }
    const name = spotName(spot)
    const places = around.get(name) ?? gathered()
    around.set(name, places)
    for (;;) {
      const { x, y } = places.next().value
      const offset = { x: x * spacing, y: y * spacing }
      const place = { x: middle.x + offset.x, y: middle.y + offset.y }
      if (!isFree(place)) continue
      take(place)
      return offset
    }
  })
}

/** One text for one spot. */
export function spotName({ x, y }: Point): string {
  return `${x} ${y}`
}

/** A mark in the window. */
export interface PlacedMark extends MapMark, Point {}

/** Where the marks are in the window, in CSS pixels, each beside its spot by its offset. */
export function marksOnScreen(
  marks: readonly MapMark[],
  offsets: readonly Point[],
  camera: MapCamera,
  size: Size,
): readonly PlacedMark[] {
  return marks.map((mark, index) => {
    const { x, y } = onScreen(mark.spot, camera, size)
    const offset = offsets[index] ?? { x: 0, y: 0 }
    return { ...mark, x: x + offset.x, y: y + offset.y }
  })
}
