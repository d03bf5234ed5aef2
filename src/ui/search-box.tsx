import type { JSX, TargetedKeyboardEvent } from 'preact'
import { useRef } from 'preact/hooks'
import type { Hit } from '../view/search.ts'
import type { Finder } from '../app/finder.ts'
import type { Session } from '../app/session.ts'
import { Icon } from './icon.tsx'
import { lazily } from './lazily.tsx'
import { focusOn } from './skip-links.tsx'

const SearchResults = lazily(async () => (await import('./search-results.tsx')).SearchResults)

interface Props {
  readonly session: Session
  readonly finder: Finder
  /** Of the text field; the ids around it begin with it. */
  readonly id: string
  readonly label: string
}

/** Search as a combobox after the WAI-ARIA pattern: the focus stays in the text field. */
export function SearchBox({ session, finder, id, label }: Props): JSX.Element {
  const hits = finder.hits.value
  const typed = finder.query.value.trim() !== ''
  const open = finder.open.value && typed
  const cameFrom = useRef<EventTarget | null>(null)
  const active = Math.min(finder.active.value, hits.length - 1)
  return (
    <search class="search">
      <Icon name="search" />
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder="Search names, 中文, descriptions"
        aria-label={label}
        // In a dialog it is what the dialog is for.
        {...(id === 'search' ? { 'aria-keyshortcuts': '/' } : { autofocus: true })}
        aria-expanded={open}
        aria-controls={`${id}-results`}
        aria-autocomplete="list"
        {...(open && hits[active] !== undefined
          ? { 'aria-activedescendant': `${id}-result-${active}` }
          : {})}
        value={finder.query.value}
        onInput={(event) => {
          finder.query.value = event.currentTarget.value
          finder.active.value = 0
          finder.open.value = true
        }}
        onFocus={({ relatedTarget }) => {
          cameFrom.current = relatedTarget
          finder.open.value = true
        }}
        onBlur={() => {
          finder.open.value = false
        }}
        onKeyDown={(event) => onKey(event, finder, hits, active, cameFrom.current)}
      />
      {id === 'search' && <kbd aria-hidden="true">/</kbd>}
      <ul id={`${id}-results`} role="listbox" aria-label="Search results" hidden={!open}>
        {hits.length > 0 && <SearchResults {...{ session, finder, id, hits, active }} />}
      </ul>
      {open && hits.length === 0 && !finder.searching.value && (
        <p class="search-empty">
          Nothing here is called “{finder.query.value}”. Try a shorter word, an abbreviation or the
          Chinese name.
        </p>
      )}
      <p class="visually-hidden" role="status">
        {open && !finder.searching.value
          ? `${hits.length} ${hits.length === 1 ? 'result' : 'results'}`
          : ''}
      </p>
    </search>
  )
}

function onKey(
  event: TargetedKeyboardEvent<HTMLInputElement>,
  finder: Finder,
  hits: readonly Hit[],
  active: number,
  cameFrom: EventTarget | null,
): void {
  // Enter and the arrows belong to the input method while Chinese is being typed.
  if (event.isComposing) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step !== undefined) {
    event.preventDefault()
    finder.open.value = true
    finder.active.value = (active + step + hits.length) % Math.max(1, hits.length)
  } else if (event.key === 'Enter') {
    // Else it would press the button that has the focus again when a dialog has closed.
    event.preventDefault()
    const hit = hits[active]
    if (hit !== undefined) finder.choose(hit.id)
  } else if (event.key === 'Escape') {
    if (finder.query.value === '') leave(event.currentTarget, cameFrom)
    finder.close()
  }
}

/** Back to where the reader came from, or to what the page is about. */
function leave(field: HTMLElement, cameFrom: EventTarget | null): void {
  // In a dialog Esc closes that, which gives the focus back itself.
  if (field.closest('dialog') !== null) return
  if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus()
  else focusOn('#graph, main')
}
