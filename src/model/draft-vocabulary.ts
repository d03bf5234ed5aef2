import type { ColumnOf, Draft, Removed, Vocabulary } from './draft.ts'
import type { ColumnId, KindId, PredicateId } from './ids.ts'
import type { AttributeValue, Column, Entity, Knowledge } from './knowledge.ts'
import { withRecord, withRecords, without } from './record-changes.ts'

/** The kinds, predicates and columns of a graph, with those that a draft adds after them. */
export function withVocabulary(
  opened: Knowledge,
  { kinds, predicates, columns }: Vocabulary,
): Pick<Knowledge, 'kinds' | 'predicates' | 'columns'> {
  return {
    kinds: kinds.size === 0 ? opened.kinds : withRecords(opened.kinds, kinds),
    predicates:
      predicates.size === 0 ? opened.predicates : withRecords(opened.predicates, predicates),
    columns: {
      entity: withColumns(opened.columns.entity, columns.entity),
      statement: withColumns(opened.columns.statement, columns.statement),
    },
  }
}

function withColumns(
  opened: readonly Column[],
  added: ReadonlyMap<ColumnId, Column>,
): readonly Column[] {
  if (added.size === 0) return opened
  const known = new Map(opened.map((column) => [column.id, column]))
  return [...withRecords(known, added).values()]
}

/** The draft without kinds, predicates and columns that no record in it uses. */
export function withoutUnused(draft: Draft): Draft {
  const { kinds, predicates, columns } = draft
  if (kinds.size + predicates.size + columns.entity.size + columns.statement.size === 0) {
    return draft
  }
  const entities = kept(draft.entities)
  const statements = kept(draft.statements)
  const said = used(
    predicates,
    statements.map(({ predicate }) => predicate),
  )
  const joined = [...said.values()].flatMap((predicate) =>
    predicate.type === 'relation'
      ? [...predicate.subjects, ...predicate.objects]
      : predicate.subjects,
  )
  return {
    ...draft,
    kinds: used(kinds, [...entities.flatMap(({ kind }) => kind ?? []), ...joined]),
    predicates: said,
    columns: {
      entity: used(columns.entity, columnsOf(entities)),
      statement: used(columns.statement, columnsOf(statements)),
    },
  }
}

/** The draft without a kind that it added: what is of this kind is of the one that it was before. */
export function withoutKind(opened: Knowledge, draft: Draft, id: KindId): Draft {
  const kinds = without(draft.kinds, id)
  const entities = kept(draft.entities)
    .filter(({ kind }) => kind === id)
    .reduce((changes: Draft['entities'], { kind: _kind, ...entity }) => {
      const before = opened.entities.get(entity.id)?.kind
      const other: Entity = before === undefined ? entity : { ...entity, kind: before }
      return withRecord(changes, other, opened.entities)
    }, draft.entities)
  return { ...draft, kinds, entities }
}

/** The draft without a predicate that it added, and without what it says by it. */
export function withoutPredicate(draft: Draft, id: PredicateId): Draft {
  const predicates = without(draft.predicates, id)
  const statements = kept(draft.statements)
    .filter(({ predicate }) => predicate === id)
    .reduce((changes, statement) => without(changes, statement.id), draft.statements)
  return { ...draft, predicates, statements }
}

/** The draft without a column that it added, and without the values in it. */
export function withoutColumn(opened: Knowledge, draft: Draft, of: ColumnOf, id: ColumnId): Draft {
  const columns = { ...draft.columns, [of]: without(draft.columns[of], id) }
  return of === 'entity'
    ? { ...draft, columns, entities: withoutCells(draft.entities, opened.entities, id) }
    : { ...draft, columns, statements: withoutCells(draft.statements, opened.statements, id) }
}

interface WithCells<Id extends string> {
  readonly id: Id
  readonly attributes: readonly AttributeValue[]
}

function withoutCells<Id extends string, Item extends WithCells<Id>>(
  changes: ReadonlyMap<Id, Item | Removed>,
  opened: ReadonlyMap<Id, Item>,
  gone: ColumnId,
): ReadonlyMap<Id, Item | Removed> {
  return kept(changes)
    .filter(({ attributes }) => attributes.some(({ column }) => column === gone))
    .reduce((rest, record) => {
      const attributes = record.attributes.filter(({ column }) => column !== gone)
      return withRecord(rest, { ...record, attributes }, opened)
    }, changes)
}

function kept<Item extends object>(changes: ReadonlyMap<string, Item | Removed>): readonly Item[] {
  return [...changes.values()].filter((record) => record !== 'removed')
}

function columnsOf(records: readonly WithCells<string>[]): readonly ColumnId[] {
  return records.flatMap(({ attributes }) => attributes.map(({ column }) => column))
}

function used<Id extends string, Item>(
  added: ReadonlyMap<Id, Item>,
  ids: readonly Id[],
): ReadonlyMap<Id, Item> {
  const wanted = new Set(ids)
  return new Map([...added].filter(([id]) => wanted.has(id)))
}
