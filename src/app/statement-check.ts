import type { Signal } from '@preact/signals'
import { nameOf } from '../display/appearance.ts'
import { sentenceText } from '../display/sentence.ts'
import { conflictsOf } from '../model/conflicts.ts'
import type { Direction } from '../model/direction.ts'
import { statementId } from '../model/ids.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Predicate, Statement } from '../model/knowledge.ts'
import { fits } from '../model/literal.ts'
import { alreadySaid, checkedStatement } from '../model/statement-rules.ts'
import type { Problem, StatementParts, WrittenStatement } from '../model/statement-rules.ts'
import type { FieldProblem } from './field-problem.ts'
import { sourcesOfFields } from './reference-fields.ts'
import type { ReferenceFields } from './reference-fields.ts'
import type { SpanForm } from './span-form.ts'

export interface QualifierFields {
  readonly key: string
  readonly text: string
}

/** A statement as it is typed. */
export interface StatementFields {
  readonly subject: Signal<EntityId | undefined>
  readonly predicate: Signal<string>
  /** Where the predicate is a relation. */
  readonly object: Signal<EntityId | undefined>
  /** Where it is a fact. */
  readonly text: Signal<string>
  readonly unit: Signal<string>
  /** Of a relation. */
  readonly direction: Signal<Direction>
  /** Own words of a relation; "" for those of its predicate. */
  readonly label: Signal<string>
  /** Of a relation; "" for none. */
  readonly weight: Signal<string>
  readonly note: Signal<string>
  readonly inferred: Signal<boolean>
  readonly qualifiers: Signal<readonly QualifierFields[]>
  readonly references: Signal<readonly ReferenceFields[]>
  readonly times: SpanForm
}

/** What the form says of a statement, where that can be understood. */
export type SaidParts = StatementParts & Pick<Statement, 'direction' | 'spans'>

interface Checked {
  readonly parts?: SaidParts
  readonly problems: readonly FieldProblem[]
  /** What else its writer should know, in a sentence. */
  readonly notice?: string | undefined
}

/** What the fields say, and all that is wrong in them. */
export function checkedFields(
  content: Knowledge,
  own: StatementId | undefined,
  fields: StatementFields,
  predicate: Predicate | undefined,
): Checked {
  const lacking = unwritten(fields, predicate)
  const subject = fields.subject.value
  if (lacking.length > 0 || subject === undefined) return { problems: lacking }
  const before = own === undefined ? undefined : content.statements.get(own)
  const cited = sourcesOfFields(content, fields.references.value)
  const unit = fields.unit.value.trim()
  const written: WrittenStatement = {
    subject,
    predicate: predicate?.id ?? '',
    value: predicate?.type === 'fact' ? fields.text.value.trim() : (fields.object.value ?? ''),
    unit: predicate?.type === 'fact' && unit !== '' ? unit : undefined,
    qualifiers: fields.qualifiers.value.map(({ key, text }) => ({ key, text: text.trim() })),
    references: cited.references,
  }
  const { parts, problems } = checkedStatement(
    written,
    { ...content, sources: cited.sources },
    {
      entity: (id) => nameIn(content, id),
      kind: (id) => content.kinds.get(id)?.label ?? id,
    },
  )
  const whole = parts && {
    ...parts,
    direction: directionOf(parts, fields.direction.value, before),
    spans: fields.times.spans.value,
  }
  const said = whole !== undefined && alreadySaid(whole, content.statements, own) !== undefined
  const clash = said ? [{ path: ['value'], message: 'the graph says this already' }] : []
  return {
    ...(whole === undefined ? {} : { parts: whole, notice: conflictNotice(content, own, whole) }),
    problems: [
      ...cited.problems,
      ...weightProblems(fields.weight.value, before),
      ...[...problems, ...clash].map((problem) => ({
        path: placeOf(problem.path, fields, cited.places),
        message: asSentence(problem.message),
        unwritten: isEmpty(problem.path, fields),
      })),
    ],
  }
}

/** A fact leads nowhere: nobody chooses its direction. */
function directionOf(
  { value }: StatementParts,
  chosen: Direction,
  before: Statement | undefined,
): Direction {
  if (value.type === 'entity') return chosen
  return before?.value.type === 'literal' ? before.direction : 'directed'
}

/** One that is as it was is never wrong. */
function weightProblems(typed: string, before: Statement | undefined): readonly FieldProblem[] {
  const text = typed.trim()
  const isNumber = fits(text, 'decimal') && Number.isFinite(Number(text))
  if (text === '' || isNumber || text === String(before?.weight)) return []
  return [{ path: ['weight'], message: 'Write a number, like 8.2.', unwritten: false }]
}

/** Where the fields of the form are that the rules speak of. */
function placeOf(
  path: Problem['path'],
  { qualifiers }: StatementFields,
  places: readonly number[],
): Problem['path'] {
  const [list, at] = path
  if (list === 'qualifiers') return [list, qualifiers.peek().findIndex(({ key }) => key === at)]
  if (list === 'references') return [list, places[Number(at)] ?? 0]
  return path
}

/** True for a qualifier that has been added and not yet been written. */
function isEmpty([list, at]: Problem['path'], { qualifiers }: StatementFields): boolean {
  if (list !== 'qualifiers') return false
  return (
    qualifiers
      .peek()
      .find(({ key }) => key === at)
      ?.text.trim() === ''
  )
}

function unwritten(
  fields: StatementFields,
  predicate: Predicate | undefined,
): readonly FieldProblem[] {
  const missing = (path: string, message: string): FieldProblem[] => [
    { path: [path], message, unwritten: true },
  ]
  return [
    ...(fields.subject.value === undefined ? missing('subject', 'Choose what it is about.') : []),
    ...(predicate === undefined ? missing('predicate', 'Choose what it says.') : []),
    ...(predicate?.type === 'relation' && fields.object.value === undefined
      ? missing('value', 'Choose the entity that it leads to.')
      : []),
    ...(predicate?.type === 'fact' && fields.text.value.trim() === ''
      ? missing('value', 'Write the value.')
      : []),
  ]
}

/** The statement that these parts would be in conflict with, as a sentence of a kind. */
function conflictNotice(
  content: Knowledge,
  own: StatementId | undefined,
  parts: SaidParts,
): string | undefined {
  const before = own === undefined ? undefined : content.statements.get(own)
  const id = own ?? statementId('\n')
  const statement: Statement = { ...(before ?? blankStatement(id)), ...parts }
  const statements = new Map(content.statements).set(id, statement)
  const [other] = conflictsOf({ ...content, statements }).get(id) ?? []
  const against = other === undefined ? undefined : content.statements.get(other)
  return against === undefined
    ? undefined
    : `The graph says another value for the same time: “${sentenceText(content, against)}”. Both will be shown as a conflict.`
}

/** A statement that says nothing yet. */
export function blankStatement(id: StatementId): Omit<Statement, keyof SaidParts> {
  return { id, disputes: [], attributes: [] }
}

function nameIn({ entities }: Knowledge, id: EntityId): string {
  const entity = entities.get(id)
  return entity === undefined ? id : nameOf(entity)
}

function asSentence(message: string): string {
  return `${message.slice(0, 1).toUpperCase()}${message.slice(1)}.`
}
