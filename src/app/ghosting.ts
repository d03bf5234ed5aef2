import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { nameOf } from '../display/appearance.ts'
import { cardOf } from '../display/comparison-list.ts'
import type { ComparedPart } from '../display/comparison-list.ts'
import { ghostEdgeId } from '../display/ghost-picture.ts'
import type { GhostStyle, GoneRecords } from '../display/ghost-picture.ts'
import type { Picture } from '../display/picture.ts'
import { positionOf } from '../display/picture-of.ts'
import { sentenceText } from '../display/sentence.ts'
import { buildGraph } from '../graph/graph.ts'
import type { RelationGroup } from '../graph/relations.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Point } from '../model/knowledge.ts'
import { kindOf } from '../view/kind-of.ts'
import { nothing } from '../view/view.ts'
import type { GoneSelection } from '../view/view.ts'
import { strides } from '../view/walk.ts'
import type { Bygone } from './bygone.ts'
import { recordsByCard } from './records-by-card.ts'
import type { Session } from './session.ts'

interface Needs extends Pick<Bygone, 'from' | 'by'> {
  readonly session: Session
  readonly gone: GoneRecords
  /** A picture with ghosts. */
  readonly withGhosts: (picture: Picture, style: GhostStyle) => Picture
  readonly now: Knowledge
  /** Statements that are still there under another id, by the one that they had before. */
  readonly renamed: ReadonlyMap<StatementId, StatementId>
  readonly parts: readonly ComparedPart[]
}

/** What is gone, as the picture draws it and as cards lead to it. */
export function createBygone(needs: Needs): Bygone {
  const { session, from, by, gone, now, renamed, parts, withGhosts } = needs
  const before = gone.before.knowledge
  const style = ghostStyle(session, before)
  const picture = computed(() => withGhosts(session.picture.value, style.value))
  const entities = new Set(gone.entities)
  const statements = new Set(gone.statements)
  const edges = new Map(gone.statements.map((id) => [ghostEdgeId(id), id]))
  const graph = computed(() => buildGraph(before))
  const drawnEdges = computed(
    () =>
      new Set(picture.value.edges.flatMap(({ id, change }) => (change === 'removed' ? [id] : []))),
  )
  const goneEntity = (id: EntityId): GoneSelection | undefined =>
    entities.has(id) ? { type: 'gone', from, of: 'entity', id } : undefined
  const goneStatement = (id: StatementId): GoneSelection | undefined =>
    statements.has(id) ? { type: 'gone', from, of: 'statement', id } : undefined
  return {
    from,
    by,
    isEmpty: entities.size + statements.size === 0,
    removed: { entities: entities.size, statements: statements.size },
    before,
    graph: () => graph.value,
    picture,
    drawnOn: (other, scheme, whole) =>
      withGhosts(other, {
        ...style.value,
        scheme,
        ...(whole ? { isHiddenKind: () => false, narrowed: false } : {}),
      }),
    nodes: drawnNodes(picture),
    ghostNode: goneEntity,
    ghostEdge: (id) => {
      const statement = edges.get(id)
      return statement === undefined ? undefined : goneStatement(statement)
    },
    leadsTo: ({ of, id }) => {
      if (of === 'entity')
        return goneEntity(id) ?? (now.entities.has(id) ? { type: 'node', id } : nothing)
      const there = now.statements.get(renamed.get(id) ?? id)
      return goneStatement(id) ?? (there === undefined ? nothing : cardOf(there))
    },
    whereIs: (selection) => {
      if (selection.of === 'entity') return { selectedNode: selection.id, seen: [selection.id] }
      const statement = before.statements.get(selection.id)
      if (statement === undefined) return { seen: [] }
      const { subject, value } = statement
      return value.type === 'entity'
        ? { selectedEdge: ghostEdgeId(selection.id), seen: [subject, value.entity] }
        : { selectedNode: subject, seen: [subject] }
    },
    told: ({ of, id }) => {
      const entity = of === 'entity' ? before.entities.get(id) : undefined
      const statement = of === 'statement' ? before.statements.get(id) : undefined
      if (statement !== undefined) return `removed: ${sentenceText(before, statement)}`
      return `removed: ${entity === undefined ? id : nameOf(entity)}`
    },
    recordsAbout: recordsByCard(parts, before),
    strides: (node) => {
      const drawn = {
        nodes: { has: () => true },
        edges: { has: (id: StatementId) => drawnEdges.value.has(ghostEdgeId(id)) },
      }
      const groups = new Map<RelationGroup, RelationGroup>()
      const ghostly = (group: RelationGroup): RelationGroup => {
        const known = groups.get(group) ?? { ...group, label: `removed: ${group.label}` }
        groups.set(group, known)
        return known
      }
      return strides(before, graph.value, drawn, node).map(({ edge, group, ...stride }) => ({
        ...stride,
        edge: { ...edge, id: ghostEdgeId(edge.id) },
        group: ghostly(group),
      }))
    },
  }
}

function drawnNodes(picture: ReadonlySignal<Picture>): ReadonlySignal<readonly EntityId[]> {
  let [latest, places]: [readonly EntityId[], string] = [[], '[]']
  return computed(() => {
    const ghosts = picture.value.nodes.filter(({ change }) => change === 'removed')
    const now = JSON.stringify(ghosts.map(({ id, x, y }) => [id, x, y]))
    if (now !== places) {
      latest = ghosts.map(({ id }) => id)
      places = now
    }
    return latest
  })
}

/** How ghosts of a session are drawn; the same while only what does not matter to them changes. */
function ghostStyle(session: Session, before: Knowledge): ReadonlySignal<GhostStyle> {
  const { view, scheme } = session
  const hidden = computed(() => view.value.hidden.kinds)
  const narrowed = computed(() => (view.value.only ?? view.value.focus) !== undefined)
  const moved = computed(() => view.value.moved)
  const standing = computed(() => {
    const { knowledge, layout } = session
    return new Map(
      [...knowledge.entities.keys()].flatMap((id): [EntityId, Point][] => {
        const point = positionOf(id, layout, moved.value)
        return point === undefined ? [] : [[id, point]]
      }),
    )
  })
  return computed(() => {
    const kinds = hidden.value
    return {
      standing: () => standing.value,
      isHiddenKind: (id) => {
        const entity = before.entities.get(id)
        return entity !== undefined && kinds.has(kindOf(entity))
      },
      narrowed: narrowed.value,
      scheme: scheme.value,
    }
  })
}

/** A graph as it was with the kinds of the present view, as far as those are known there. */
export function withPresentKinds({ view, kinding }: Session, before: Knowledge): Knowledge {
  // Who asks is told anew of another choice of kinds, and of no other change of the view.
  const kinds = computed(() => view.value.kinds)
  return kinds.value.from === 'metric' ? before : kinding.knowledgeWith(kinds.value, before)
}
