import * as v from 'valibot'
import { datatypes } from '../../model/literal.ts'

/** How ids are written. */
export const slugPattern = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/
/** How the days of a source are written. */
export const datePattern = v.ISO_DATE_REGEX
/** How versions are written. */
export const versionPattern = /^\d+\.\d+\.\d+$/

const slug = v.pipe(
  v.string(),
  v.regex(slugPattern, 'an id is a slug: lower-case letters, digits, hyphens'),
)
const text = v.pipe(v.string(), v.minLength(1, 'the text is empty'))
const isoDate = v.pipe(v.string(), v.isoDate('a date is written YYYY-MM-DD'))
const datatype = v.picklist(datatypes)
const scalar = v.union([text, v.number(), v.boolean()])

const kind = v.strictObject({ label: text, plural: text, description: v.optional(text) })

const predicate = v.strictObject({
  label: text,
  description: v.optional(text),
  subjects: v.array(slug),
  singleValued: v.optional(v.boolean(), false),
  inverse: v.optional(text),
  objects: v.optional(v.array(slug)),
  literal: v.optional(datatype),
})

/** dataset.yaml */
export const datasetFile = v.strictObject({
  id: slug,
  title: text,
  description: v.optional(text),
  licence: v.optional(text),
  version: v.optional(v.pipe(v.string(), v.regex(versionPattern, 'a version is written 1.2.3'))),
  creator: v.optional(text),
  keywords: v.optional(text),
  start: v.optional(v.array(slug), []),
  kinds: v.record(slug, kind),
  predicates: v.record(slug, predicate),
  qualifiers: v.optional(v.record(slug, v.strictObject({ label: text, literal: datatype })), {}),
})

/** sources.yaml */
export const sourcesFile = v.record(
  slug,
  v.strictObject({
    title: text,
    author: v.optional(text),
    publisher: v.optional(text),
    url: v.optional(v.pipe(v.string(), v.url())),
    published: v.optional(isoDate),
    read: v.optional(isoDate),
    licence: v.optional(text),
    note: v.optional(text),
    text: v.optional(text),
    paragraphs: v.optional(
      v.record(
        v.pipe(v.string(), v.regex(/^[1-9]\d*$/, 'a paragraph is a number from 1')),
        v.strictObject({
          heading: text,
          role: v.picklist(['text', 'heading', 'summary', 'contents', 'empty']),
        }),
      ),
    ),
  }),
)

const reference = v.strictObject({
  source: slug,
  paragraph: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  words: v.optional(text),
  gloss: v.optional(text),
})

const statement = v.strictObject({
  id: v.optional(slug),
  predicate: slug,
  value: scalar,
  unit: v.optional(text),
  measures: v.optional(text),
  qualifiers: v.optional(v.record(slug, scalar), {}),
  references: v.optional(v.array(reference), []),
  note: v.optional(text),
  inferred: v.optional(v.boolean(), false),
  disputes: v.optional(v.array(slug), []),
})

const entity = v.strictObject({
  label: text,
  isPlural: v.optional(v.boolean(), false),
  aliases: v.optional(v.array(v.union([text, v.strictObject({ text, note: text })])), []),
  description: v.optional(text),
  note: v.optional(text),
  place: v.optional(
    v.strictObject({
      latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
      longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    }),
  ),
  statements: v.optional(v.array(statement), []),
})

/** entities/KIND.yaml */
export const entitiesFile = v.strictObject({ kind: slug, entities: v.record(slug, entity) })

/** tour.yaml */
export const tourFile = v.strictObject({
  title: text,
  stops: v.pipe(
    v.array(
      v.strictObject({
        title: text,
        text,
        view: text,
        rests: v.pipe(v.array(slug), v.minLength(1, 'the stop rests on nothing')),
      }),
    ),
    v.minLength(1, 'the tour has no stop'),
  ),
})

export type DatasetFile = v.InferOutput<typeof datasetFile>
export type SourcesFile = v.InferOutput<typeof sourcesFile>
export type EntitiesFile = v.InferOutput<typeof entitiesFile>
export type EntityRecord = v.InferOutput<typeof entity>
export type StatementRecord = v.InferOutput<typeof statement>
