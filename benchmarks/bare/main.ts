import { MultiDirectedGraph } from 'graphology'
import { Sigma } from 'sigma'

/** The part of Orrery JSON that a page with nothing but sigma needs. */
interface Data {
  readonly entities: readonly { readonly id: string; readonly label?: string }[]
  readonly statements: readonly { readonly subject: string; readonly entity?: string }[]
  readonly layout: readonly number[]
}

const container = document.getElementById('graph')
if (container === null) throw new Error('The page has no #graph')

const response = await fetch('./datasets/china-ai.json')
const data = (await response.json()) as Data
const graph = new MultiDirectedGraph()
for (const [index, { id, label }] of data.entities.entries()) {
  const [x, y] = data.layout.slice(index * 2, index * 2 + 2)
  graph.addNode(id, { label, x, y, size: 6, color: '#4e90d9' })
}
for (const { subject, entity } of data.statements) {
  if (entity !== undefined) graph.addEdge(subject, entity, { size: 1, color: '#cccccc' })
}
const renderer = new Sigma(graph, container)
addEventListener('pagehide', () => renderer.kill())
requestAnimationFrame(() => performance.mark('orrery:first-picture'))
