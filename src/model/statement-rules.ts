import { entityId, predicateId, sourceId } from './ids.ts'
import type { EntityId, KindId, StatementId } from './ids.ts'
import type {
  Entity,
  Knowledge,
  Predicate,
  Qualifier,
  Reference,
  Statement,
  Value,
} from './knowledge.ts'
import { fits } from './literal.ts'

/** A statement as somebody wrote or typed it: texts, of which nothing is known yet. */
export interface WrittenStatement {
  readonly subject: EntityId
  readonly predicate: string
  /** The id of an entity, or a literal's text. */
  readonly value: string
  readonly unit?: string | undefined
  readonly qualifiers: readonly { readonly key: string; readonly text: string }[]
  readonly references: readonly {
    readonly source: string
    readonly paragraph?: number | undefined
    readonly words?: string | undefined
    readonly gloss?: string | undefined
  }[]
}

/** What is wrong with it, and where: a field, and within a list the key or the index. */
export interface Problem {
  readonly path: readonly (string | number)[]
  readonly message: string
  /** True where what is named is not there at all. */
  readonly missing?: true
}

/** The parts of a statement that its writer gives. */
export type StatementParts = Pick<
  Statement,
  'subject' | 'predicate' | 'value' | 'qualifiers' | 'references'
>

/** What a statement is checked against. */
export type Known = Pick<Knowledge, 'kinds' | 'entities' | 'predicates' | 'qualifiers' | 'sources'>

/** How ids are told in a message. */
export interface Naming {
  readonly entity: (id: EntityId) => string
  readonly kind: (id: KindId) => string
}

const asIds: Naming = { entity: (id) => id, kind: (id) => id }

/**
 * A written statement by the rules that hold for all: what it names is there, its predicate joins
 * such kinds, its literals are written as their datatype asks. No parts where the predicate or the
 * value cannot be understood.
 */
export function checkedStatement(
  written: WrittenStatement,
  known: Known,
  naming: Naming = asIds,
): { readonly parts?: StatementParts; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const predicate = known.predicates.get(predicateId(written.predicate))
  if (predicate === undefined) {
    problems.push({
      path: ['predicate'],
      message: `there is no predicate “${written.predicate}”`,
      missing: true,
    })
    return { problems }
  }
  const { subject } = written
  if (!isOfKind(known.entities.get(subject), predicate.subjects)) {
    problems.push({
      path: ['predicate'],
      message: `“${naming.entity(subject)}” cannot be the subject of “${predicate.label}”: that takes ${listed(predicate.subjects, naming)}`,
    })
  }
  const value = checkedValue(written, predicate, known, naming, problems)
  if (value === undefined) return { problems }
  const qualifiers = checkedQualifiers(written, known, problems)
  const references = checkedReferences(written, known, problems)
  return { parts: { subject, predicate: predicate.id, value, qualifiers, references }, problems }
}

/** True where an entity is of one of the kinds; any entity is where no kind is named. */
export function isOfKind(entity: Entity | undefined, kinds: readonly KindId[]): boolean {
  return kinds.length === 0 || (entity?.kind !== undefined && kinds.includes(entity.kind))
}

/** What a statement says, and when that holds. */
type Saying = StatementParts & Pick<Statement, 'spans'>

/**
 * The statement of a graph, other than `own`, that says just what these parts say, of the same time;
 * none where `own` has said so all along, as parallel edges of a file do.
 */
export function alreadySaid(
  parts: Saying,
  statements: Knowledge['statements'],
  own: StatementId | undefined,
): Statement | undefined {
  const said = sayingOf(parts)
  const before = own === undefined ? undefined : statements.get(own)
  if (before?.subject === parts.subject && sayingOf(before) === said) return undefined
  return [...statements.values()].find(
    (other) => other.id !== own && other.subject === parts.subject && sayingOf(other) === said,
  )
}

function sayingOf({ predicate, value, qualifiers, spans }: Saying): string {
  return JSON.stringify([
    predicate,
    value.type === 'entity' ? [value.entity] : [value.literal.text, value.literal.unit ?? '', 0],
    qualifiers.map((qualifier) => [qualifier.predicate, qualifier.literal.text]),
    spans.map(({ start, end, startExcluded, endExcluded }) => [
      start ?? null,
      end ?? null,
      startExcluded === true,
      endExcluded === true,
    ]),
  ])
}

function checkedValue(
  { value: text, unit }: WrittenStatement,
  predicate: Predicate,
  { entities }: Known,
  naming: Naming,
  problems: Problem[],
): Value | undefined {
  if (predicate.type === 'fact') {
    const { datatype } = predicate
    if (!fits(text, datatype)) {
      problems.push({ path: ['value'], message: `“${text}” is not written as ${datatype}` })
      return undefined
    }
    return { type: 'literal', literal: { text, datatype, ...(unit === undefined ? {} : { unit }) } }
  }
  const entity = entityId(text)
  if (!entities.has(entity)) {
    problems.push({ path: ['value'], message: `there is no entity “${text}”`, missing: true })
    return undefined
  }
  if (!isOfKind(entities.get(entity), predicate.objects)) {
    problems.push({
      path: ['value'],
      message: `“${naming.entity(entity)}” cannot be the value of “${predicate.label}”: that takes ${listed(predicate.objects, naming)}`,
    })
  }
  if (unit !== undefined) problems.push({ path: ['unit'], message: 'a relation has no unit' })
  return { type: 'entity', entity }
}

function checkedQualifiers(
  { qualifiers }: WrittenStatement,
  known: Known,
  problems: Problem[],
): readonly Qualifier[] {
  return qualifiers.flatMap(({ key, text }): Qualifier[] => {
    const qualification = known.qualifiers.get(predicateId(key))
    const path = ['qualifiers', key]
    if (qualification === undefined) {
      problems.push({ path, message: `there is no qualifier “${key}”`, missing: true })
      return []
    }
    const { id, datatype } = qualification
    if (text === '') problems.push({ path, message: `write the ${qualification.label}` })
    else if (!fits(text, datatype)) {
      problems.push({ path, message: `“${text}” is not written as ${datatype}` })
    }
    return [{ predicate: id, literal: { text, datatype } }]
  })
}

function checkedReferences(
  { references }: WrittenStatement,
  { sources }: Known,
  problems: Problem[],
): readonly Reference[] {
  return references.map(({ source, paragraph, words, gloss }, index): Reference => {
    const found = sources.get(sourceId(source))
    const path = ['references', index]
    if (found === undefined) {
      problems.push({ path, message: `there is no source “${source}”`, missing: true })
    } else if (paragraph !== undefined && !found.paragraphs.has(paragraph)) {
      problems.push({ path, message: `the source “${source}” has no paragraph ${paragraph}` })
    }
    return {
      source: sourceId(source),
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(words === undefined ? {} : { words }),
      ...(gloss === undefined ? {} : { gloss }),
    }
  })
}

function listed(kinds: readonly KindId[], { kind }: Naming): string {
  return kinds.map(kind).join(', ')
}
