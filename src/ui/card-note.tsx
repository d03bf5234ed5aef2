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
  /** What it is on, where the card has other notes too. */
  readonly on?: string
}

/** What the reader has written on the card's subject, or is about to write; else nothing. */
export function CardNote({ desk, about, on }: Props): JSX.Element | null {
  const text = noteOn(desk.session.choices.value.notebook, about)
  const writing = desk.noting.value?.id === about.id && desk.noting.value.of === about.of
  if (text === undefined && !writing) return null
  return <OwnNote {...{ desk, about, on, text, writing }} />
}

/** Begins a note on the card's subject or a fact of it, as long as that has none. */
export function NoteButton({ desk, about, on }: Props): JSX.Element | null {
  if (noteOn(desk.session.choices.value.notebook, about) !== undefined) return null
  return (
    <button
      type="button"
      {...(on === undefined
        ? {}
        : {
            class: 'icon-button quiet',
            title: 'Write a note',
            'aria-label': `Write a note on ${on}`,
          })}
      onClick={() => {
        desk.noting.value = about
      }}
    >
      <Icon name="note" />
      {on === undefined && 'Write a note'}
    </button>
  )
}
