import type { EntityId } from '../model/ids.ts'
import type { Place, Point } from '../model/knowledge.ts'
import { gathered } from './gathered.ts'
import { placeLabels } from './label-placement.ts'
import type { Box, PlacedLabel } from './label-placement.ts'
import type { Picture, PictureEdge, PictureNode } from './picture.ts'
import type { Placing } from './placement.ts'
import { onScreen, project } from './world-map.ts'
import type { MapCamera, Size } from './world-map.ts'

/** The picture on the map of the world, as plain data. */
export interface MapPicture {
  /** The most important first. */
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
  /** How far beside its spot it is drawn, in CSS pixels at any zoom: others are there too. */
  readonly offset: Point
}

/** As many as a browser draws and moves at ease. */
const mostNodes = 1500
/** CSS pixels between the middles of nodes at one spot; more than two of the largest are wide. */
const spacing = 26

/** Radius on the map in CSS pixels: less than in the picture, for many may share a spot. */
export function mapRadius({ size }: PictureNode): number {
  return Math.min(8, 3.5 + size / 4)
}

/** Puts the picture on the map. Nodes at one spot gather around it, what has its place first. */
export function mapPictureOf({ nodes, edges }: Picture, { placed }: Placing): MapPicture {
  const spots = new Map<string, { readonly place: Place; readonly nodes: PictureNode[] }>()
  const unplaced: PictureNode[] = []
  let [drawn, leftOut] = [0, 0]
  for (const node of nodes) {
    const place = placed.get(node.id)?.place
    if (place === undefined) unplaced.push(node)
    else if (drawn === mostNodes) leftOut += 1
    else {
      drawn += 1
      const name = `${place.latitude} ${place.longitude}`
      const spot = spots.get(name)
      if (spot === undefined) spots.set(name, { place, nodes: [node] })
      else spot.nodes.push(node)
    }
  }
  const onMap = new Map<EntityId, MapNode>()
  for (const { place, nodes: here } of spots.values()) {
    const spot = project(place)
    const isAnchor = ({ id }: PictureNode): boolean => placed.get(id)?.through.length === 0
    const ordered = [...here.filter(isAnchor), ...here.filter((node) => !isAnchor(node))]
    const offsets = gathered(ordered.length)
    ordered.forEach((node, index) => {
      const { x, y } = offsets[index] ?? { x: 0, y: 0 }
      onMap.set(node.id, { node, spot, offset: { x: x * spacing, y: y * spacing } })
    })
  }
  return {
    nodes: nodes.flatMap(({ id }) => onMap.get(id) ?? []),
    edges: edges.filter(
      ({ source, target }) => source !== target && onMap.has(source) && onMap.has(target),
    ),
    unplaced,
    leftOut,
  }
}

/** A node of the map in the window. */
export interface PlacedNode extends Point {
  readonly node: PictureNode
}

/** Where the nodes are in the window, in CSS pixels. */
export function nodesOnScreen(
  { nodes }: MapPicture,
  camera: MapCamera,
  size: Size,
): readonly PlacedNode[] {
  return nodes.map(({ node, spot, offset }) => {
    const { x, y } = onScreen(spot, camera, size)
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
      boxes: middles.map((middle) => around(middle, half, lineHeight / 2)),
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
