import type { EntityId, KindId, PredicateId, SourceId, StatementId } from './ids.ts'
import type { Dataset, Knowledge, Statement } from './knowledge.ts'

/** What one part of a graph gained, lost and changed, in the order of the data. */
export interface Changes<Id extends string> {
  readonly added: readonly Id[]
  readonly removed: readonly Id[]
  readonly changed: readonly Change<Id>[]
}

/** One record that is in both, and how it differs. */
export interface Change<Id extends string> {
  readonly id: Id
  /** The id that it had before, where a statement was known by its content alone. */
  readonly before: Id
  readonly fields: readonly FieldChange[]
}

export interface FieldChange {
  readonly field: string
  /** As text: JSON where it is not a string; undefined where there is none. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What changed from one graph to another. */
export interface Difference {
  readonly dataset: readonly FieldChange[]
  readonly kinds: Changes<KindId>
  readonly predicates: Changes<PredicateId>
  readonly sources: Changes<SourceId>
  readonly entities: Changes<EntityId>
  readonly statements: Changes<StatementId>
}

/**
 * Compares two graphs record by record. Records are the same where their ids are; statements
 * rather where they say the same of the same entities, because files often number their edges anew.
 */
export function difference(before: Knowledge, after: Knowledge): Difference {
  return {
    dataset: fieldChanges(stated(before.dataset), stated(after.dataset)),
    kinds: changes(before.kinds, after.kinds),
    predicates: changes(before.predicates, after.predicates),
    sources: changes(before.sources, after.sources),
    entities: changes(before.entities, after.entities),
    statements: changes(
      before.statements,
      after.statements,
      partners(before.statements, after.statements),
    ),
  }
}

/** Without the file's name, which stands for the id that a file does not say, and for its title. */
function stated({ id, title, ...rest }: Dataset): Partial<Dataset> {
  if (title === id) return rest
  return /\.\w+$/.test(id) ? { title, ...rest } : { id, title, ...rest }
}

/** How many records differ at all. */
export function differenceSize({ dataset, ...parts }: Difference): number {
  return Object.values(parts).reduce(
    (sum, { added, removed, changed }) => sum + added.length + removed.length + changed.length,
    dataset.length,
  )
}

function changes<Id extends string, Item extends { readonly id: Id }>(
  before: ReadonlyMap<Id, Item>,
  after: ReadonlyMap<Id, Item>,
  partner?: ReadonlyMap<Id, Id>,
): Changes<Id> {
  const added: Id[] = []
  const changed: Change<Id>[] = []
  const kept = new Set<Id>()
  for (const [id, now] of after) {
    const earlier = partner === undefined ? id : partner.get(id)
    const then = earlier === undefined ? undefined : before.get(earlier)
    if (earlier === undefined || then === undefined) {
      added.push(id)
      continue
    }
    kept.add(earlier)
    const fields = fieldChanges(then, now)
    if (fields.length > 0) changed.push({ id, before: earlier, fields })
  }
  return { added, removed: [...before.keys()].filter((id) => !kept.has(id)), changed }
}

/**
 * The partner of each statement in the older version: the one of its id if it says the same, else
 * another that says the same, for files that number their edges shift all numbers with one edge;
 * at last the one of its id, if nothing else is its partner. A number tells only a place in the
 * file: under it two statements are one where they are about the same as well.
 */
function partners(
  before: ReadonlyMap<StatementId, Statement>,
  after: ReadonlyMap<StatementId, Statement>,
): ReadonlyMap<StatementId, StatementId> {
  const found = new Map<StatementId, StatementId>()
  const free = new Map<string, StatementId[]>()
  const taken = new Set<StatementId>()
  const pair = (id: StatementId, earlier: StatementId): void => {
    found.set(id, earlier)
    taken.add(earlier)
  }
  for (const [id, statement] of before) {
    const now = after.get(id)
    if (now !== undefined && saySame(statement, now)) {
      pair(id, id)
      continue
    }
    const said = saying(statement)
    const list = free.get(said)
    if (list === undefined) free.set(said, [id])
    else list.push(id)
  }
  const rest = [...after].filter(([id]) => !found.has(id))
  for (const [id, statement] of rest) {
    const earlier = free.get(saying(statement))?.shift()
    if (earlier !== undefined) pair(id, earlier)
  }
  for (const [id, statement] of rest) {
    const then = found.has(id) || taken.has(id) ? undefined : before.get(id)
    if (then !== undefined && (!isNumber(id) || areAboutSame(then, statement))) pair(id, id)
  }
  return found
}

/** True of ids that count: "edge-3" is how we number edges without ids, "3" or "e3" how programs do. */
function isNumber(id: StatementId): boolean {
  return /^(?:edge-|e)?\d+$/.test(id)
}

/** True where both join the same two entities, or give the same fact about one. */
function areAboutSame(a: Statement, b: Statement): boolean {
  if (a.subject !== b.subject) return false
  if (a.value.type === 'literal') return b.value.type === 'literal' && a.predicate === b.predicate
  return b.value.type === 'entity' && a.value.entity === b.value.entity
}

/** What `saying` says of both, without writing it where they are alike to the letter. */
function saySame(a: Statement, b: Statement): boolean {
  if (a.subject !== b.subject || a.predicate !== b.predicate) return false
  return isSame(a.value, b.value) || saying(a) === saying(b)
}

function saying({ subject, predicate, value }: Statement): string {
  return JSON.stringify([
    subject,
    predicate,
    value.type === 'entity' ? [value.entity] : [value.literal.text, value.literal.unit ?? null, 0],
  ])
}

/** The fields in which two records differ; one that is undefined is not there. */
export function fieldChanges(before: object, after: object): readonly FieldChange[] {
  if (isSame(before, after)) return []
  const [then, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((field) => {
    if (isSame(then.get(field), now.get(field))) return []
    const [was, is] = [asText(then.get(field)), asText(now.get(field))]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}

/** True only where both have the same text: a quick look that spares most texts being written. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Map || b instanceof Map) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  return (
    keys.length === others.length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  )
}

function asText(value: unknown): string | undefined {
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(ordered(value))
}

/** With the keys of every record in order, so that equal values have equal texts. */
function ordered(value: unknown): unknown {
  if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)].map(ordered)
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, ordered(inner)])
}
