import type { Change, FieldChange } from '../model/difference.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Entity, Knowledge, Reference, Statement } from '../model/knowledge.ts'
import { citationOf } from './citation.ts'
import { fieldText } from './field-text.ts'

/** What one field says in both versions; undefined where it says nothing. */
export interface ComparedField {
  readonly label: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Both versions. */
export interface Sides {
  readonly before: Knowledge
  readonly after: Knowledge
}

/** One changed field in words: a line each for references and columns that differ. */
export function comparedFields(
  change: FieldChange,
  { id, before: earlier }: Pick<Change<string>, 'id' | 'before'>,
  { before, after }: Sides,
): readonly ComparedField[] {
  const { field } = change
  const [then, now] = [valueOf(before, earlier), valueOf(after, id)]
  if (field === 'references') return referenceFields(then, now, { before, after })
  if (field === 'attributes') return attributeFields(then, now, { before, after })
  return [
    {
      label: fieldLabels[field] ?? field,
      before: fieldText(before, field, change.before, then),
      after: fieldText(after, field, change.after, now),
    },
  ]
}

function valueOf(knowledge: Knowledge, id: string): Entity | Statement | undefined {
  return knowledge.statements.get(id as StatementId) ?? knowledge.entities.get(id as EntityId)
}

function referenceFields(
  then: Entity | Statement | undefined,
  now: Entity | Statement | undefined,
  { before, after }: Sides,
): readonly ComparedField[] {
  const of = (record: typeof then): readonly Reference[] =>
    record !== undefined && 'references' in record ? record.references : []
  const line = (knowledge: Knowledge, reference: Reference): string => {
    const { place, gloss, words } = citationOf(knowledge, reference)
    const quoted = words === undefined ? place : `${place}, “${words}”`
    return gloss === undefined ? quoted : `${quoted}: ${gloss}`
  }
  const { added, removed } = splitReferences(of(then), of(now))
  const label = 'Reference'
  return [
    ...removed.map((each) => ({ label, before: line(before, each), after: undefined })),
    ...added.map((each) => ({ label, before: undefined, after: line(after, each) })),
  ]
}

/** One line a column, and only those that differ. */
function attributeFields(
  then: Entity | Statement | undefined,
  now: Entity | Statement | undefined,
  { before, after }: Sides,
): readonly ComparedField[] {
  const cells = (record: typeof then, { columns }: Knowledge): ReadonlyMap<string, string> => {
    const titles = new Map([...columns.entity, ...columns.statement].map((one) => [one.id, one]))
    const texts = new Map<string, string>()
    for (const { column, text } of record?.attributes ?? []) {
      const title = titles.get(column)?.title ?? column
      texts.set(title, [texts.get(title), text].filter((part) => part !== undefined).join(', '))
    }
    return texts
  }
  const [were, are] = [cells(then, before), cells(now, after)]
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((label) => {
    const field = { label, before: were.get(label), after: are.get(label) }
    return field.before === field.after ? [] : [field]
  })
}

/** References that only one of both has. */
export function splitReferences(
  before: readonly Reference[],
  after: readonly Reference[],
): { readonly added: readonly Reference[]; readonly removed: readonly Reference[] } {
  const key = ({ source, paragraph, words, gloss }: Reference): string =>
    JSON.stringify([source, paragraph, words, gloss])
  const [then, now] = [new Set(before.map(key)), new Set(after.map(key))]
  return {
    added: after.filter((reference) => !then.has(key(reference))),
    removed: before.filter((reference) => !now.has(key(reference))),
  }
}

const fieldLabels: Readonly<Record<string, string>> = {
  label: 'Name',
  kind: 'Kind',
  aliases: 'Other names',
  description: 'Description',
  note: 'Note',
  place: 'Place',
  parents: 'Nested in',
  spans: 'Time',
  attributes: 'From the file',
  subject: 'Subject',
  predicate: 'Predicate',
  value: 'Value',
  direction: 'Direction',
  measures: 'Measures',
  inferred: 'Inferred',
  weight: 'Weight',
  qualifiers: 'Qualifiers',
  disputes: 'In dispute with',
  title: 'Title',
  version: 'Version',
  licence: 'Licence',
  start: 'Where to start',
  modified: 'Modified',
  creator: 'Creator',
  keywords: 'Keywords',
  paragraphs: 'Paragraphs',
}
