import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Session } from '../app/session.ts'
import { changeTexts } from '../display/change-signs.ts'
import type { ComparedRecord } from '../display/comparison-list.ts'
import type { Selection } from '../view/view.ts'
import { Fields } from './compared-fields.tsx'
import { ChangeMark } from './comparison-marks.tsx'
import './explore.css'
import './comparison.css'

interface Props {
  readonly records: readonly ComparedRecord[]
  /** So many are there at first. */
  readonly most: number
  /** Whether the change is told in a word, beside its sign. */
  readonly inWords: boolean
  /** Where what a line names leads to, if anywhere. */
  readonly leadOf: (record: ComparedRecord) => Selection | undefined
  readonly session: Session
}

/** What differs, record by record, with the old and the new value of each field. */
export function ComparedRecords({ records, most, inWords, leadOf, session }: Props): JSX.Element {
  const whole = useSignal(false)
  const shown = whole.value ? records : records.slice(0, most)
  return (
    <>
      <ul class="compared-records">
        {shown.map((record, index) => (
          <li key={index}>
            <p class="compared-record">
              <ChangeMark change={record.change} />
              <span>
                <strong class={inWords ? undefined : 'visually-hidden'}>
                  {changeTexts[record.change]}:
                </strong>{' '}
                <Lead text={record.text} selection={leadOf(record)} session={session} />
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
    </>
  )
}

interface LeadProps extends Pick<Props, 'session'> {
  readonly text: string
  readonly selection: Selection | undefined
}

function Lead({ text, selection, session }: LeadProps): JSX.Element {
  if (selection === undefined) return <>{text}</>
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
