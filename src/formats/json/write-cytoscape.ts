import type { Loss } from '../../model/issue.ts'
import type { Drawing, Knowledge } from '../../model/knowledge.ts'
import { objectText } from './json-value.ts'
import { listText, numberField, textField } from './plain-graph.ts'
import type { JsonField, PlainEdge, PlainFormat, PlainNode } from './plain-graph.ts'
import { cytoscape } from './read-cytoscape.ts'
import { writePlain } from './write-plain.ts'

/**
 * Writes what Cytoscape.js and Cytoscape read: elements with data, and positions with y
 * downwards. Our extension makes `readJson` give the same knowledge again.
 */
export function writeCytoscapeJson(
  knowledge: Knowledge,
  drawing: Drawing,
): { readonly text: string; readonly losses: readonly Loss[] } {
  return writePlain(knowledge, drawing, format, cytoscape)
}

const format: PlainFormat = {
  reserved: (
    'id label name parent source target interaction predicate weight size thickness width ' +
    'color colour directed undirected classes orrery'
  ).split(' '),
  text: ({ about, nodes, edges }) => {
    const ids = edgeIds(nodes, edges)
    const elements = [
      ['nodes', listText(nodes.map(nodeElement))],
      ['edges', listText(edges.map((edge, index) => edgeElement(edge, ids[index] ?? edge.id)))],
    ] as const
    return `${objectText([
      ['data', objectText(about)],
      ['elements', objectText(elements)],
    ])}\n`
  },
}

function nodeElement({ id, label, parent, drawing, fields }: PlainNode): readonly JsonField[] {
  const { position, size, colour } = drawing
  const data = [
    ...textField('id', id),
    ...textField('label', label),
    ...textField('parent', parent),
    ...numberField('size', size),
    ...textField('color', colour),
    ...fields,
  ]
  if (position === undefined) return [['data', objectText(data)]]
  const place = [...numberField('x', position.x), ...numberField('y', downwards(position.y))]
  return [
    ['data', objectText(data)],
    ['position', objectText(place)],
  ]
}

function edgeElement(edge: PlainEdge, id: string): readonly JsonField[] {
  const data = [
    ...textField('id', id),
    ...textField('source', edge.source),
    ...textField('target', edge.target),
    ...textField('interaction', edge.predicate),
    ...textField('label', edge.label),
    ...(edge.undirected ? ([['directed', 'false']] as const) : []),
    ...numberField('weight', edge.weight),
    ...numberField('thickness', edge.drawing.thickness),
    ...textField('color', edge.drawing.colour),
    ...edge.fields,
  ]
  return [
    ['group', '"edges"'],
    ['data', objectText(data)],
  ]
}

/** Cytoscape.js wants ids that differ among nodes and edges together. */
function edgeIds(nodes: readonly PlainNode[], edges: readonly PlainEdge[]): readonly string[] {
  const nodeIds = new Set(nodes.map(({ id }) => id))
  const taken = new Set([...nodeIds, ...edges.map(({ id }) => id)])
  return edges.map(({ id }) => {
    if (!nodeIds.has(id)) return id
    let free = `edge ${id}`
    while (taken.has(free)) free = `edge ${free}`
    taken.add(free)
    return free
  })
}

function downwards(y: number): number {
  return y === 0 ? 0 : -y
}
