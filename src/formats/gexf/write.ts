import type { Loss } from '../../model/issue.ts'
import type { Dataset, Drawing, Knowledge } from '../../model/knowledge.ts'
import { allAtOnce, type Steps } from '../../model/steps.ts'
import type { LossCount } from '../loss-count.ts'
import { lossCount } from '../loss-count.ts'
import { illegalCount, xmlAttribute, xmlTextElement } from '../xml/xml-text.ts'
import { ownInstruction } from './own-columns.ts'
import { takePen } from './pen.ts'
import { replaced } from './write-columns.ts'
import { edgesXml } from './write-edges.ts'
import { datasetJson, nodesXml } from './write-nodes.ts'
import type { GexfVersion } from './write-time.ts'
import { isXmlDate, timeAttributes } from './write-time.ts'

const roots: Readonly<Record<GexfVersion, string>> = {
  '1.3': '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
  '1.2draft':
    '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">',
}

/**
 * Writes GEXF: entities as nodes, statements that join two of them as edges, facts as node
 * columns, references as text; and, in columns of our own, what makes `readGexf` give the same
 * knowledge again. 1.3 is valid against the official schema; 1.2draft is what NetworkX and old
 * Gephi read. Same input, same bytes.
 */
export function writeGexf(
  knowledge: Knowledge,
  drawing: Drawing,
  options: { readonly version: GexfVersion },
): { readonly text: string; readonly losses: readonly Loss[] } {
  const { pieces, losses } = allAtOnce(gexfSteps(knowledge, drawing, options))
  return { text: pieces.join(''), losses }
}

/** `writeGexf` in steps, its text in pieces that stand one after the other. */
export function* gexfSteps(
  knowledge: Knowledge,
  drawing: Drawing,
  options: { readonly version: GexfVersion },
): Steps<{ readonly pieces: readonly string[]; readonly losses: readonly Loss[] }> {
  const losses = lossCount()
  const pen = yield* takePen(knowledge, drawing, options.version, losses)
  yield
  const { columns: nodeColumns, nodes } = yield* nodesXml(pen)
  yield
  const { columns: edgeColumns, edges, usual } = yield* edgesXml(pen)
  yield
  const mode = pen.time.name === undefined ? 'static' : 'dynamic'
  const pieces = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    knowledge.entities.size === 0 ? `<?${ownInstruction} ${datasetJson(pen)}?>\n` : '',
    `${roots[options.version]}\n`,
    metaXml(knowledge.dataset, losses),
    `  <graph defaultedgetype="${usual}" mode="${mode}"${timeAttributes(pen.time)}>\n`,
    nodeColumns,
    edgeColumns,
    `    <nodes count="${knowledge.entities.size}">\n`,
    ...nodes,
    `    </nodes>\n    <edges count="${pen.edges.length}">\n`,
    ...edges,
    '    </edges>\n  </graph>\n</gexf>\n',
  ]
  return { pieces, losses: losses.losses() }
}

function metaXml(dataset: Dataset, losses: LossCount): string {
  const { modified, creator, keywords, description } = dataset
  const date = modified !== undefined && isXmlDate(modified) ? modified : undefined
  const parts = [
    ['creator', creator ?? 'Orrery'],
    ['keywords', keywords],
    ['description', description ?? dataset.title],
  ] as const
  const lines = parts.flatMap(([name, text]) => {
    if (text === undefined) return []
    losses.add(replaced, illegalCount(text))
    return [`    ${xmlTextElement(name, text)}\n`]
  })
  return `  <meta${xmlAttribute('lastmodifieddate', date)}>\n${lines.join('')}  </meta>\n`
}
