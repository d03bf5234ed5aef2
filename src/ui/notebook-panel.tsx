import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import type { Session } from '../app/session.ts'
import { noteList } from '../display/note-list.ts'
import type { ListedNote } from '../display/note-list.ts'
import { withNote } from '../model/note-changes.ts'
import type { Noted } from '../model/notebook.ts'
import type { Selection } from '../view/view.ts'
import { NoteText } from './note-text.tsx'
import { SavedViews } from './saved-views.tsx'
import './notebook.css'

/** All that the reader has saved and written about the graph, in the place of the card. */
export function NotebookPanel({ desk }: { readonly desk: Desk }): JSX.Element {
  const { session } = desk
  const { notebook } = session.choices.value
  const notes = noteList(session.knowledge, notebook)
  return (
    <article class="card notebook" aria-labelledby="card-title">
      <p class="card-kind">Your own words</p>
      <h2 id="card-title">Notebook</h2>
      <p class="muted">
        Kept in this browser alone, and in Orrery JSON. Nothing here counts as evidence.
      </p>
      <SavedViews desk={desk} />
      <section>
        <h3>
          Notes <span class="count">{notes.length}</span>
        </h3>
        {notes.length === 0 && (
          <p class="muted">
            None yet. Select a node or a line and choose “Write a note”, the mark beside a fact, or
            press <kbd>n</kbd> inside the graph.
          </p>
        )}
        <ul class="note-list">
          {notes.map((note) => (
            <NoteLine key={`${note.about.of} ${note.about.id}`} {...{ note, session }} />
          ))}
        </ul>
      </section>
      {notes.length + notebook.stops.length > 0 && (
        <div class="card-actions">
          <button
            type="button"
            onClick={() => {
              desk.exportChoice.format.value = 'orrery-json'
              desk.exportChoice.scope.value = 'whole'
              desk.openExport()
            }}
          >
            Export with the graph
          </button>
        </div>
      )}
    </article>
  )
}

function NoteLine({
  note: { about, name, text, present },
  session,
}: {
  readonly note: ListedNote
  readonly session: Session
}): JSX.Element {
  const { dispatch, view } = session
  return (
    <li>
      {present ? (
        <button
          type="button"
          class="text-button"
          onClick={() => dispatch({ type: 'select', selection: cardOf(session, about) })}
        >
          {name}
        </button>
      ) : (
        <p>
          {name} <span class="muted">is not in this graph at present.</span>{' '}
          <button
            type="button"
            class="text-button"
            aria-label={`Remove the note on ${name}`}
            onClick={() =>
              dispatch({ type: 'write', notebook: withNote(view.peek().notebook, about, '') })
            }
          >
            Remove
          </button>
        </p>
      )}
      <NoteText text={text} />
    </li>
  )
}

/** A fact has no card of its own: it stands in that of its subject. */
function cardOf({ content, graph }: Session, about: Noted): Selection {
  if (about.of === 'entity') return { type: 'node', id: about.id }
  const statement = content.statements.get(about.id)
  if (statement !== undefined && !graph.edges.has(about.id)) {
    return { type: 'node', id: statement.subject }
  }
  return { type: 'edge', id: about.id }
}
