import type { JSX } from 'preact'
import type { Bygone } from '../app/bygone.ts'
import type { Session } from '../app/session.ts'
import type { Selection } from '../view/view.ts'
import { ComparedRecords } from './compared-records.tsx'

interface Props {
  readonly bygone: Bygone
  readonly selection: Selection
  readonly session: Session
}

/** So many lines are there at first. */
const mostAtFirst = 10

/** Above the card of what is there: how it differs, and what of its relations and facts is gone. */
export function ChangeNote({ bygone, selection, session }: Props): JSX.Element | null {
  const records = bygone.recordsAbout(selection)
  if (records.length === 0) return null
  return (
    <aside class="note comparison-note" aria-label={bygone.by}>
      <p class="muted">{bygone.by}</p>
      <ComparedRecords
        {...{ records, session }}
        most={mostAtFirst}
        inWords
        // What is gone has a card of its own; all else is told of by the card below.
        leadOf={({ selection: lead }) => (lead?.type === 'gone' ? lead : undefined)}
      />
    </aside>
  )
}
