import { kindId, predicateId } from '../../model/ids.ts'
import type { EntityId, KindId, PredicateId } from '../../model/ids.ts'
import type { Entity, Fact, Knowledge, Predicate, Statement } from '../../model/knowledge.ts'
import { fits } from '../../model/literal.ts'
import type { Datatype, Literal } from '../../model/literal.ts'
import type { LossCount } from '../loss-count.ts'
import { firstText, keptTexts } from './kept-texts.ts'
import { renamed, slugOf, slugsOf } from './slugs.ts'
import type { Slugs } from './slugs.ts'

/** What the parts of a fitted graph are made with. */
export interface Fitting {
  readonly knowledge: Knowledge
  /** As they are in the folder, by their ids there. */
  readonly entities: ReadonlyMap<EntityId, Entity>
  readonly names: Slugs
  readonly kindNames: Slugs
  readonly count: LossCount
}

/** The predicates of the folder, and which of them a statement has. */
export interface FittedPredicates {
  readonly predicates: Knowledge['predicates']
  readonly of: (statement: Statement) => Predicate
}

interface Use {
  readonly declared: Predicate | undefined
  readonly id: PredicateId
  readonly statements: Statement[]
}

/**
 * The predicates as dataset.yaml can hold them: each is either a relation or a fact, takes the
 * kinds that its statements join, and has the datatype that all its values fit.
 */
export function fittedPredicates(fitting: Fitting): FittedPredicates {
  const { knowledge, count } = fitting
  const uses = usesOf(knowledge)
  const slugs = slugsOf(uses.keys(), 'predicate')
  count.add('ids that are not slugs, which are written as slugs', renamed(slugs))
  const fitted = new Map(
    [...uses].map(([key, use]) => {
      const id = predicateId(slugOf(slugs, key))
      return [key, isRelation(use) ? relationOf(use, id, fitting) : factOf(use, id, fitting)]
    }),
  )
  return {
    predicates: new Map([...fitted.values()].map((predicate) => [predicate.id, predicate])),
    of: (statement) => {
      const predicate = fitted.get(keyOf(statement, knowledge))
      if (predicate === undefined) throw new Error(`no predicate was made for “${statement.id}”`)
      return predicate
    },
  }
}

/** The datatype of `wanted` where all literals fit it, else text, which anything is. */
export function datatypeFor(
  literals: readonly Literal[],
  wanted: Datatype | undefined,
  { add }: LossCount,
): Datatype {
  const candidate = wanted ?? literals[0]?.datatype ?? 'string'
  const datatype = literals.every(({ text }) => fits(text, candidate)) ? candidate : 'string'
  const strangers = literals.filter((literal) => literal.datatype !== datatype)
  add('values of another datatype than the others of their predicate', strangers.length)
  if (wanted !== undefined && wanted !== datatype) add('datatypes of predicates')
  return datatype
}

/** A predicate and its statements; where it is said of entities and of literals, it is two. */
function usesOf(knowledge: Knowledge): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>()
  for (const [id, declared] of knowledge.predicates) uses.set(id, { id, declared, statements: [] })
  for (const statement of knowledge.statements.values()) {
    const key = keyOf(statement, knowledge)
    const use = uses.get(key)
    if (use !== undefined) use.statements.push(statement)
    else uses.set(key, { id: statement.predicate, declared: undefined, statements: [statement] })
  }
  return uses
}

/** Under what a statement's predicate is kept: its id, and where it is not declared so, its type. */
function keyOf({ predicate, value }: Statement, { predicates }: Knowledge): string {
  const type = value.type === 'entity' ? 'relation' : 'fact'
  return predicates.get(predicate)?.type === type ? predicate : `${predicate}\u0000${type}`
}

function isRelation({ declared, statements }: Use): boolean {
  return declared === undefined
    ? statements[0]?.value.type === 'entity'
    : declared.type === 'relation'
}

function baseOf(use: Use, id: PredicateId, fitting: Fitting): Omit<Fact, 'type' | 'datatype'> {
  const { declared, statements } = use
  const { count, names, entities } = fitting
  const label = firstText(declared?.label, use.id, id)
  if (declared === undefined) count.add('predicates that are not described, called by their ids')
  else if (declared.label !== label) count.add('predicates without a name, called by their ids')
  const { description } = declared ?? {}
  return {
    id,
    label,
    singleValued: declared?.singleValued ?? false,
    subjects: kindsOf(
      declared?.subjects ?? [],
      statements.map(({ subject }) => entities.get(slugOf(names, subject) as EntityId)?.kind),
      fitting,
    ),
    ...keptTexts({ description }, count),
  }
}

function relationOf(use: Use, id: PredicateId, fitting: Fitting): Predicate {
  const { count, names, entities } = fitting
  const base = baseOf(use, id, fitting)
  const declared = use.declared?.type === 'relation' ? use.declared : undefined
  const inverse = firstText(declared?.inverse, `${base.label} (of)`)
  if (declared !== undefined && declared.inverse !== inverse) count.add('empty texts')
  const values = use.statements.map(({ value }) =>
    value.type === 'entity'
      ? entities.get(slugOf(names, value.entity) as EntityId)?.kind
      : undefined,
  )
  const objects = kindsOf(declared?.objects ?? [], values, fitting)
  return { ...base, type: 'relation', inverse, objects }
}

function factOf(use: Use, id: PredicateId, fitting: Fitting): Predicate {
  const literals = use.statements.flatMap(({ value }) =>
    value.type === 'literal' ? [value.literal] : [],
  )
  const wanted = use.declared?.type === 'fact' ? use.declared.datatype : undefined
  const datatype = datatypeFor(literals, wanted, fitting.count)
  return { ...baseOf(use, id, fitting), type: 'fact', datatype }
}

/** The declared kinds that are there, and those that are joined all the same; empty for any. */
function kindsOf(
  declared: readonly KindId[],
  joined: readonly (KindId | undefined)[],
  { kindNames, count }: Fitting,
): readonly KindId[] {
  if (declared.length === 0) return []
  const kept = declared.flatMap((kind) => kindNames.get(kind) ?? []).map(kindId)
  const kinds = new Set(kept)
  for (const kind of joined) if (kind !== undefined) kinds.add(kind)
  if (kept.length < declared.length || kinds.size > kept.length) {
    count.add('lists of the kinds that a predicate takes, which are made to fit')
  }
  return [...kinds]
}
