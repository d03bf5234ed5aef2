import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { evidenceOf } from '../model/evidence.ts'
import type { EntityId } from '../model/ids.ts'
import type { Entity, Statement } from '../model/knowledge.ts'
import { mostConnected } from '../graph/graph.ts'
import { nameOf } from '../display/appearance.ts'
import { citationOf } from '../display/citation.ts'
import { sentenceText } from '../display/sentence.ts'
import { strides, turn, turnGroup } from '../view/walk.ts'
import type { Stride } from '../view/walk.ts'
import type { Session } from './session.ts'

/** The walk along edges by keyboard: where the reader stands, which way is looked at, what is said. */
export interface Walk {
  /** True while the keyboard is inside the graph. */
  readonly inside: ReadonlySignal<boolean>
  /** The way out that Enter would take. */
  readonly ahead: ReadonlySignal<Stride | undefined>
  /** What a screen reader says. */
  readonly announcement: ReadonlySignal<string>
  readonly enter: () => void
  readonly leave: () => void
  readonly turn: (by: 1 | -1) => void
  readonly turnGroup: (by: 1 | -1) => void
  /** Walks the edge that is looked at. */
  readonly go: () => void
  readonly back: () => void
  readonly goHome: () => void
  readonly tellWhere: () => void
  readonly tellReferences: () => void
}

/** A walk that nobody has begun. */
export function createWalk(session: Session): Walk {
  const { dispatch } = session
  const inside = signal(false)
  const at = signal<number | undefined>(undefined)
  const announcement = signal('')
  const here = computed((): EntityId | undefined => {
    const selection = session.selection.value
    if (selection.type === 'gone' && selection.of === 'entity') return selection.id
    return selection.type === 'node' ? selection.id : undefined
  })
  const waysOut = (id: EntityId): readonly Stride[] => [
    ...strides(session.knowledge, session.graph, session.visible.value, id),
    ...(session.ghosts.value?.strides(id) ?? []),
  ]
  const ring = computed(() => (here.value === undefined ? [] : waysOut(here.value)))
  const ahead = computed(() =>
    inside.value && at.value !== undefined ? ring.value[at.value] : undefined,
  )
  effect(() => {
    // Another node or another picture: the way that was looked at is not there any more.
    void ring.value
    at.value = undefined
  })

  const isGhost = (id: EntityId): boolean => session.ghosts.value?.ghostNode(id) !== undefined
  const entityOf = (id: EntityId): Entity | undefined =>
    session.knowledge.entities.get(id) ?? session.ghosts.value?.before.entities.get(id)
  const name = (id: EntityId): string => {
    const entity = entityOf(id)
    return entity === undefined ? id : nameOf(entity)
  }
  const kindLabel = (id: EntityId): string | undefined => {
    const kind = entityOf(id)?.kind
    if (kind === undefined) return undefined
    const { kinds } = session.knowledge
    return (kinds.get(kind) ?? session.ghosts.value?.before.kinds.get(kind))?.label
  }
  const say = (text: string): void => {
    // The same text twice must be heard twice.
    announcement.value = announcement.value === text ? `${text}\u00a0` : text
  }
  const stand = (id: EntityId | undefined): void => {
    if (id === undefined) return say('The picture is empty. Press 0 or clear the filters.')
    dispatch({
      type: 'select',
      selection: session.ghosts.value?.ghostNode(id) ?? { type: 'node', id },
    })
    say(whereText(id))
  }
  const whereText = (id: EntityId): string => {
    const state = isGhost(id) ? 'removed' : undefined
    return joined(name(id), state, kindLabel(id), counted(waysOut(id).length, 'connection'))
  }
  const home = (): EntityId | undefined =>
    mostConnected(session.graph, 1, (id) => session.visible.value.nodes.has(id))[0]
  const strideText = ({ group, neighbour, edge, indexInGroup }: Stride): string =>
    joined(
      `${group.label} ${name(neighbour)}`,
      kindLabel(neighbour),
      `${indexInGroup + 1} of ${group.steps.length}`,
      spokenEvidence(edge.statement),
      counted(edge.statement.references.length, 'reference'),
    )
  const look = (next: number | undefined): void => {
    if (here.value === undefined) return stand(home())
    at.value = next
    const stride = next === undefined ? undefined : ring.value[next]
    say(stride === undefined ? `${name(here.value)} has no connections here` : strideText(stride))
  }
  const whereNow = (): string => {
    const selection = session.selection.value
    if (here.value !== undefined) return whereText(here.value)
    if (selection.type === 'gone')
      return session.bygone(selection.from)?.told(selection) ?? 'Nothing selected'
    const statement =
      selection.type === 'edge' ? session.knowledge.statements.get(selection.id) : undefined
    return statement === undefined ? 'Nothing selected' : sentenceText(session.knowledge, statement)
  }
  return {
    inside,
    ahead,
    announcement,
    enter: () => {
      inside.value = true
      const start = here.value
      const isThere =
        start !== undefined && (session.visible.value.nodes.has(start) || isGhost(start))
      stand(isThere ? start : home())
    },
    leave: () => {
      inside.value = false
      say('Left the graph')
    },
    turn: (by) => look(turn(ring.value.length, at.value, by)),
    turnGroup: (by) => look(turnGroup(ring.value, at.value, by)),
    go: () => stand(ahead.value?.neighbour ?? here.value ?? home()),
    back: () => {
      dispatch({ type: 'back' })
      say(whereNow())
    },
    goHome: () => stand(home()),
    tellWhere: () => say(whereNow()),
    tellReferences: () => {
      const edge = ahead.value?.edge
      if (edge === undefined) {
        return say(`${whereNow()}; turn to one with Left or Right to hear its references`)
      }
      const ghosts = session.ghosts.value
      const isGone = ghosts?.ghostEdge(edge.id) !== undefined
      const told = edge.statement.references.map((reference) => {
        const { place, gloss } = citationOf(isGone ? ghosts.before : session.knowledge, reference)
        return gloss === undefined ? place : `${place}: ${gloss}`
      })
      say(told.length === 0 ? 'No reference: uncited' : told.join('. '))
    },
  }
}

/** A state that the number of references does not tell. */
function spokenEvidence(statement: Statement): string | undefined {
  const evidence = evidenceOf(statement)
  return evidence === 'disputed' || evidence === 'inferred' ? evidence : undefined
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ')
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
