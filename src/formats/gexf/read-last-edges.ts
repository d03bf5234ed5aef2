import { issueLog } from '../issue-log.ts'
import { BadByte, decodeXmlPieces } from '../xml/decode-xml.ts'
import { XmlScanner } from '../xml/scan-xml.ts'
import { XmlFault } from '../xml/xml-fault.ts'
import { xmlLimits } from '../xml/xml-limits.ts'
import { gexfCollector } from './collect.ts'
import type { GexfCollector } from './collect.ts'
import type { LastEdges } from './raw-edges.ts'

/**
 * The edges at the end of a GEXF document in UTF-8, for whoever reads what is before them: `head` is
 * what stands before its first node, `end` begins with an edge. Undefined where anything else
 * follows too, where anything is wrong, or where an edge is not plain: only who reads the whole can
 * judge that.
 */
export function readLastEdges(
  head: string,
  end: Uint8Array,
  limits = xmlLimits,
): LastEdges | undefined {
  const decoded = decodeXmlPieces(end, '')
  if (!decoded.ok) return undefined
  const log = issueLog('', '')
  const collector = gexfCollector(log)
  const scanner = new XmlScanner(collector.listener, limits)
  try {
    scanner.read([head], false)
    const before = besidesEdges(collector)
    scanner.read(['<edges>'], false)
    const shift = scanner.length
    scanner.read(decoded.pieces())
    scanner.end()
    const isAll = before === besidesEdges(collector) && log.warnings().length === 0
    const edges = isAll ? collector.graph()?.edges.asLast() : undefined
    return edges && { ...edges, offsets: edges.offsets.map((offset) => offset - shift) }
  } catch (error) {
    if (error instanceof XmlFault || error instanceof BadByte) return undefined
    throw error
  }
}

/** All but edges that has been read so far, as far as it may differ from what it was before. */
function besidesEdges(collector: GexfCollector): string {
  const graph = collector.graph()
  if (graph === undefined) return ''
  const { meta, modified, instruction, columns, nodes, groups } = graph
  const others = groups.filter(({ local }) => local !== 'edges')
  return JSON.stringify([
    graph.graph,
    meta,
    modified,
    instruction,
    columns.entity.columns(),
    columns.statement.columns(),
    [nodes.length, others.length, Math.max(1, groups.length)],
  ])
}
