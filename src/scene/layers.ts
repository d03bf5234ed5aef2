import type { RenderParams } from 'sigma/types'
import { paleEdge } from '../display/pale.ts'
import { edgePainter, type EdgeBrush } from './edge-painter.ts'
import { edgeRadii, writeCourse, writeLook, type EdgeStrips } from './edge-strips.ts'
import { edgeInk, type Focus } from './emphasis.ts'
import { nodePainter, type NodeBrush } from './node-painter.ts'
import { nodeRadii, writeNodeLook, writeNodePlace, type NodeStrips } from './node-strips.ts'
import { shaderColour } from './colour.ts'
import { emptyRows, ownRows, rewritten } from './rows.ts'
import { framingOf } from './viewpoint.ts'
import type { World } from './world.ts'

/**
 * The world's nodes and edges on sigma's canvases. What is brought out lies on a canvas of its own,
 * over that of all the others, which fades as a whole: pointing at something repaints little.
 */
export interface Layers {
  /** Takes over the world's nodes and edges. */
  renew(): void
  /** Begins, beside what the page does, with what paints a large picture or what is brought out. */
  getReady(): void
  /**
   * Takes what is ready, and paints as if something was brought out, off the canvas: only then
   * drivers compile the rest.
   */
  rehearse(camera: RenderParams): void
  /** The nodes of these ranks, or all, stand elsewhere now. */
  moved(nodes?: readonly number[]): void
  /** What is brought out has changed: `paintFront` is due. */
  refocus(): void
  /** Paints everything. */
  paint(camera: RenderParams): void
  /** Paints what is brought out, and fades the others. */
  paintFront(camera: RenderParams): void
}

type Canvases = Readonly<Record<string, HTMLCanvasElement>>

/** Takes over canvases whose contexts exist already. Throws without WebGL 2. */
export function createLayers(canvases: Canvases, world: World, focus: () => Focus): Layers {
  const backContext = contextOf(canvases, 'nodes')
  const back = { nodes: nodePainter(backContext), edges: edgePainter(backContext) }
  const frontContext = contextOf(canvases, frontCanvas)
  const frontStyle = canvases[frontCanvas]?.style
  const backStyle = canvases['nodes']?.style
  // Its programs are made when the page has started, or for what is brought out before.
  let front: typeof back | undefined
  /** What has to be sent to the graphics card before the next frame. */
  let stale = { back: true, front: true }
  let moved = { nodes: new Set<number>(), edges: new Set<number>() }

  const brushesFor = (camera: RenderParams): Brushes => {
    const { theme, detail } = world.palette
    return {
      edges: { camera, pale: shaderColour(paleEdge(theme)), ...detail },
      nodes: { camera, theme },
    }
  }
  const sendBack = (): void => {
    if (stale.back) {
      back.nodes.load(world.nodeStrips)
      back.edges.load(world.edgeStrips)
    } else {
      back.nodes.renew(world.nodeStrips, moved.nodes)
      back.edges.renew(world.edgeStrips, moved.edges)
    }
    stale = { ...stale, back: false }
    moved = { nodes: new Set(), edges: new Set() }
  }
  const sendFront = (): boolean => {
    const ranks = nodesInFront(focus())
    const places = edgesInFront(focus())
    const isEmpty = ranks.length + places.length === 0
    if (isEmpty || !stale.front) return !isEmpty
    front ??= { nodes: nodePainter(frontContext), edges: edgePainter(frontContext) }
    front.nodes.load(frontNodes(ranks, world, focus()))
    front.edges.load(frontEdges(places, world, focus()))
    stale = { ...stale, front: false }
    return true
  }
  const paintFront = (camera: RenderParams): void => {
    const isEmpty = !sendFront()
    if (backStyle !== undefined) backStyle.opacity = focus().nodes === undefined ? '' : faded
    // An empty canvas would still be laid over the others in every frame.
    if (frontStyle !== undefined) frontStyle.visibility = isEmpty ? 'hidden' : 'visible'
    if (isEmpty) return
    clear(frontContext)
    // None of what is brought out is left out.
    const { nodes, edges } = brushesFor(camera)
    front?.edges.paint({ ...edges, share: 1 })
    front?.nodes.paint(nodes)
  }
  return {
    renew() {
      stale = { back: true, front: true }
    },
    getReady() {
      front ??= { nodes: nodePainter(frontContext), edges: edgePainter(frontContext) }
      for (const { nodes, edges } of [back, front]) {
        nodes.expectMany()
        edges.expectMany()
      }
    },
    rehearse(camera) {
      back.nodes.takeMany()
      back.edges.takeMany()
      if (front === undefined || !stale.front) return
      const { nodes, edges } = brushesFor(camera)
      front.edges.load({ ...emptyRows(2), straight: 1, marked: false })
      front.edges.paint({ ...edges, fine: false, share: 1 })
      front.nodes.load({ ...emptyRows(1), plain: false })
      front.nodes.paint(nodes)
    },
    moved(ranks) {
      const places = rewritePlaces(world, ranks)
      stale = { back: stale.back || ranks === undefined, front: true }
      for (const rank of ranks ?? []) moved.nodes.add(rank)
      for (const place of places) moved.edges.add(place)
    },
    refocus() {
      stale = { ...stale, front: true }
    },
    paint(camera) {
      sendBack()
      const brushes = brushesFor(camera)
      clear(backContext)
      back.edges.paint(brushes.edges)
      back.nodes.paint(brushes.nodes)
      paintFront(camera)
    },
    paintFront,
  }
}

