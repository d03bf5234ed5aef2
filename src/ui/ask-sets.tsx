import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Signal } from '@preact/signals'
import type { Asker } from '../app/asker.ts'
import type { Session } from '../app/session.ts'
import type { SetBook } from '../app/set-book.ts'
import type { EntityId } from '../model/ids.ts'
import { mostInSet } from '../view/url-sets.ts'
import { TakeButtons } from './take-buttons.tsx'

interface Props {
  readonly asker: Asker
  readonly book: SetBook
  readonly session: Session
}

/** The sets that the reader has named, and what to do with each. */
export function AskSets({ asker, book, session }: Props): JSX.Element {
  const { nodes } = session.visible.value
  const sets = book.sets.value
  const forgotten = useSignal<string | undefined>(undefined)
  const opened = useSignal<string | undefined>(undefined)
  return (
    <section class="ask-sets" aria-label="Named sets">
      <NameForm
        label={`Name for the ${nodes.size} nodes shown`}
        hint={`Name the ${nodes.size} shown`}
        action="Name"
        give={(name) => book.add(name, nodes)}
      />
      {sets.size > 0 && (
        <ul>
          {[...sets].map(([name, members], place) => (
            // By its place: under another name it is the same set, and the focus stays in it.
            <li key={place}>
              <SetRow {...{ asker, book, session, name, members, opened, forgotten }} />
            </li>
          ))}
        </ul>
      )}
      <p class="muted ask-hint" role="status">
        {forgotten.value !== undefined &&
          !sets.has(forgotten.value) &&
          `“${forgotten.value}” is forgotten; Undo brings it back.`}
      </p>
      {sets.size > 0 && (
        <p class="muted ask-hint">
          Sets of this graph are kept in this browser with your notes. Links have those of up to{' '}
          {mostInSet} nodes.
        </p>
      )}
    </section>
  )
}

interface RowProps extends Props {
  readonly name: string
  readonly members: ReadonlySet<EntityId>
  /** The name of the set that is looked at. */
  readonly opened: Signal<string | undefined>
  /** The name of the set that was forgotten last. */
  readonly forgotten: Signal<string | undefined>
}

function SetRow(props: RowProps): JSX.Element {
  const { asker, book, session, name, members, opened, forgotten } = props
  const { nodes } = session.visible.value
  const shown = [...members].filter((id) => nodes.has(id)).length
  return (
    <details
      class="ask-set"
      open={opened.value === name}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) opened.value = name
        else if (opened.peek() === name) opened.value = undefined
      }}
    >
      <summary>
        {name}{' '}
        <span class="ask-count">
          {shown === members.size ? members.size : `${shown} of ${members.size}`}
        </span>
      </summary>
      <TakeButtons of={`“${name}”`} session={session} take={(how) => asker.narrow(how, members)} />
      <NameForm
        label={`Another name for “${name}”`}
        hint="Another name"
        action="Rename"
        give={(to) => {
          opened.value = book.rename(name, to)
        }}
      />
      <button
        type="button"
        class="text-button"
        onClick={({ currentTarget }) => {
          // The button goes with its set.
          currentTarget.closest('section')?.querySelector('input')?.focus()
          forgotten.value = name
          book.forget(name)
        }}
      >
        Forget “{name}”
      </button>
    </details>
  )
}

interface NameProps {
  readonly label: string
  /** What the empty field shows: there is little room. */
  readonly hint: string
  readonly action: string
  readonly give: (name: string) => void
}

/** A field for a name, empty again once it is given. */
export function NameForm({ label, hint, action, give }: NameProps): JSX.Element {
  const typed = useSignal('')
  return (
    <form
      class="ask-name"
      onSubmit={(event) => {
        event.preventDefault()
        give(typed.value)
        typed.value = ''
      }}
    >
      <input
        class="field"
        type="text"
        aria-label={label}
        placeholder={hint}
        required
        maxLength={80}
        autocomplete="off"
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value
        }}
      />
      <button type="submit">{action}</button>
    </form>
  )
}
