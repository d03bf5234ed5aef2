import type { Change, Changes, Difference, FieldChange } from '../model/difference.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Entity, Knowledge, Reference, Statement } from '../model/knowledge.ts'
import type { Selection } from '../view/view.ts'
import { nameOf } from './appearance.ts'
import { changeClasses } from '../model/change-class.ts'
import type { ChangeClass } from '../model/change-class.ts'
import { comparedFields, splitReferences } from './compared-fields.ts'
import type { ComparedField, Sides } from './compared-fields.ts'
import { sentenceText } from './sentence.ts'

/** One record that differs, ready for reading. */
export interface ComparedRecord {
  readonly id: string
  readonly change: ChangeClass
  readonly text: string
  /** Whose card tells of it; undefined where the present graph does not have it. */
  readonly selection: Selection | undefined
  readonly fields: readonly ComparedField[]
}

/** Records of one sort that came, went or changed. */
export interface ComparedPart {
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
  const plain = (title: string, changes: Changes<string>, name: (id: string) => string) => ({
    title,
    records: recordsOf(changes, sides, { name, selectionOf: () => undefined }),
  })
  const parts: readonly ComparedPart[] = [
    {
      title: 'Entities',
      records: recordsOf(found.entities, sides, {
        name: (id) => entityName(after.entities.get(id) ?? before.entities.get(id), id),
        selectionOf: (id) => (after.entities.has(id) ? { type: 'node', id } : undefined),
      }),
    },
    {
      title: 'Statements',
      records: recordsOf(found.statements, sides, {
        name: (id) => statementName(id, after) ?? statementName(id, before) ?? id,
        selectionOf: (id) => cardOf(after.statements.get(id)),
      }),
    },
    plain('Sources', found.sources, labelIn(before.sources, after.sources)),
    plain('Kinds', found.kinds, labelIn(before.kinds, after.kinds)),
    plain('Predicates', found.predicates, labelIn(before.predicates, after.predicates)),
    { title: 'About the graph', records: datasetRecords(found.dataset, sides) },
  ]
  return parts.filter(({ records }) => records.length > 0)
}

/** How many references came and went, those of added and removed statements included. */
export function referenceCounts(
  { statements }: Difference,
  before: Knowledge,
  after: Knowledge,
): Pick<ClassCounts, 'added' | 'removed'> {
  const of = ({ statements: all }: Knowledge, id: StatementId): readonly Reference[] =>
    all.get(id)?.references ?? []
  let added = statements.added.reduce((sum, id) => sum + of(after, id).length, 0)
  let removed = statements.removed.reduce((sum, id) => sum + of(before, id).length, 0)
  for (const { id, before: earlier } of statements.changed) {
    const moved = splitReferences(of(before, earlier), of(after, id))
    added += moved.added.length
    removed += moved.removed.length
  }
  return { added, removed }
}

interface Naming<Id extends string> {
  readonly name: (id: Id) => string
  readonly selectionOf: (id: Id) => Selection | undefined
}

function recordsOf<Id extends string>(
  { added, removed, changed }: Changes<Id>,
  sides: Sides,
  { name, selectionOf }: Naming<Id>,
): readonly ComparedRecord[] {
  const byClass: Readonly<Record<ChangeClass, readonly Change<Id>[]>> = {
    added: added.map(bare),
    removed: removed.map(bare),
    changed,
  }
  return changeClasses.flatMap((change) =>
    byClass[change].map((record): ComparedRecord => ({
      id: record.id,
      change,
      text: name(record.id),
      selection: selectionOf(record.id),
      fields: record.fields.flatMap((field) => comparedFields(field, record, sides)),
    })),
  )
}

function bare<Id extends string>(id: Id): Change<Id> {
  return { id, before: id, fields: [] }
}

function datasetRecords(fields: readonly FieldChange[], sides: Sides): readonly ComparedRecord[] {
  if (fields.length === 0) return []
  const about = { id: '', before: '' }
  return [
    {
      id: '',
      change: 'changed',
      text: sides.after.dataset.title,
      selection: undefined,
      fields: fields.flatMap((field) => comparedFields(field, about, sides)),
    },
  ]
}

/** A fact has no line of its own: it stands on the card of its subject. */
function cardOf(statement: Statement | undefined): Selection | undefined {
  if (statement === undefined) return undefined
  return statement.value.type === 'entity'
    ? { type: 'edge', id: statement.id }
    : { type: 'node', id: statement.subject }
}

function entityName(entity: Entity | undefined, id: EntityId): string {
  return entity === undefined ? id : nameOf(entity)
}

function statementName(id: StatementId, knowledge: Knowledge): string | undefined {
  const statement = knowledge.statements.get(id)
  return statement === undefined ? undefined : sentenceText(knowledge, statement)
}

type Labelled = ReadonlyMap<string, { readonly label?: string; readonly title?: string }>

function labelIn(before: Labelled, after: Labelled): (id: string) => string {
  return (id) => {
    const one = after.get(id) ?? before.get(id)
    return one?.label ?? one?.title ?? id
  }
}
