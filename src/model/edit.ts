import { fieldChanges } from './difference.ts'
import { draftSize, emptyDraft } from './draft.ts'
import type { Draft, Removed } from './draft.ts'
import type { EntityId, SourceId, StatementId } from './ids.ts'
import type { Entity, Knowledge, Source, Statement } from './knowledge.ts'

/** One change that a reader makes. Setting adds the record, or puts it in place of its namesake. */
export type Edit =
  | { readonly type: 'set-entity'; readonly entity: Entity }
  | { readonly type: 'set-statement'; readonly statement: Statement }
  | { readonly type: 'add-source'; readonly source: Source }
  /** Its statements go with it. */
  | { readonly type: 'remove-entity'; readonly id: EntityId }
  | { readonly type: 'remove-statement'; readonly id: StatementId }
  /** Makes one record what it was when the graph was opened. */
  | { readonly type: 'revert'; readonly record: RecordName }

export type RecordName =
  | { readonly of: 'entity'; readonly id: EntityId }
  | { readonly of: 'statement'; readonly id: StatementId }
  | { readonly of: 'source'; readonly id: SourceId }

/** The draft after some edits, in turn; where they leave nothing changed, the empty draft itself. */
export function edited(opened: Knowledge, draft: Draft, edits: readonly Edit[]): Draft {
  const next = edits.reduce((before, edit) => editedOnce(opened, before, edit), draft)
  return draftSize(next) === 0 ? emptyDraft : next
}

/**
 * The knowledge with a draft applied: changed records keep their place, new ones come last. Nothing
 * dangles, whatever the draft says: statements go with the entities that they are about, and
 * disputes, parents and places to start with the records that they name.
 */
export function applyDraft(opened: Knowledge, draft: Draft): Knowledge {
  if (draft === emptyDraft) return opened
  const entities = withRecords(opened.entities, draft.entities)
  const statements = withRecords(opened.statements, draft.statements)
  for (const [id, statement] of statements) {
    if (dangles(statement, entities)) statements.delete(id)
  }
  const goneEntity = (id: EntityId): boolean => opened.entities.has(id) && !entities.has(id)
  const goneStatement = (id: StatementId): boolean =>
    !statements.has(id) && (opened.statements.has(id) || draft.statements.has(id))
  for (const [id, { disputes, ...statement }] of statements) {
    if (!disputes.some(goneStatement)) continue
    statements.set(id, {
      ...statement,
      disputes: disputes.filter((other) => !goneStatement(other)),
    })
  }
  for (const [id, { parents, ...entity }] of entities) {
    if (!parents.some(goneEntity)) continue
    entities.set(id, { ...entity, parents: parents.filter((parent) => !goneEntity(parent)) })
  }
  const { dataset } = opened
  return {
    ...opened,
    dataset: dataset.start.some(goneEntity)
      ? { ...dataset, start: dataset.start.filter((id) => !goneEntity(id)) }
      : dataset,
    sources: withRecords(opened.sources, draft.sources),
    entities,
    statements,
  }
}

/** The statements about an entity, from either end: what goes with it. */
export function statementsAbout(knowledge: Knowledge, id: EntityId): readonly Statement[] {
  return [...knowledge.statements.values()].filter((statement) => isAbout(statement, id))
}

function editedOnce(opened: Knowledge, draft: Draft, edit: Edit): Draft {
  switch (edit.type) {
    case 'set-entity':
      return { ...draft, entities: set(draft.entities, edit.entity, opened.entities) }
    case 'set-statement':
      return { ...draft, statements: set(draft.statements, edit.statement, opened.statements) }
    case 'add-source':
      return { ...draft, sources: new Map(draft.sources).set(edit.source.id, edit.source) }
    case 'remove-entity':
      return withoutEntity(opened, draft, edit.id)
    case 'remove-statement':
      return { ...draft, statements: remove(draft.statements, edit.id, opened.statements) }
    case 'revert':
      return reverted(opened, draft, edit.record)
  }
}

/**
 * Statements that the graph was opened with go by consequence, and come back with the entity; only
 * those that a change has brought to it need a word of their own.
 */
function withoutEntity(opened: Knowledge, draft: Draft, id: EntityId): Draft {
  const statements = new Map(draft.statements)
  for (const [statementId, statement] of draft.statements) {
    if (statement === 'removed' || !isAbout(statement, id)) continue
    const original = opened.statements.get(statementId)
    if (original === undefined || isAbout(original, id)) statements.delete(statementId)
    else statements.set(statementId, 'removed')
  }
  return { ...draft, statements, entities: remove(draft.entities, id, opened.entities) }
}

function reverted(opened: Knowledge, draft: Draft, { of, id }: RecordName): Draft {
  switch (of) {
    case 'entity':
      // An entity that was not there when the graph was opened takes its statements with it.
      return opened.entities.has(id)
        ? { ...draft, entities: without(draft.entities, id) }
        : withoutEntity(opened, draft, id)
    case 'statement':
      return { ...draft, statements: without(draft.statements, id) }
    case 'source':
      return { ...draft, sources: without(draft.sources, id) }
  }
}

function dangles({ subject, value }: Statement, entities: ReadonlyMap<EntityId, Entity>): boolean {
  return !entities.has(subject) || (value.type === 'entity' && !entities.has(value.entity))
}

function isAbout({ subject, value }: Statement, id: EntityId): boolean {
  return subject === id || (value.type === 'entity' && value.entity === id)
}

function withRecords<Id extends string, Item extends object>(
  opened: ReadonlyMap<Id, Item>,
  changes: ReadonlyMap<Id, Item | Removed>,
): Map<Id, Item> {
  const records = new Map(opened)
  for (const [id, record] of changes) {
    if (record === 'removed') records.delete(id)
    else records.set(id, record)
  }
  return records
}

function set<Id extends string, Item extends { readonly id: Id }>(
  changes: ReadonlyMap<Id, Item | Removed>,
  record: Item,
  opened: ReadonlyMap<Id, Item>,
): ReadonlyMap<Id, Item | Removed> {
  const original = opened.get(record.id)
  if (original !== undefined && fieldChanges(original, record).length === 0) {
    return without(changes, record.id)
  }
  return new Map(changes).set(record.id, record)
}

function remove<Id extends string, Item extends object>(
  changes: ReadonlyMap<Id, Item | Removed>,
  id: Id,
  opened: ReadonlyMap<Id, Item>,
): ReadonlyMap<Id, Item | Removed> {
  return opened.has(id) ? new Map(changes).set(id, 'removed') : without(changes, id)
}

function without<Id extends string, Change>(
  changes: ReadonlyMap<Id, Change>,
  id: Id,
): ReadonlyMap<Id, Change> {
  const rest = new Map(changes)
  rest.delete(id)
  return rest
}
