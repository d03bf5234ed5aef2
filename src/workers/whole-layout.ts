import { nodeSize } from '../display/appearance.ts'
import { buildGraph, degree, edgesAt, otherEnd } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { extentOf } from '../layout/extent.ts'
import { forceSettings } from '../layout/force-settings.ts'
import { createLargeLayout, largeFrom } from '../layout/large-layout.ts'
import { layOut } from '../layout/lay-out.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge, Layout, Point } from '../model/knowledge.ts'

/** Where more nodes than this share have no place, the file's places are no picture. */
const mostWithout = 0.1
/** Below this extent tenths of a unit, which is what a link keeps of a place, would show. */
const leastExtent = 200
const mostExtent = 1e6

/**
 * A place for every node: the file's own where nearly all nodes have one, with the others beside
 * their neighbours; else the repeatable layout of the whole graph. Places that lie very close
 * together or very far apart are brought to our scale, all by the same factor.
 */
export function wholeLayout(
  knowledge: Knowledge,
  given: Layout,
  tell: (share: number) => void,
): Layout {
  const places = new Map([...given].filter(([, { x, y }]) => Number.isFinite(x + y)))
  const missing = knowledge.entities.size - places.size
  const box = extentOf([...places.values()])
  const extent = Math.max(box.right - box.left, box.top - box.bottom)
  const usable =
    missing <= knowledge.entities.size * mostWithout && (extent > 0 || places.size === 1)
  if (!usable) return laidOut(buildGraph(knowledge), tell)
  const scale = extent > 0 && (extent < leastExtent || extent > mostExtent) ? 1000 / extent : 1
  const scaled =
    scale === 1
      ? places
      : new Map(
          [...places].map(([id, { x, y }]): [EntityId, Point] => [
            id,
            { x: x * scale, y: y * scale },
          ]),
        )
  return missing === 0 ? scaled : withTheOthers(buildGraph(knowledge), scaled)
}

function laidOut(graph: Graph, tell: (share: number) => void): Layout {
  tell(0)
  return graph.nodes.length < largeFrom ? laidOutSmall(graph, tell) : laidOutLarge(graph, tell)
}

function laidOutLarge(graph: Graph, tell: (share: number) => void): Layout {
  const { ends } = graph
  const weights = new Float64Array(graph.edges.size).map(
    (_, place) => graph.gistAt(place).weight ?? 1,
  )
  const sizes = Float64Array.from(graph.nodes, (id) => nodeSize(degree(graph, id)))
  const layout = createLargeLayout({ ids: graph.nodes, sizes, edges: ends, weights })
  for (let now = layout.step(); !now.done; now = layout.step()) tell(now.share)
  return layoutOf(graph, layout.positions())
}

function laidOutSmall(graph: Graph, tell: (share: number) => void): Layout {
  const input = {
    nodes: graph.nodes.map((id) => ({ id, size: nodeSize(degree(graph, id)) })),
    edges: Array.from({ length: graph.edges.size }, (_, place) => {
      const { weight } = graph.gistAt(place)
      return {
        source: graph.ends[2 * place] ?? 0,
        target: graph.ends[2 * place + 1] ?? 0,
        ...(weight === undefined ? {} : { weight }),
      }
    }),
  }
  const points = layOut(input, forceSettings, tell)
  return layoutOf(
    graph,
    points.flatMap(({ x, y }) => [x, y]),
  )
}

/** `numbers` are x and y of each node in turn. */
function layoutOf(graph: Graph, numbers: ArrayLike<number>): Layout {
  return new Map(
    graph.nodes.map((id, at): [EntityId, Point] => [
      id,
      { x: tenth(numbers[at * 2] ?? 0), y: tenth(numbers[at * 2 + 1] ?? 0) },
    ]),
  )
}

/** Each node without a place stands around the middle of its neighbours, else below the picture. */
function withTheOthers(graph: Graph, places: Layout): Layout {
  const box = extentOf([...places.values()])
  const step = Math.max(box.right - box.left, box.top - box.bottom, 1) / 40
  const all = new Map(places)
  let alone = 0
  let beside = 0
  for (const id of graph.nodes) {
    if (all.has(id)) continue
    const near = edgesAt(graph, id).flatMap((edge) => all.get(otherEnd(edge, id)) ?? [])
    if (near.length === 0) {
      all.set(id, { x: box.left + alone * step, y: box.bottom - 2 * step })
      alone += 1
      continue
    }
    // The golden angle: the next one never stands where one of the last few does.
    const angle = beside * 2.399963
    beside += 1
    const middle = { x: mean(near.map(({ x }) => x)), y: mean(near.map(({ y }) => y)) }
    all.set(id, {
      x: tenth(middle.x + step * Math.cos(angle)),
      y: tenth(middle.y + step * Math.sin(angle)),
    })
  }
  return all
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0
}
