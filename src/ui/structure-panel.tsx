import type { JSX } from 'preact'
import type { Session } from '../app/session.ts'
import type { Structure } from '../app/structure.ts'
import type { SizeMark } from '../display/node-size.ts'
import { sizeMetrics } from '../view/measured.ts'
import type { SizeChoice } from '../view/view.ts'
import { KindsFrom } from './kinds-from.tsx'
import { StructureBrush } from './structure-brush.tsx'
import { MetricWords, Words, amountText, metricLabel } from './structure-words.tsx'
import './structure.css'

/** What sizes and colours tell, with a legend and a histogram of the sizes. */
export function StructurePanel({ session }: { readonly session: Session }): JSX.Element | null {
  session.structure.load()
  const structure = session.structure.loaded.value
  if (structure === undefined) return null
  return (
    <div class="structure">
      {session.kinding.columns.length === 0 && <KindsFrom session={session} />}
      <SizeBy session={session} structure={structure} />
      <SizeWords session={session} structure={structure} />
      <SizeLegend session={session} structure={structure} />
      <StructureBrush session={session} />
    </div>
  )
}

interface Props {
  readonly session: Session
  readonly structure: Structure
}

function SizeBy({ session, structure }: Props): JSX.Element {
  const { size } = session.choices.value
  const current =
    size.by === 'degree' ? 'degree' : size.by === 'metric' ? size.metric : `column:${size.column}`
  const choose = (text: string): void => {
    const metric = sizeMetrics.find((id) => id === text)
    const column = structure.columns.find(({ id }) => `column:${id}` === text)
    const chosen: SizeChoice =
      metric !== undefined
        ? { by: 'metric', metric }
        : column === undefined
          ? { by: 'degree' }
          : { by: 'column', column: column.id }
    session.dispatch({ type: 'size', size: chosen })
  }
  return (
    <label class="kinds-from">
      Size by
      <select class="field" value={current} onChange={(event) => choose(event.currentTarget.value)}>
        {(['degree', ...sizeMetrics] as const).map((id) => (
          <option key={id} value={id}>
            {metricLabel(id)}
          </option>
        ))}
        {structure.columns.length > 0 && (
          <optgroup label="Columns of the file">
            {structure.columns.map(({ id, title }) => (
              <option key={id} value={`column:${id}`}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  )
}

function SizeWords({ session, structure }: Props): JSX.Element {
  const { size } = session.choices.value
  if (size.by === 'column') {
    return (
      <Words
        sentence="What this column of the file says."
        caution="Only the file's maker knows how it was measured; a node without a figure is drawn smallest."
      />
    )
  }
  const id = size.by === 'degree' ? 'degree' : size.metric
  const measuring = structure.measuring(id)
  return (
    <MetricWords
      id={id}
      measuring={measuring}
      cancel={() => session.dispatch({ type: 'size', size: { by: 'degree' } })}
    />
  )
}

function SizeLegend({ session, structure }: Props): JSX.Element | null {
  const scale = structure.scale.value
  if (scale === undefined || scale.marks.length === 0) return null
  const { size } = session.choices.value
  const column = structure.columns.find(({ id }) => size.by === 'column' && id === size.column)
  const text = ({ amount, orMore }: SizeMark): string =>
    `${amountText(amount, column?.datatype === 'year')}${orMore ? ' or more' : ''}`
  return (
    <ul class="structure-sizes" aria-label="Sizes">
      {scale.marks.map((mark) => (
        <li key={mark.amount}>
          <svg width={mark.radius * 2} height={mark.radius * 2} aria-hidden="true">
            <circle cx={mark.radius} cy={mark.radius} r={mark.radius} />
          </svg>
          {text(mark)}
        </li>
      ))}
    </ul>
  )
}
