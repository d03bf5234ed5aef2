import type { ComponentChildren, JSX } from 'preact'
import { counted, grouped } from '../display/counted.ts'
import { lineOf } from '../display/line.ts'
import { emptyDraft } from '../model/draft.ts'
import { namesSources } from '../model/evidence.ts'
import type { FacetValue } from '../view/facets.ts'
import { legendLook } from '../app/node-look.ts'
import type { Session } from '../app/session.ts'
import { KindMark } from './kind-mark.tsx'
import { LaterDetails } from './later-details.tsx'
import { lazily } from './lazily.tsx'
import { TimelineToggle } from './timeline-toggle.tsx'

const StructurePanel = lazily(async () => (await import('./structure-panel.tsx')).StructurePanel)
const ComparisonLegend = lazily(
  async () => (await import('./comparison-legend.tsx')).ComparisonLegend,
)
const DraftLegend = lazily(async () => (await import('./draft-legend.tsx')).DraftLegend)
const AskPanel = lazily(async () => (await import('./ask-panel.tsx')).AskPanel)
const KindsFrom = lazily(async () => (await import('./kinds-from.tsx')).KindsFrom)

/** Legend and filter in one: what each mark means, how many are shown, and what is hidden. */
export function Legend({ session }: { readonly session: Session }): JSX.Element {
  const { knowledge, graph, dispatch } = session
  const { kinds, predicates, evidence } = session.facets.value
  const { nodes, edges } = session.visible.value
  const {
    hidden,
    only,
    focus,
    question,
    size,
    colour,
    kinds: kindChoice,
    mode,
  } = session.choices.value
  const filtered =
    only !== undefined ||
    focus !== undefined ||
    hidden.range !== undefined ||
    hidden.time !== undefined ||
    [...kinds, ...predicates, ...evidence].some((value) => value.hidden)
  const columned = session.kinding.columns.length > 0
  return (
    <div class="legend">
      <p class="legend-size" role="status">
        <strong>{grouped(nodes.size)}</strong> of{' '}
        {counted(knowledge.entities.size, 'entity', 'entities')},{' '}
        <strong>{grouped(edges.size)}</strong> of{' '}
        {counted(graph.edges.size, 'relation', 'relations')} shown
      </p>
      {/* Always there, or the facets would move and the focus be lost; so would it when disabled. */}
      <button
        type="button"
        class="text-button"
        aria-disabled={!filtered}
        onClick={() => dispatch({ type: 'show-all' })}
      >
        Clear all filters
      </button>
      {session.comparison.value !== undefined ? (
        <ComparisonLegend comparison={session.comparison.value} />
      ) : (
        session.choices.value.draft !== emptyDraft && <DraftLegend session={session} />
      )}
      {mode !== 'picture' && <TimelineToggle session={session} />}
      {columned && <KindsFrom session={session} />}
      <LaterDetails
        label={columned ? 'Size' : 'Size and colour'}
        opened={
          size.by !== 'degree' ||
          hidden.range !== undefined ||
          ((kindChoice.from === 'metric' || colour !== undefined) && !columned)
        }
        content={() => <StructurePanel session={session} />}
      />
      <LaterDetails
        label="Questions and sets"
        opened={question !== undefined}
        content={() => <AskPanel session={session} />}
      />
      {/* Until groups are known there is nothing to tick. */}
      {(kindChoice.from !== 'metric' || session.structure.grouped.value !== undefined) && (
        <Facet
          title={session.kinding.titleOf?.(kindChoice) ?? 'Kinds'}
          values={knowledge.kinds.size === 0 ? [] : kinds}
          session={session}
        />
      )}
      <Facet title="Evidence" values={evidence} session={session}>
        {!namesSources(knowledge) && (
          <p class="muted legend-note">
            Nothing in this graph names a source, so no line is dashed.
          </p>
        )}
      </Facet>
      <Facet title="Relations" values={predicates} session={session} />
    </div>
  )
}

interface FacetProps {
  readonly title: string
  readonly values: readonly FacetValue[]
  readonly session: Session
  /** What there is to say about all values. */
  readonly children?: ComponentChildren
}

function Facet({ title, values, session, children }: FacetProps): JSX.Element | null {
  if (values.length === 0) return null
  return (
    <fieldset class="facet">
      <legend>{title}</legend>
      {children}
      <ul>
        {values.map((value) => (
          <FacetRow key={value.choice.value} value={value} all={values} session={session} />
        ))}
      </ul>
    </fieldset>
  )
}

interface RowProps {
  readonly value: FacetValue
  readonly all: readonly FacetValue[]
  readonly session: Session
}

function FacetRow({ value, all, session }: RowProps): JSX.Element {
  const { choice, label, shown, total, hidden } = value
  const { dispatch } = session
  const count = shown === total ? grouped(total) : `${grouped(shown)} of ${grouped(total)}`
  return (
    <li class={hidden ? 'facet-row is-hidden' : 'facet-row'}>
      <label>
        <input
          type="checkbox"
          checked={!hidden}
          onChange={() => dispatch({ type: 'toggle', choice })}
        />
        <Mark value={value} session={session} />
        <span class="facet-label">{label}</span>
        <span class="facet-count">{count}</span>
      </label>
      <button
        type="button"
        class="facet-only"
        aria-label={`Show only ${label}`}
        onClick={() => dispatch({ type: 'only', choice, all: all.map((other) => other.choice) })}
      >
        only
      </button>
    </li>
  )
}

/** With a ring in the middle: a wave is a disputed line, a ring a node with a disputed fact. */
const wave = 'M0 4q1.75-4 3.5 0t3.5 0M15 4q1.75-4 3.5 0t3.5 0'

function Mark({ value, session }: Pick<RowProps, 'value' | 'session'>): JSX.Element | null {
  const { choice } = value
  if (choice.facet === 'kinds') {
    return <KindMark look={legendLook(session, choice.value)} />
  }
  if (choice.facet === 'evidence') {
    const line = lineOf(choice.value, namesSources(session.knowledge))
    return (
      <svg
        class={`line-mark is-${line}`}
        viewBox="0 0 22 8"
        width="22"
        height="8"
        aria-hidden="true"
      >
        <path d={line === 'waved' ? wave : 'M1 4h20'} />
        {line === 'waved' && <circle cx="11" cy="4" r="3" />}
      </svg>
    )
  }
  return null
}
