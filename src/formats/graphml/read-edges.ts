import { entityId, predicateId, statementId } from '../../model/ids.ts'
import type { EntityId, PredicateId, StatementId } from '../../model/ids.ts'
import type { EdgeDrawing, Predicate, Relation, Statement } from '../../model/knowledge.ts'
import { linkedTo } from '../gexf/linked-to.ts'
import { numberIn } from '../gexf/read-drawing.ts'
import { quoted } from '../quoted.ts'
import { separator } from '../readable.ts'
import type { IssueLog } from '../issue-log.ts'
import type { KeyTable, RecordCells } from './key-table.ts'
import type { RawEdge, RawGraph } from './raw-graph.ts'
import { readColour, readYedEdge } from './read-drawing.ts'
import type { Unreadable } from './read-drawing.ts'

type Direction = 'directed' | 'undirected'

interface ReadEdges {
  readonly statements: ReadonlyMap<StatementId, Statement>
  readonly predicates: ReadonlyMap<PredicateId, Predicate>
}

/**
 * The file's edges as statements, and what they say as predicates. An edge whose ends are not
 * both there is skipped; one whose id is taken, or that has none, gets a new id. All but the
 * missing id, which is usual, are reported.
 */
export function readEdges(
  raw: readonly RawEdge[],
  entities: ReadonlyMap<EntityId, unknown>,
  keys: KeyTable,
  own: boolean,
  log: IssueLog,
): ReadEdges {
  const statements = new Map<StatementId, Statement>()
  const predicates = new Map<PredicateId, Predicate>()
  const defaults = new Map<RawGraph, Direction>()
  const freshId = freshIds(raw)
  for (const edge of raw) {
    const ends = readEnds(edge, entities, log)
    if (ends === undefined) continue
    const statement: Statement = {
      id: readId(edge, statements, freshId, log),
      ...ends,
      direction: readDirection(edge, defaults, log),
      ...readContent(edge, keys, own, log),
    }
    statements.set(statement.id, statement)
    if (!predicates.has(statement.predicate)) {
      predicates.set(statement.predicate, relation(statement.predicate))
    }
  }
  return { statements, predicates }
}

function readEnds(
  { element }: RawEdge,
  entities: ReadonlyMap<EntityId, unknown>,
  log: IssueLog,
): Pick<Statement, 'subject' | 'value'> | undefined {
  const id = element.attributes.get('id')
  const named = id === undefined ? 'an edge' : `the edge ${quoted(id)}`
  const ends: EntityId[] = []
  for (const end of ['source', 'target']) {
    const text = element.attributes.get(end)
    if (text === undefined) {
      log.warnOfMany(
        'edges without an end are skipped',
        element.offset,
        () => `${named} has no ${end}; it is skipped`,
      )
      return undefined
    }
    if (!entities.has(entityId(text))) {
      log.warnOfMany('edges without an end are skipped', element.offset, () => {
        const what = `the ${end} ${quoted(text)} of ${named} is not in the file`
        return `${what}; the edge is skipped`
      })
      return undefined
    }
    ends.push(entityId(text))
  }
  const [subject, entity] = ends
  if (subject === undefined || entity === undefined) return undefined
  return { subject, value: { type: 'entity', entity } }
}

function readId(
  { element }: RawEdge,
  statements: ReadonlyMap<StatementId, unknown>,
  freshId: () => StatementId,
  log: IssueLog,
): StatementId {
  const id = element.attributes.get('id')
  if (id === undefined) return freshId()
  if (!statements.has(statementId(id))) return statementId(id)
  const fresh = freshId()
  log.warnOfMany('edges with an id that is taken get another one', element.offset, () => {
    const what = `the edge id ${quoted(id)} is taken already`
    return `${what}; this edge gets ${quoted(fresh)}`
  })
  return fresh
}

function freshIds(edges: readonly RawEdge[]): () => StatementId {
  const taken = new Set(edges.map(({ element }) => element.attributes.get('id')))
  let number = 0
  return () => {
    do number += 1
    while (taken.has(`edge-${number}`))
    return statementId(`edge-${number}`)
  }
}

