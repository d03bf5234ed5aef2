import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Session } from '../app/session.ts'
import { amountFacts } from '../view/amount-choices.ts'
import { groupMetrics } from '../view/measured.ts'
import { sameAmount, sameKinds } from '../view/same-view.ts'
import type { Action } from '../view/update.ts'
import type { KindChoice } from '../view/view.ts'
import { AmountMeaning, amountGroups } from './amount-choice.tsx'
import { ChoiceSelect } from './choice-select.tsx'
import type { ChoiceGroup } from './choice-select.tsx'
import { AmountColours } from './amount-colours.tsx'
import { MetricWords, metricLabel } from './structure-words.tsx'

type ColourAction = Extract<Action, { readonly type: 'take-kinds' | 'colour' }>

/**
 * What gives the colours: the kinds, which come from the graph itself, a column or groups found in
 * it, or an amount.
 */
export function KindsFrom({ session }: { readonly session: Session }): JSX.Element {
  const opening = openingOf(session)
  const { kinds: chosen, colour } = session.choices.value
  const current = chosen.from === 'opening' && opening !== undefined ? opening : chosen
  const facts = useMemo(() => amountFacts(session.content), [session.content])
  const structure = session.structure.loaded.value
  return (
    <>
      <ChoiceSelect<ColourAction>
        label="Colour by"
        groups={[
          ...kindGroups(session),
          ...amountGroups(session.content, facts).map(({ choices, ...group }) => ({
            ...group,
            choices: choices.map(({ text, choice }) => ({
              text,
              choice: { type: 'colour', colour: choice } as const,
            })),
          })),
        ]}
        isCurrent={(action) =>
          action.type === 'colour'
            ? sameAmount(action.colour, colour)
            : colour === undefined && sameKinds(action.kinds, current)
        }
        choose={session.dispatch}
      />
      {colour === undefined && chosen.from === 'metric' && (
        <MetricWords
          id={chosen.metric}
          measuring={structure?.measuring(chosen.metric)}
          cancel={() => session.dispatch({ type: 'take-kinds', kinds: { from: 'opening' } })}
        />
      )}
      {colour !== undefined && structure !== undefined && (
        <>
          <AmountMeaning
            choice={colour}
            structure={structure}
            without="grey"
            cancel={() => session.dispatch({ type: 'take-kinds', kinds: chosen })}
          />
          <AmountColours session={session} choice={colour} structure={structure} />
        </>
      )}
    </>
  )
}

/** Where nothing gave kinds, those that a draft brings are the graph's own. */
function openingOf({ kinding, content }: Session): Session['kinding']['opening'] {
  const { opening } = kinding
  return opening?.from === 'nothing' && content.kinds.size > 0 ? undefined : opening
}

function kindGroups(session: Session): readonly ChoiceGroup<ColourAction>[] {
  const { columns } = session.kinding
  const opening = openingOf(session)
  const from = (text: string, kinds: KindChoice): ChoiceGroup<ColourAction>['choices'][number] => ({
    text,
    choice: { type: 'take-kinds', kinds },
  })
  return [
    {
      choices: [
        ...(opening === undefined ? [from('Kind', { from: 'opening' })] : []),
        ...columns.map(({ id, title }) => from(title, { from: 'column', column: id })),
        ...(columns.length > 0 || opening !== undefined
          ? [from('Nothing', { from: 'nothing' })]
          : []),
      ],
    },
    {
      title: 'Groups in the structure',
      choices: groupMetrics.map((metric) => from(metricLabel(metric), { from: 'metric', metric })),
    },
  ]
}
