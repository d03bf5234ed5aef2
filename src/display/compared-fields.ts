import type { FieldChange } from '../model/difference.ts'
import type { Entity, Knowledge, Reference, Statement } from '../model/knowledge.ts'
import { differingReferences } from '../model/reference-changes.ts'
import type { ReferenceSides } from '../model/reference-changes.ts'
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

/** A record as each version has it. */
export interface RecordSides {
  readonly earlier: Entity | Statement | undefined
  readonly present: Entity | Statement | undefined
}

/** One changed field in words: a line each for references and columns that differ. */
export function comparedFields(
  change: FieldChange,
  { earlier: then, present: now }: RecordSides,
  { before, after }: Sides,
): readonly ComparedField[] {
  const { field } = change
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

function referenceFields(
  then: Entity | Statement | undefined,
  now: Entity | Statement | undefined,
  sides: Sides,
): readonly ComparedField[] {
  const of = (record: typeof then): readonly Reference[] =>
    record !== undefined && 'references' in record ? record.references : []
  return differingReferences(of(then), of(now)).map((each) => referenceField(each, sides))
}

/** Where one reference points in both versions, and what it says there. */
export function referenceField(
  { before: then, after: now }: ReferenceSides,
  { before, after }: Sides,
): ComparedField {
  return {
    label: 'Reference',
    before: then && referenceText(before, then),
    after: now && referenceText(after, now),
  }
}

/** "An article, ¶ 26, “its words”: our own words". */
export function referenceText(knowledge: Knowledge, reference: Reference): string {
  const { place, gloss, words } = citationOf(knowledge, reference)
  const quoted = words === undefined ? place : `${place}, “${words}”`
  return gloss === undefined ? quoted : `${quoted}: ${gloss}`
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

const fieldLabels: Readonly<Record<string, string>> = {
  label: 'Name',
  isPlural: 'Name is a plural',
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
