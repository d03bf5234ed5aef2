import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { createAsker } from '../app/asker.ts'
import type { Asker } from '../app/asker.ts'
import { createSetBook } from '../app/set-book.ts'
import type { Session } from '../app/session.ts'
import type { Question, QuestionStep } from '../view/question.ts'
import type { QuestionMenus } from '../view/question-menus.ts'
import { AskAnswer } from './ask-answer.tsx'
import { AskSets } from './ask-sets.tsx'
import { PlaceSelect, RelationSelect } from './ask-menus.tsx'
import { Icon } from './icon.tsx'
import { useCompact } from './use-compact.ts'
import './ask.css'

interface Props {
  readonly session: Session
}

/** Builds a question step by step, shows its answer, and keeps named sets of nodes. */
export function AskPanel({ session }: Props): JSX.Element | null {
  return useCompact(session.graph) ? <ReadyPanel session={session} /> : null
}

function ReadyPanel({ session }: Props): JSX.Element {
  const asker = useMemo(() => createAsker(session), [session])
  const book = useMemo(() => createSetBook(session), [session])
  const question = asker.question.value
  return (
    <div class="ask">
      <Chain asker={asker} session={session} />
      {question === undefined ? (
        <p class="muted ask-hint">
          Choose which nodes you look for, then by which relations they are joined to others.
        </p>
      ) : (
        <>
          <AskAnswer {...{ asker, book, session, question }} />
          <button type="button" class="text-button" onClick={() => asker.ask(undefined)}>
            Ask something else
          </button>
        </>
      )}
      <AskSets {...{ asker, book, session }} />
    </div>
  )
}

function Chain({ asker, session }: Props & { readonly asker: Asker }): JSX.Element {
  const question = asker.question.value
  const menus = asker.menus.value
  const { knowledge } = session
  const places = asker.match.value?.places
  const { ask } = asker
  const { start, steps } = question ?? { start: undefined, steps: [] }
  return (
    <ol class="ask-chain" aria-label="The question, step by step">
      <li>
        <PlaceSelect
          label="Which nodes"
          menu={menus.start}
          chosen={start}
          knowledge={knowledge}
          choose={(place) => ask({ start: place, steps })}
        />
        {places !== undefined && <Count nodes={places[0]?.nodes.size ?? 0} />}
      </li>
      {question !== undefined &&
        [...question.steps, undefined].map((step, index) => (
          // The menu that begins a step goes on as its first, so that the focus stays in it.
          <StepRow
            key={index}
            {...{ step, index, question, menus, knowledge, ask }}
            nodes={places?.[index + 1]?.nodes.size}
          />
        ))}
    </ol>
  )
}

interface StepProps extends Pick<Session, 'knowledge'>, Pick<Asker, 'ask'> {
  /** Undefined where it is still to be chosen. */
  readonly step: QuestionStep | undefined
  readonly index: number
  readonly question: Question
  readonly menus: QuestionMenus
  readonly nodes: number | undefined
}

function StepRow(props: StepProps): JSX.Element | null {
  const { step, index, question, menus, knowledge, ask, nodes } = props
  const own = menus.steps[index]
  const relations = own?.relations ?? menus.next
  if (step === undefined && relations.length === 0) return null
  const number = index + 1
  const put = (changed: QuestionStep): void =>
    ask({
      ...question,
      steps: [...question.steps.slice(0, index), changed, ...question.steps.slice(number)],
    })
  return (
    <li>
      <div class="ask-relation">
        <RelationSelect
          label={
            step === undefined ? `Step ${number}: add a relation` : `Step ${number}: joined how`
          }
          choices={relations}
          chosen={step}
          knowledge={knowledge}
          choose={(relation) => put({ relation, place: step?.place ?? { type: 'any' } })}
        />
        {step !== undefined && (
          <button
            type="button"
            class="icon-button quiet"
            aria-label={`Step ${number}: take it and what follows away`}
            title="Take away this step and what follows"
            onClick={({ currentTarget }) => {
              // The button goes; the menu beside it stays and begins a step again.
              currentTarget.closest('li')?.querySelector('select')?.focus()
              ask({ ...question, steps: question.steps.slice(0, index) })
            }}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      {step !== undefined && own !== undefined && (
        <PlaceSelect
          label={`Step ${number}: with which nodes`}
          menu={own.place}
          chosen={step.place}
          knowledge={knowledge}
          choose={(place) => put({ ...step, place })}
        />
      )}
      {nodes !== undefined && step !== undefined && <Count nodes={nodes} />}
    </li>
  )
}

/** How many nodes stand at a place of the question, all other places considered. */
function Count({ nodes }: { readonly nodes: number }): JSX.Element {
  return (
    <span class="ask-count" title="Nodes that stand here in the answer">
      {nodes}
      <span class="visually-hidden"> {nodes === 1 ? 'node' : 'nodes'} here</span>
    </span>
  )
}
