import type { Loss } from '../../model/issue.ts'
import type { Dataset, Drawing, Knowledge } from '../../model/knowledge.ts'
import { allAtOnce, type Steps } from '../../model/steps.ts'
import { ownColumns } from '../gexf/own-columns.ts'
import { counted, takePen } from '../gexf/pen.ts'
import type { Pen } from '../gexf/pen.ts'
import type { LossCount } from '../loss-count.ts'
import { lossCount } from '../loss-count.ts'
import { inPieces } from '../pieces.ts'
import { stableJson } from '../stable-json.ts'
import { xmlSafeJson } from '../xml/xml-text.ts'
import type { KeyColumn } from './write-columns.ts'
import { edgeDefault, edgeKeys, edgeXml } from './write-edges.ts'
import { nodeKeys, nodeXml } from './write-nodes.ts'
import { dataXml, keyXml } from './write-record.ts'
import type { RecordKeys } from './write-record.ts'
import { drawableEdge, drawableNode } from './write-yed.ts'

/**
 * Writes GraphML as NetworkX, igraph, Gephi and yEd read it: entities as nodes, statements that
 * join two of them as edges, facts as values of nodes, references and times as text; and, under
 * keys of our own, what makes `readGraphml` give the same knowledge again. Same input, same bytes.
 */
export function writeGraphml(
  knowledge: Knowledge,
  drawing: Drawing,
): { readonly text: string; readonly losses: readonly Loss[] } {
  const { pieces, losses } = allAtOnce(graphmlSteps(knowledge, drawing))
  return { text: pieces.join(''), losses }
}

/** `writeGraphml` in steps, its text in pieces that stand one after the other. */
export function* graphmlSteps(
  knowledge: Knowledge,
  drawing: Drawing,
): Steps<{ readonly pieces: readonly string[]; readonly losses: readonly Loss[] }> {
  const losses = lossCount()
  countStructures(knowledge, losses)
  yield
  // What GEXF can hold of times is no matter here, and its version only decides on that.
  const pen = yield* takePen(knowledge, drawing, '1.3', losses)
  yield
  const nodes = [...knowledge.entities.values()].map((entity) => ({
    ...entity,
    drawn: drawableNode(drawing.node(entity) ?? {}, losses),
  }))
  yield
  const edges = pen.edges.flatMap((edge) => {
    const drawn = drawableEdge(drawing.edge(edge) ?? {}, losses)
    return edge.value.type === 'entity' ? [{ ...edge, object: edge.value.entity, drawn }] : []
  })
  yield
  const usual = edgeDefault(edges, pen)
  const nextKey = keyNames()
  const graph = keyed(graphColumns(knowledge.dataset), nextKey)
  const ofNodes = keyed(nodeKeys(nodes, pen), nextKey)
  yield
  const ofEdges = keyed(edgeKeys(edges, usual, pen), nextKey)
  yield
  const own = (name: string): KeyColumn<never> => ({
    title: name,
    type: 'string',
    column: name,
    text: () => undefined,
  })
  const graphData = graph.columns.flatMap(({ key, text }) => {
    const value = text(knowledge.dataset)
    return value === undefined ? [] : [`    ${dataXml(key, counted(value, pen))}\n`]
  })
  const pieces = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">\n',
    ...graph.columns.map((key) => keyXml('graph', key)),
    keyXml('graph', { ...own(ownColumns.dataset), key: graph.json }),
    ...ofNodes.columns.map((key) => keyXml('node', key)),
    keyXml('node', { ...own(ownColumns.entity), key: ofNodes.json }),
    `  <key id="${ofNodes.drawing}" for="node" yfiles.type="nodegraphics"/>\n`,
    ...ofEdges.columns.map((key) => keyXml('edge', key)),
    keyXml('edge', { ...own(ownColumns.statement), key: ofEdges.json }),
    `  <key id="${ofEdges.drawing}" for="edge" yfiles.type="edgegraphics"/>\n`,
    `  <graph edgedefault="${usual}">\n`,
    ...graphData,
    `    ${dataXml(graph.json, frameJson(ofNodes, ofEdges, pen))}\n`,
    ...(yield* inPieces(nodes, (node) => nodeXml(node, ofNodes, pen))),
    ...(yield* inPieces(edges, (edge) => edgeXml(edge, usual, ofEdges, pen))),
    '  </graph>\n</graphml>\n',
  ]
  return { pieces, losses: losses.losses() }
}

/** d0, d1 …: a key's id means nothing, and other programs give it a new one. */
function keyNames(): () => string {
  let number = 0
  return () => `d${number++}`
}

function keyed<Item>(columns: readonly KeyColumn<Item>[], nextKey: () => string): RecordKeys<Item> {
  return {
    columns: columns.map((column) => ({ ...column, key: nextKey() })),
    drawing: nextKey(),
    json: nextKey(),
  }
}

function graphColumns(dataset: Dataset): readonly KeyColumn<Dataset>[] {
  const columns: readonly KeyColumn<Dataset>[] = [
    { title: 'name', type: 'string', column: undefined, text: ({ title }) => title },
    ...(['description', 'licence', 'version', 'creator', 'modified', 'keywords'] as const).map(
      (name): KeyColumn<Dataset> => ({
        title: name,
        type: 'string',
        column: undefined,
        text: (item) => item[name],
      }),
    ),
  ]
  return columns.filter(({ text }) => text(dataset) !== undefined)
}

/** What is true of the whole, as JSON, with the real columns of the keys by their names. */
function frameJson(
  nodes: RecordKeys<never>,
  edges: RecordKeys<never>,
  { frame, entityColumns, statementColumns }: Pen,
): string {
  const titles = ({ columns }: RecordKeys<never>): readonly (readonly [string, string])[] =>
    columns.flatMap(({ title, column }) => (column === undefined ? [] : [[title, column]]))
  return xmlSafeJson(
    stableJson({
      ...frame,
      renamed: { entity: entityColumns.renamed, statement: statementColumns.renamed },
      titles: { entity: titles(nodes), statement: titles(edges) },
    }),
  )
}

/** What GraphML has no form for, so that other programs find it as text at best. */
function countStructures({ entities, statements }: Knowledge, losses: LossCount): void {
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)
  const records = [...entities.values(), ...statements.values()]
  losses.add(
    'citations, written as text',
    sum([...statements.values()].map(({ references }) => references.length)),
  )
  losses.add(
    'times, written as text',
    sum(
      records.map(
        ({ spans, attributes }) =>
          spans.length + attributes.filter(({ span }) => span !== undefined).length,
      ),
    ),
  )
  losses.add(
    'parents of nodes, written as text',
    sum([...entities.values()].map(({ parents }) => parents.length)),
  )
}
