import type { Issue, ReadResult } from '../../model/issue.ts'
import type { Dataset, Knowledge } from '../../model/knowledge.ts'
import { restoredOr } from '../restored.ts'
import { restore } from '../gexf/restore.ts'
import { issueLog } from '../issue-log.ts'
import type { IssueLog } from '../issue-log.ts'
import { decodeXml } from '../xml/decode-xml.ts'
import { readXml, XmlFault, xmlLimits } from '../xml/read-xml.ts'
import type { XmlElement, XmlLimits } from '../xml/read-xml.ts'
import { graphmlCollector } from './collect.ts'
import { KeyTable } from './key-table.ts'
import { ownFrame, ownTitles } from './own-keys.ts'
import type { OwnTitles } from './own-keys.ts'
import type { RawDocument } from './raw-graph.ts'
import { readEdges } from './read-edges.ts'
import { readKeys } from './read-keys.ts'
import { readNodes } from './read-nodes.ts'
import { warnOfWhatIsLeft } from './read-rest.ts'

/**
 * Reads a GraphML file (with any prefix or without a namespace; with the labels and drawings of
 * yEd and Gephi) as knowledge: nodes are entities, edges statements that join two of them, keys
 * columns. A file of ours gives back what was written. `file` names it in issues. A fault of the
 * document rejects it; a fault of one record is a warning with its line and column.
 */
export function readGraphml(
  bytes: Uint8Array,
  file: string,
  limits: XmlLimits = xmlLimits,
): ReadResult<Knowledge> {
  if (bytes.length > limits.fileSize) {
    const message = `the file size is ${bytes.length} bytes; at most ${limits.fileSize} are read`
    return { ok: false, issues: [{ severity: 'error', file, message }] }
  }
  const decoded = decodeXml(bytes, file)
  if (!decoded.ok) return { ok: false, issues: [decoded.issue] }
  const log = issueLog(decoded.text, file)
  const raw = collect(decoded.text, limits, log)
  if (!raw.ok) return { ok: false, issues: [raw.issue] }
  const frame = ownFrame(raw.document)
  const plain = knowledgeOf(raw.document, ownTitles(frame), file, log)
  const restored = restore(plain, frame, file)
  return restoredOr(plain, restored, log, raw.document.root.offset, 'values')
}

type Collected =
  | { readonly ok: true; readonly document: RawDocument }
  | { readonly ok: false; readonly issue: Issue }

function collect(text: string, limits: XmlLimits, log: IssueLog): Collected {
  const collector = graphmlCollector()
  try {
    readXml(text, collector.handler, limits)
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error
    return { ok: false, issue: log.fault(error.offset, error.message) }
  }
  const document = collector.document()
  if (document === undefined) throw new Error('a well-formed document without a root element')
  const { root } = document
  if (root.local !== 'graphml') {
    return { ok: false, issue: log.fault(root.offset, otherFormat(root)) }
  }
  if (document.graphs.length === 0) {
    return { ok: false, issue: log.fault(root.offset, 'the GraphML file has no <graph> element') }
  }
  return { ok: true, document }
}

function otherFormat(root: XmlElement): string {
  const name = `the root element is <${root.local}>`
  const known = new Map([
    ['gexf', 'GEXF'],
    ['RDF', 'RDF/XML'],
    ['svg', 'SVG'],
    ['html', 'HTML'],
  ]).get(root.local)
  return `this is not a GraphML file${known === undefined ? '' : ` but ${known}`}: ${name}`
}

function knowledgeOf(
  raw: RawDocument,
  titles: OwnTitles | undefined,
  file: string,
  log: IssueLog,
): Knowledge {
  const keys = readKeys(raw.keys, log)
  const own = titles !== undefined
  const entityKeys = new KeyTable('node', keys, titles?.entity, log)
  const statementKeys = new KeyTable('edge', keys, titles?.statement, log)
  const { entities, kinds } = readNodes(raw.nodes, entityKeys, own, log)
  const { statements, predicates } = readEdges(raw.edges, entities, statementKeys, own, log)
  const dataset = datasetOf(raw, new KeyTable('graph', keys, undefined, log), file)
  warnOfWhatIsLeft(raw, log)
  return {
    dataset,
    kinds,
    predicates,
    qualifiers: new Map(),
    sources: new Map(),
    entities,
    statements,
    columns: { entity: entityKeys.columns(), statement: statementKeys.columns() },
  }
}

/** What the graph says of itself: what has no place of its own follows the description. */
function datasetOf(raw: RawDocument, keys: KeyTable, file: string): Dataset {
  const { attributes } = keys.read(raw.whole)
  const titles = new Map(keys.columns().map(({ id, title }) => [id, title]))
  const said = attributes
    .map(({ column, text }) => [titles.get(column) ?? column, text.trim()] as const)
    .filter(([, text]) => text !== '')
  const named = (...names: readonly string[]): string | undefined =>
    said.find(([title]) => names.includes(title.toLowerCase()))?.[1]
  const special = ['title', 'name', 'description', 'creator', 'author', 'keywords']
  const description = [
    raw.whole.description?.trim(),
    named('description'),
    ...said
      .filter(([title]) => !special.includes(title.toLowerCase()))
      .map(([title, text]) => `${title}: ${text}`),
  ]
    .filter((text) => text !== undefined && text !== '')
    .join('\n')
  const [creator, keywords] = [named('creator', 'author'), named('keywords')]
  const name = file.split(/[/\\]/).at(-1) ?? file
  return {
    id: name,
    title: named('title', 'name') ?? name,
    ...(description === '' ? {} : { description }),
    ...(creator === undefined ? {} : { creator }),
    ...(keywords === undefined ? {} : { keywords }),
    start: [],
  }
}
