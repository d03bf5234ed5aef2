import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Desk } from '../app/desk.ts'
import { takeSiteTour } from '../app/site-tour.ts'
import { showStop, startTour, stopOf, viewText } from '../app/tour.ts'
import { viewTitle } from '../display/view-title.ts'
import { withMoved, withStop, withoutStop } from '../model/stops.ts'
import type { Stop } from '../model/stops.ts'
import { Icon } from './icon.tsx'
import { NoteText } from './note-text.tsx'
import { StopForm } from './stop-form.tsx'

/** The reader's saved views, to be put in order and played as a tour. */
export function SavedViews({ desk }: { readonly desk: Desk }): JSX.Element {
  const { session } = desk
  const { notebook } = session.choices.value
  const { stops } = notebook
  /** Which one is being written: its place, or one past the last for a new one. */
  const writing = useSignal<number | undefined>(undefined)
  const said = useSignal('')
  const put = (next: readonly Stop[]): void => {
    if (next !== stops) session.dispatch({ type: 'write', notebook: { ...notebook, stops: next } })
  }
  const end = (focusOn: string): void => {
    writing.value = undefined
    focusSoon(focusOn)
  }
  return (
    <section class="saved-views">
      <h3>
        Saved views <span class="count">{stops.length}</span>
      </h3>
      {session.opened.tour !== undefined && (
        <p class="muted">
          {session.opened.tour.title}: a tour that comes with this graph.{' '}
          <button type="button" class="text-button" onClick={() => void takeSiteTour(desk)}>
            Take it
          </button>
        </p>
      )}
      {stops.length === 0 && (
        <p class="muted">
          Save what you see now under a title. Saved views in their order are a tour, which plays by
          keyboard.
        </p>
      )}
      <ol>
        {stops.map((stop, at) =>
          writing.value === at ? (
            <li key={at}>
              <StopForm
                stop={stop}
                isNew={false}
                save={(title, text, anew) => {
                  const { view } = anew ? stopOf(session, title, text) : stop
                  // What the text rested on was said of the text and the view before.
                  put(withStop(stops, at, { title, text, view }))
                  end(`stop-edit-${at}`)
                }}
                cancel={() => end(`stop-edit-${at}`)}
              />
            </li>
          ) : (
            <StopLine
              key={at}
              {...{ desk, stop, at }}
              last={at === stops.length - 1}
              edit={() => {
                writing.value = at
              }}
              move={(by) => {
                put(withMoved(stops, at, by))
                said.value = `${stop.title} is number ${at + by + 1} of ${stops.length}.`
                focusSoon(`stop-${by < 0 ? 'up' : 'down'}-${at + by}`)
              }}
              remove={() => {
                put(withoutStop(stops, at))
                said.value = `${stop.title} is removed; Undo brings it back.`
                focusSoon('stop-save')
              }}
            />
          ),
        )}
      </ol>
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
      {writing.value === stops.length ? (
        <StopForm
          stop={stopOf(session, viewTitle(session.knowledge, session.view.peek()), '')}
          isNew
          save={(title, text) => {
            put([...stops, stopOf(session, title, text)])
            end('stop-save')
          }}
          cancel={() => end('stop-save')}
        />
      ) : (
        <div class="card-actions">
          <button
            id="stop-save"
            type="button"
            onClick={() => {
              writing.value = stops.length
            }}
          >
            <Icon name="plus" />
            Save this view
          </button>
          {stops.length > 0 && (
            <button
              type="button"
              class="primary"
              onClick={() => {
                desk.notebookOpen.value = false
                startTour(desk, 'Your tour', stops)
              }}
            >
              <Icon name="forward" />
              Play as a tour
            </button>
          )}
        </div>
      )}
    </section>
  )
}

interface LineProps {
  readonly desk: Desk
  readonly stop: Stop
  readonly at: number
  readonly last: boolean
  readonly edit: () => void
  readonly move: (by: 1 | -1) => void
  readonly remove: () => void
}

function StopLine({ desk, stop, at, last, edit, move, remove }: LineProps): JSX.Element {
  const { session } = desk
  const { title, text, view } = stop
  const isShown = viewText(session.view.value, session.name) === view
  return (
    <li class={isShown ? 'is-shown' : ''}>
      <div class="stop-head">
        <span class="stop-number">{at + 1}</span>
        <button
          type="button"
          class="text-button"
          {...(isShown ? { 'aria-current': 'true' as const } : {})}
          onClick={() => {
            showStop(session, stop)
            // The list stays, for the next one.
            desk.notebookOpen.value = true
          }}
        >
          {title}
        </button>
      </div>
      <div class="stop-tools" role="group" aria-label={`Change ${title}`}>
        <Tool id={`stop-up-${at}`} icon="up" label="Move up" off={at === 0} act={() => move(-1)} />
        <Tool id={`stop-down-${at}`} icon="down" label="Move down" off={last} act={() => move(1)} />
        <Tool id={`stop-edit-${at}`} icon="edit" label="Edit" act={edit} />
        <Tool id={`stop-remove-${at}`} icon="close" label="Remove" act={remove} />
      </div>
      {text !== '' && <NoteText text={text} />}
    </li>
  )
}

interface ToolProps {
  readonly id: string
  readonly icon: Parameters<typeof Icon>[0]['name']
  readonly label: string
  readonly off?: boolean
  readonly act: () => void
}

/** It keeps the focus at an end of the list, where it does nothing. */
function Tool({ id, icon, label, off = false, act }: ToolProps): JSX.Element {
  return (
    <button
      id={id}
      type="button"
      class="icon-button quiet"
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={() => {
        if (!off) act()
      }}
    >
      <Icon name={icon} />
    </button>
  )
}

/** After the next drawing: the lines are other ones then. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}
