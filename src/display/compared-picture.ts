import { statementId } from '../model/ids.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Layout } from '../model/knowledge.ts'
import { kindLook, nameOf, nodeSize } from './appearance.ts'
import type { ChangeClass } from '../model/change-class.ts'
import type { ClassedRecords } from './change-classes.ts'
import { ghostPlaces } from './ghosts.ts'
import { pictureThemes } from './palette.ts'
import type { Scheme } from './palette.ts'
import type { Picture, PictureEdge, PictureNode } from './picture.ts'

/** The older version, and what became of its records. */
export interface Compared {
  readonly before: { readonly knowledge: Knowledge; readonly layout: Layout }
  readonly classes: ClassedRecords
  /** Classes that the reader does not want marked. */
  readonly hidden: ReadonlySet<ChangeClass>
}

/**
 * The picture with what was added and changed marked, and what was removed as ghosts. Nothing
 * else moves. Marked nodes come first, so that their names are seen.
 */
export function comparedPicture(
  picture: Picture,
  { before, classes, hidden }: Compared,
  isHiddenKind: (id: EntityId) => boolean,
  scheme: Scheme,
): Picture {
  const markOf = (change: ChangeClass | undefined): ChangeClass | 'same' =>
    change === undefined || hidden.has(change) ? 'same' : change
  const nodes = picture.nodes.map((node): PictureNode => ({
    ...node,
    change: markOf(classes.entities.present.get(node.id)),
  }))
  const edges = picture.edges.map((edge): PictureEdge => {
    const change = markOf(classes.statements.present.get(edge.id))
    return {
      ...edge,
      change,
      colour: change === 'same' ? edge.colour : pictureThemes[scheme][change],
    }
  })
  const gone = hidden.has('removed')
    ? []
    : goneNodes(picture, before, classes, isHiddenKind, scheme)
  const all = [...gone, ...nodes]
  return {
    ...picture,
    nodes: [
      ...all.filter(({ change }) => change !== 'same'),
      ...all.filter(({ change }) => change === 'same'),
    ],
    edges: hidden.has('removed')
      ? edges
      : [...edges, ...goneEdges(all, edges, before.knowledge, classes, scheme)],
  }
}

/** What the picture calls a relation that is gone: another one may have its id by now. */
export function goneEdgeId(id: string): StatementId {
  return statementId(`removed ${id}`)
}

function goneNodes(
  { nodes }: Picture,
  before: Compared['before'],
  { entities }: ClassedRecords,
  isHiddenKind: (id: EntityId) => boolean,
  scheme: Scheme,
): readonly PictureNode[] {
  const ids = entities.gone.filter((id) => !isHiddenKind(id))
  const places = ghostPlaces(ids, before, new Map(nodes.map(({ id, x, y }) => [id, { x, y }])))
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
function goneEdges(
  nodes: readonly PictureNode[],
  edges: readonly PictureEdge[],
  { statements, predicates }: Knowledge,
  classes: ClassedRecords,
  scheme: Scheme,
): readonly PictureEdge[] {
  const drawn = new Set(nodes.map(({ id }) => id))
  const taken = new Set(edges.map(({ id }) => id))
  const counts = new Map<string, number>()
  const next = (source: EntityId, target: EntityId): number => {
    const pair = JSON.stringify([source, target].toSorted())
    const count = counts.get(pair) ?? 0
    counts.set(pair, count + 1)
    return count
  }
  // Only pairs of which a relation may be gone are counted: most edges have no ghost beside them.
  const touched = new Set(classes.statements.gone.map((id) => statements.get(id)?.subject))
  for (const { source, target } of edges) {
    if (touched.has(source) || touched.has(target)) next(source, target)
  }
  const gone: PictureEdge[] = []
  for (const id of classes.statements.gone) {
    const statement = statements.get(id)
    if (statement?.value.type !== 'entity') continue
    const { subject: source, direction } = statement
    const target = statement.value.entity
    if (!drawn.has(source) || !drawn.has(target) || taken.has(goneEdgeId(id))) continue
    const beside = next(source, target)
    gone.push({
      id: goneEdgeId(id),
      source,
      target,
      label: statement.label ?? predicates.get(statement.predicate)?.label ?? '',
      colour: pictureThemes[scheme].removed,
      width: 1,
      bend: source === target ? beside + 1 : beside === 0 ? 0 : ((beside + 1) / 2) * 0.22,
      arrow: direction === 'directed' ? 'target' : direction === 'mutual' ? 'both' : 'none',
      line: 'dotted',
      change: 'removed',
    })
  }
  return gone
}
