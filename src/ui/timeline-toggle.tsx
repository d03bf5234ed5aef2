import type { JSX } from 'preact'
import type { Session } from '../app/session.ts'
import { Icon } from './icon.tsx'

/** Opens and closes the strip under the graph; nothing where no date can be expected. */
export function TimelineToggle({ session }: { readonly session: Session }): JSX.Element | null {
  const { offered, open } = session.timeline
  if (!offered) return null
  return (
    <button
      type="button"
      class="timeline-toggle"
      aria-expanded={open.value}
      onClick={() => {
        open.value = !open.value
      }}
    >
      <Icon name="time" />
      Timeline
    </button>
  )
}
