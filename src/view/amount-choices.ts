import type { PredicateId } from '../model/ids.ts'
import type { Column, Fact, Knowledge } from '../model/knowledge.ts'
import type { Datatype } from '../model/literal.ts'
import { beyondPlain } from '../model/in-columns.ts'

/** The columns of the file that are numbers, to size and to colour by. */
export function amountColumns({ columns }: Knowledge): readonly Column[] {
  return columns.entity.filter(({ dynamic, datatype }) => !dynamic && isNumber(datatype))
}

/** A fact that gives an entity one number at most, in the same unit for all. */
export interface AmountFact extends Fact {
  readonly unit: string | undefined
}

/** The facts that are amounts, to size and to colour by, as far as anything states them. */
export function amountFacts({ predicates, statements }: Knowledge): readonly AmountFact[] {
  const units = new Map<PredicateId, Set<string | undefined>>()
  for (const { predicate, value } of beyondPlain(statements)) {
    if (value.type !== 'literal') continue
    const known = units.get(predicate)
    if (known === undefined) units.set(predicate, new Set([value.literal.unit]))
    else known.add(value.literal.unit)
  }
  return [...predicates.values()].flatMap((predicate): readonly AmountFact[] => {
    const [unit, ...others] = units.get(predicate.id) ?? []
    const isAmount =
      predicate.type === 'fact' && predicate.singleValued && isNumber(predicate.datatype)
    if (!isAmount || !units.has(predicate.id) || others.length > 0) return []
    return [{ ...predicate, unit }]
  })
}

function isNumber(datatype: Datatype): boolean {
  return datatype === 'integer' || datatype === 'decimal' || datatype === 'year'
}
