import { quoted } from '../quoted.ts'
import type { IssueLog } from '../issue-log.ts'
import type { RawDocument, RawGraph } from './raw-graph.ts'

/** Reports what a document holds beyond one graph of nodes and edges, and what it lacks. */
export function warnOfWhatIsLeft(raw: RawDocument, log: IssueLog): void {
  for (const { element, nodes, edges } of raw.others) {
    log.warnOfMany('graphs are skipped', element.offset, () => {
      const what = `the file has a further graph (nodes: ${nodes}, edges: ${edges})`
      return `${what}; only the first is read, this is skipped`
    })
  }
  for (const { element, ends } of raw.hyperedges) {
    log.warnOfMany('hyperedges are skipped', element.offset, () => {
      const what = `a hyperedge joins ${ends} ends at once`
      return `${what}; the hyperedge is skipped`
    })
  }
  for (const { attributes, offset } of raw.ports) {
    log.warnOfMany('ports are skipped', offset, () => {
      const what = `the port ${quoted(attributes.get('name') ?? '')} has no place in the picture`
      return `${what}; it is skipped`
    })
  }
  for (const { local, offset } of raw.strangers) {
    log.warnOfMany(
      'elements have no meaning here',
      offset,
      () => `the element ${quoted(local)} has no meaning here; it is skipped`,
    )
  }
  for (const graph of raw.graphs) warnOfCounts(graph, log)
}

/** A wrong count is the trace of a tool that cut the file. */
function warnOfCounts(graph: RawGraph, log: IssueLog): void {
  const { attributes, offset } = graph.element
  for (const records of ['nodes', 'edges'] as const) {
    const count = attributes.get(`parse.${records}`)
    if (count === undefined || count.trim() === String(graph[records])) continue
    const what = `the graph announces ${quoted(count)} ${records}, but holds ${graph[records]}`
    log.warnOfMany(
      'counts are wrong',
      offset,
      () => what,
      'it may have been cut by another program',
    )
  }
}
