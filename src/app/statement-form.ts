import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Edit } from '../model/edit.ts'
import { predicateId, statementId } from '../model/ids.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Entity, Knowledge, Predicate, Statement } from '../model/knowledge.ts'
import {
  alreadySaid,
  checkedStatement,
  isOfKind,
  onlyOnceKey,
  secondValue,
  usualId,
} from '../model/statement-rules.ts'
import type { Problem, StatementParts, WrittenStatement } from '../model/statement-rules.ts'
import { nameOf } from '../display/appearance.ts'
import { change } from './change.ts'
import type { EditTarget } from './edit-target.ts'
import { fieldsOfReference, sourcesOfFields } from './reference-fields.ts'
import type { ReferenceFields } from './reference-fields.ts'
import type { Session } from './session.ts'

export interface QualifierFields {
  readonly key: string
  readonly text: string
}

/** The form for one statement, with what is wrong in it as it is typed. */
export interface StatementForm {
  readonly subject: Signal<EntityId | undefined>
  readonly predicate: Signal<string>
  /** Where the predicate is a relation. */
  readonly object: Signal<EntityId | undefined>
  /** Where it is a fact. */
  readonly text: Signal<string>
  readonly unit: Signal<string>
  readonly note: Signal<string>
  readonly qualifiers: Signal<readonly QualifierFields[]>
  readonly references: Signal<readonly ReferenceFields[]>
  /** The predicate that is chosen. */
  readonly chosen: ReadonlySignal<Predicate | undefined>
  /** What the subject may be said to be, and the one that is chosen. */
  readonly predicates: ReadonlySignal<readonly Predicate[]>
  readonly swap: () => void
  /** What is wrong with a field, by its name or by its name and place: "qualifiers 0". */
  readonly problems: ReadonlySignal<ReadonlyMap<string, string>>
  /** True for a statement that is there already. */
  readonly exists: boolean
  /** False where something is to be put right first; then every problem is shown. */
  readonly save: () => boolean
  readonly remove: () => void
}

type Target = Extract<EditTarget, { readonly of: 'statement' | 'new-statement' }>

/** A form for a statement of the session, or for a new one about a node. */
export function createStatementForm(session: Session, target: Target): StatementForm {
  const { content } = session
  const before = target.of === 'statement' ? content.statements.get(target.id) : undefined
  const fields = fieldsOf(before, target)
  const chosen = computed(() => content.predicates.get(predicateId(fields.predicate.value)))
  const tried = signal(false)
  const checked = computed(() => check(content, before?.id, fields, chosen.value))
  const problems = computed(
    () =>
      new Map(
        checked.value.problems
          .filter(({ unwritten }) => tried.value || !unwritten)
          .map(({ path, message }): [string, string] => [path.join(' '), message]),
      ),
  )
  return {
    ...fields,
    chosen,
    predicates: computed(() => {
      const subject = fields.subject.value
      const entity = subject === undefined ? undefined : content.entities.get(subject)
      return offered(content, entity).concat(
        chosen.value !== undefined && !isOfKind(entity, chosen.value.subjects)
          ? [chosen.value]
          : [],
      )
    }),
    swap: () => {
      const { subject, object } = fields
      ;[subject.value, object.value] = [object.peek(), subject.peek()]
    },
    problems,
    exists: before !== undefined,
    save: () => {
      tried.value = true
      const { parts, problems: wrong } = checked.peek()
      if (parts === undefined || wrong.length > 0) return false
      const { added } = sourcesOfFields(content, fields.references.peek())
      const statement = statementOf(session, before, parts, fields.note.peek().trim())
      const edits: readonly Edit[] = [
        ...added.map((source): Edit => ({ type: 'add-source', source })),
        { type: 'set-statement', statement },
      ]
      change(session, edits)
      const { value, subject, id } = statement
      session.dispatch(
        {
          type: 'select',
          selection: value.type === 'entity' ? { type: 'edge', id } : { type: 'node', id: subject },
        },
        true,
      )
      return true
    },
    remove: () => {
      if (before !== undefined) change(session, [{ type: 'remove-statement', id: before.id }])
    },
  }
}

type Fields = Pick<
  StatementForm,
  'subject' | 'predicate' | 'object' | 'text' | 'unit' | 'note' | 'qualifiers' | 'references'
>

