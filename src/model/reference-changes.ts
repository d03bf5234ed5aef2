import type { ChangeClass } from './change-class.ts'
import type { Changes } from './difference.ts'
import type { StatementId } from './ids.ts'
import type { Knowledge, Reference } from './knowledge.ts'

/** One reference that came, went or changed; a version that does not have it has no side. */
export interface ReferenceChange extends ReferenceSides {
  readonly change: ChangeClass
  /** The statement that it supports, as the newer version calls it, or the older where it is gone. */
  readonly statement: StatementId
  readonly statementIn: 'before' | 'after'
}

/** One reference in both versions; undefined where a version does not have it. */
export interface ReferenceSides {
  readonly before: Reference | undefined
  readonly after: Reference | undefined
}

/** Every reference that differs, those of added and removed statements included. */
export function referenceChanges(
  { added, removed, changed }: Changes<StatementId>,
  before: Knowledge,
  after: Knowledge,
): readonly ReferenceChange[] {
  const of = ({ statements }: Knowledge, id: StatementId): readonly Reference[] =>
    statements.get(id)?.references ?? []
  return [
    ...added.flatMap((id) => told(id, 'after', [], of(after, id))),
    ...removed.flatMap((id) => told(id, 'before', of(before, id), [])),
    ...changed.flatMap(({ id, before: earlier }) =>
      told(id, 'after', of(before, earlier), of(after, id)),
    ),
  ]
}

function told(
  statement: StatementId,
  statementIn: ReferenceChange['statementIn'],
  before: readonly Reference[],
  after: readonly Reference[],
): readonly ReferenceChange[] {
  return differingReferences(before, after).map((sides) => ({
    change:
      sides.before === undefined ? 'added' : sides.after === undefined ? 'removed' : 'changed',
    statement,
    statementIn,
    ...sides,
  }))
}

/**
 * The references of one statement in which two versions differ. One has changed where it points to
 * the same place with other words of ours or the source's, or says the same of another place in the
 * same source.
 */
export function differingReferences(
  before: readonly Reference[],
  after: readonly Reference[],
): readonly ReferenceSides[] {
  const rest = [...before]
  const take = (fits: (one: Reference) => boolean): Reference | undefined => {
    const at = rest.findIndex(fits)
    return at === -1 ? undefined : rest.splice(at, 1)[0]
  }
  const others = after.filter((now) => take((then) => isSame(then, now)) === undefined)
  const pairs = new Map<Reference, Reference>()
  for (const isChanged of [atSamePlace, sayingTheSame]) {
    for (const now of others) {
      const then = pairs.has(now) ? undefined : take((one) => isChanged(one, now))
      if (then !== undefined) pairs.set(now, then)
    }
  }
  return [
    ...rest.map((then) => ({ before: then, after: undefined })),
    ...others.map((now) => ({ before: pairs.get(now), after: now })),
  ]
}

function isSame(a: Reference, b: Reference): boolean {
  return atSamePlace(a, b) && a.words === b.words && a.gloss === b.gloss
}

function atSamePlace(a: Reference, b: Reference): boolean {
  return a.source === b.source && a.paragraph === b.paragraph
}

function sayingTheSame(a: Reference, b: Reference): boolean {
  return (
    a.source === b.source &&
    ((a.words !== undefined && a.words === b.words) ||
      (a.gloss !== undefined && a.gloss === b.gloss))
  )
}