/** The opacity of what is not brought out. */
const faded = '0.2'

/** The canvas of sigma's that what is brought out lies on. */
export const frontCanvas = 'hoverNodes'

interface Brushes {
  readonly nodes: NodeBrush
  readonly edges: EdgeBrush
}

function contextOf(canvases: Canvases, name: string): WebGL2RenderingContext {
  const context = canvases[name]?.getContext('webgl2')
  if (context === null || context === undefined) throw new Error('The scene needs WebGL 2')
  return context
}

function clear(context: WebGL2RenderingContext): void {
  context.clear(context.COLOR_BUFFER_BIT)
}

/** Writes anew where these nodes are, or all, and gives the places of the edges that went along. */
function rewritePlaces(world: World, ranks: readonly number[] | undefined): ReadonlySet<number> {
  const { nodes, edges } = world
  const framing = framingOf(world.frame)
  world.nodeStrips = ownRows(world.nodeStrips, nodeRadii)
  world.edgeStrips = ownRows(world.edgeStrips, edgeRadii)
  for (const rank of ranks ?? nodes.pictures.keys())
    writeNodePlace(world.nodeStrips, rank, nodes, rank, framing)
  const around = new Set(ranks?.flatMap((rank) => [...edges.around(rank)]))
  const write = (place: number): void =>
    writeCourse(world.edgeStrips, place, nodes, edges, place, framing)
  if (ranks !== undefined) around.forEach(write)
  else {
    for (let place = 0; place < edges.count; place += 1) write(place)
    world.nodeStrips = rewritten(world.nodeStrips)
    world.edgeStrips = rewritten(world.edgeStrips)
  }
  return around
}

function ascending(numbers: Iterable<number>): readonly number[] {
  return [...new Set(numbers)].toSorted((one, other) => one - other)
}

function nodesInFront({
  nodes = new Set<number>(),
  selected,
  hoveredNode,
}: Focus): readonly number[] {
  return ascending([...nodes, ...selected, ...(hoveredNode === undefined ? [] : [hoveredNode])])
}

/** Straight ones first, as strips are. */
function edgesInFront({ strongEdges, edges = new Set<number>() }: Focus): readonly number[] {
  return ascending([...edges, ...strongEdges])
}

function frontNodes(
  ranks: readonly number[],
  { nodes, frame, palette }: World,
  { selected, hoveredNode }: Focus,
): NodeStrips {
  const strips = { ...emptyRows(ranks.length), plain: false }
  const framing = framingOf(frame)
  ranks.forEach((rank, row) => {
    writeNodePlace(strips, row, nodes, rank, framing)
    const pointed = { selected: selected.has(rank), hovered: rank === hoveredNode }
    writeNodeLook(strips, row, nodes.at(rank), pointed, palette.theme.background)
  })
  return strips
}

function frontEdges(
  places: readonly number[],
  { nodes, edges, edgeStrips: { marked }, frame, palette }: World,
  { strongEdges }: Focus,
): EdgeStrips {
  const straight = places.filter((place) => place < edges.straight).length
  const strips = { ...emptyRows(places.length), straight, marked }
  const framing = framingOf(frame)
  places.forEach((place, row) => {
    const edge = edges.at(place)
    writeCourse(strips, row, nodes, edges, place, framing)
    writeLook(strips, row, edge, edgeInk(edge, strongEdges.has(place), palette.theme))
  })
  return strips
}
