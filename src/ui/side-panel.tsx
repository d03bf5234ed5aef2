import type { JSX } from 'preact'
import { useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import type { Session } from '../app/session.ts'
import { isPaused } from '../app/touring.ts'
import { emptyDraft } from '../model/draft.ts'
import type { Selection } from '../view/view.ts'
import { overviewOf } from '../display/overview.ts'
import { atFirstSign } from './at-first-sign.ts'
import { Icon } from './icon.tsx'
import { lazily } from './lazily.tsx'
import { OverviewCard } from './overview-card.tsx'

const ComparisonCard = lazily(async () => (await import('./comparison-card.tsx')).ComparisonCard)
const ChangeNote = lazily(async () => (await import('./change-note.tsx')).ChangeNote)
const DraftLine = lazily(async () => (await import('./draft-line.tsx')).DraftLine)
const EditPanel = lazily(async () => (await import('./edit-panel.tsx')).EditPanel)
const GoneCard = lazily(async () => (await import('./gone-card.tsx')).GoneCard)
const EdgeCardView = lazily(async () => (await import('./edge-card.tsx')).EdgeCardView)
const NodeCardView = lazily(async () => (await import('./node-card.tsx')).NodeCardView)
const NotebookPanel = lazily(async () => (await import('./notebook-panel.tsx')).NotebookPanel)
const TourPart = lazily(async () => (await import('./tour-part.tsx')).TourPart)
const PathCard = lazily(async () => (await import('./path-card.tsx')).PathCard)
const ConnectionCard = lazily(async () => (await import('./connection-card.tsx')).ConnectionCard)

/** The card of what is selected, with back and forward; on a phone a sheet from below. */
export function SidePanel({ desk }: { readonly desk: Desk }): JSX.Element {
  const { session } = desk
  const { at, visited } = session.choices.value.trail
  const selected = session.selection.value.type !== 'nothing'
  const editing = desk.editing.value !== undefined
  const touring = desk.touring.value
  const scrolled = useRef<HTMLDivElement>(null)
  const about = subjectOf(session.selection.value)
  // Another card is read from its beginning.
  useLayoutEffect(() => scrolled.current?.scrollTo({ top: 0 }), [about, editing])
  useEffect(() => atFirstSign(loadFirstCards), [])
  useSignalEffect(() => {
    // The answer's card, while the reader says what is asked for.
    if (desk.pathfinder.asking.value !== undefined) PathCard.load()
    if (desk.connector.asking.value !== undefined) ConnectionCard.load()
  })
  return (
    <aside class={`side-panel is-${desk.sheet.value}`} aria-label="Card">
      <div class="card-bar">
        <button
          type="button"
          class="icon-button"
          aria-label="Back"
          title="Back"
          disabled={at === 0 || editing}
          onClick={() => session.dispatch({ type: 'back' })}
        >
          <Icon name="back" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Forward"
          title="Forward"
          disabled={at === visited.length - 1 || editing}
          onClick={() => session.dispatch({ type: 'forward' })}
        >
          <Icon name="forward" />
        </button>
        <button
          type="button"
          class="sheet-handle"
          aria-expanded={desk.sheet.value === 'tall'}
          onClick={desk.toggleSheet}
        >
          {desk.sheet.value === 'tall' ? 'Less' : 'More'}
        </button>
        {!editing && touring === undefined && (
          <button
            type="button"
            class="icon-button"
            aria-label="Notebook"
            title="Notebook: saved views and notes"
            aria-pressed={desk.notebookOpen.value}
            onClick={() => {
              desk.notebookOpen.value = !desk.notebookOpen.peek()
            }}
          >
            <Icon name="notebook" />
          </button>
        )}
        {selected && !editing && (
          <button
            type="button"
            class="icon-button"
            aria-label="Close the card"
            title="Close the card"
            onClick={() => session.dispatch({ type: 'select', selection: { type: 'nothing' } })}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <div
        ref={scrolled}
        class="card-scroll"
        tabIndex={0}
        role="region"
        aria-label="Card content"
        onFocusIn={({ currentTarget }) => keepFocusIn(currentTarget)}
      >
        {touring !== undefined && <TourPart desk={desk} touring={touring} />}
        <Note session={session} />
        {session.choices.value.draft !== emptyDraft && <DraftLine desk={desk} />}
        <Card desk={desk} />
      </div>
    </aside>
  )
}

/** What the card of a selection is about, whichever way of several it looks at. */
function subjectOf(selection: Selection): string {
  if ('id' in selection) return `${selection.type} ${selection.id}`
  if (selection.type === 'path') return `path ${selection.from} ${selection.to}`
  return selection.type
}

/** Ahead of the first node or line that is chosen. */
function loadFirstCards(): void {
  NodeCardView.load()
  EdgeCardView.load()
}

/** Once the focus has been in the panel, it stays there when what has it goes. */
function keepFocusIn(panel: HTMLElement): void {
  void import('./card-focus.ts').then(({ keepFocus }) => keepFocus(panel))
}

/** Above the card: what of it differs from the version that is compared, or is gone by the draft. */
function Note({ session }: { readonly session: Session }): JSX.Element | null {
  const bygone = session.ghosts.value
  const selection = session.selection.value
  if (bygone === undefined || selection.type === 'gone' || !('id' in selection)) return null
  return <ChangeNote key={selection.id} {...{ bygone, selection, session }} />
}

function Card({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { session } = desk
  const { knowledge, graph } = session
  const target = desk.editing.value
  const touring = desk.touring.value
  if (touring !== undefined && !isPaused(touring, session.selection.value)) return null
  if (target !== undefined) return <EditPanel desk={desk} target={target} />
  if (desk.notebookOpen.value) return <NotebookPanel desk={desk} />
  const selection = session.selection.value
  const comparison = session.comparison.value
  if (selection.type === 'node')
    return <NodeCardView {...selection} key={selection.id} desk={desk} />
  if (selection.type === 'edge')
    return <EdgeCardView {...selection} key={selection.id} desk={desk} />
  if (selection.type === 'gone') {
    const bygone = session.bygone(selection.from)
    if (bygone !== undefined) return <GoneCard {...{ selection, bygone, desk }} />
  }
  if (selection.type === 'path') return <PathCard desk={desk} selection={selection} />
  if (selection.type === 'connection') return <ConnectionCard desk={desk} selection={selection} />
  if (comparison !== undefined) return <ComparisonCard {...{ comparison, session }} />
  return <OverviewCard overview={overviewOf(knowledge, graph)} desk={desk} />
}
