import fc from 'fast-check'
import { emptyDraft } from '../src/model/draft.ts'
import type { ColumnOf, Draft } from '../src/model/draft.ts'
import { edited } from '../src/model/edit.ts'
import type { Edit, RecordName } from '../src/model/edit.ts'
import { columnId, entityId, kindId, predicateId, sourceId, statementId } from '../src/model/ids.ts'
import type { Column, Knowledge, Predicate, Value } from '../src/model/knowledge.ts'
import { anyText } from './any-text.ts'
import { edge, node } from './seven-nodes.ts'

const newKind = { id: kindId('new-kind'), label: 'New kind', plural: 'New kinds' }
const newPredicate: Predicate = {
  type: 'relation',
  id: predicateId('new-predicate'),
  label: 'is new to',
  inverse: '',
  subjects: [],
  objects: [],
  singleValued: false,
}
const newColumn: Column = {
  id: columnId('new-column'),
  title: 'New column',
  datatype: 'integer',
  dynamic: false,
}

/** A kind, a predicate or a column that the graph lacks, or one of these used. */
function anyAddition(knowledge: Knowledge): fc.Arbitrary<Edit> {
  const entity = fc.constantFrom(...knowledge.entities.keys(), entityId('new-1'))
  const attributes = [{ column: newColumn.id, text: '1' }]
  return fc.oneof(
    fc.constant<Edit>({ type: 'add-kind', kind: newKind }),
    fc.constant<Edit>({ type: 'add-predicate', predicate: newPredicate }),
    fc
      .constantFrom<ColumnOf>('entity', 'statement')
      .map((of): Edit => ({ type: 'add-column', of, column: newColumn })),
    entity.map((id): Edit => ({
      type: 'set-entity',
      entity: node(id, 'Of a new kind', newKind.id, { attributes }),
    })),
    fc.tuple(entity, entity).map(([from, to]): Edit => ({
      type: 'set-statement',
      statement: edge('said-1', from, newPredicate.id, to, { attributes }),
    })),
  )
}

/** Every edit that a reader could make: what is there changed or removed, and new records. */
export function anyEdit(knowledge: Knowledge): fc.Arbitrary<Edit> {
  const entity = fc.constantFrom(...knowledge.entities.keys(), entityId('new-1'), entityId('new-2'))
  const statement = fc.constantFrom(...knowledge.statements.keys(), statementId('said-1'))
  const predicate = fc.constantFrom(...knowledge.predicates.keys())
  const source = sourceId('new-source')
  const value: fc.Arbitrary<Value> = fc.oneof(
    entity.map((id): Value => ({ type: 'entity', entity: id })),
    anyText.map((text): Value => ({ type: 'literal', literal: { text, datatype: 'string' } })),
  )
  const record: fc.Arbitrary<RecordName> = fc.oneof(
    entity.map((id): RecordName => ({ of: 'entity', id })),
    statement.map((id): RecordName => ({ of: 'statement', id })),
    fc.constant<RecordName>({ of: 'source', id: source }),
    fc.constant<RecordName>({ of: 'kind', id: newKind.id }),
    fc.constant<RecordName>({ of: 'predicate', id: newPredicate.id }),
    fc
      .constantFrom<ColumnOf>('entity', 'statement')
      .map((on): RecordName => ({ of: 'column', on, id: newColumn.id })),
  )
  const kinds = [...knowledge.kinds.keys(), undefined]
  return fc.oneof(
    anyAddition(knowledge),
    fc
      .record({ id: entity, label: anyText, kind: fc.constantFrom(...kinds) })
      .map(({ id, label, kind }): Edit => ({ type: 'set-entity', entity: node(id, label, kind) })),
    fc
      .record({
        id: statement,
        subject: entity,
        predicate,
        value,
        disputed: fc.subarray([statementId('said-1')]),
      })
      .map(({ id, subject, predicate: said, value: what, disputed }): Edit => ({
        type: 'set-statement',
        statement: edge(id, subject, said, '', { value: what, disputes: disputed }),
      })),
    fc.constant<Edit>({
      type: 'add-source',
      source: { id: source, title: 'A new source', paragraphs: new Map() },
    }),
    entity.map((id): Edit => ({ type: 'remove-entity', id })),
    statement.map((id): Edit => ({ type: 'remove-statement', id })),
    record.map((named): Edit => ({ type: 'revert', record: named })),
  )
}

/** Every draft that edits lead to. */
export function anyDraft(knowledge: Knowledge): fc.Arbitrary<Draft> {
  return fc
    .array(anyEdit(knowledge), { maxLength: 5 })
    .map((edits) => edited(knowledge, emptyDraft, edits))
}
