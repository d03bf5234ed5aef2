import { entityId, kindId, predicateId, sourceId } from '../../model/ids.ts'
import type { PredicateId, SourceId } from '../../model/ids.ts'
import type { Issue, ReadResult } from '../../model/issue.ts'
import type { Dataset, Knowledge, Paragraph, Predicate, Source } from '../../model/knowledge.ts'
import { readEntities } from './entities.ts'
import type { Frame } from './frame.ts'
import { datasetFile, entitiesFile, sourcesFile } from './schema.ts'
import type { DatasetFile, SourcesFile } from './schema.ts'
import { textParagraphs } from './source-text.ts'
import type { TextParagraph } from './source-text.ts'
import { readYaml } from './yaml-file.ts'
import type { YamlFile } from './yaml-file.ts'

/**
 * Reads a dataset folder: `files` maps paths inside it (`dataset.yaml`, `entities/city.yaml`) to
 * their text. `docs/dataset.md` describes the form. Any error rejects the whole; a warning says what
 * a good dataset would have.
 */
export function readDataset(files: ReadonlyMap<string, string>): ReadResult<Knowledge> {
  const issues: Issue[] = []
  const open = <Schema extends Parameters<typeof readYaml>[2]>(
    name: string,
    schema: Schema,
  ): ReturnType<typeof readYaml<Schema>>['file'] => {
    const text = files.get(name)
    if (text === undefined) {
      issues.push({
        severity: 'error',
        file: name,
        message: 'the file is missing',
        advice: 'docs/dataset.md says what a dataset folder holds',
      })
      return undefined
    }
    const read = readYaml(text, name, schema)
    issues.push(...read.issues)
    return read.file
  }
  const main = open('dataset.yaml', datasetFile)
  const sources = open('sources.yaml', sourcesFile)
  const entityFiles = [...files.keys()]
    .filter((name) => /^entities\/[^/]+\.ya?ml$/.test(name))
    .toSorted()
    .flatMap((name) => open(name, entitiesFile) ?? [])
  if (main === undefined || sources === undefined || issues.length > 0) return { ok: false, issues }

  const texts = sourcesOf(sources, files, issues)
  const frame = {
    kinds: kindsOf(main.content),
    predicates: predicatesOf(main, issues),
    qualifiers: qualifiersOf(main.content),
    sources: texts.sources,
  }
  const { entities, statements } = readEntities(
    entityFiles,
    { ...frame, texts: texts.texts },
    issues,
  )
  for (const [index, id] of main.content.start.entries()) {
    if (!entities.has(entityId(id))) {
      issues.push(main.errorAt(['start', index], `there is no entity “${id}” to start with`))
    }
  }
  for (const field of ['description', 'licence', 'version'] as const) {
    if (main.content[field] !== undefined) continue
    issues.push(main.warningAt([], `the dataset has no ${field}`, 'add it to dataset.yaml'))
  }
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues }
  const content: Knowledge = {
    dataset: datasetOf(main.content),
    ...frame,
    entities,
    statements,
    columns: { entity: [], statement: [] },
  }
  return { ok: true, content, issues }
}

function datasetOf(content: DatasetFile): Dataset {
  const {
    kinds: _kinds,
    predicates: _predicates,
    qualifiers: _qualifiers,
    start,
    ...rest
  } = content
  return { ...withoutUndefined(rest), start: start.map(entityId) }
}

function kindsOf({ kinds }: DatasetFile): Frame['kinds'] {
  return new Map(
    Object.entries(kinds).map(([id, { label, plural, description }]) => [
      kindId(id),
      { id: kindId(id), label, plural, ...(description === undefined ? {} : { description }) },
    ]),
  )
}

function qualifiersOf({ qualifiers }: DatasetFile): Frame['qualifiers'] {
  return new Map(
    Object.entries(qualifiers).map(([id, { label, literal }]) => [
      predicateId(id),
      { id: predicateId(id), label, datatype: literal },
    ]),
  )
}

function predicatesOf(file: YamlFile<DatasetFile>, issues: Issue[]): Frame['predicates'] {
  const predicates = new Map<PredicateId, Predicate>()
  for (const [key, record] of Object.entries(file.content.predicates)) {
    const path = ['predicates', key]
    const id = predicateId(key)
    const { label, singleValued, inverse, objects, literal, description } = record
    for (const [list, ids] of [
      ['subjects', record.subjects],
      ['objects', objects ?? []],
    ] as const) {
      for (const [index, kind] of ids.entries()) {
        if (!Object.hasOwn(file.content.kinds, kind)) {
          issues.push(file.errorAt([...path, list, index], `there is no kind “${kind}”`))
        }
      }
    }
    const base = {
      id,
      label,
      singleValued,
      subjects: record.subjects.map(kindId),
      ...(description === undefined ? {} : { description }),
    }
    if (literal !== undefined && inverse === undefined && objects === undefined) {
      predicates.set(id, { ...base, type: 'fact', datatype: literal })
    } else if (literal === undefined && inverse !== undefined && objects !== undefined) {
      predicates.set(id, { ...base, type: 'relation', inverse, objects: objects.map(kindId) })
    } else {
      issues.push(
        file.errorAt(
          path,
          `the predicate “${key}” is neither a relation nor a fact`,
          'give it an inverse and objects, or a literal, not both',
        ),
      )
    }
  }
  return predicates
}

/** The sources, and the paragraphs of those whose text the dataset carries. */
function sourcesOf(
  file: YamlFile<SourcesFile>,
  files: ReadonlyMap<string, string>,
  issues: Issue[],
): Pick<Frame, 'sources' | 'texts'> {
  const sources = new Map<SourceId, Source>()
  const texts = new Map<SourceId, readonly TextParagraph[]>()
  for (const [key, { paragraphs, text: path, ...rest }] of Object.entries(file.content)) {
    const id = sourceId(key)
    const text = path === undefined ? undefined : files.get(path)
    if ((path === undefined) === (paragraphs === undefined)) {
      issues.push(
        file.errorAt([key], `the source “${key}” needs either paragraphs or a text, not both`),
      )
    } else if (path !== undefined && text === undefined) {
      issues.push(file.errorAt([key, 'text'], `there is no file “${path}”`))
    }
    const own = textParagraphs(text ?? '')
    if (text !== undefined) texts.set(id, own)
    const numbered: readonly (readonly [number, Paragraph])[] =
      paragraphs === undefined
        ? own.map(({ heading, role }, index) => [index + 1, { heading, role }])
        : Object.entries(paragraphs).map(([number, one]) => [Number(number), one])
    sources.set(id, {
      id,
      ...withoutUndefined(rest),
      ...(text === undefined ? {} : { hasText: true }),
      paragraphs: new Map(numbered.toSorted(([a], [b]) => a - b)),
    })
  }
  return { sources, texts }
}

type Defined<Fields> = { [Key in keyof Fields]: Exclude<Fields[Key], undefined> }

/** Drops keys whose value is undefined: the model leaves out what it does not know. */
function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Defined<Fields>
}
