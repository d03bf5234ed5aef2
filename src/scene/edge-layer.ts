import type { RenderParams } from 'sigma/types'
import type { Point } from '../model/knowledge.ts'
import { edgeNear, type Sight } from './edge-hit.ts'
import { createEdgePainter } from './edge-painter.ts'
import { emptyStrips, writeCourse, writeLook, type EdgeStrips } from './edge-strips.ts'
import { edgeInk, type Focus } from './emphasis.ts'
import { fadedEdge, fadedTo } from './palette.ts'
import { framingOf } from './viewpoint.ts'
import type { World } from './world.ts'

/** The edges on their canvas: those in the background, and over them those that are brought out. */
export interface EdgeLayer {
  /** Takes over the world's edges. */
  renew(): void
  /** The nodes of these ranks, or all, stand elsewhere now. */
  moved(nodes?: readonly number[]): void
  /** The focus or the theme has changed. */
  refocus(): void
  paint(params: RenderParams): void
  /** The place of the edge at a point of the screen. */
  at(sight: Sight, point: Point): number | undefined
}

/** Takes over a canvas whose context exists already. Throws without WebGL 2. */
export function createEdgeLayer(
  canvas: HTMLCanvasElement | undefined,
  world: World,
  focus: () => Focus,
): EdgeLayer {
  const gl = canvas?.getContext('webgl2')
  if (gl === null || gl === undefined) throw new Error('Edges are painted with WebGL 2')
  const painter = createEdgePainter(gl)
  const all = painter.strips()
  const front = painter.strips()
  /** What has to be sent to the graphics card before the next frame. */
  let stale: 'all' | 'focus' | 'nothing' = 'all'
  let moved = new Set<number>()

  const send = (): void => {
    if (stale === 'all') all.load(world.strips)
    else if (moved.size > 0) all.renew(world.strips, moved)
    moved = new Set()
    if (stale === 'nothing') return
    const places = broughtOut(focus())
    all.showOnly(allBut(places, world.strips.count))
    front.load(frontStrips(places, world, focus()))
    stale = 'nothing'
  }
  return {
    renew: () => {
      stale = 'all'
    },
    moved(nodes) {
      const framing = framingOf(world.frame)
      const course = (place: number): void =>
        writeCourse(world.strips, place, world.nodes, world.edges, place, framing)
      if (nodes === undefined) {
        for (let place = 0; place < world.edges.count; place += 1) course(place)
        stale = 'all'
        return
      }
      for (const node of nodes)
        for (const place of world.edges.around(node)) {
          course(place)
          moved.add(place)
        }
      // What is brought out has strips of its own.
      if (stale === 'nothing') stale = 'focus'
    },
    refocus: () => {
      if (stale === 'nothing') stale = 'focus'
    },
    paint(params) {
      send()
      const { palette } = world
      const { share, fine } = palette.detail
      const faded = fadedTo(palette, fadedEdge(palette.theme))
      const brush = { ...params, fine, share, faded }
      all.paint(brush)
      // What is brought out is neither faded nor left out.
      front.paint({ ...brush, share: 1, faded: [...faded.slice(0, 3), 0] })
    },
    at: (sight, point) => edgeNear(world.strips, sight, point),
  }
}

/** Straight ones first, as strips are. */
function broughtOut({ strongEdges, edges = new Set<number>() }: Focus): readonly number[] {
  return [...new Set([...edges, ...strongEdges])].toSorted((one, other) => one - other)
}

function allBut(places: readonly number[], count: number): Uint8Array {
  const shown = new Uint8Array(count).fill(255)
  for (const place of places) shown[place] = 0
  return shown
}

function frontStrips(places: readonly number[], world: World, focus: Focus): EdgeStrips {
  const { edges, nodes, palette } = world
  const strips = emptyStrips(places.length, places.filter((place) => place < edges.straight).length)
  const framing = framingOf(world.frame)
  places.forEach((place, row) => {
    writeCourse(strips, row, nodes, edges, place, framing)
    writeLook(
      strips,
      row,
      edges.at(place),
      edgeInk(edges.at(place), focus.strongEdges.has(place), palette.theme),
    )
  })
  return strips
}
