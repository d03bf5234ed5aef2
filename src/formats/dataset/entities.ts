import { entityId, kindId, predicateId, sourceId, statementId } from '../../model/ids.ts'
import type { EntityId, KindId, StatementId } from '../../model/ids.ts'
import type { Issue } from '../../model/issue.ts'
import { fits } from '../../model/literal.ts'
import type {
  Alias,
  Entity,
  Predicate,
  Qualifier,
  Reference,
  Statement,
  Value,
} from '../../model/knowledge.ts'
import type { Frame } from './frame.ts'
import type { EntitiesFile, EntityRecord, StatementRecord } from './schema.ts'
import type { TextParagraph } from './source-text.ts'
import type { Path, YamlFile } from './yaml-file.ts'

type File = YamlFile<EntitiesFile>
type Report = (path: Path, message: string, advice?: string) => void
/** A scalar's text as the file writes it: YAML's numbers would lose digits. */
type Written = (path: Path, parsed: string | number | boolean) => string

interface Context {
  readonly entities: ReadonlyMap<EntityId, Entity>
  readonly frame: Frame
  readonly report: Report
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
  const places = new Map<StatementId, Report>()
  for (const file of files) {
    for (const [subject, { statements: records }] of Object.entries(file.content.entities)) {
      for (const [index, record] of records.entries()) {
        const report: Report = (path, message, advice) =>
          void issues.push(
            file.errorAt(['entities', subject, 'statements', index, ...path], message, advice),
          )
        const written: Written = (path, parsed) =>
          typeof parsed === 'string'
            ? parsed
            : (file.written(['entities', subject, 'statements', index, ...path]) ?? String(parsed))
        const context = { entities, frame, report, written }
        const statement = readStatement(entityId(subject), record, context)
        if (statement === undefined) continue
        if (statements.has(statement.id)) {
          report([], `the statement “${statement.id}” is there already`, 'give it an id of its own')
        } else {
          statements.set(statement.id, statement)
          places.set(statement.id, report)
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
  const { label, aliases, description, note, place } = record
  return {
    id,
    label,
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
  context: Context,
): Statement | undefined {
  const { entities, frame, report } = context
  const predicate = frame.predicates.get(predicateId(record.predicate))
  if (predicate === undefined) {
    report(['predicate'], `there is no predicate “${record.predicate}”`, 'add it to dataset.yaml')
    return undefined
  }
  if (!isOfKind(entities.get(subject), predicate.subjects)) {
    report(
      ['predicate'],
      `“${subject}” cannot be the subject of “${predicate.label}”: that takes ${listed(predicate.subjects)}`,
    )
  }
  const value = readValue(record, predicate, context)
  if (value === undefined) return undefined
  const { measures, note } = record
  const fallback =
    value.type === 'entity'
      ? `${subject}.${predicate.id}.${value.entity}`
      : `${subject}.${predicate.id}`
  return {
    id: statementId(record.id ?? fallback),
    subject,
    predicate: predicate.id,
    value,
    direction: 'directed',
    ...(measures === undefined ? {} : { measures }),
    ...(note === undefined ? {} : { note }),
    qualifiers: readQualifiers(record, context),
    references: readReferences(record, frame, report),
    disputes: record.disputes.map(statementId),
    spans: [],
    attributes: [],
  }
}

function readValue(
  record: StatementRecord,
  predicate: Predicate,
  { entities, report, written }: Context,
): Value | undefined {
  const text = written(['value'], record.value)
  if (predicate.type === 'fact') {
    if (!fits(text, predicate.datatype)) {
      report(['value'], `“${text}” is not written as ${predicate.datatype}`)
      return undefined
    }
    const unit = record.unit === undefined ? {} : { unit: record.unit }
    return { type: 'literal', literal: { text, datatype: predicate.datatype, ...unit } }
  }
  const entity = entityId(text)
  if (!entities.has(entity)) {
    report(['value'], `there is no entity “${text}”`, 'add it, or correct the id')
    return undefined
  }
  if (!isOfKind(entities.get(entity), predicate.objects)) {
    report(
      ['value'],
      `“${text}” cannot be the value of “${predicate.label}”: that takes ${listed(predicate.objects)}`,
    )
  }
  if (record.unit !== undefined) report(['unit'], 'a relation has no unit')
  return { type: 'entity', entity }
}

function isOfKind(entity: Entity | undefined, kinds: readonly KindId[]): boolean {
  return kinds.length === 0 || (entity?.kind !== undefined && kinds.includes(entity.kind))
}

function listed(kinds: readonly KindId[]): string {
  return kinds.join(', ')
}

function readQualifiers(
  record: StatementRecord,
  { frame, report, written }: Context,
): readonly Qualifier[] {
  return Object.entries(record.qualifiers).flatMap(([key, value]): Qualifier[] => {
    const qualification = frame.qualifiers.get(predicateId(key))
    const text = written(['qualifiers', key], value)
    if (qualification === undefined) {
      report(['qualifiers', key], `there is no qualifier “${key}”`, 'add it to dataset.yaml')
      return []
    }
    const { id, datatype } = qualification
    if (!fits(text, datatype)) {
      report(['qualifiers', key], `“${text}” is not written as ${datatype}`)
    }
    return [{ predicate: id, literal: { text, datatype } }]
  })
}

function readReferences(
  record: StatementRecord,
  frame: Frame,
  report: Report,
): readonly Reference[] {
  return record.references.map(({ source, words, gloss, ...rest }, index): Reference => {
    const id = sourceId(source)
    const found = frame.sources.get(id)
    const wrong = (message: string, advice?: string): void =>
      report(['references', index], message, advice)
    if (found === undefined) wrong(`there is no source “${source}”`, 'add it to sources.yaml')
    const paragraph =
      words === undefined || found === undefined
        ? rest.paragraph
        : paragraphWith(words, frame.texts.get(id), wrong)
    if (paragraph !== undefined && found?.paragraphs.has(paragraph) === false) {
      wrong(`the source “${source}” has no paragraph ${paragraph}`)
    } else if (words !== undefined && rest.paragraph !== undefined) {
      wrong('the words name the paragraph already', 'leave out the number')
    }
    return { source: id, ...(paragraph === undefined ? {} : { paragraph }), gloss }
  })
}

/** The number of the only paragraph with these words, however its lines are broken. */
function paragraphWith(
  words: string,
  text: readonly TextParagraph[] | undefined,
  wrong: (message: string, advice?: string) => void,
): number | undefined {
  if (text === undefined) {
    wrong('the source has no text in which words could be found', 'name the paragraph')
    return undefined
  }
  const plain = (part: string): string => part.replace(/\s+/g, ' ')
  const found = text.flatMap((paragraph, index) =>
    plain(paragraph.text).includes(plain(words)) ? [index + 1] : [],
  )
  if (found.length !== 1) {
    const how = found.length === 0 ? 'no paragraph has' : `${found.length} paragraphs have`
    wrong(`${how} the words “${words}”`, 'choose words that stand in one paragraph only')
  }
  return found[0]
}

function checkDisputes(
  statements: ReadonlyMap<StatementId, Statement>,
  places: ReadonlyMap<StatementId, Report>,
): void {
  for (const { id, disputes } of statements.values()) {
    for (const [index, other] of disputes.entries()) {
      const disputed = statements.get(other)
      const report = places.get(id)
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

/** Two values of a single-valued predicate need qualifiers that tell them apart, or a dispute. */
function checkSingleValues(
  statements: ReadonlyMap<StatementId, Statement>,
  frame: Frame,
  places: ReadonlyMap<StatementId, Report>,
): void {
  const seen = new Map<string, Statement>()
  for (const statement of statements.values()) {
    if (frame.predicates.get(statement.predicate)?.singleValued !== true) continue
    const qualifiers = statement.qualifiers.map(({ predicate, literal }) => [
      predicate,
      literal.text,
    ])
    const key = JSON.stringify([statement.subject, statement.predicate, qualifiers])
    const first = seen.get(key)
    if (first === undefined) seen.set(key, statement)
    else if (!statement.disputes.includes(first.id)) {
      places.get(statement.id)?.(
        ['predicate'],
        `“${statement.subject}” has two values of the single-valued “${statement.predicate}”`,
        'tell them apart by a qualifier, or let them dispute each other',
      )
    }
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
        file.errorAt(['entities', id], `“${id}” has no relation to any entity`, 'add a statement'),
      )
    }
  }
}
