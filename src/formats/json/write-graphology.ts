import type { Loss } from '../../model/issue.ts'
import type { Drawing, Knowledge } from '../../model/knowledge.ts'
import { objectText } from './json-value.ts'
import { listText, numberField, textField } from './plain-graph.ts'
import type { JsonField, PlainEdge, PlainFormat, PlainNode } from './plain-graph.ts'
import { graphology } from './read-graphology.ts'
import { writePlain } from './write-plain.ts'

/**
 * Writes what graphology's `import()` reads and sigma draws: label, x, y, size and color are
 * attributes. Our extension makes `readJson` give the same knowledge again.
 */
export function writeGraphologyJson(
  knowledge: Knowledge,
  drawing: Drawing,
): { readonly text: string; readonly losses: readonly Loss[] } {
  return writePlain(knowledge, drawing, format, graphology)
}

const format: PlainFormat = {
  reserved: ['label', 'x', 'y', 'z', 'size', 'color', 'weight', 'predicate', 'orrery'],
  text: ({ about, nodes, edges }) => {
    const undirected = edges.filter((edge) => edge.undirected).length
    const type =
      undirected === 0 ? 'directed' : undirected === edges.length ? 'undirected' : 'mixed'
    const options = { type, multi: true, allowSelfLoops: true }
    return `${objectText([
      ['options', JSON.stringify(options)],
      ['attributes', objectText(about)],
      ['nodes', listText(nodes.map(nodeFields))],
      ['edges', listText(edges.map(edgeFields))],
    ])}\n`
  },
}

function nodeFields({ id, label, drawing, fields }: PlainNode): readonly JsonField[] {
  const { position, size, colour } = drawing
  const attributes = [
    ...textField('label', label),
    ...numberField('x', position?.x),
    ...numberField('y', position?.y),
    ...numberField('z', position?.z),
    ...numberField('size', size),
    ...textField('color', colour),
    ...fields,
  ]
  return [...textField('key', id), ['attributes', objectText(attributes)]]
}

function edgeFields(edge: PlainEdge): readonly JsonField[] {
  const attributes = [
    ...textField('label', edge.label),
    ...textField('predicate', edge.predicate),
    ...numberField('weight', edge.weight),
    ...numberField('size', edge.drawing.thickness),
    ...textField('color', edge.drawing.colour),
    ...edge.fields,
  ]
  return [
    ...textField('key', edge.id),
    ...textField('source', edge.source),
    ...textField('target', edge.target),
    ...(edge.undirected ? ([['undirected', 'true']] as const) : []),
    ['attributes', objectText(attributes)],
  ]
}
