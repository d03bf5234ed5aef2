import type { EntityId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import { gathered } from './gathered.ts'
import { placeLabels } from './label-placement.ts'
import type { Box, PlacedLabel } from './label-placement.ts'
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
  /** How many nodes have a place and are left out, because there are too many to draw. */
  readonly leftOut: number
}

export interface MapNode {
  readonly node: PictureNode
  /** Where it is on the map. */
  readonly spot: Point
}

/** As many as a browser draws and moves at ease. */
const mostNodes = 1500
/** CSS pixels between the middles of nodes; more than two of the largest are wide. */
const spacing = 26

/** Radius on the map in CSS pixels: less than in the picture, for many may share a spot. */
export function mapRadius({ size }: PictureNode): number {
  return Math.min(8, 3.5 + size / 4)
}

/** Puts the picture on the map. */
export function mapPictureOf({ nodes, edges }: Picture, { placed }: Placing): MapPicture {
  const onMap: (MapNode & { readonly isOwn: boolean })[] = []
  const unplaced: PictureNode[] = []
  for (const node of nodes) {
    const placement = placed.get(node.id)
    if (placement === undefined) unplaced.push(node)
    else {
      onMap.push({ node, spot: project(placement.place), isOwn: placement.through.length === 0 })
    }
  }
  // What has coordinates of its own stands on them; the others find room beside it.
  const ordered = onMap.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn)).slice(0, mostNodes)
  const drawn = new Set(ordered.map(({ node }) => node.id))
  return {
    nodes: ordered,
    edges: edges.filter(
      ({ source, target }) => source !== target && drawn.has(source) && drawn.has(target),
    ),
    unplaced,
    leftOut: onMap.length - ordered.length,
  }
}

/**
 * How far beside its spot each node is drawn at this zoom, in CSS pixels, so that no two overlap:
 * the first come stand on their spots, the others in the nearest free place around.
 */
export function spread({ nodes }: MapPicture, scale: number): readonly Point[] {
  const taken = new Map<string, Point[]>()
  const cellOf = (value: number): number => Math.floor(value / spacing)
  const isFree = ({ x, y }: Point): boolean => {
    const [column, row] = [cellOf(x), cellOf(y)]
    for (const across of [-1, 0, 1]) {
      for (const along of [-1, 0, 1]) {
        const near = taken.get(`${column + across} ${row + along}`) ?? []
        // Neighbours in one honeycomb are no farther apart than this.
        if (near.some((other) => Math.hypot(other.x - x, other.y - y) < spacing * 0.99))
          return false
      }
    }
    return true
  }
  const around = new Map<string, Generator<Point, never>>()
  return nodes.map(({ spot }) => {
    const name = `${spot.x} ${spot.y}`
    const places = around.get(name) ?? gathered()
    around.set(name, places)
    for (;;) {
      const { x, y } = places.next().value
      const offset = { x: x * spacing, y: y * spacing }
      const place = { x: spot.x * scale + offset.x, y: spot.y * scale + offset.y }
      if (!isFree(place)) continue
      const cell = `${cellOf(place.x)} ${cellOf(place.y)}`
      const others = taken.get(cell)
      if (others === undefined) taken.set(cell, [place])
      else others.push(place)
      return offset
    }
  })
}

/** A node of the map in the window. */
export interface PlacedNode extends Point {
  readonly node: PictureNode
}

/** Where the nodes are in the window, in CSS pixels, each beside its spot by its offset. */
export function nodesOnScreen(
  { nodes }: MapPicture,
  offsets: readonly Point[],
  camera: MapCamera,
  size: Size,
): readonly PlacedNode[] {
  return nodes.map(({ node, spot }, index) => {
    const { x, y } = onScreen(spot, camera, size)
    const offset = offsets[index] ?? { x: 0, y: 0 }
    return { node, x: x + offset.x, y: y + offset.y }
  })
}

const lineHeight = 18
const gap = 4

/** The labels that have room, beside their nodes; that of `wanted` before all others. */
export function mapLabels(
  nodes: readonly PlacedNode[],
  widthOf: (label: string) => number,
  wanted: EntityId | undefined,
  { width, height }: Size,
): readonly { readonly placed: PlacedNode; readonly box: Box }[] {
  const obstacles = nodes.map(({ node, x, y }) => ({
    box: around({ x, y }, mapRadius(node), mapRadius(node)),
    weight: node.size,
  }))
  const order = nodes
    .map((placed, owner) => ({ placed, owner }))
    .toSorted((a, b) => Number(b.placed.node.id === wanted) - Number(a.placed.node.id === wanted))
  const candidates = order.map(({ placed: { node, x, y }, owner }) => {
    const [half, away] = [widthOf(node.label) / 2, mapRadius(node) + gap]
    const middles = [
      { x: x + away + half, y },
      { x: x - away - half, y },
      { x, y: y - away - lineHeight / 2 },
      { x, y: y + away + lineHeight / 2 },
    ]
    return {
      boxes: middles
        .map((middle) => around(middle, half, lineHeight / 2))
        // A name that is cut off by the edge says nothing.
        .filter(({ left, right }) => left >= 0 && right <= width),
      // No node is covered, but for the sake of the one that is looked at.
      weight: 0,
      owner,
      pinned: node.id === wanted,
    }
  })
  const bounds = { left: 0, top: 0, right: width, bottom: height }
  return placeLabels(candidates, obstacles, bounds).flatMap(({ candidate, box }: PlacedLabel) => {
    const placed = order[candidate]?.placed
    return placed === undefined ? [] : [{ placed, box }]
  })
}

function around({ x, y }: Point, halfWidth: number, halfHeight: number): Box {
  return {
    left: x - halfWidth,
    right: x + halfWidth,
    top: y - halfHeight,
    bottom: y + halfHeight,
  }
}
