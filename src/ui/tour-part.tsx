import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { takesKeys } from '../app/field.ts'
import type { Desk } from '../app/desk.ts'
import { tourLink } from '../app/linked-tour.ts'
import { endTour, goTo } from '../app/tour.ts'
import { isPaused } from '../app/touring.ts'
import type { Touring } from '../app/touring.ts'
import { Icon } from './icon.tsx'
import { NoteText } from './note-text.tsx'
import { TourSources } from './tour-sources.tsx'
import './notebook.css'
import './tour.css'

interface Props {
  readonly desk: Desk
  readonly touring: Touring
}

/** The present stop of a tour in the place of the card; a line above the card while it is paused. */
export function TourPart({ desk, touring }: Props): JSX.Element {
  useLayoutEffect(() => listenToTourKeys(desk), [desk])
  const { at, stops } = touring
  const paused = isPaused(touring, desk.session.selection.value)
  const stop = stops[at]
  const place = `${at + 1} of ${stops.length}`
  return (
    <>
      <p class="visually-hidden" role="status">
        {stop === undefined ? '' : `${place}: ${stop.title}. ${stop.text}`}
      </p>
      {paused ? (
        <PausedLine {...{ desk, touring, place }} />
      ) : (
        <StopCard {...{ desk, touring, place }} />
      )}
    </>
  )
}

interface PlacedProps extends Props {
  /** "3 of 7" */
  readonly place: string
}

function PausedLine({ desk, touring, place }: PlacedProps): JSX.Element {
  return (
    <p class="tour-paused">
      <span>
        {touring.title}: {place}
      </span>
      <button type="button" class="text-button" onClick={() => goTo(desk, touring.at)}>
        Go on
      </button>
      <button type="button" class="text-button" onClick={() => leave(desk, 'stay')}>
        Stay here
      </button>
    </p>
  )
}

function StopCard({ desk, touring, place }: PlacedProps): JSX.Element | null {
  const { title, stops, at, unknown } = touring
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    heading.current?.focus()
  }, [])
  const stop = stops[at]
  if (stop === undefined) return null
  const isLast = at === stops.length - 1
  const link = tourLink(desk, touring, new URL(location.href))
  return (
    <article class="card tour" aria-labelledby="card-title">
      <p class="card-kind">
        {title} <span class="count">{place}</span>
      </p>
      <h2 id="card-title" ref={heading} tabIndex={-1}>
        {stop.title}
      </h2>
      {stop.text !== '' && <NoteText text={stop.text} />}
      {unknown.length > 0 && (
        <div class="note">
          {unknown.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <TourSources desk={desk} stop={stop} />
      <div class="tour-steps" role="group" aria-label="Steps of the tour">
        <button
          type="button"
          aria-disabled={at === 0}
          title="Left arrow or Page Up"
          onClick={() => goTo(desk, at - 1)}
        >
          <Icon name="back" />
          Back
        </button>
        <button
          type="button"
          class="primary"
          aria-disabled={isLast}
          title="Right arrow or Page Down"
          onClick={() => goTo(desk, at + 1)}
        >
          Next
          <Icon name="forward" />
        </button>
        {link !== undefined && (
          <button
            type="button"
            class="text-button"
            title="Copy the link that begins the tour here"
            onClick={() => void copyLink(desk, link)}
          >
            Link
          </button>
        )}
        <button type="button" class="text-button" onClick={() => leave(desk, 'stay')}>
          Stay here
        </button>
        <button
          type="button"
          class="text-button"
          title="Esc: back to where you were"
          onClick={() => leave(desk, 'return')}
        >
          End
        </button>
      </div>
    </article>
  )
}

async function copyLink({ copy, session }: Desk, link: string): Promise<void> {
  session.notices.value = [
    (await copy(link))
      ? 'The link is in the clipboard: it begins the tour at this stop.'
      : `The clipboard is closed to this page; this is the link: ${link}`,
  ]
}

function leave(desk: Desk, how: 'stay' | 'return'): void {
  endTour(desk, how)
  // The buttons are gone that may have had the focus.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.card-scroll')?.focus())
}

/** Keys of a tour act wherever the focus is, unless something there has a use for them itself. */
function listenToTourKeys(desk: Desk): () => void {
  const act = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (takesKeys(event.target) || document.querySelector('dialog') !== null) return
    const touring = desk.touring.peek()
    if (touring === undefined) return
    const keys: Readonly<Record<string, () => void>> = {
      ArrowRight: () => goTo(desk, touring.at + 1),
      PageDown: () => goTo(desk, touring.at + 1),
      ArrowLeft: () => goTo(desk, touring.at - 1),
      PageUp: () => goTo(desk, touring.at - 1),
      Home: () => goTo(desk, 0),
      End: () => goTo(desk, touring.stops.length - 1),
      Escape: () => leave(desk, 'return'),
    }
    const press = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (press === undefined) return
    event.preventDefault()
    press()
  }
  addEventListener('keydown', act)
  return () => removeEventListener('keydown', act)
}
