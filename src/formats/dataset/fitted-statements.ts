import { entityId, predicateId, sourceId, statementId } from '../../model/ids.ts'
import type { PredicateId, StatementId } from '../../model/ids.ts'
import type {
  Knowledge,
  Qualification,
  Qualifier,
  Reference,
  Statement,
  Value,
} from '../../model/knowledge.ts'
import type { Literal } from '../../model/literal.ts'
import type { LossCount } from '../loss-count.ts'
import { datatypeFor } from './fitted-predicates.ts'
import type { FittedPredicates, Fitting } from './fitted-predicates.ts'
import { isParagraphNumber } from './fitted-sources.ts'
import type { FittedSources } from './fitted-sources.ts'
import { firstText, keptTexts } from './kept-texts.ts'
import { renamed, slugOf, slugsOf } from './slugs.ts'
import type { Slugs } from './slugs.ts'
import { writtenPlace } from './written-text.ts'

type Qualifications = ReadonlyMap<PredicateId, Qualification>

/** The statements as an entity's file can hold them, and the qualifiers that they have. */
export function fittedStatements(
  { knowledge, names, count }: Fitting,
  predicates: FittedPredicates,
  sources: FittedSources,
): { readonly qualifiers: Qualifications; readonly statements: Knowledge['statements'] } {
  const said = [...knowledge.statements.values()].filter(saysSomething)
  count.add('statements whose value is an empty text', knowledge.statements.size - said.length)
  const { slugs, qualifiers } = fittedQualifiers(knowledge, said, count)
  const ids = slugsOf(
    said.map(({ id }) => id),
    'statement',
  )
  count.add('ids that are not slugs, which are written as slugs', renamed(ids) + renamed(slugs))
  const disputes = mutualDisputes(said, ids, count)
  const statements = said.map((statement): Statement => {
    const predicate = predicates.of(statement)
    const { measures, note, inferred } = statement
    countUnwritten(statement, count)
    const id = statementId(slugOf(ids, statement.id))
    return {
      id,
      subject: entityId(slugOf(names, statement.subject)),
      predicate: predicate.id,
      value: fittedValue(
        statement.value,
        predicate.type === 'fact' ? predicate.datatype : 'string',
        names,
        count,
      ),
      direction: 'directed',
      ...keptTexts({ measures }, count),
      qualifiers:
        statement.qualifiers.length === 0 ? [] : ownQualifiers(statement, slugs, qualifiers, count),
      references: statement.references.map((one) => fittedReference(one, sources, count)),
      ...(inferred === true ? { inferred } : {}),
      disputes: [...(disputes.get(id) ?? [])],
      ...keptTexts({ note }, count),
      spans: [],
      attributes: [],
    }
  })
  return { qualifiers, statements: new Map(statements.map((one) => [one.id, one])) }
}

function saysSomething({ value }: Statement): boolean {
  return value.type === 'entity' || value.literal.text !== ''
}

function countUnwritten(statement: Statement, { add }: LossCount): void {
  const { direction, label, weight, spans, attributes, drawing } = statement
  if (direction !== 'directed') add('statements in no direction or in both')
  if (label !== undefined) add('labels of single edges')
  if (weight !== undefined) add('weights')
  add('spans of time of statements', spans.length)
  add('values of columns', attributes.length)
  if (drawing !== undefined) add('looks of edges in the file')
}

function fittedValue(
  value: Value,
  datatype: Literal['datatype'],
  names: Slugs,
  count: LossCount,
): Value {
  if (value.type === 'entity') {
    return { type: 'entity', entity: entityId(slugOf(names, value.entity)) }
  }
  const { text, unit } = value.literal
  return { type: 'literal', literal: { text, datatype, ...keptTexts({ unit }, count) } }
}

function fittedQualifiers(
  { qualifiers }: Knowledge,
  statements: readonly Statement[],
  count: LossCount,
): { readonly slugs: Slugs; readonly qualifiers: Qualifications } {
  const literals = new Map<string, Literal[]>([...qualifiers.keys()].map((id) => [id, []]))
  for (const { predicate, literal } of statements.flatMap((statement) => onePerKey(statement))) {
    const list = literals.get(predicate)
    if (list === undefined) literals.set(predicate, [literal])
    else list.push(literal)
  }
  const slugs = slugsOf(literals.keys(), 'qualifier')
  const fitted = [...literals].map(([key, own]): Qualification => {
    const declared = qualifiers.get(predicateId(key))
    const id = predicateId(slugOf(slugs, key))
    const label = firstText(declared?.label, key, id)
    if (declared?.label !== label) count.add('qualifiers without a name, called by their ids')
    return { id, label, datatype: datatypeFor(own, declared?.datatype, count) }
  })
  return { slugs, qualifiers: new Map(fitted.map((one) => [one.id, one])) }
}

/** The qualifiers that a file can hold: one for each key, with a text. */
function onePerKey({ qualifiers }: Statement): readonly Qualifier[] {
  const first = new Map<PredicateId, Qualifier>()
  for (const qualifier of qualifiers) {
    const { predicate, literal } = qualifier
    if (literal.text !== '' && !first.has(predicate)) first.set(predicate, qualifier)
  }
  return [...first.values()]
}

function ownQualifiers(
  statement: Statement,
  slugs: Slugs,
  qualifications: Qualifications,
  { add }: LossCount,
): readonly Qualifier[] {
  const kept = onePerKey(statement)
  add('qualifiers that are empty or said twice', statement.qualifiers.length - kept.length)
  return kept.map(({ predicate: key, literal: { text, unit } }) => {
    if (unit !== undefined) add('units of qualifiers')
    const predicate = predicateId(slugOf(slugs, key))
    const datatype = qualifications.get(predicate)?.datatype ?? 'string'
    return { predicate, literal: { text, datatype } }
  })
}

function fittedReference(
  { source: id, paragraph, words, gloss }: Reference,
  { names, texts }: FittedSources,
  count: LossCount,
): Reference {
  const source = sourceId(slugOf(names, id))
  const text = texts.get(source)
  const numbered = paragraph !== undefined && isParagraphNumber(paragraph)
  if (paragraph !== undefined && !numbered) count.add('numbers of paragraphs that are none')
  const found = text !== undefined && writtenPlace({ paragraph, words }, text) !== undefined
  if (words !== undefined && !found) count.add('words of references, which no text there has')
  return {
    source,
    ...(numbered ? { paragraph } : {}),
    ...(words !== undefined && found ? { words } : {}),
    ...keptTexts({ gloss }, count),
  }
}

/** What each statement disputes, by the ids of the folder: only what is there, and from both sides. */
function mutualDisputes(
  statements: readonly Statement[],
  ids: Slugs,
  { add }: LossCount,
): ReadonlyMap<StatementId, ReadonlySet<StatementId>> {
  const disputes = new Map(
    statements.map(({ id }) => [statementId(slugOf(ids, id)), new Set<StatementId>()]),
  )
  for (const { id, disputes: others } of statements) {
    const own = statementId(slugOf(ids, id))
    for (const other of others) {
      const slug = ids.get(other)
      if (slug === undefined || other === id) add('disputes with statements that are not there')
      else disputes.get(own)?.add(statementId(slug))
    }
  }
  for (const [id, others] of disputes) {
    for (const other of others) {
      const back = disputes.get(other)
      if (back === undefined || back.has(id)) continue
      back.add(id)
      add('disputes said from one side only, which are written on both')
    }
  }
  return disputes
}
