import * as v from 'valibot'
import { directions } from '../../model/direction.ts'
import { columnId, entityId, kindId, predicateId, sourceId, statementId } from '../../model/ids.ts'
import { datatypes } from '../../model/literal.ts'
import { notebookRecord } from './notebook-record.ts'

/**
 * Orrery JSON, version 1: one object with the lists below. What is empty or usual is left out:
 * a statement without `direction` is directed, one without `id` has the usual one, a list that is
 * missing is empty.
 */
const entity = v.pipe(v.string(), v.transform(entityId))
const statement = v.pipe(v.string(), v.transform(statementId))
const kind = v.pipe(v.string(), v.transform(kindId))
const predicate = v.pipe(v.string(), v.transform(predicateId))
const source = v.pipe(v.string(), v.transform(sourceId))
const column = v.pipe(v.string(), v.transform(columnId))
const datatype = v.picklist(datatypes)
const text = v.exactOptional(v.string())
const number = v.pipe(v.number(), v.finite())
const listOf = <Item extends v.GenericSchema>(item: Item) => v.optional(v.array(item), [])

const span = v.object({
  start: text,
  end: text,
  startExcluded: v.exactOptional(v.boolean()),
  endExcluded: v.exactOptional(v.boolean()),
})
const attributes = listOf(v.object({ column, text: v.string(), span: v.exactOptional(span) }))
const literal = v.object({
  text: v.string(),
  datatype: v.optional(datatype, 'string'),
  unit: text,
})
export const columnRecord = v.object({
  id: column,
  title: v.string(),
  datatype,
  fileType: text,
  dynamic: v.optional(v.boolean(), false),
  defaultText: text,
  options: text,
})
const predicateBase = {
  id: predicate,
  label: v.string(),
  description: text,
  subjects: listOf(kind),
  singleValued: v.optional(v.boolean(), false),
}

export const kindRecord = v.object({
  id: kind,
  label: v.string(),
  plural: v.string(),
  description: text,
})

export const predicateRecord = v.variant('type', [
  v.object({
    type: v.literal('relation'),
    ...predicateBase,
    inverse: v.string(),
    objects: listOf(kind),
  }),
  v.object({ type: v.literal('fact'), ...predicateBase, datatype }),
])

export const sourceRecord = v.object({
  id: source,
  title: v.string(),
  author: text,
  publisher: text,
  url: text,
  published: text,
  read: text,
  licence: text,
  note: text,
  hasText: v.exactOptional(v.boolean()),
  paragraphs: listOf(
    v.object({
      number: v.pipe(v.number(), v.integer()),
      heading: v.string(),
      role: v.optional(v.picklist(['text', 'heading', 'summary', 'contents', 'empty']), 'text'),
    }),
  ),
})

export const entityRecord = v.object({
  id: entity,
  label: text,
  isPlural: v.exactOptional(v.literal(true)),
  kind: v.exactOptional(kind),
  aliases: listOf(v.object({ text: v.string(), note: text })),
  description: text,
  note: text,
  place: v.exactOptional(v.object({ latitude: number, longitude: number })),
  parents: listOf(entity),
  spans: listOf(span),
  attributes,
  drawing: v.exactOptional(
    v.object({
      position: v.exactOptional(v.object({ x: number, y: number, z: v.exactOptional(number) })),
      colour: text,
      size: v.exactOptional(number),
      shape: text,
      image: text,
    }),
  ),
})

export const statementRecord = v.pipe(
  v.object({
    id: v.exactOptional(statement),
    subject: entity,
    predicate,
    entity: v.exactOptional(entity),
    literal: v.exactOptional(literal),
    direction: v.optional(v.picklist(directions), 'directed'),
    label: text,
    measures: text,
    inferred: v.exactOptional(v.literal(true)),
    weight: v.exactOptional(number),
    qualifiers: listOf(v.object({ predicate, literal })),
    references: listOf(
      v.object({ source, paragraph: v.exactOptional(v.number()), words: text, gloss: text }),
    ),
    disputes: listOf(statement),
    note: text,
    spans: listOf(span),
    attributes,
    drawing: v.exactOptional(
      v.object({ colour: text, thickness: v.exactOptional(number), shape: text }),
    ),
  }),
  v.check(
    (record) => (record.entity === undefined) !== (record.literal === undefined),
    'a statement has either an entity or a literal as its value',
  ),
)

export const orreryFile = v.object({
  orrery: v.literal(1, 'this Orrery reads version 1 of the format'),
  dataset: v.object({
    id: v.string(),
    title: v.string(),
    description: text,
    licence: text,
    version: text,
    creator: text,
    modified: text,
    keywords: text,
    start: listOf(entity),
  }),
  kinds: listOf(kindRecord),
  predicates: listOf(predicateRecord),
  qualifiers: listOf(v.object({ id: predicate, label: v.string(), datatype })),
  sources: listOf(sourceRecord),
  columns: v.optional(v.object({ entity: listOf(columnRecord), statement: listOf(columnRecord) }), {
    entity: [],
    statement: [],
  }),
  entities: listOf(entityRecord),
  statements: listOf(statementRecord),
  /** x and y of each entity in turn, where the graph is laid out. */
  layout: v.exactOptional(v.array(number)),
  /** What the reader saw: what stands after the `#` of a link. */
  view: text,
  /** What the reader has written about the graph: no part of what it says. */
  notebook: v.exactOptional(notebookRecord),
  /** The texts of sources by their paragraphs, the one numbered 1 first. */
  texts: listOf(v.object({ source, paragraphs: v.array(v.string()) })),
  /** Title of the tour that the site has beside this file. */
  tour: text,
})

export type OrreryFile = v.InferOutput<typeof orreryFile>
