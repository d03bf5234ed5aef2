import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Bygone } from '../app/bygone.ts'
import type { Session } from '../app/session.ts'
import { changeTexts } from '../display/change-signs.ts'
import type { ComparedRecord } from '../display/comparison-list.ts'
import type { Selection } from '../view/view.ts'
import { Fields } from './compared-fields.tsx'
import { ChangeMark } from './comparison-marks.tsx'
import './explore.css'
import './comparison.css'

interface Props {
  readonly bygone: Bygone
  readonly selection: Selection
  readonly session: Session
}

/** So many lines are there at first. */
const mostAtFirst = 10

/** Above the card of what is there: how it differs, and what of its relations and facts is gone. */
export function ChangeNote({ bygone, selection, session }: Props): JSX.Element | null {
  const whole = useSignal(false)
  const records = bygone.recordsAbout(selection)
  if (records.length === 0) return null
  const shown = whole.value ? records : records.slice(0, mostAtFirst)
  return (
    <aside class="note comparison-note" aria-label={bygone.by}>
      <p class="muted">{bygone.by}</p>
      <ul class="compared-records">
        {shown.map((record, index) => (
          <li key={index}>
            <p class="compared-record">
              <ChangeMark change={record.change} />
              <span>
                <strong>{changeTexts[record.change]}:</strong>{' '}
                <Lead record={record} session={session} />
              </span>
            </p>
            <Fields record={record} />
          </li>
        ))}
      </ul>
      {shown.length < records.length && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            whole.value = true
          }}
        >
          Show all {records.length}
        </button>
      )}
    </aside>
  )
}

/** What is gone has a card of its own; all else is told of by the card below. */
function Lead({
  record: { text, selection },
  session,
}: {
  readonly record: ComparedRecord
  readonly session: Session
}): JSX.Element {
  if (selection?.type !== 'gone') return <>{text}</>
  return (
    <button
      type="button"
      class="statement-line"
      onClick={() => session.dispatch({ type: 'select', selection })}
    >
      {text}
    </button>
  )
}
