import { metrics } from '../graph/metrics.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { AmountFact } from '../view/amount-choices.ts'
import type { AmountChoice } from '../view/view.ts'

/** How an amount is spoken of. */
export interface AmountWords {
  /** What it is called, with its unit. */
  readonly title: string
  readonly text: (amount: number) => string
}

/** The words for an amount of this graph, of which `facts` are those that are amounts. */
export function amountWords(
  choice: AmountChoice,
  { columns }: Knowledge,
  facts: readonly AmountFact[],
): AmountWords {
  switch (choice.by) {
    case 'degree':
    case 'metric': {
      const id = choice.by === 'degree' ? choice.by : choice.metric
      return { title: metrics.find((each) => each.id === id)?.label ?? id, text: amountText }
    }
    case 'column': {
      const column = columns.entity.find(({ id }) => id === choice.column)
      return wordsOf(column?.title ?? choice.column, column?.datatype === 'year')
    }
    case 'fact': {
      const fact = facts.find(({ id }) => id === choice.predicate)
      const label = fact?.label ?? choice.predicate
      const title = fact?.unit === undefined ? label : `${label} (${fact.unit})`
      return wordsOf(title, fact?.datatype === 'year')
    }
  }
}

function wordsOf(title: string, areYears: boolean): AmountWords {
  return { title, text: (amount) => amountText(amount, areYears) }
}

/** A figure as a reader wants it: whole numbers in full, others with three digits that count. */
export function amountText(amount: number, asYear = false): string {
  if (Number.isInteger(amount)) return asYear ? String(amount) : wholes.format(amount)
  const small = Math.abs(amount) < 1e-4
  return small ? amount.toExponential(1) : parts.format(amount)
}

const wholes = new Intl.NumberFormat('en-GB', { useGrouping: 'min2' })
const parts = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 })
