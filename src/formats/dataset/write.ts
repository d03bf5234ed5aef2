import { Document, isMap, isScalar, isSeq, visit } from 'yaml'
import type { EntityId, SourceId } from '../../model/ids.ts'
import type { Loss } from '../../model/issue.ts'
import type {
  Entity,
  Knowledge,
  LaidOut,
  Predicate,
  Reference,
  Source,
  Statement,
} from '../../model/knowledge.ts'
import type { Literal } from '../../model/literal.ts'
import { usualId } from '../../model/usual-id.ts'
import { fitted } from './fitted.ts'
import { writtenTour } from './write-tour.ts'
import type { OutgoingTour } from './write-tour.ts'
import { writtenPlace } from './written-text.ts'

/** The files of a dataset folder by their path, and what would not be read back from them. */
export interface WrittenDataset {
  readonly files: ReadonlyMap<string, string>
  readonly losses: readonly Loss[]
}

/**
 * Writes a graph as a dataset folder, one file of entities per kind and one of each source's text.
 * `readDataset` reads it again, whatever the graph is, and but for the losses it is the same graph.
 * Saved views that rest on cited statements are its tour.
 */
export function writeDataset(
  { knowledge: graph, texts: known }: Pick<LaidOut, 'knowledge' | 'texts'>,
  tour?: OutgoingTour,
): WrittenDataset {
  const { knowledge, texts, losses } = fitted(graph, known)
  const files = new Map([
    ['dataset.yaml', yaml(datasetFile(knowledge))],
    [
      'sources.yaml',
      yaml(
        Object.fromEntries(
          [...knowledge.sources.values()].map((source) => sourceEntry(source, texts)),
        ),
      ),
    ],
  ])
  for (const [kind, entities] of byKind(knowledge, texts)) {
    files.set(`entities/${kind}.yaml`, yaml({ kind, entities }))
  }
  for (const [source, text] of texts) files.set(textPath(source), text)
  const written = tour === undefined ? undefined : writtenTour(tour, knowledge)
  if (written?.file !== undefined) files.set('tour.yaml', yaml(written.file))
  const left = written?.left ?? 0
  const what = 'saved views that rest on no cited statement, or show what the folder lacks'
  return { files, losses: left === 0 ? losses : [...losses, { what, count: left }] }
}

function datasetFile({ dataset, kinds, predicates, qualifiers }: Knowledge): object {
  const { start, ...about } = dataset
  return {
    ...about,
    ...(start.length === 0 ? {} : { start }),
    kinds: keyed(kinds, ({ id: _id, ...kind }) => kind),
    predicates: keyed(predicates, predicateRecord),
    ...(qualifiers.size === 0
      ? {}
      : {
          qualifiers: keyed(qualifiers, ({ label, datatype }) => ({ label, literal: datatype })),
        }),
  }
}

function predicateRecord(predicate: Predicate): object {
  const { label, subjects, singleValued, description } = predicate
  return {
    label,
    ...(predicate.type === 'relation' ? { inverse: predicate.inverse } : {}),
    subjects,
    ...(predicate.type === 'relation'
      ? { objects: predicate.objects }
      : { literal: predicate.datatype }),
    ...(singleValued ? { singleValued } : {}),
    ...(description === undefined ? {} : { description }),
  }
}

type Texts = ReturnType<typeof fitted>['texts']

function sourceEntry(
  { id, paragraphs, hasText: _hasText, ...source }: Source,
  texts: Texts,
): [string, object] {
  const named = texts.has(id)
    ? { text: textPath(id) }
    : { paragraphs: Object.fromEntries(paragraphs) }
  return [id, { ...source, ...named }]
}

function textPath(source: SourceId): string {
  return `texts/${source}.md`
}

