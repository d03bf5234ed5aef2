import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Edit } from '../model/edit.ts'
import { predicateId, statementId } from '../model/ids.ts'
import type { StatementId } from '../model/ids.ts'
import type { Entity, Knowledge, Predicate, Statement } from '../model/knowledge.ts'
import { isOfKind, usualId } from '../model/statement-rules.ts'
import type { StatementParts } from '../model/statement-rules.ts'
import { change } from './change.ts'
import type { EditTarget } from './edit-target.ts'
import { fieldsOfReference, sourcesOfFields } from './reference-fields.ts'
import type { Session } from './session.ts'
import { blankStatement, checkedFields } from './statement-check.ts'
import type { StatementFields } from './statement-check.ts'

/** The form for one statement, with what is wrong in it as it is typed. */
export interface StatementForm extends StatementFields {
  /** The predicate that is chosen. */
  readonly chosen: ReadonlySignal<Predicate | undefined>
  /** What the subject may be said to be, and the one that is chosen. */
  readonly predicates: ReadonlySignal<readonly Predicate[]>
  readonly swap: () => void
  /** What is wrong with a field, by its name or by its name and place: "qualifiers 0". */
  readonly problems: ReadonlySignal<ReadonlyMap<string, string>>
  /** What else its writer should know, in a sentence. */
  readonly notice: ReadonlySignal<string | undefined>
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
  const checked = computed(() => checkedFields(content, before?.id, fields, chosen.value))
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
    notice: computed(() => checked.value.notice),
    exists: before !== undefined,
    save: () => {
      tried.value = true
      const { parts, problems: wrong } = checked.peek()
      if (parts === undefined || wrong.length > 0) return false
      const { added } = sourcesOfFields(content, fields.references.peek())
      const statement = statementOf(session, before, parts, fields)
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

function fieldsOf(before: Statement | undefined, target: Target): StatementFields {
  const value = before?.value
  const literal = value?.type === 'literal' ? value.literal : undefined
  return {
    subject: signal(before?.subject ?? (target.of === 'new-statement' ? target.about : undefined)),
    predicate: signal<string>(before?.predicate ?? ''),
    object: signal(value?.type === 'entity' ? value.entity : undefined),
    text: signal(literal?.text ?? ''),
    unit: signal(literal?.unit ?? ''),
    note: signal(before?.note ?? ''),
    inferred: signal(before?.inferred === true),
    qualifiers: signal(
      (before?.qualifiers ?? []).map(({ predicate, literal: { text } }) => ({
        key: predicate,
        text,
      })),
    ),
    references: signal((before?.references ?? []).map(fieldsOfReference)),
  }
}

function statementOf(
  { opened, content }: Session,
  before: Statement | undefined,
  parts: StatementParts,
  fields: StatementFields,
): Statement {
  const note = fields.note.peek().trim()
  const taken = (id: string): boolean =>
    opened.knowledge.statements.has(statementId(id)) || content.statements.has(statementId(id))
  const id = freeId(usualId(parts.subject, parts.predicate, parts.value), taken)
  const blank: Statement = { ...blankStatement(id), ...parts }
  const { note: _note, inferred: _inferred, label, ...kept } = before ?? blank
  return {
    ...kept,
    ...parts,
    // Words of the edge's own said what the predicate before said.
    ...(label === undefined || before?.predicate !== parts.predicate ? {} : { label }),
    ...(fields.inferred.peek() ? { inferred: true } : {}),
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