function readDirection(
  { element, graph }: RawEdge,
  defaults: Map<RawGraph, Direction>,
  log: IssueLog,
): Direction {
  const text = element.attributes.get('directed')
  const named = new Map<string | undefined, Direction>([
    ['true', 'directed'],
    ['1', 'directed'],
    ['false', 'undirected'],
    ['0', 'undirected'],
  ]).get(text?.trim())
  if (named !== undefined) return named
  const usual = defaultDirection(graph, defaults, log)
  if (text !== undefined) {
    log.warnOfMany('directions are unknown', element.offset, () => {
      const what = `directed=${quoted(text)} is neither true nor false`
      return `${what}; the edge counts as ${usual}`
    })
  }
  return usual
}

/** What the graph says, or the one that it is nested in; asked only for edges that need it. */
function defaultDirection(
  graph: RawGraph,
  defaults: Map<RawGraph, Direction>,
  log: IssueLog,
): Direction {
  const known = defaults.get(graph)
  if (known !== undefined) return known
  const { element, outer } = graph
  const text = element.attributes.get('edgedefault')?.trim()
  let direction: Direction = 'undirected'
  if (text === 'directed' || text === 'undirected') direction = text
  else if (text === undefined && outer !== undefined) {
    direction = defaultDirection(outer, defaults, log)
  } else {
    const what =
      text === undefined
        ? 'the graph has no edgedefault'
        : `the edgedefault ${quoted(text)} is unknown`
    const message = `${what}; edges that say nothing themselves count as undirected`
    log.warnOfMany('directions are unknown', element.offset, message)
  }
  defaults.set(graph, direction)
  return direction
}

function readContent(
  edge: RawEdge,
  keys: KeyTable,
  own: boolean,
  log: IssueLog,
): Omit<Statement, 'id' | 'subject' | 'value' | 'direction'> {
  const cells = keys.read(edge)
  const { natives, attributes, markup } = cells
  const { offset } = edge.element
  const unreadable = (at: number, what: string, text: string): void => {
    log.warnOfMany('values that cannot be read are kept as text', at, () => {
      const message = `the ${what} ${quoted(text)} of an edge cannot be read`
      return `${message}; it is kept as text`
    })
    attributes.push(keys.asWritten(what, text))
  }
  const yed = readYedEdge(markup)
  const labels = yed.labels.filter((text) => text.trim() !== '')
  const label =
    labels.length > 0
      ? labels.join(separator)
      : (natives.get('label')?.text ?? (own ? undefined : keys.textUnder('labele', attributes)))
  for (const port of ['sourceport', 'targetport']) {
    const text = edge.element.attributes.get(port)
    if (text === undefined) continue
    log.warnOfMany('ports of edges are kept as text', offset, () => {
      const what = `the ${port} ${quoted(text)} of an edge has no place in the picture`
      return `${what}; it is kept as text`
    })
    attributes.push(keys.asWritten(port, text))
  }
  const weight = readWeight(cells, unreadable)
  const drawing = readDrawing(cells, yed.drawing, unreadable)
  return {
    predicate: predicateId(label === undefined || label === '' ? linkedTo : label),
    ...(weight === undefined ? {} : { weight }),
    qualifiers: [],
    references: [],
    disputes: [],
    ...(edge.description === undefined ? {} : { note: edge.description }),
    spans: [],
    attributes,
    ...(drawing === undefined ? {} : { drawing }),
  }
}

function readWeight({ natives }: RecordCells, unreadable: Unreadable): number | undefined {
  const found = natives.get('weight')
  if (found === undefined) return undefined
  const weight = numberIn(found.text)
  if (weight === undefined) unreadable(found.offset, 'weight', found.text)
  return weight
}

function readDrawing(
  { natives }: RecordCells,
  yed: EdgeDrawing,
  unreadable: Unreadable,
): EdgeDrawing | undefined {
  const colour = yed.colour ?? readColour(natives, unreadable)
  const drawing = { ...(colour === undefined ? {} : { colour }), ...yed }
  return Object.keys(drawing).length === 0 ? undefined : drawing
}

function relation(id: PredicateId): Relation {
  return {
    type: 'relation',
    id,
    label: id,
    inverse: id === linkedTo ? 'linked from' : `${id} (reverse)`,
    subjects: [],
    objects: [],
    singleValued: false,
  }
}
