import { quoted } from '../quoted.ts'
import type { CappedLog } from './capped-log.ts'
import type { RawDocument, RawGraph } from './raw-graph.ts'

/** Reports what a document holds beyond one graph of nodes and edges, and what it lacks. */
export function warnOfWhatIsLeft(raw: RawDocument, log: CappedLog): void {
  for (const { element, nodes, edges } of raw.others) {
    const what = `the file has a further graph (nodes: ${nodes}, edges: ${edges})`
    log.warn('further graphs', element.offset, `${what}; only the first is read, this is skipped`)
  }
  for (const { element, ends } of raw.hyperedges) {
    const what = `a hyperedge joins ${ends} ends at once`
    log.warn('hyperedges', element.offset, `${what}; the hyperedge is skipped`)
  }
  for (const { attributes, offset } of raw.ports) {
    const what = `the port ${quoted(attributes.get('name') ?? '')} has no place in the picture`
    log.warn('ports', offset, `${what}; it is skipped`)
  }
  for (const { local, offset } of raw.strangers) {
    log.warn('elements', offset, `the element ${quoted(local)} has no meaning here; it is skipped`)
  }
  for (const graph of raw.graphs) warnOfCounts(graph, log)
}

/** A wrong count is the trace of a tool that cut the file. */
function warnOfCounts(graph: RawGraph, log: CappedLog): void {
  const { attributes, offset } = graph.element
  for (const records of ['nodes', 'edges'] as const) {
    const count = attributes.get(`parse.${records}`)
    if (count === undefined || count.trim() === String(graph[records])) continue
    const what = `the graph announces ${quoted(count)} ${records}, but holds ${graph[records]}`
    log.warn('wrong counts', offset, what, 'it may have been cut by another program')
  }
}