/** Entities as the files have them, by kind in the order of the kinds. */
function byKind(
  { kinds, entities, statements }: Knowledge,
  texts: Texts,
): ReadonlyMap<string, object> {
  const about = new Map<EntityId, Statement[]>()
  for (const statement of statements.values()) {
    const list = about.get(statement.subject)
    if (list === undefined) about.set(statement.subject, [statement])
    else list.push(statement)
  }
  const files = new Map<string, Record<string, object>>()
  for (const kind of kinds.keys()) files.set(kind, {})
  for (const entity of entities.values()) {
    const kind = entity.kind ?? ''
    const file = files.get(kind) ?? {}
    file[entity.id] = entityRecord(entity, about.get(entity.id) ?? [], texts)
    files.set(kind, file)
  }
  return new Map([...files].filter(([, file]) => Object.keys(file).length > 0))
}

function entityRecord(entity: Entity, statements: readonly Statement[], texts: Texts): object {
  const { label, isPlural, aliases, description, note, place } = entity
  return {
    label,
    ...(isPlural === true ? { isPlural } : {}),
    ...(aliases.length === 0
      ? {}
      : { aliases: aliases.map((alias) => (alias.note === undefined ? alias.text : alias)) }),
    ...(description === undefined ? {} : { description }),
    ...(note === undefined ? {} : { note }),
    ...(place === undefined ? {} : { place }),
    ...(statements.length === 0
      ? {}
      : { statements: statements.map((statement) => statementRecord(statement, texts)) }),
  }
}

function statementRecord(statement: Statement, texts: Texts): object {
  const {
    id,
    subject,
    predicate,
    value,
    measures,
    qualifiers,
    references,
    note,
    disputes,
    inferred,
  } = statement
  return {
    predicate,
    ...(id === usualId(subject, predicate, value) ? {} : { id }),
    value: value.type === 'entity' ? value.entity : scalar(value.literal),
    ...(value.type === 'literal' && value.literal.unit !== undefined
      ? { unit: value.literal.unit }
      : {}),
    ...(measures === undefined ? {} : { measures }),
    ...(qualifiers.length === 0
      ? {}
      : {
          qualifiers: Object.fromEntries(
            qualifiers.map(({ predicate: key, literal }) => [key, scalar(literal)]),
          ),
        }),
    ...(references.length === 0
      ? {}
      : { references: references.map((one) => referenceRecord(one, texts)) }),
    ...(inferred === true ? { inferred } : {}),
    ...(disputes.length === 0 ? {} : { disputes }),
    ...(note === undefined ? {} : { note }),
  }
}

function referenceRecord({ source, gloss, ...place }: Reference, texts: Texts): object {
  const text = texts.get(source)
  return {
    source,
    ...(text === undefined ? place : writtenPlace(place, text)),
    ...(gloss === undefined ? {} : { gloss }),
  }
}

/** A number where YAML's own way of writing it is the text; else the text, in quotes if need be. */
function scalar({ text, datatype }: Literal): string | number {
  const isNumber = datatype === 'integer' || datatype === 'decimal' || datatype === 'year'
  return isNumber && String(Number(text)) === text && Number.isFinite(Number(text))
    ? Number(text)
    : text
}

function keyed<Item>(
  records: ReadonlyMap<string, Item>,
  recordOf: (item: Item) => object,
): Readonly<Record<string, object>> {
  return Object.fromEntries([...records].map(([id, item]) => [id, recordOf(item)]))
}

/** Lists of names in one line, and so are references and what else is as short as a row of a table. */
const inOneLine = new Set([
  'start',
  'subjects',
  'objects',
  'aliases',
  'disputes',
  'qualifiers',
  'place',
  'rests',
])

function yaml(content: object): string {
  const document = new Document(content)
  visit(document, {
    Pair(_, { key, value }, path) {
      const name = isScalar(key) ? String(key.value) : ''
      if (isSeq(value) && name === 'references') {
        for (const item of value.items) if (isMap(item)) item.flow = true
      }
      // At the top, `qualifiers` is a list of definitions.
      if ((isMap(value) || isSeq(value)) && inOneLine.has(name) && path.length > 2)
        value.flow = true
      if (isSeq(value) && name === 'start') value.flow = true
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}
