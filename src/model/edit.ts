import { draftSize, emptyDraft } from './draft.ts'
import type { ColumnOf, Draft } from './draft.ts'
import {
  withVocabulary,
  withoutColumn,
  withoutKind,
  withoutPredicate,
  withoutUnused,
} from './draft-vocabulary.ts'
import type { ColumnId, EntityId, KindId, PredicateId, SourceId, StatementId } from './ids.ts'
import type { Column, Entity, Kind, Knowledge, Predicate, Source, Statement } from './knowledge.ts'
import { withAdded, withRecord, withRecords, withRemoved, without } from './record-changes.ts'

/** One change that a reader makes. Setting adds the record, or puts it in place of its namesake. */
export type Edit =
  | { readonly type: 'set-entity'; readonly entity: Entity }
  | { readonly type: 'set-statement'; readonly statement: Statement }
  | { readonly type: 'add-source'; readonly source: Source }
  /** These three stay as long as a record of the draft uses them. */
  | { readonly type: 'add-kind'; readonly kind: Kind }
  | { readonly type: 'add-predicate'; readonly predicate: Predicate }
  | { readonly type: 'add-column'; readonly of: ColumnOf; readonly column: Column }
  /** Its statements go with it. */
  | { readonly type: 'remove-entity'; readonly id: EntityId }
  | { readonly type: 'remove-statement'; readonly id: StatementId }
  /** Makes one record what it was when the graph was opened. */
  | { readonly type: 'revert'; readonly record: RecordName }

export type RecordName =
  | { readonly of: 'entity'; readonly id: EntityId }
  | { readonly of: 'statement'; readonly id: StatementId }
  | { readonly of: 'source'; readonly id: SourceId }
  | { readonly of: 'kind'; readonly id: KindId }
  | { readonly of: 'predicate'; readonly id: PredicateId }
  | { readonly of: 'column'; readonly on: ColumnOf; readonly id: ColumnId }

/** The draft after some edits, in turn; where they leave nothing changed, the empty draft itself. */
export function edited(opened: Knowledge, draft: Draft, edits: readonly Edit[]): Draft {
  const next = withoutUnused(
    edits.reduce((before, edit) => editedOnce(opened, before, edit), draft),
  )
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
    ...withVocabulary(opened, draft),
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
      return { ...draft, entities: withRecord(draft.entities, edit.entity, opened.entities) }
    case 'set-statement':
      return {
        ...draft,
        statements: withRecord(draft.statements, edit.statement, opened.statements),
      }
    case 'add-source':
      return { ...draft, sources: new Map(draft.sources).set(edit.source.id, edit.source) }
    case 'add-kind':
      return {
        ...draft,
        kinds: withAdded(draft.kinds, edit.kind, opened.kinds.get(edit.kind.id)),
      }
    case 'add-predicate':
      return {
        ...draft,
        predicates: withAdded(
          draft.predicates,
          edit.predicate,
          opened.predicates.get(edit.predicate.id),
        ),
      }
    case 'add-column': {
      const { of, column } = edit
      const original = opened.columns[of].find(({ id }) => id === column.id)
      const added = withAdded(draft.columns[of], column, original)
      return { ...draft, columns: { ...draft.columns, [of]: added } }
    }
    case 'remove-entity':
      return withoutEntity(opened, draft, edit.id)
    case 'remove-statement':
      return { ...draft, statements: withRemoved(draft.statements, edit.id, opened.statements) }
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
  return { ...draft, statements, entities: withRemoved(draft.entities, id, opened.entities) }
}

function reverted(opened: Knowledge, draft: Draft, record: RecordName): Draft {
  switch (record.of) {
    case 'entity':
      // An entity that was not there when the graph was opened takes its statements with it.
      return opened.entities.has(record.id)
        ? { ...draft, entities: without(draft.entities, record.id) }
        : withoutEntity(opened, draft, record.id)
    case 'statement':
      return { ...draft, statements: without(draft.statements, record.id) }
    case 'source':
      return { ...draft, sources: without(draft.sources, record.id) }
    case 'kind':
      return withoutKind(opened, draft, record.id)
    case 'predicate':
      return withoutPredicate(draft, record.id)
    case 'column':
      return withoutColumn(opened, draft, record.on, record.id)
  }
}

function dangles({ subject, value }: Statement, entities: ReadonlyMap<EntityId, Entity>): boolean {
  return !entities.has(subject) || (value.type === 'entity' && !entities.has(value.entity))
}

function isAbout({ subject, value }: Statement, id: EntityId): boolean {
  return subject === id || (value.type === 'entity' && value.entity === id)
}
