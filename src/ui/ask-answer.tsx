import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Asker } from '../app/asker.ts'
import type { Session } from '../app/session.ts'
import type { SetBook } from '../app/set-book.ts'
import { reasonsOf } from '../display/answer-prose.ts'
import { nameOf } from '../display/appearance.ts'
import { countText, questionText } from '../display/question-prose.ts'
import type { EntityId } from '../model/ids.ts'
import type { Question } from '../view/question.ts'
import { NameForm } from './ask-sets.tsx'
import { Citations, Markers } from './citations.tsx'
import { EntityButton } from './entity-button.tsx'
import { TakeButtons } from './take-buttons.tsx'

interface Props {
  readonly asker: Asker
  readonly session: Session
  readonly question: Question
  readonly book: SetBook
}

/** So many answers are listed at first, and more at each wish. */
const page = 50

/** The question in words, how much answers it, what to do with that, and every answer. */
export function AskAnswer({ asker, book, session, question }: Props): JSX.Element | null {
  const withChain = useSignal(true)
  const { knowledge } = session
  const match = asker.match.value
  if (match === undefined) return null
  const answers = match.places[0]?.nodes ?? new Set<EntityId>()
  const { nodes: shown } = session.visible.value
  const inPicture = [...answers].filter((id) => shown.has(id)).length
  const chained = match.nodes.size > answers.size
  return (
    <>
      <p class="ask-sentence" role="status">
        {questionText(knowledge, question)}:{' '}
        <strong>{countText(knowledge, question.start, answers.size)}</strong>
        {inPicture < answers.size && `, ${inPicture} in the picture`}
      </p>
      {answers.size === 0 ? (
        <p class="muted ask-hint">Nothing answers this. Change a step, or take one away.</p>
      ) : (
        <>
          <TakeButtons
            of="the answer"
            session={session}
            take={(how) => asker.narrow(how, withChain.value ? match.nodes : answers)}
          />
          {chained && (
            <label class="ask-with">
              <input
                type="checkbox"
                checked={withChain.value}
                onChange={({ currentTarget }) => {
                  withChain.value = currentTarget.checked
                }}
              />
              With the nodes of the chain, {match.nodes.size} in all
            </label>
          )}
          <NameForm
            label={`Name for ${countText(knowledge, question.start, answers.size)}`}
            hint="Name the answer"
            action="Name"
            give={(name) => book.add(name, answers)}
          />
          <Answers key={questionText(knowledge, question)} {...{ asker, session, answers }} />
        </>
      )}
    </>
  )
}

interface AnswersProps extends Pick<Props, 'asker' | 'session'> {
  readonly answers: ReadonlySet<EntityId>
}

function Answers({ asker, session, answers }: AnswersProps): JSX.Element {
  const listed = useSignal(page)
  const told = useSignal<EntityId | undefined>(undefined)
  const { entities } = session.knowledge
  const rows = [...answers].flatMap((id) => entities.get(id) ?? [])
  return (
    <>
      <ul class="ask-answers" aria-label="Answers">
        {rows.slice(0, listed.value).map((entity) => {
          const { id, kind } = entity
          const name = nameOf(entity)
          const open = told.value === id
          return (
            <li key={id}>
              <div class="ask-row">
                <EntityButton line={{ id, name, kind }} session={session} />
                <button
                  type="button"
                  class="text-button"
                  aria-expanded={open}
                  aria-label={`Why ${name}`}
                  onClick={() => {
                    told.value = open ? undefined : id
                  }}
                >
                  why
                </button>
              </div>
              {open && <Why asker={asker} session={session} id={id} />}
            </li>
          )
        })}
      </ul>
      {rows.length > listed.value && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            listed.value += page
          }}
        >
          Show {Math.min(page, rows.length - listed.value)} more of {rows.length}
        </button>
      )}
    </>
  )
}

/** The statements that make a node an answer, with what they rest on. */
function Why({
  asker,
  session,
  id,
}: Pick<Props, 'asker' | 'session'> & { readonly id: EntityId }): JSX.Element | null {
  const match = asker.because(id)
  if (match === undefined) return null
  const { steps, citations } = reasonsOf(session.knowledge, match)
  const list = 'ask-'
  if (steps.length === 0) return <p class="muted ask-hint">It is of the kind that was asked for.</p>
  return (
    <div class="ask-why">
      <ul>
        {steps.flatMap(({ lines, more }, step) => [
          ...lines.map(({ statement, text, evidence, markers }) => (
            <li key={`${step} ${statement}`}>
              <button
                type="button"
                class="text-button"
                onClick={() =>
                  session.dispatch({ type: 'select', selection: { type: 'edge', id: statement } })
                }
              >
                {text}
              </button>{' '}
              <Markers numbers={markers} evidence={evidence} list={list} />
            </li>
          )),
          more > 0 && (
            <li key={step} class="muted">
              and {more} more {more === 1 ? 'statement' : 'statements'}
            </li>
          ),
        ])}
      </ul>
      {citations.length > 0 && <p>Where it says so</p>}
      <Citations {...{ citations, session, list }} />
    </div>
  )
}
