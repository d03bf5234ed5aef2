import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { evidenceOf } from '../model/evidence.ts'
import type { EntityId } from '../model/ids.ts'
import { byDegree, degree } from '../graph/graph.ts'
import { nameOf } from '../display/appearance.ts'
import { citationOf } from '../display/citation.ts'
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

export function createWalk(session: Session): Walk {
  const { knowledge, graph, dispatch } = session
  const inside = signal(false)
  const at = signal<number | undefined>(undefined)
  const announcement = signal('')
  const here = computed((): EntityId | undefined => {
    const selection = session.selection.value
    return selection.type === 'node' ? selection.id : undefined
  })
  const ring = computed(() =>
    here.value === undefined ? [] : strides(knowledge, graph, session.visible.value, here.value),
  )
  const ahead = computed(() =>
    inside.value && at.value !== undefined ? ring.value[at.value] : undefined,
  )
  effect(() => {
    // Another node or another picture: the way that was looked at is not there any more.
    void ring.value
    at.value = undefined
  })

  const name = (id: EntityId): string => {
    const entity = knowledge.entities.get(id)
    return entity === undefined ? id : nameOf(entity)
  }
  const say = (text: string): void => {
    // The same text twice must be heard twice.
    announcement.value = announcement.value === text ? `${text}\u00a0` : text
  }
  const stand = (id: EntityId | undefined): void => {
    if (id === undefined) return say('The picture is empty. Press 0 or clear the filters.')
    dispatch({ type: 'select', selection: { type: 'node', id } })
    say(whereText(id))
  }
  const whereText = (id: EntityId): string => {
    const entity = knowledge.entities.get(id)
    const kind = entity?.kind === undefined ? '' : knowledge.kinds.get(entity.kind)?.label
    const ways = strides(knowledge, graph, session.visible.value, id).length
    return `${name(id)}, ${kind === '' ? '' : `${kind}, `}${counted(ways, 'connection')}`
  }
  const home = (): EntityId | undefined =>
    byDegree(graph).find((id) => session.visible.value.nodes.has(id))
  const sayAhead = (): void => {
    const stride = ring.value[at.value ?? -1]
    if (stride === undefined)
      return say(`${name(here.value ?? home() ?? ('' as EntityId))} has no connections here`)
    const { group, neighbour, edge, indexInGroup } = stride
    const entity = knowledge.entities.get(neighbour)
    const kind = entity?.kind === undefined ? undefined : knowledge.kinds.get(entity.kind)?.label
    say(
      [
        `${group.label} ${name(neighbour)}`,
        kind,
        `${indexInGroup + 1} of ${group.steps.length}`,
        evidenceOf(edge.statement) === 'disputed' ? 'disputed' : undefined,
        counted(edge.statement.references.length, 'reference'),
      ]
        .filter((part) => part !== undefined)
        .join(', '),
    )
  }
  const look = (next: number | undefined): void => {
    if (here.value === undefined) return stand(home())
    at.value = next
    sayAhead()
  }
  return {
    inside,
    ahead,
    announcement,
    enter: () => {
      inside.value = true
      const visible = session.visible.value.nodes
      const start = here.value !== undefined && visible.has(here.value) ? here.value : home()
      stand(start)
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
      say(here.value === undefined ? 'Nothing selected' : whereText(here.value))
    },
    goHome: () => stand(home()),
    tellWhere: () => say(here.value === undefined ? 'Nothing selected' : whereText(here.value)),
    tellReferences: () => {
      const statement = ahead.value?.edge.statement
      if (statement === undefined) {
        return say(
          `${counted(degree(graph, here.value ?? ('' as EntityId)), 'connection')}; turn to one with Left or Right to hear its references`,
        )
      }
      const told = statement.references.map((reference) => {
        const { place, gloss } = citationOf(knowledge, reference)
        return gloss === undefined ? place : `${place}: ${gloss}`
      })
      say(told.length === 0 ? 'No reference: uncited' : told.join('. '))
    },
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
