import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import { withNote } from '../model/note-changes.ts'
import type { Noted } from '../model/notebook.ts'
import { Icon } from './icon.tsx'
import { NoteText } from './note-text.tsx'
import './notebook.css'

interface Props {
  readonly desk: Desk
  readonly about: Noted
  /** What it is on, where the card has other notes too. */
  readonly on: string | undefined
  /** Undefined where nothing has been written yet. */
  readonly text: string | undefined
  readonly writing: boolean
}

/** The reader's own note in a card, to be read and changed in place. */
export function OwnNote({ desk, about, on, text, writing }: Props): JSX.Element {
  const name = on === undefined ? 'note' : `note on ${on}`
  const edit = useRef<HTMLButtonElement>(null)
  return (
    <section class="own-note" aria-label={`Your ${name}`}>
      <p class="own-note-title">
        <Icon name="note" />
        Your note
        {!writing && (
          <button
            ref={edit}
            type="button"
            class="text-button"
            aria-label={`Edit your ${name}`}
            onClick={() => {
              desk.noting.value = about
            }}
          >
            Edit
          </button>
        )}
      </p>
      {writing ? (
        <NoteForm
          desk={desk}
          about={about}
          name={name}
          text={text ?? ''}
          end={(opener) => {
            desk.noting.value = undefined
            // The button that opened the form may have given way to it.
            const goesOn = opener.isConnected && opener !== document.body
            requestAnimationFrame(() => (goesOn ? opener : edit.current)?.focus())
          }}
        />
      ) : (
        <NoteText text={text ?? ''} />
      )}
    </section>
  )
}

interface FormProps {
  readonly desk: Desk
  readonly about: Noted
  /** "note on founded in". */
  readonly name: string
  readonly text: string
  readonly end: (opener: HTMLElement) => void
}

function NoteForm({ desk, about, name, text, end }: FormProps): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null)
  const opener = useRef(document.body)
  const ended = useRef(false)
  const write = (note: string): void => {
    const { view, dispatch } = desk.session
    const { notebook } = view.peek()
    const next = withNote(notebook, about, note)
    if (next !== notebook) dispatch({ type: 'write', notebook: next })
  }
  const close = (note: string): void => {
    ended.current = true
    write(note)
    end(opener.current)
  }
  // At once: the next key that is pressed is the first of the note.
  useLayoutEffect(() => {
    const field = area.current
    if (desk.sheet.peek() === 'short') desk.toggleSheet()
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
    return () => {
      // The reader went on to something else: what was written stays.
      if (!ended.current && field !== null) write(field.value)
      if (!ended.current) desk.noting.value = undefined
    }
  }, [])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        close(area.current?.value ?? text)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close(text)
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          close(area.current?.value ?? text)
        } else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <textarea
        class="field"
        ref={area}
        rows={4}
        defaultValue={text}
        aria-label={`Your ${name}`}
        aria-describedby="own-note-hint"
      />
      <p id="own-note-hint" class="muted">
        Plain text; web addresses become links.
        <span class="own-note-keys">
          {' '}
          <kbd>Ctrl Enter</kbd> saves, <kbd>Esc</kbd> leaves it as it was.
        </span>
      </p>
      <div class="own-note-actions">
        <button type="submit" class="primary">
          Save
        </button>
        <button type="button" onClick={() => close(text)}>
          Cancel
        </button>
        {text !== '' && (
          <button type="button" class="own-note-remove" onClick={() => close('')}>
            Remove
          </button>
        )}
      </div>
    </form>
  )
}
