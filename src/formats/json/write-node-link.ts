import type { Loss } from '../../model/issue.ts'
import type { Drawing, Knowledge } from '../../model/knowledge.ts'
import { objectText } from './json-value.ts'
import { listText, numberField, textField } from './plain-graph.ts'
import type { JsonField, PlainEdge, PlainFormat, PlainNode } from './plain-graph.ts'
import { nodeLink } from './read-node-link.ts'
import { writePlain } from './write-plain.ts'

/**
 * Writes node-link JSON as NetworkX and d3 read it: `nodes` with ids, `edges` with source and
 * target. Our extension makes `readJson` give the same knowledge again.
 */
export function writeNodeLinkJson(
  knowledge: Knowledge,
  drawing: Drawing,
): { readonly text: string; readonly losses: readonly Loss[] } {
  const { text, losses } = writePlain(knowledge, drawing, format, nodeLink)
  const edges = [...knowledge.statements.values()].filter(({ value }) => value.type === 'entity')
  const undirected = edges.filter(({ direction }) => direction === 'undirected').length
  if (undirected === 0 || undirected === edges.length) return { text, losses }
  const what = 'edges without direction, which NetworkX sees as directed'
  return { text, losses: [...losses, { what, count: undirected }] }
}

const format: PlainFormat = {
  reserved: (
    'id key _id label name x y z size thickness width color colour weight value predicate ' +
    'source target from to directed undirected attributes orrery'
  ).split(' '),
  text: ({ about, nodes, edges }) => {
    const undirected = edges.length > 0 && edges.every((edge) => edge.undirected)
    return `${objectText([
      ['directed', String(!undirected)],
      ['multigraph', 'true'],
      ['graph', objectText(about)],
      ['nodes', listText(nodes.map(nodeFields))],
      ['edges', listText(edges.map((edge) => edgeFields(edge, undirected)))],
    ])}\n`
  },
}

function nodeFields({ id, label, drawing, fields }: PlainNode): readonly JsonField[] {
  const { position, size, colour } = drawing
  return [
    ...textField('id', id),
    ...textField('label', label),
    ...numberField('x', position?.x),
    ...numberField('y', position?.y),
    ...numberField('z', position?.z),
    ...numberField('size', size),
    ...textField('color', colour),
    ...fields,
  ]
}

function edgeFields(edge: PlainEdge, allUndirected: boolean): readonly JsonField[] {
  return [
    ...textField('id', edge.id),
    ...textField('source', edge.source),
    ...textField('target', edge.target),
    // NetworkX keeps parallel edges apart by it.
    ...textField('key', edge.id),
    ...(edge.undirected && !allUndirected ? ([['directed', 'false']] as const) : []),
    ...textField('label', edge.label),
    ...textField('predicate', edge.predicate),
    ...numberField('weight', edge.weight),
    ...numberField('thickness', edge.drawing.thickness),
    ...textField('color', edge.drawing.colour),
    ...edge.fields,
  ]
}
