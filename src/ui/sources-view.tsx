import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { selectedStatements } from '../app/brought-out.ts'
import type { IsSelected } from '../app/brought-out.ts'
import type { Desk } from '../app/desk.ts'
import type { Session } from '../app/session.ts'
import { counted, grouped } from '../display/counted.ts'
import { sourcesView } from '../display/sources-view.ts'
import type { RestingStatement, SourceParagraph, SourceView } from '../display/sources-view.ts'
import { Markers } from './citations.tsx'
import { useCurrentInSight } from './current-in-sight.ts'
import { SourceLink } from './source-link.tsx'
import { Block } from './passage.tsx'
import './explore.css'

/** The graph by its sources: what rests on each paragraph, and which paragraphs nothing cites. */
export function SourcesView({ desk }: { readonly desk: Desk }): JSX.Element {
  const { session } = desk
  const { edges, facts } = session.visible.value
  const isSelected = useMemo(() => selectedStatements(desk), [desk])
  const holder = useCurrentInSight(isSelected.value)
  const sources = sourcesView(session.knowledge, (id) => edges.has(id) || facts.has(id))
  return (
    <div class="list-view sources-view" ref={holder}>
      <HiddenCount session={session} />
      {sources.length === 0 && (
        <p class="empty">No statement here names a source: what this graph says is uncited.</p>
      )}
      {sources.map((source) => (
        <Source key={source.id} source={source} isSelected={isSelected.value} session={session} />
      ))}
    </div>
  )
}

/** What the sources leave out, in the figures of the legend; nothing where all is shown. */
function HiddenCount({ session }: { readonly session: Session }): JSX.Element | null {
  const { knowledge, graph, visible } = session
  const { edges, facts } = visible.value
  const { size: all } = knowledge.statements
  const relations = graph.edges.size
  const hidden = all - edges.size - facts.size
  if (hidden === 0) return null
  const shown = [
    `${grouped(edges.size)} of ${counted(relations, 'relation', 'relations')}`,
    `${grouped(facts.size)} of ${counted(all - relations, 'fact', 'facts')}`,
  ].join(' and ')
  return (
    <p class="note" role="status">
      {shown} shown; {counted(hidden, 'statement is', 'statements are')} hidden here as in the
      picture.
    </p>
  )
}

interface SourceProps {
  readonly source: SourceView
  readonly isSelected: IsSelected
  readonly session: Session
}

function Source({ source, isSelected, session }: SourceProps): JSX.Element {
  const uncitedOnly = session.choices.value.uncitedOnly.has(source.id)
  const { passages } = session
  const text = passages?.has(source.id) === true ? passages.of(source.id).value : undefined
  const paragraphs = source.paragraphs.filter(({ role, cited }) =>
    uncitedOnly ? role === 'text' && !cited : role !== 'empty',
  )
  return (
    <section aria-label={source.title}>
      <h2>
        <SourceLink text={source.title} url={source.url} />
      </h2>
      <p class="muted">
        {[
          source.detail,
          counted(source.statements, 'statement rests on it', 'statements rest on it'),
          source.hidden === 0 ? '' : `${grouped(source.hidden)} hidden`,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {source.note !== undefined && <p class="note">{source.note}</p>}
      {source.uncited > 0 && (
        <label class="uncited-only">
          <input
            type="checkbox"
            checked={uncitedOnly}
            onChange={({ currentTarget }) => {
              const { checked: on } = currentTarget
              session.dispatch({ type: 'uncited-only', source: source.id, on })
            }}
          />
          Only what nothing cites ({counted(source.uncited, 'paragraph', 'paragraphs')})
        </label>
      )}
      {source.hasText && passages !== undefined && typeof text === 'string' && (
        <p>
          <button
            type="button"
            disabled={text === 'loading'}
            onClick={() => passages.ask(source.id)}
          >
            {textButtons[text]}
          </button>
        </p>
      )}
      <ol class="paragraphs">
        {paragraphs.map((paragraph) => (
          <Paragraph
            key={paragraph.number}
            paragraph={paragraph}
            text={typeof text === 'string' ? undefined : text?.[paragraph.number - 1]}
            show={(element) => {
              const wanted = passages?.wanted.peek()
              if (wanted?.source !== source.id || wanted.paragraph !== paragraph.number) return
              if (passages !== undefined) passages.wanted.value = undefined
              element.scrollIntoView({ block: 'center' })
            }}
            isSelected={isSelected}
            session={session}
          />
        ))}
      </ol>
      {source.elsewhere.length > 0 && (
        <>
          <h3>Without a place in it</h3>
          <Statements statements={source.elsewhere} {...{ isSelected, session }} />
        </>
      )}
    </section>
  )
}

const textButtons = {
  unasked: 'Show its text',
  loading: 'Loading its text…',
  failed: 'The text could not be loaded. Try again',
} as const

function Paragraph({
  paragraph,
  text,
  show,
  isSelected,
  session,
}: {
  readonly paragraph: SourceParagraph
  /** The paragraph itself, once it is loaded. */
  readonly text: string | undefined
  /** Brings the paragraph into sight if that is wanted. */
  readonly show: (element: HTMLElement) => void
  readonly isSelected: IsSelected
  readonly session: Session
}): JSX.Element {
  const { number, heading, role, statements, cited, words } = paragraph
  return (
    <li
      ref={(element) => {
        if (element !== null) show(element)
      }}
      class={[
        role === undefined || role === 'text' ? 'is-text' : `is-${role}`,
        statements.length === 0 ? '' : 'is-cited',
      ].join(' ')}
    >
      <p class="paragraph-heading">
        <span class="paragraph-number">¶&nbsp;{number}</span> {heading}
        {!cited && role === 'text' && (
          <>
            {' '}
            <span class="badge is-uncited">nothing cites it</span>
          </>
        )}
      </p>
      {role !== 'heading' && <Block text={text} {...(statements.length === 0 ? {} : { words })} />}
      <Statements {...{ statements, isSelected, session }} />
    </li>
  )
}

function Statements({
  statements,
  isSelected,
  session,
}: {
  readonly statements: readonly RestingStatement[]
  readonly isSelected: IsSelected
  readonly session: Session
}): JSX.Element | null {
  if (statements.length === 0) return null
  const open = ({ id }: RestingStatement): void => {
    const statement = session.knowledge.statements.get(id)
    if (statement === undefined) return
    session.dispatch({
      type: 'select',
      // A fact has no line of its own: it stands on the card of its subject.
      selection:
        statement.value.type === 'entity'
          ? { type: 'edge', id }
          : { type: 'node', id: statement.subject },
    })
  }
  const isCurrent = ({ id }: RestingStatement): boolean => {
    const statement = session.knowledge.statements.get(id)
    if (statement === undefined) return false
    const { subject, value } = statement
    return isSelected(id, subject, value.type === 'entity' ? value.entity : undefined)
  }
  return (
    <ul>
      {statements.map((statement) => (
        <li key={statement.id}>
          <button
            type="button"
            class="statement-line"
            {...(isCurrent(statement) ? { 'aria-current': 'true' as const } : {})}
            onClick={() => open(statement)}
          >
            {statement.text}
          </button>
          {statement.evidence !== 'cited' && <Markers numbers={[]} evidence={statement.evidence} />}
          {statement.glosses.map((gloss) => (
            <p key={gloss} class="muted">
              {gloss}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
