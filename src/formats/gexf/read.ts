import type { Issue, ReadResult } from '../../model/issue.ts'
import type { Dataset, Knowledge } from '../../model/knowledge.ts'
import type { IssueLog } from '../issue-log.ts'
import { issueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import { BadByte, badByteIssue, decodeXmlPieces, untilBadByte } from '../xml/decode-xml.ts'
import { scanXml } from '../xml/scan-xml.ts'
import { XmlFault } from '../xml/xml-fault.ts'
import { xmlLimits } from '../xml/xml-limits.ts'
import type { XmlLimits } from '../xml/xml-limits.ts'
import { gexfCollector } from './collect.ts'
import type { RawElement, RawGraph } from './raw-graph.ts'
import { readEdges } from './read-edges.ts'
import { readNodes } from './read-nodes.ts'
import { restoredOr } from '../restored.ts'
import { restore } from './restore.ts'

/**
 * Reads a GEXF file of any version (1.0 to 1.3, with or without namespaces) as knowledge: nodes
 * are entities without a kind, edges statements that join two of them. A file of ours gives back
 * what was written. `file` names it in issues. A fault of the document rejects it; a fault of
 * one record is a warning with its line and column. `tell` hears how many bytes have been read.
 */
export function readGexf(
  bytes: Uint8Array,
  file: string,
  limits: XmlLimits = xmlLimits,
  tell?: (done: number) => void,
): ReadResult<Knowledge> {
  if (bytes.length > limits.fileSize) {
    const message = `the file size is ${bytes.length} bytes; at most ${limits.fileSize} are read`
    return { ok: false, issues: [{ severity: 'error', file, message }] }
  }
  const decoded = decodeXmlPieces(bytes, file)
  if (!decoded.ok) return { ok: false, issues: [decoded.issue] }
  const log = issueLog(() => untilBadByte(decoded.pieces()), file)
  const raw = collect(decoded.pieces(tell), limits, log, file)
  if (!raw.ok) return { ok: false, issues: [raw.issue] }
  const plain = knowledgeOf(raw.graph, file, log)
  const restored = restore(plain, raw.graph.instruction, file)
  return restoredOr(plain, restored, log, raw.graph.root.offset, 'columns')
}

type Collected =
  { readonly ok: true; readonly graph: RawGraph } | { readonly ok: false; readonly issue: Issue }

function collect(
  pieces: Iterable<string>,
  limits: XmlLimits,
  log: IssueLog,
  file: string,
): Collected {
  const collector = gexfCollector(log)
  try {
    scanXml(pieces, collector.listener, limits)
  } catch (error) {
    if (error instanceof BadByte) return { ok: false, issue: badByteIssue(error, file) }
    if (!(error instanceof XmlFault)) throw error
    return { ok: false, issue: log.fault(error.offset, error.message) }
  }
  const graph = collector.graph()
  if (graph === undefined) throw new Error('a well-formed document without a root element')
  const { root } = graph
  if (root.local !== 'gexf') return { ok: false, issue: log.fault(root.offset, otherFormat(root)) }
  if (graph.graph === undefined) {
    return { ok: false, issue: log.fault(root.offset, 'the GEXF file has no <graph> element') }
  }
  return { ok: true, graph }
}

function otherFormat(root: RawElement): string {
  const name = `the root element is <${root.local}>`
  const known = new Map([
    ['graphml', 'GraphML'],
    ['RDF', 'RDF/XML'],
    ['svg', 'SVG'],
    ['html', 'HTML'],
  ]).get(root.local)
  return `this is not a GEXF file${known === undefined ? '' : ` but ${known}`}: ${name}`
}

function knowledgeOf(raw: RawGraph, file: string, log: IssueLog): Knowledge {
  const { columns } = raw
  const entities = readNodes(raw.nodes, columns.entity, log)
  const { statements, predicates } = readEdges(raw.edges, entities, columns.statement, log)
  warnOfCounts(raw, log)
  return {
    dataset: datasetOf(raw, file),
    kinds: new Map(),
    predicates,
    qualifiers: new Map(),
    sources: new Map(),
    entities,
    statements,
    columns: { entity: columns.entity.columns(), statement: columns.statement.columns() },
  }
}

function datasetOf(raw: RawGraph, file: string): Dataset {
  const meta = (...names: readonly string[]): string | undefined =>
    raw.meta.find(([name, text]) => names.includes(name) && text.trim() !== '')?.[1].trim()
  const name = file.split(/[/\\]/).at(-1) ?? file
  const [description, creator, keywords] = [
    meta('description'),
    meta('creator', 'author'),
    meta('keywords'),
  ]
  return {
    id: name,
    title: meta('title') ?? name,
    ...(description === undefined ? {} : { description }),
    ...(creator === undefined ? {} : { creator }),
    ...(raw.modified === undefined ? {} : { modified: raw.modified }),
    ...(keywords === undefined ? {} : { keywords }),
    start: [],
  }
}

/** A wrong count is the trace of a tool that cut the file. */
function warnOfCounts(raw: RawGraph, log: IssueLog): void {
  for (const { local, offset, count, records } of raw.groups) {
    if (count === undefined) continue
    const all = local === 'nodes' ? raw.nodes.length : raw.edges.count
    if ([records, all].some((number) => String(number) === count.trim())) continue
    log.warnOfMany(
      'announced numbers of nodes or edges differ from what is there',
      offset,
      () => `the file announces ${quoted(count)} ${local}, but holds ${records}`,
      'it may have been cut by another program',
    )
  }
}
