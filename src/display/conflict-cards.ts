import { conflictsOf } from '../model/conflicts.ts'
import type { Conflicts } from '../model/conflicts.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Reference, Statement } from '../model/knowledge.ts'
import type { Selection } from '../view/view.ts'
import { entityLine } from './card-lines.ts'
import type { EntityLine } from './card-lines.ts'
import { citationOf } from './citation.ts'
import { sentenceOf } from './sentence.ts'

/** A node or an edge that conflicts are about. */
export type Party = Extract<Selection, { readonly type: 'node' | 'edge' }>

/** Values of one subject and one predicate that cannot all hold. */
export interface ConflictCard {
  readonly subject: EntityLine
  /** What the statements say: "launched in year". */
  readonly label: string
  readonly sides: readonly ConflictSide[]
}

export interface ConflictSide {
  readonly statement: StatementId
  /** Whose card or line shows it. */
  readonly selection: Party
  readonly value: string
  readonly qualifiers: readonly string[]
  readonly note: string | undefined
  /** Where each reference stands, with what it says there. */
  readonly citations: readonly string[]
}

/** The conflicts that the graph shows by itself, all or those of a selection, in its order. */
export function conflictCards(knowledge: Knowledge, about?: Party): readonly ConflictCard[] {
  const conflicts = conflictsOf(knowledge)
  const done = new Set<StatementId>()
  return [...conflicts.keys()].flatMap((id) => {
    if (done.has(id)) return []
    const sides = hangingTogether(id, conflicts).flatMap(
      (each) => knowledge.statements.get(each) ?? [],
    )
    for (const side of sides) done.add(side.id)
    if (about !== undefined && !sides.some((side) => isAbout(side, about))) return []
    return cardOf(knowledge, sides)
  })
}

function hangingTogether(id: StatementId, conflicts: Conflicts): readonly StatementId[] {
  const found = new Set([id])
  // A set goes on to what is added to it meanwhile.
  for (const each of found) for (const other of conflicts.get(each) ?? []) found.add(other)
  return [...found]
}

function isAbout({ id, subject, value }: Statement, about: Party): boolean {
  if (about.type === 'edge') return about.id === id
  const named: readonly EntityId[] = value.type === 'entity' ? [subject, value.entity] : [subject]
  return named.includes(about.id)
}

function cardOf(knowledge: Knowledge, sides: readonly Statement[]): readonly ConflictCard[] {
  const [first] = sides
  if (first === undefined) return []
  const subject = entityLine(knowledge, first.subject)
  const label = knowledge.predicates.get(first.predicate)?.label ?? first.predicate
  return [{ subject, label, sides: sides.map((side) => sideOf(knowledge, side)) }]
}

function sideOf(knowledge: Knowledge, statement: Statement): ConflictSide {
  const { id, subject, value, note, references } = statement
  const { value: text, qualifiers } = sentenceOf(knowledge, statement)
  return {
    statement: id,
    selection: value.type === 'entity' ? { type: 'edge', id } : { type: 'node', id: subject },
    value: text,
    qualifiers,
    note,
    citations: references.map((reference) => citationText(knowledge, reference)),
  }
}

function citationText(knowledge: Knowledge, reference: Reference): string {
  const { place, locator, gloss } = citationOf(knowledge, reference)
  const where = knowledge.sources.size === 1 ? (locator ?? place) : place
  return gloss === undefined ? where : `${where}: ${gloss}`
}
