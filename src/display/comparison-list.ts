import { changeClasses } from '../model/change-class.ts'
import type { ChangeClass } from '../model/change-class.ts'
import type { Change, Changes, Difference, FieldChange } from '../model/difference.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Entity, Knowledge, Statement } from '../model/knowledge.ts'
import { referenceChanges } from '../model/reference-changes.ts'
import type { ReferenceChange } from '../model/reference-changes.ts'
import type { Selection } from '../view/view.ts'
import { nameOf } from './appearance.ts'
import { comparedFields, referenceField } from './compared-fields.ts'
import type { ComparedField, Sides } from './compared-fields.ts'
import { sentenceText } from './sentence.ts'

/** One record that differs, ready for reading. */
export interface ComparedRecord {
  readonly id: string
  readonly change: ChangeClass
  readonly text: string
  /** Whose card tells of it; undefined where nothing has one. */
  readonly selection: Selection | undefined
  readonly fields: readonly ComparedField[]
}

/** Records of one sort that came, went or changed. */
export interface ComparedPart {
  readonly of: 'records' | 'references'
  readonly title: string
  readonly records: readonly ComparedRecord[]
}

export type ClassCounts = Readonly<Record<ChangeClass, number>>

/** How many records there are of each class. */
export function countsOf({ added, removed, changed }: Changes<string>): ClassCounts {
  return { added: added.length, removed: removed.length, changed: changed.length }
}

/** Everything that differs, sort by sort; sorts in which nothing does are left out. */
export function comparisonList(
  found: Difference,
  before: Knowledge,
  after: Knowledge,
): readonly ComparedPart[] {
  const sides = { before, after }
  const plain = (
    title: string,
    changes: Changes<string>,
    of: (knowledge: Knowledge) => Labelled,
  ): ComparedPart => ({
    of: 'records',
    title,
    records: recordsOf(changes, sides, {
      recordIn: () => undefined,
      tell: (id, knowledge) => ({ text: labelIn(of(knowledge), id), selection: undefined }),
    }),
  })
  const parts: readonly ComparedPart[] = [
    {
      of: 'records',
      title: 'Entities',
      records: recordsOf(found.entities, sides, entityNaming(sides)),
    },
    {
      of: 'records',
      title: 'Statements',
      records: recordsOf(found.statements, sides, statementNaming(sides)),
    },
    {
      of: 'references',
      title: 'References',
      records: referenceRecords(referenceChanges(found.statements, before, after), sides),
    },
    plain('Sources', found.sources, ({ sources }) => sources),
    plain('Kinds', found.kinds, ({ kinds }) => kinds),
    plain('Predicates', found.predicates, ({ predicates }) => predicates),
    { of: 'records', title: 'About the graph', records: datasetRecords(found.dataset, sides) },
  ]
  return parts.filter(({ records }) => records.length > 0)
}

/** A record in one of the versions, in words, and where it leads. */
interface Told {
  readonly text: string
  readonly selection: Selection | undefined
}

interface Naming<Id extends string> {
  readonly recordIn: (knowledge: Knowledge, id: Id) => Entity | Statement | undefined
  /** Asked of the version that has it: what is removed may have left its id to another record. */
  readonly tell: (id: Id, knowledge: Knowledge) => Told
}

function recordsOf<Id extends string>(
  { added, removed, changed }: Changes<Id>,
  sides: Sides,
  { recordIn, tell }: Naming<Id>,
): readonly ComparedRecord[] {
  const byClass: Readonly<Record<ChangeClass, readonly Change<Id>[]>> = {
    added: added.map(bare),
    removed: removed.map(bare),
    changed,
  }
  return changeClasses.flatMap((change) =>
    byClass[change].map((record): ComparedRecord => {
      const both = {
        earlier: recordIn(sides.before, record.before),
        present: recordIn(sides.after, record.id),
      }
      return {
        id: record.id,
        change,
        ...tell(record.id, change === 'removed' ? sides.before : sides.after),
        fields: record.fields.flatMap((field) => comparedFields(field, both, sides)),
      }
    }),
  )
}

function bare<Id extends string>(id: Id): Change<Id> {
  return { id, before: id, fields: [] }
}

function entityNaming({ after }: Sides): Naming<EntityId> {
  return {
    recordIn: ({ entities }, id) => entities.get(id),
    tell: (id, knowledge) => {
      const entity = knowledge.entities.get(id)
      return {
        text: entity === undefined ? id : nameOf(entity),
        selection:
          knowledge === after
            ? { type: 'node', id }
            : { type: 'gone', from: 'compared', of: 'entity', id },
      }
    },
  }
}

function statementNaming(sides: Sides): Naming<StatementId> {
  return {
    recordIn: ({ statements }, id) => statements.get(id),
    tell: (id, knowledge) => {
      const statement = knowledge.statements.get(id)
      if (statement === undefined) return { text: id, selection: undefined }
      return {
        text: sentenceText(knowledge, statement),
        selection:
          knowledge === sides.after
            ? cardOf(statement)
            : { type: 'gone', from: 'compared', of: 'statement', id },
      }
    },
  }
}

/** Each reference with the statement that it supports, which it leads to. */
function referenceRecords(
  references: readonly ReferenceChange[],
  sides: Sides,
): readonly ComparedRecord[] {
  const { tell } = statementNaming(sides)
  const records = references.map((reference, index): ComparedRecord => ({
    id: String(index),
    change: reference.change,
    ...tell(reference.statement, sides[reference.statementIn]),
    fields: [referenceField(reference, sides)],
  }))
  return changeClasses.flatMap((change) => records.filter((record) => record.change === change))
}

function datasetRecords(fields: readonly FieldChange[], sides: Sides): readonly ComparedRecord[] {
  if (fields.length === 0) return []
  const neither = { earlier: undefined, present: undefined }
  return [
    {
      id: '',
      change: 'changed',
      text: sides.after.dataset.title,
      selection: undefined,
      fields: fields.flatMap((field) => comparedFields(field, neither, sides)),
    },
  ]
}

/** A fact has no line of its own: it stands on the card of its subject. */
export function cardOf({ id, subject, value }: Statement): Selection {
  return value.type === 'entity' ? { type: 'edge', id } : { type: 'node', id: subject }
}

type Labelled = ReadonlyMap<string, { readonly label?: string; readonly title?: string }>

function labelIn(records: Labelled, id: string): string {
  const one = records.get(id)
  return one?.label ?? one?.title ?? id
}
