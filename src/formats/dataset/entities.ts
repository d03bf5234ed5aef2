import { conflictsOf } from '../../model/conflicts.ts'
import { entityId, kindId, sourceId, statementId } from '../../model/ids.ts'
import type { EntityId, KindId, StatementId } from '../../model/ids.ts'
import type { Issue } from '../../model/issue.ts'
import type { Alias, Entity, Statement } from '../../model/knowledge.ts'
import { checkedStatement } from '../../model/statement-rules.ts'
import { usualId } from '../../model/usual-id.ts'
import type { Frame } from './frame.ts'
import type { EntitiesFile, EntityRecord, StatementRecord } from './schema.ts'
import { paragraphsWith } from './source-text.ts'
import { wordsAsShown } from './source-texts.ts'
import type { Path, YamlFile } from './yaml-file.ts'

type File = YamlFile<EntitiesFile>
type Report = (path: Path, message: string, advice?: string) => void
/** Ways to report what is wrong with one statement. */
interface Reports {
  readonly error: Report
  readonly warning: Report
}
/** A scalar's text as the file writes it: YAML's numbers would lose digits. */
type Written = (path: Path, parsed: string | number | boolean) => string

interface Context {
  readonly entities: ReadonlyMap<EntityId, Entity>
  readonly frame: Frame
  readonly reports: Reports
  readonly written: Written
}

/** Reads all entity files and cross-checks them; what is wrong is added to `issues`. */
export function readEntities(
  files: readonly File[],
  frame: Frame,
  issues: Issue[],
): { entities: ReadonlyMap<EntityId, Entity>; statements: ReadonlyMap<StatementId, Statement> } {
  const entities = new Map<EntityId, Entity>()
  for (const file of files) {
    const kind = kindId(file.content.kind)
    if (!frame.kinds.has(kind)) issues.push(file.errorAt(['kind'], `there is no kind “${kind}”`))
    for (const [id, record] of Object.entries(file.content.entities)) {
      if (entities.has(entityId(id))) {
        issues.push(
          file.errorAt(
            ['entities', id],
            `the entity “${id}” is there already`,
            'choose another id',
          ),
        )
      } else entities.set(entityId(id), entityOf(entityId(id), kind, record))
    }
  }
  const statements = new Map<StatementId, Statement>()
  const places = new Map<StatementId, Reports>()
  for (const file of files) {
    for (const [subject, { statements: records }] of Object.entries(file.content.entities)) {
      for (const [index, record] of records.entries()) {
        const at = (path: Path): Path => ['entities', subject, 'statements', index, ...path]
        const reports: Reports = {
          error: (path, ...about) => void issues.push(file.errorAt(at(path), ...about)),
          warning: (path, ...about) => void issues.push(file.warningAt(at(path), ...about)),
        }
        const written: Written = (path, parsed) =>
          typeof parsed === 'string' ? parsed : (file.written(at(path)) ?? String(parsed))
        const context = { entities, frame, reports, written }
        const statement = readStatement(entityId(subject), record, context)
        if (statement === undefined) continue
        const { id } = statement
        if (statements.has(id)) {
          reports.error([], `the statement “${id}” is there already`, 'give it an id of its own')
        } else {
          statements.set(id, statement)
          places.set(id, reports)
        }
      }
    }
  }
  checkDisputes(statements, places)
  checkSingleValues(statements, frame, places)
  checkIsolated(entities, statements, files, issues)
  return { entities, statements }
}

function entityOf(id: EntityId, kind: KindId, record: EntityRecord): Entity {
  const { label, isPlural, aliases, description, note, place } = record
  return {
    id,
    label,
    ...(isPlural ? { isPlural } : {}),
    kind,
    aliases: aliases.map((alias): Alias => (typeof alias === 'string' ? { text: alias } : alias)),
    ...(description === undefined ? {} : { description }),
    ...(note === undefined ? {} : { note }),
    ...(place === undefined ? {} : { place }),
    parents: [],
    spans: [],
    attributes: [],
  }
}

