import { statementId } from '../model/ids.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Layout, Statement } from '../model/knowledge.ts'
import { kindLook, nameOf, nodeSize } from './appearance.ts'
import { ghostPlaces, neighboursOf } from './ghosts.ts'
import { pictureThemes } from './palette.ts'
import type { Scheme } from './palette.ts'
import { bendOf } from './picture-of.ts'
import type { Picture, PictureEdge, PictureNode } from './picture.ts'

/** What is not there any more, with the graph as it was. */
export interface GoneRecords {
  readonly before: { readonly knowledge: Knowledge; readonly layout: Layout }
  /** Ids as they were then. */
  readonly entities: readonly EntityId[]
  readonly statements: readonly StatementId[]
}

/** Which ghosts are drawn, and how. */
export interface GhostStyle {
  readonly isHiddenKind: (id: EntityId) => boolean
  /** Where all nodes stand, those too that a filter hides: no filter moves a ghost. */
  readonly standing: () => Layout
  /** True where the picture is narrowed: only ghosts beside what it shows are drawn then. */
  readonly narrowed: boolean
  readonly scheme: Scheme
}

/** Ghosts of what is gone: nodes, and relations between nodes that are drawn. */
export function ghostsOf(
  picture: Picture,
  gone: GoneRecords,
  style: GhostStyle,
): Pick<Picture, 'nodes' | 'edges'> {
  const nodes = gone.entities.length === 0 ? [] : ghostNodes(picture, gone, style)
  const statements = gone.statements.flatMap((id) => gone.before.knowledge.statements.get(id) ?? [])
  const relations = statements.filter(({ value }) => value.type === 'entity')
  if (relations.length === 0) return { nodes, edges: [] }
  const shown = { nodes: [...nodes, ...picture.nodes], edges: picture.edges }
  return { nodes, edges: ghostEdges(shown, relations, gone.before.knowledge, style.scheme) }
}

/** What the picture calls a relation that is gone: another one may have its id by now. */
export function ghostEdgeId(id: StatementId): StatementId {
  return statementId(`removed ${id}`)
}

function ghostNodes(
  { nodes }: Picture,
  { before, entities }: GoneRecords,
  { isHiddenKind, standing, narrowed, scheme }: GhostStyle,
): readonly PictureNode[] {
  const drawn = new Map(nodes.map(({ id, x, y }) => [id, { x, y }]))
  const neighbours = narrowed ? neighboursOf(new Set(entities), before.knowledge) : undefined
  const ids = entities.filter(
    (id) =>
      !isHiddenKind(id) &&
      (neighbours === undefined || [...(neighbours.get(id) ?? [])].some((one) => drawn.has(one))),
  )
  const places = narrowed
    ? ghostPlaces(ids, before, drawn)
    : ghostPlaces(entities, before, new Map([...standing(), ...drawn]))
  return ids.flatMap((id): PictureNode[] => {
    const [entity, point] = [before.knowledge.entities.get(id), places.get(id)]
    if (entity === undefined || point === undefined) return []
    return [
      {
        id,
        x: point.x,
        y: point.y,
        size: nodeSize(3),
        shape: kindLook(before.knowledge, entity.kind, scheme).shape,
        colour: pictureThemes[scheme].removed,
        label: nameOf(entity),
        disputed: false,
        change: 'removed',
      },
    ]
  })
}

/** Relations that are gone, between nodes that are drawn; beside those that are still there. */
function ghostEdges(
  { nodes, edges }: Pick<Picture, 'nodes' | 'edges'>,
  relations: readonly Statement[],
  { predicates }: Knowledge,
  scheme: Scheme,
): readonly PictureEdge[] {
  // Of what may be a large picture only what has to do with ghosts is gathered.
  const ends = new Set(relations.flatMap(endsOf))
  const drawn = new Set(nodes.flatMap(({ id }) => (ends.has(id) ? [id] : [])))
  const ids = new Set(relations.map(({ id }) => ghostEdgeId(id)))
  const taken = new Set<StatementId>()
  const there = pairCounts()
  for (const { id, source, target } of edges) {
    if (ends.has(source) && ends.has(target)) there.add(source, target)
    if (ids.has(id)) taken.add(id)
  }
  const gone = relations.flatMap((statement) => {
    const id = ghostEdgeId(statement.id)
    const [source, target = source] = endsOf(statement)
    if (source === undefined || target === undefined) return []
    if (!drawn.has(source) || !drawn.has(target) || taken.has(id)) return []
    return [{ id, source, target, statement }]
  })
  const all = pairCounts()
  for (const { source, target } of gone) all.add(source, target)
  const met = pairCounts()
  return gone.map(({ id, source, target, statement }): PictureEdge => {
    const ends = { source, target }
    const index = met.add(source, target)
    const kept = there.of(source, target)
    const { direction } = statement
    return {
      id,
      ...ends,
      label: statement.label ?? predicates.get(statement.predicate)?.label ?? '',
      colour: pictureThemes[scheme].removed,
      width: 1,
      bend:
        kept === 0 ? bendOf(ends, index, all.of(source, target)) : besideBend(ends, kept + index),
      arrow: direction === 'directed' ? 'target' : direction === 'mutual' ? 'both' : 'none',
      line: 'dotted',
      change: 'removed',
    }
  })
}

interface Ends {
  readonly source: EntityId
  readonly target: EntityId
}

/** Where others stand between the same two, one that is gone lies outside of them. */
function besideBend({ source, target }: Ends, place: number): number {
  return source === target ? place + 1 : ((place + 1) / 2) * 0.22
}

interface PairCounts {
  readonly of: (one: EntityId, other: EntityId) => number
  /** One more between these; gives how many there were before. */
  readonly add: (one: EntityId, other: EntityId) => number
}

/** How many relations there are between two entities, in either direction. */
function pairCounts(): PairCounts {
  const counts = new Map<string, number>()
  const keyOf = (one: EntityId, other: EntityId): string => JSON.stringify([one, other].toSorted())
  const of = (one: EntityId, other: EntityId): number => counts.get(keyOf(one, other)) ?? 0
  return {
    of,
    add: (one, other) => {
      const before = of(one, other)
      counts.set(keyOf(one, other), before + 1)
      return before
    },
  }
}

function endsOf({ subject, value }: Statement): readonly EntityId[] {
  return value.type === 'entity' ? [subject, value.entity] : [subject]
}
