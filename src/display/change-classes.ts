import type { ChangeClass } from '../model/change-class.ts'
import type { Changes, Difference } from '../model/difference.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'

/** What became of each record; one of the present graph that is not here is the same in both. */
export interface ClassedRecords {
  readonly entities: ClassedIds<EntityId>
  readonly statements: ClassedIds<StatementId>
}

/** Ids are those of each version: what is gone may have left its id to another record. */
export interface ClassedIds<Id extends string> {
  readonly present: ReadonlyMap<Id, Exclude<ChangeClass, 'removed'>>
  readonly gone: readonly Id[]
}

/**
 * The difference without what tells only how a file draws things: places and colours are no
 * statement.
 */
export function withoutDrawing(found: Difference): Difference {
  const cleared = <Id extends string>({ added, removed, changed }: Changes<Id>): Changes<Id> => ({
    added,
    removed,
    changed: changed.flatMap((change) => {
      const fields = change.fields.filter(({ field }) => field !== 'drawing' && field !== 'id')
      return fields.length === 0 ? [] : [{ ...change, fields }]
    }),
  })
  return {
    ...found,
    entities: cleared(found.entities),
    statements: cleared(found.statements),
  }
}

/**
 * The class of every record that differs. An entity has changed too where a fact about it came,
 * went or changed.
 */
export function classedRecords(
  found: Difference,
  before: Knowledge,
  after: Knowledge,
): ClassedRecords {
  const entities = new Map(presentOf(found.entities))
  const statements = presentOf(found.statements)
  const touch = (statement: Statement | undefined): void => {
    if (statement?.value.type !== 'literal' || !after.entities.has(statement.subject)) return
    if (!entities.has(statement.subject)) entities.set(statement.subject, 'changed')
  }
  for (const id of statements.keys()) touch(after.statements.get(id))
  for (const id of found.statements.removed) touch(before.statements.get(id))
  return {
    entities: { present: entities, gone: found.entities.removed },
    statements: { present: statements, gone: found.statements.removed },
  }
}

function presentOf<Id extends string>({
  added,
  changed,
}: Changes<Id>): ReadonlyMap<Id, 'added' | 'changed'> {
  return new Map([
    ...added.map((id) => [id, 'added'] as const),
    ...changed.map(({ id }) => [id, 'changed'] as const),
  ])
}
