import type { JSX } from 'preact'
import { effect, useSignal } from '@preact/signals'
import type { Signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { createFinder } from '../app/finder.ts'
import { nodeLook } from '../app/node-look.ts'
import type { Session } from '../app/session.ts'
import { nameOf } from '../display/appearance.ts'
import type { EntityId } from '../model/ids.ts'
import { KindMark } from './kind-mark.tsx'
import { SearchBox } from './search-box.tsx'

interface Props {
  readonly session: Session
  readonly id: string
  readonly label: string
  readonly value: Signal<EntityId | undefined>
}

/** An entity to choose: by its name, or by a click in the picture while it is being chosen. */
export function EntityField({ session, id, label, value }: Props): JSX.Element {
  const choosing = useSignal(value.peek() === undefined)
  const entity = value.value === undefined ? undefined : session.content.entities.get(value.value)
  if (entity === undefined || choosing.value) {
    const chosen = (chosenId: EntityId): void => {
      value.value = chosenId
      choosing.value = false
    }
    return <Choosing {...{ session, id, label, chosen }} again={entity !== undefined} />
  }
  // What is edited has no kind of its own where kinds are read from a column.
  const shown = session.knowledge.entities.get(entity.id) ?? entity
  return (
    <div class="edit-chosen">
      <KindMark look={nodeLook(session, shown)} />
      <span>{nameOf(entity)}</span>
      <button
        type="button"
        id={`${id}-change`}
        class="text-button"
        aria-label={`Change ${label.toLowerCase()}`}
        onClick={() => {
          choosing.value = true
        }}
      >
        Change
      </button>
    </div>
  )
}

interface ChoosingProps extends Omit<Props, 'value'> {
  readonly chosen: (id: EntityId) => void
  /** True where another was chosen before: then the reader has just asked for the field. */
  readonly again: boolean
}

function Choosing({ session, id, label, chosen, again }: ChoosingProps): JSX.Element {
  const finder = useMemo(() => createFinder(session, chosen), [session])
  useEffect(() => {
    let before = session.selection.peek()
    return effect(() => {
      const selection = session.selection.value
      if (selection === before) return
      before = selection
      if (selection.type === 'node') chosen(selection.id)
    })
  }, [session])
  return (
    <div
      class="edit-search"
      ref={(element) => {
        if (again) element?.querySelector('input')?.focus()
      }}
    >
      <SearchBox session={session} finder={finder} id={id} label={label} />
    </div>
  )
}
