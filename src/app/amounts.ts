import type { CompactGraph } from '../graph/compact-graph.ts'
import { degree } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import type { Measured } from '../graph/measure.ts'
import type { ColumnId, EntityId, PredicateId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { numberOf } from '../model/literal.ts'
import { beyondPlain } from '../model/in-columns.ts'
import type { AmountFact } from '../view/amount-choices.ts'
import type { AmountChoice } from '../view/view.ts'
import type { AmountOf } from '../view/visible.ts'

/** Where amounts are looked up. */
export interface AmountNeeds {
  readonly knowledge: Knowledge
  readonly graph: Graph
  readonly facts: readonly AmountFact[]
  readonly compact: () => CompactGraph
  /** Undefined while it is not computed. */
  readonly measuredOf: (metric: Measured['metric']) => Measured | undefined
}

/** The amounts of a choice; undefined while they are not known. */
export function amountsOf(choice: AmountChoice, needs: AmountNeeds): AmountOf | undefined {
  switch (choice.by) {
    case 'degree':
      return (id) => degree(needs.graph, id)
    case 'metric': {
      const measured = needs.measuredOf(choice.metric)
      if (measured === undefined) return undefined
      const { indices } = needs.compact()
      return (id) => measured.values[indices.get(id) ?? -1]
    }
    case 'column':
      return columnAmounts(needs.knowledge, choice.column)
    case 'fact':
      return factAmounts(needs, choice.predicate)
  }
}

function columnAmounts({ columns, entities }: Knowledge, chosen: ColumnId): AmountOf {
  const column = columns.entity.find(({ id }) => id === chosen)
  const amounts = new Map<EntityId, number>()
  for (const { id, attributes } of column === undefined ? [] : entities.values()) {
    const text = attributes.find((value) => value.column === chosen)?.text ?? column?.defaultText
    const { datatype = 'string' } = column ?? {}
    const amount = text === undefined ? undefined : numberOf({ text, datatype })
    if (amount !== undefined) amounts.set(id, amount)
  }
  return (id) => amounts.get(id)
}

/** Which of two different values would be right, nobody here can say: such an entity has none. */
function factAmounts({ knowledge, facts }: AmountNeeds, chosen: PredicateId): AmountOf {
  const known = facts.some(({ id }) => id === chosen)
  const amounts = new Map<EntityId, number | undefined>()
  for (const { predicate, subject, value } of known ? beyondPlain(knowledge.statements) : []) {
    if (predicate !== chosen || value.type !== 'literal') continue
    const amount = numberOf(value.literal)
    const isOther = amounts.has(subject) && amounts.get(subject) !== amount
    amounts.set(subject, isOther ? undefined : amount)
  }
  return (id) => amounts.get(id)
}
