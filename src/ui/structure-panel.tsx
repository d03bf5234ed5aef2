import type { JSX } from 'preact'
import type { Session } from '../app/session.ts'
import type { Structure } from '../app/structure.ts'
import type { SizeMark } from '../display/node-size.ts'
import { amountWords } from '../display/amount-words.ts'
import { sameAmount } from '../view/same-view.ts'
import type { AmountChoice } from '../view/view.ts'
import { AmountMeaning, amountGroups } from './amount-choice.tsx'
import { ChoiceSelect } from './choice-select.tsx'
import { KindsFrom } from './kinds-from.tsx'
import { StructureBrush } from './structure-brush.tsx'
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
      <AmountMeaning
        choice={session.choices.value.size}
        structure={structure}
        without="a dot, smaller than the least"
        cancel={() => session.dispatch({ type: 'size', size: { by: 'degree' } })}
      />
      <SizeLegend session={session} structure={structure} />
      <StructureBrush session={session} structure={structure} />
    </div>
  )
}

interface Props {
  readonly session: Session
  readonly structure: Structure
}

function SizeBy({ session, structure }: Props): JSX.Element {
  const { size } = session.choices.value
  return (
    <ChoiceSelect<AmountChoice>
      label="Size by"
      groups={amountGroups(session.content, structure.facts)}
      isCurrent={(choice) => sameAmount(choice, size)}
      choose={(choice) => session.dispatch({ type: 'size', size: choice })}
    />
  )
}

function SizeLegend({ session, structure }: Props): JSX.Element | null {
  const scale = structure.scale.value
  if (scale === undefined || scale.marks.length === 0) return null
  const { value: sizeless } = structure.sizeless
  const words = amountWords(session.choices.value.size, session.content, structure.facts)
  const text = ({ amount, orMore }: SizeMark): string =>
    `${words.text(amount)}${orMore ? ' or more' : ''}`
  return (
    <ul class="structure-sizes" aria-label="Sizes">
      {sizeless > 0 && (
        <SizeRow radius={scale.radius(undefined)} text={`no figure (${sizeless})`} />
      )}
      {scale.marks.map((mark) => (
        <SizeRow key={mark.amount} radius={mark.radius} text={text(mark)} />
      ))}
    </ul>
  )
}

function SizeRow({
  radius,
  text,
}: {
  readonly radius: number
  readonly text: string
}): JSX.Element {
  return (
    <li>
      <svg width={radius * 2} height={radius * 2} aria-hidden="true">
        <circle cx={radius} cy={radius} r={radius} />
      </svg>
      {text}
    </li>
  )
}