function fieldsOf(before: Statement | undefined, target: Target): Fields {
  const value = before?.value
  const literal = value?.type === 'literal' ? value.literal : undefined
  return {
    subject: signal(before?.subject ?? (target.of === 'new-statement' ? target.about : undefined)),
    predicate: signal<string>(before?.predicate ?? ''),
    object: signal(value?.type === 'entity' ? value.entity : undefined),
    text: signal(literal?.text ?? ''),
    unit: signal(literal?.unit ?? ''),
    note: signal(before?.note ?? ''),
    qualifiers: signal(
      (before?.qualifiers ?? []).map(({ predicate, literal: { text } }) => ({
        key: predicate,
        text,
      })),
    ),
    references: signal((before?.references ?? []).map(fieldsOfReference)),
  }
}

/** `unwritten`: nothing is there yet that could be wrong. */
type FieldProblem = Problem & { readonly unwritten: boolean }

function check(
  content: Knowledge,
  own: StatementId | undefined,
  fields: Fields,
  predicate: Predicate | undefined,
): { readonly parts?: StatementParts; readonly problems: readonly FieldProblem[] } {
  const lacking = unwritten(fields, predicate)
  const subject = fields.subject.value
  if (lacking.length > 0 || subject === undefined) return { problems: lacking }
  const cited = sourcesOfFields(content, fields.references.value)
  const unit = fields.unit.value.trim()
  const written: WrittenStatement = {
    subject,
    predicate: fields.predicate.value,
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
  const clash = parts === undefined ? undefined : clashOf(content, own, parts)
  return {
    ...(parts === undefined ? {} : { parts }),
    problems: [
      ...cited.problems.map((problem) => ({ ...problem, unwritten: true })),
      ...[...problems, ...(clash === undefined ? [] : [clash])].map((problem) => ({
        path: placeOf(problem.path, fields, cited.places),
        message: asSentence(problem.message),
        unwritten: false,
      })),
    ],
  }
}

/** Where the fields of the form are that the rules speak of. */
function placeOf(
  path: Problem['path'],
  { qualifiers }: Fields,
  places: readonly number[],
): Problem['path'] {
  const [list, at] = path
  if (list === 'qualifiers') return [list, qualifiers.peek().findIndex(({ key }) => key === at)]
  if (list === 'references') return [list, places[Number(at)] ?? 0]
  return path
}

function unwritten(fields: Fields, predicate: Predicate | undefined): readonly FieldProblem[] {
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

/** What the graph says already speaks against these parts. */
function clashOf(
  content: Knowledge,
  own: StatementId | undefined,
  parts: StatementParts,
): Problem | undefined {
  if (alreadySaid(parts, content.statements, own) !== undefined) {
    return { path: ['value'], message: 'the graph says this already' }
  }
  const key = onlyOnceKey(parts, content.predicates)
  if (key === undefined) return undefined
  const disputes = own === undefined ? [] : (content.statements.get(own)?.disputes ?? [])
  for (const other of content.statements.values()) {
    if (other.id === own || disputes.includes(other.id)) continue
    if (onlyOnceKey(other, content.predicates) === key) {
      const label = content.predicates.get(parts.predicate)?.label ?? parts.predicate
      const message = secondValue.message(nameIn(content, parts.subject), label)
      return { path: ['value'], message: `${message}: ${secondValue.advice}` }
    }
  }
  return undefined
}

function statementOf(
  { opened, content }: Session,
  before: Statement | undefined,
  parts: StatementParts,
  note: string,
): Statement {
  const rest = { direction: 'directed', disputes: [], spans: [], attributes: [] } as const
  const taken = (id: string): boolean =>
    opened.knowledge.statements.has(statementId(id)) || content.statements.has(statementId(id))
  const blank: Statement = {
    id: freeId(usualId(parts.subject, parts.predicate, parts.value), taken),
    ...parts,
    ...rest,
  }
  const { note: _note, label, ...kept } = before ?? blank
  return {
    ...kept,
    ...parts,
    // Words of the edge's own said what the predicate before said.
    ...(label === undefined || before?.predicate !== parts.predicate ? {} : { label }),
    ...(note === '' ? {} : { note }),
  }
}

function freeId(usual: string, taken: (id: string) => boolean): StatementId {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? usual : `${usual}-${number}`
    if (!taken(id)) return statementId(id)
  }
}

/** Relations first, each by its label. */
function offered(content: Knowledge, subject: Entity | undefined): readonly Predicate[] {
  return [...content.predicates.values()]
    .filter(({ subjects }) => subject === undefined || isOfKind(subject, subjects))
    .toSorted(
      (a, b) =>
        (a.type === b.type ? 0 : a.type === 'relation' ? -1 : 1) || a.label.localeCompare(b.label),
    )
}

function nameIn({ entities }: Knowledge, id: EntityId): string {
  const entity = entities.get(id)
  return entity === undefined ? id : nameOf(entity)
}

function asSentence(message: string): string {
  return `${message.slice(0, 1).toUpperCase()}${message.slice(1)}.`
}
