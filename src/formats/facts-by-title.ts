import type { EntityId } from '../model/ids.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'
import type { Datatype, Literal } from '../model/literal.ts'
import { citationText, literalText, narrowingText, separator } from './readable.ts'

/** The facts of one predicate and unit, as a column that has at most one cell per entity. */
export interface FactColumn {
  /** "market value (billion USD)". */
  readonly title: string
  /** Undefined where some entity has several values, or where the values' datatypes differ. */
  readonly datatype: Datatype | undefined
  readonly texts: readonly string[]
  /** One bare value, or several with what narrows each: "98 (in 2024); 70 (in 2023)". */
  readonly textOf: (entity: EntityId) => string | undefined
}

/** Statements with literals as columns, in the order in which their predicates first occur. */
export function factsByTitle(
  facts: readonly Statement[],
  knowledge: Knowledge,
): readonly FactColumn[] {
  const groups = new Map<string, Statement[]>()
  for (const fact of facts) {
    const title = titleOf(fact, knowledge)
    const group = groups.get(title)
    if (group === undefined) groups.set(title, [fact])
    else group.push(fact)
  }
  return [...groups].map(([title, group]) => columnOf(title, group, knowledge))
}

/** What an entity's facts rest on; undefined where none of them has a reference. */
export function factReferences(
  facts: readonly Statement[],
  knowledge: Knowledge,
): string | undefined {
  const cited = facts.filter(({ references }) => references.length > 0)
  if (cited.length === 0) return undefined
  return cited
    .map((fact) => {
      const label = knowledge.predicates.get(fact.predicate)?.label ?? fact.predicate
      const literal = literalOf(fact)
      const value = literal === undefined ? '' : ` ${literalText(literal)}`
      return `${label}${value}: ${citationText(fact.references, knowledge)}`
    })
    .join(separator)
}

function columnOf(title: string, facts: readonly Statement[], knowledge: Knowledge): FactColumn {
  const bySubject = new Map<EntityId, Statement[]>()
  for (const fact of facts) {
    const group = bySubject.get(fact.subject)
    if (group === undefined) bySubject.set(fact.subject, [fact])
    else group.push(fact)
  }
  const single = facts.length === bySubject.size
  const datatypes = new Set(facts.map((fact) => literalOf(fact)?.datatype))
  const [datatype] = datatypes
  return {
    title,
    datatype: single && datatypes.size === 1 ? datatype : undefined,
    texts: facts.map((fact) => literalOf(fact)?.text ?? ''),
    textOf: (entity) => {
      const values = bySubject.get(entity)
      if (values === undefined) return undefined
      if (single) return literalOf(values[0])?.text
      return values.map((fact) => narrowed(fact, knowledge)).join(separator)
    },
  }
}

function titleOf(fact: Statement, { predicates }: Knowledge): string {
  const unit = literalOf(fact)?.unit
  const label = predicates.get(fact.predicate)?.label ?? fact.predicate
  return unit === undefined ? label : `${label} (${unit})`
}

function narrowed(fact: Statement, knowledge: Knowledge): string {
  const narrowing = narrowingText(fact, knowledge)
  const text = literalOf(fact)?.text ?? ''
  return narrowing === '' ? text : `${text} (${narrowing})`
}

function literalOf(fact: Statement | undefined): Literal | undefined {
  return fact?.value.type === 'literal' ? fact.value.literal : undefined
}
