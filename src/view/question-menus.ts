import type { CompactGraph } from '../graph/compact-graph.ts'
import { continuations, pattern } from '../graph/pattern.ts'
import type { EntityId, KindId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { patternNode, patternStep } from './answer.ts'
import { mostSteps } from './question.ts'
import type { AskedRelation, Place, Question } from './question.ts'
import { kindOf } from './kind-of.ts'

/** What can be chosen at every place of a question: only what leads somewhere, with counts. */
export interface QuestionMenus {
  readonly start: PlaceMenu
  /** One for each step. */
  readonly steps: readonly StepMenus[]
  /** What can be asked further; none where nothing follows or the question is long enough. */
  readonly next: readonly RelationChoice[]
}

export interface StepMenus {
  readonly relations: readonly RelationChoice[]
  readonly place: PlaceMenu
}

export interface RelationChoice {
  /** Undefined for any. */
  readonly relation: AskedRelation | undefined
  /** How many nodes it leads to. */
  readonly nodes: number
}

export interface PlaceMenu {
  /** How many nodes there are, of any kind. */
  readonly all: number
  readonly kinds: readonly { readonly kind: KindId; readonly nodes: number }[]
  /** Those of the kind that is chosen, the best connected first. */
  readonly nodes: readonly EntityId[]
  /** How many more there are than `nodes` lists. */
  readonly more: number
}

/** A menu lists at most so many nodes by name. */
const mostNodes = 200

/** The menus of a question, each of them true to the steps before it. */
export function questionMenus(
  question: Question | undefined,
  graph: CompactGraph,
  knowledge: Knowledge,
): QuestionMenus {
  const everything: ReadonlySet<EntityId> = new Set(graph.nodes)
  const start = placeMenu(everything, question?.start, graph, knowledge)
  if (question === undefined) return { start, steps: [], next: [] }
  let reached = pattern(graph, knowledge, patternNode(question.start)).nodes
  const lead = (step: Parameters<typeof patternStep>[0]): ReadonlySet<EntityId> =>
    pattern(graph, knowledge, { among: reached }, [patternStep(step)]).places[1]?.nodes ?? new Set()
  const further = (): readonly RelationChoice[] => {
    const named = relationChoices(graph, knowledge, reached)
    if (named.length < 2) return named
    return [...named, { relation: undefined, nodes: joinedWith(graph, reached) }]
  }
  const steps = question.steps.map(({ relation, place }): StepMenus => {
    const relations = further()
    const menu = placeMenu(lead({ relation, place: { type: 'any' } }), place, graph, knowledge)
    reached = lead({ relation, place })
    return { relations, place: menu }
  })
  return { start, steps, next: steps.length < mostSteps ? further() : [] }
}

function relationChoices(
  graph: CompactGraph,
  knowledge: Knowledge,
  from: ReadonlySet<EntityId>,
): readonly RelationChoice[] {
  const choices = new Map<string, RelationChoice>()
  for (const { predicate, direction, nodes } of continuations(graph, knowledge, from)) {
    const key = `${direction} ${predicate}`
    // A node is of one kind, so the counts of kinds add up.
    const before = choices.get(key)?.nodes ?? 0
    choices.set(key, { relation: { predicate, direction }, nodes: before + nodes })
  }
  return [...choices.values()].toSorted((a, b) => b.nodes - a.nodes)
}

/** How many nodes any of these is joined with, by whatever relation. */
function joinedWith(
  { nodes, indices, adjacency }: CompactGraph,
  from: ReadonlySet<EntityId>,
): number {
  const { starts, neighbours } = adjacency.both
  const joined = new Uint8Array(nodes.length)
  for (const id of from) {
    const index = indices.get(id) ?? 0
    for (const neighbour of neighbours.subarray(starts[index], starts[index + 1])) {
      joined[neighbour] = 1
    }
  }
  return joined.reduce((sum, is) => sum + is, 0)
}

function placeMenu(
  nodes: ReadonlySet<EntityId>,
  chosen: Place | undefined,
  { indices, adjacency }: CompactGraph,
  { entities, kinds }: Knowledge,
): PlaceMenu {
  const kindAt = (id: EntityId): KindId | undefined => {
    const entity = entities.get(id)
    return entity === undefined ? undefined : kindOf(entity)
  }
  const counts = new Map<KindId, number>()
  for (const id of nodes) {
    const kind = kindAt(id)
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const wanted =
    chosen?.type === 'kind' ? chosen.id : chosen?.type === 'node' ? kindAt(chosen.id) : undefined
  const { starts } = adjacency.both
  const degree = (id: EntityId): number => {
    const index = indices.get(id) ?? 0
    return (starts[index + 1] ?? 0) - (starts[index] ?? 0)
  }
  const listed = [...nodes]
    .filter((id) => wanted === undefined || kindAt(id) === wanted)
    .map((id) => ({ id, degree: degree(id) }))
    .toSorted((a, b) => b.degree - a.degree)
  return {
    all: nodes.size,
    kinds: [...kinds.keys(), ...[...counts.keys()].filter((kind) => !kinds.has(kind))].flatMap(
      (kind) => {
        const count = counts.get(kind)
        return count === undefined ? [] : [{ kind, nodes: count }]
      },
    ),
    nodes: listed.slice(0, mostNodes).map(({ id }) => id),
    more: Math.max(0, listed.length - mostNodes),
  }
}
