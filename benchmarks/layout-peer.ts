import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { randomNumbers, type SampleGraph } from './layout-graphs.ts'

/** The package's layout with the settings it infers, from scattered places. */
export function peerLayout({ order, edges }: SampleGraph, iterations: number): Float64Array {
  const random = randomNumbers(11)
  const graph = new Graph({ type: 'undirected' })
  for (let node = 0; node < order; node += 1)
    graph.addNode(String(node), { x: random() * 100, y: random() * 100, size: 1 })
  for (let at = 0; at < edges.length; at += 2)
    graph.addEdge(String(edges[at]), String(edges[at + 1]))
  forceAtlas2.assign(graph, { iterations, settings: forceAtlas2.inferSettings(graph) })
  const positions = new Float64Array(order * 2)
  graph.forEachNode((key, { x, y }) => {
    positions.set([Number(x), Number(y)], Number(key) * 2)
  })
  return positions
}
