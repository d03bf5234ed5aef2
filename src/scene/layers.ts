import type { RenderParams } from 'sigma/types'
import { edgePainter } from './edge-painter.ts'
import { writeCourse, writeLook, type EdgeStrips } from './edge-strips.ts'
import { edgeInk, type Focus } from './emphasis.ts'
import { createLayer } from './layer.ts'
import { nodePainter } from './node-painter.ts'
import { writeNodeLook, writeNodePlace } from './node-strips.ts'
import { fadedEdge, fadedTo } from './palette.ts'
import { emptyRows, type Rows } from './row-texture.ts'
import { framingOf } from './viewpoint.ts'
import type { World } from './world.ts'

/** The world's nodes and edges on sigma's canvases. */
export interface Layers {
  /** Takes over the world's nodes and edges. */
  renew(): void
  /** The nodes of these ranks, or all, stand elsewhere now. */
  moved(nodes?: readonly number[]): void
  /** What is brought out has changed. */
  refocus(): void
  paint(camera: RenderParams): void
}

type Canvases = Readonly<Record<string, HTMLCanvasElement>>

/** Takes over canvases whose contexts exist already. Throws without WebGL 2. */
export function createLayers(canvases: Canvases, world: World, focus: () => Focus): Layers {
  const paintedNodes = nodePainter(contextOf(canvases, 'nodes'))
  const paintedEdges = edgePainter(contextOf(canvases, 'edges'))
  const nodes = createLayer(paintedNodes(), paintedNodes(), {
    all: () => world.nodeStrips,
    broughtOut: () => nodesInFront(focus()),
    front: (ranks) => frontNodes(ranks, world, focus()),
  })
  const edges = createLayer(paintedEdges(), paintedEdges(), {
    all: () => world.edgeStrips,
    broughtOut: () => edgesInFront(focus()),
    front: (places) => frontEdges(places, world, focus()),
  })
  return {
    renew() {
      nodes.renew()
      edges.renew()
    },
    moved(ranks) {
      const moved = rewritePlaces(world, ranks)
      if (ranks === undefined) {
        nodes.renew()
        edges.renew()
      } else {
        nodes.changed(ranks)
        edges.changed(moved)
      }
    },
    refocus() {
      nodes.refocus()
      edges.refocus()
    },
    paint(camera) {
      const { palette } = world
      const { theme, detail } = palette
      const faded = fadedTo(palette, fadedEdge(theme))
      const edgeBrush = { camera, faded, ...detail }
      // What is brought out is neither faded nor left out.
      edges.paint(edgeBrush, { ...edgeBrush, share: 1, faded: unfaded(faded) })
      const nodeBrush = { camera, theme, faded: fadedTo(palette, theme.faded) }
      nodes.paint(nodeBrush, { ...nodeBrush, faded: unfaded(nodeBrush.faded) })
    },
  }
}

function contextOf(canvases: Canvases, name: string): WebGL2RenderingContext {
  const context = canvases[name]?.getContext('webgl2')
  if (context === null || context === undefined) throw new Error('The scene needs WebGL 2')
  return context
}

function unfaded(faded: readonly number[]): readonly number[] {
  return [...faded.slice(0, 3), 0]
}

/** Writes anew where these nodes are, or all, and gives the places of the edges that went along. */
function rewritePlaces(world: World, ranks: readonly number[] | undefined): ReadonlySet<number> {
  const { nodes, edges, nodeStrips, edgeStrips } = world
  const framing = framingOf(world.frame)
  for (const rank of ranks ?? nodes.pictures.keys())
    writeNodePlace(nodeStrips, rank, nodes, rank, framing)
  const around = new Set(ranks?.flatMap((rank) => [...edges.around(rank)]))
  for (const place of ranks === undefined ? edges.pictures.keys() : around)
    writeCourse(edgeStrips, place, nodes, edges, place, framing)
  return around
}

function ascending(numbers: Iterable<number>): readonly number[] {
  return [...new Set(numbers)].toSorted((one, other) => one - other)
}

function nodesInFront({
  nodes = new Set<number>(),
  selectedNode,
  hoveredNode,
}: Focus): readonly number[] {
  const marked = [selectedNode, hoveredNode].filter((rank) => rank !== undefined)
  return ascending([...nodes, ...marked])
}

/** Straight ones first, as strips are. */
function edgesInFront({ strongEdges, edges = new Set<number>() }: Focus): readonly number[] {
  return ascending([...edges, ...strongEdges])
}

function frontNodes(
  ranks: readonly number[],
  { nodes, frame, palette }: World,
  { selectedNode, hoveredNode }: Focus,
): Rows {
  const strips = emptyRows(ranks.length)
  const framing = framingOf(frame)
  ranks.forEach((rank, row) => {
    writeNodePlace(strips, row, nodes, rank, framing)
    const pointed = { selected: rank === selectedNode, hovered: rank === hoveredNode }
    writeNodeLook(strips, row, nodes.at(rank), pointed, palette.theme.background)
  })
  return strips
}

function frontEdges(
  places: readonly number[],
  { nodes, edges, frame, palette }: World,
  { strongEdges }: Focus,
): EdgeStrips {
  const straight = places.filter((place) => place < edges.straight).length
  const strips = { ...emptyRows(places.length), straight }
  const framing = framingOf(frame)
  places.forEach((place, row) => {
    const edge = edges.at(place)
    writeCourse(strips, row, nodes, edges, place, framing)
    writeLook(strips, row, edge, edgeInk(edge, strongEdges.has(place), palette.theme))
  })
  return strips
}
