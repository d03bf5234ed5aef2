import { directionOf } from '../../model/direction.ts'
import type { Direction } from '../../model/direction.ts'
import type { IssueLog } from '../issue-log.ts'
import { quoted } from '../quoted.ts'
import type { XmlTag } from '../xml/xml-tag.ts'

/** The direction of edges that have no type, by the `<graph>` tag. */
export function usualDirection(graph: XmlTag, log: IssueLog): Direction {
  const text = graph.get('defaultedgetype')
  // What the specification says of a file that says nothing.
  if (text === undefined) return 'undirected'
  const direction = directionOf(text)
  if (direction !== undefined) return direction
  const what = `the default edge type ${quoted(text)} is unknown`
  log.warn(graph.offset, `${what}; edges without a type are undirected`)
  return 'undirected'
}

/** The direction of an edge; one of an unknown type counts as usual. */
export function edgeDirection(edge: XmlTag, usual: Direction, log: IssueLog): Direction {
  const text = edge.get('type')
  if (text === undefined) return usual
  const direction = directionOf(text)
  if (direction !== undefined) return direction
  log.warnOfMany(
    `edges of an unknown type count as ${usual}`,
    edge.offset,
    () => `the edge type ${quoted(text)} is unknown; the edge counts as ${usual}`,
  )
  return usual
}
