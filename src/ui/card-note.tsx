import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import { noteOn } from '../model/notebook.ts'
import type { Noted } from '../model/notebook.ts'
import { Icon } from './icon.tsx'
import { lazily } from './lazily.tsx'

const OwnNote = lazily(async () => (await import('./own-note.tsx')).OwnNote)

interface Props {
  readonly desk: Desk
  readonly about: Noted
}

/** What the reader has written on the card's subject, or is about to write; else nothing. */
export function CardNote({ desk, about }: Props): JSX.Element | null {
  const text = noteOn(desk.session.view.value.notebook, about)
  const writing = desk.noting.value?.id === about.id && desk.noting.value.of === about.of
  if (text === undefined && !writing) return null
  return <OwnNote {...{ desk, about, text, writing }} />
}

/** Begins a note on the card's subject, as long as it has none. */
export function NoteButton({ desk, about }: Props): JSX.Element | null {
  if (noteOn(desk.session.view.value.notebook, about) !== undefined) return null
  return (
    <button
      type="button"
      onClick={() => {
        desk.noting.value = about
      }}
    >
      <Icon name="note" />
      Write a note
    </button>
  )
}
