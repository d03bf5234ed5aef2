import type { ReadResult } from '../../model/issue.ts'
import type { Dataset, Knowledge } from '../../model/knowledge.ts'
import type { IssueLog } from '../issue-log.ts'
import { issueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import { restoredOr } from '../restored.ts'
import { BadByte, badByteIssue, decodeXmlPieces, untilBadByte } from '../xml/decode-xml.ts'
import { XmlScanner, scanXml } from '../xml/scan-xml.ts'
import { XmlFault } from '../xml/xml-fault.ts'
import { xmlLimits } from '../xml/xml-limits.ts'
import type { XmlLimits } from '../xml/xml-limits.ts'
import { gexfCollector } from './collect.ts'
import type { GexfCollector } from './collect.ts'
import { cutOf, leastInTwo } from './cut.ts'
import type { LastEdges } from './raw-edges.ts'
import type { RawElement, RawGraph } from './raw-graph.ts'
import { readEdges } from './read-edges.ts'
import { readNodes } from './read-nodes.ts'
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
  const collector = gexfCollector(log)
  try {
    scanXml(decoded.pieces(tell), collector.listener, limits)
  } catch (error) {
    if (error instanceof BadByte) return { ok: false, issues: [badByteIssue(error, file)] }
    if (!(error instanceof XmlFault)) throw error
    return { ok: false, issues: [log.fault(error.offset, error.message)] }
  }
  return gathered(collector, file, log)
}

/** What reads the edges at the end of a document, from so many bytes on; see `readLastEdges`. */
export type ReadEnd = (
  head: string,
  from: number,
  limits: XmlLimits,
) => Promise<LastEdges | undefined>

/**
 * `readGexf` for a file of at least so many bytes, whose end is given to `readEnd` to be read
 * at the same time. Where that cannot read it, it is read here after all.
 */
export async function readGexfInTwo(
  bytes: Uint8Array,
  file: string,
  readEnd: ReadEnd,
  limits: XmlLimits = xmlLimits,
  tell?: (done: number) => void,
  least = leastInTwo,
): Promise<ReadResult<Knowledge>> {
  const whole = (): ReadResult<Knowledge> => readGexf(bytes, file, limits, tell)
  const cut = bytes.length > limits.fileSize || bytes.length < least ? undefined : cutOf(bytes)
  if (cut === undefined) return whole()
  const { head, from } = cut
  const first = decodeXmlPieces(bytes.subarray(0, from), file)
  const second = decodeXmlPieces(bytes.subarray(from), file)
  if (!first.ok || !second.ok) return whole()
  const reading = readEnd(head, from, limits)
  const all = function* (): Iterable<string> {
    yield* first.pieces()
    yield* second.pieces()
  }
  const log = issueLog(() => untilBadByte(all()), file)
  const collector = gexfCollector(log)
  const scanner = new XmlScanner(collector.listener, limits)
  try {
    scanner.read(first.pieces(tell && ((done) => tell((done / from) * bytes.length))), false)
    const edges = await reading
    const isJoined =
      edges !== undefined &&
      scanner.pending.trim() === '' &&
      collector.addLast(edges, scanner.length)
    scanner.read(isJoined ? [scanner.endTags] : second.pieces())
    scanner.end()
  } catch (error) {
    // It says where the fault is in the whole.
    if (error instanceof BadByte || error instanceof XmlFault) return whole()
    throw error
  }
  return gathered(collector, file, log)
}

function gathered(collector: GexfCollector, file: string, log: IssueLog): ReadResult<Knowledge> {
  const raw = collector.graph()
  if (raw === undefined) throw new Error('a well-formed document without a root element')
  const { root } = raw
  const rejected = (why: string): ReadResult<Knowledge> => ({
    ok: false,
    issues: [log.fault(root.offset, why)],
  })
  if (root.local !== 'gexf') return rejected(otherFormat(root))
  if (raw.graph === undefined) return rejected('the GEXF file has no <graph> element')
  const plain = knowledgeOf(raw, file, log)
  const restored = restore(plain, raw.instruction, file)
  return restoredOr(plain, restored, log, root.offset, 'columns')
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