function readStatement(
  subject: EntityId,
  record: StatementRecord,
  { entities, frame, reports: { error: report, warning }, written }: Context,
): Statement | undefined {
  const { parts, problems } = checkedStatement(
    {
      subject,
      predicate: record.predicate,
      value: written(['value'], record.value),
      unit: record.unit,
      qualifiers: Object.entries(record.qualifiers).map(([key, value]) => ({
        key,
        text: written(['qualifiers', key], value),
      })),
      references: record.references.map((reference, index) => {
        const paragraph = paragraphOf(reference, frame, (message, advice) =>
          report(['references', index], message, advice),
        )
        return { ...reference, paragraph, words: shownWords(reference, paragraph, frame) }
      }),
    },
    { ...frame, entities },
  )
  for (const { path, message, missing } of problems) {
    report(path, message, missing === true ? remedies[String(path[0])] : undefined)
  }
  for (const [index, { gloss }] of record.references.entries()) {
    if (gloss !== undefined) continue
    warning(['references', index], 'the reference does not say what stands there', 'add a gloss')
  }
  if (parts === undefined) return undefined
  const { measures, note } = record
  return {
    ...parts,
    id: statementId(record.id ?? usualId(subject, parts.predicate, parts.value)),
    direction: 'directed',
    ...(measures === undefined ? {} : { measures }),
    ...(note === undefined ? {} : { note }),
    ...(record.inferred ? { inferred: true as const } : {}),
    disputes: record.disputes.map(statementId),
    spans: [],
    attributes: [],
  }
}

/** What to do where what a field names is not there. */
const remedies: Readonly<Record<string, string>> = {
  predicate: 'add it to dataset.yaml',
  value: 'add it, or correct the id',
  qualifiers: 'add it to dataset.yaml',
  references: 'add it to sources.yaml',
}

type Wrong = (message: string, advice?: string) => void

/**
 * The paragraph that a reference gives by its number or by some of its words; by both where several
 * paragraphs have these words.
 */
function paragraphOf(
  { source, words, paragraph }: StatementRecord['references'][number],
  { sources, texts }: Frame,
  wrong: Wrong,
): number | undefined {
  const id = sourceId(source)
  if (words === undefined || !sources.has(id)) return paragraph
  const text = texts.get(id)
  if (text === undefined) {
    wrong('the source has no text in which words could be found', 'name the paragraph')
    return undefined
  }
  const found = paragraphsWith(words, text)
  if (paragraph !== undefined && found.length > 1 && found.includes(paragraph)) return paragraph
  if (found.length !== 1) {
    const how = found.length === 0 ? 'no paragraph has' : `${found.length} paragraphs have`
    wrong(`${how} the words “${words}”`, 'choose words that stand in one paragraph only')
  } else if (paragraph !== undefined) {
    wrong('the words name the paragraph already', 'leave out the number')
  }
  return found[0]
}

/** The words of a reference as readers see them. */
function shownWords(
  { source, words }: StatementRecord['references'][number],
  paragraph: number | undefined,
  { texts }: Frame,
): string | undefined {
  const text = paragraph === undefined ? undefined : texts.get(sourceId(source))?.[paragraph - 1]
  return words === undefined || text === undefined ? undefined : wordsAsShown(words, text.text)
}

function checkDisputes(
  statements: ReadonlyMap<StatementId, Statement>,
  places: ReadonlyMap<StatementId, Reports>,
): void {
  for (const { id, disputes } of statements.values()) {
    for (const [index, other] of disputes.entries()) {
      const disputed = statements.get(other)
      const report = places.get(id)?.error
      if (disputed === undefined) {
        report?.(['disputes', index], `there is no statement “${other}”`)
      } else if (other === id) {
        report?.(['disputes', index], 'a statement cannot dispute itself')
      } else if (!disputed.disputes.includes(id)) {
        report?.(['disputes', index], `“${other}” does not dispute back`, 'write it on both')
      }
    }
  }
}

/** Two values of a single-valued predicate need dates that tell them apart, or a dispute. */
function checkSingleValues(
  statements: ReadonlyMap<StatementId, Statement>,
  { predicates, qualifiers }: Frame,
  places: ReadonlyMap<StatementId, Reports>,
): void {
  const columns = { entity: [], statement: [] }
  const seen = new Set<StatementId>()
  for (const [id, others] of conflictsOf({ statements, predicates, qualifiers, columns })) {
    for (const other of others) {
      if (!seen.has(other)) continue
      places
        .get(id)
        ?.warning(
          ['predicate'],
          `the statement “${other}” gives another value at the same time, where there can be one`,
          'date them, or let them dispute each other',
        )
    }
    seen.add(id)
  }
}

function checkIsolated(
  entities: ReadonlyMap<EntityId, Entity>,
  statements: ReadonlyMap<StatementId, Statement>,
  files: readonly File[],
  issues: Issue[],
): void {
  const linked = new Set<EntityId>()
  for (const { subject, value } of statements.values()) {
    if (value.type !== 'entity') continue
    linked.add(subject)
    linked.add(value.entity)
  }
  for (const file of files) {
    for (const id of Object.keys(file.content.entities)) {
      if (linked.has(entityId(id)) || !entities.has(entityId(id))) continue
      issues.push(
        file.warningAt(
          ['entities', id],
          `“${id}” has no relation to any entity`,
          'add a statement',
        ),
      )
    }
  }
}
