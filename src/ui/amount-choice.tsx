import type { JSX } from 'preact'
import type { Structure } from '../app/structure.ts'
import { amountWords } from '../display/amount-words.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { AmountFact } from '../view/amount-choices.ts'
import { amountColumns } from '../view/amount-choices.ts'
import { sizeMetrics } from '../view/measured.ts'
import type { AmountChoice } from '../view/view.ts'
import type { ChoiceGroup } from './choice-select.tsx'
import { MetricWords, Words } from './structure-words.tsx'

/** Every amount that this graph has. */
export function amountGroups(
  knowledge: Knowledge,
  facts: readonly AmountFact[],
): readonly ChoiceGroup<AmountChoice>[] {
  const spoken = (choice: AmountChoice): ChoiceGroup<AmountChoice>['choices'][number] => ({
    text: amountWords(choice, knowledge, facts).title,
    choice,
  })
  const metrics = sizeMetrics.map((metric): AmountChoice => ({ by: 'metric', metric }))
  return [
    {
      title: 'Figures of the structure',
      choices: [{ by: 'degree' } as const, ...metrics].map(spoken),
    },
    {
      title: 'Columns of the file',
      choices: amountColumns(knowledge).map(({ id }) => spoken({ by: 'column', column: id })),
    },
    { title: 'Facts', choices: facts.map(({ id }) => spoken({ by: 'fact', predicate: id })) },
  ]
}

interface WordsProps {
  readonly choice: AmountChoice
  readonly structure: Structure
  /** What becomes of a node without a figure: "drawn smallest". */
  readonly without: string
  readonly cancel: () => void
}

/** What the chosen amount means and when it misleads. */
export function AmountMeaning({ choice, structure, without, cancel }: WordsProps): JSX.Element {
  if (choice.by === 'column') {
    return (
      <Words
        sentence="What this column of the file says."
        caution={`Only the file's maker knows how it was measured; a node without a figure is ${without}.`}
      />
    )
  }
  if (choice.by === 'fact') {
    return (
      <Words
        sentence="What this fact says."
        caution={`A node of which it is not stated, or with two different values, is ${without}.`}
      />
    )
  }
  const id = choice.by === 'degree' ? 'degree' : choice.metric
  return <MetricWords id={id} measuring={structure.measuring(id)} cancel={cancel} />
}
