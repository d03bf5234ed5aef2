import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Direction } from '../model/direction.ts'
import type { Edit } from '../model/edit.ts'
import { statementId } from '../model/ids.ts'
import type { StatementId } from '../model/ids.ts'
import type { Entity, Knowledge, Predicate, Statement } from '../model/knowledge.ts'
import { isOfKind } from '../model/statement-rules.ts'
import type { StatementParts } from '../model/statement-rules.ts'
import { usualId } from '../model/usual-id.ts'
import type { Selection } from '../view/view.ts'
import { createAttributeForm } from './attribute-form.ts'
import type { AttributeForm } from './attribute-form.ts'
import { change } from './change.ts'
import type { EditTarget } from './edit-target.ts'
import { choosePredicate } from './predicate-fields.ts'
import type { PredicateFields } from './predicate-fields.ts'
import { fieldsOfReference, sourcesOfFields } from './reference-fields.ts'
import type { Session } from './session.ts'
import { createSpanForm } from './span-form.ts'
import { blankStatement, checkedFields } from './statement-check.ts'
import type { SaidParts, StatementFields } from './statement-check.ts'

/** The form for one statement, with what is wrong in it as it is typed. */
export interface StatementForm extends StatementFields {
  /** What is typed of a predicate that the graph does not have. */
  readonly added: PredicateFields
  readonly attributes: AttributeForm
  /** True where relations of this graph have words of their own, and weights. */
  readonly labelled: boolean
  readonly weighted: boolean
  /** True where not every relation of this graph leads one way. */
  readonly turned: boolean
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
  const directions = directionsIn(content)
  const fields = fieldsOf(content, before, target, directions)
  const tried = signal(false)
  const subject = computed(() => {
    const id = fields.subject.value
    return id === undefined ? undefined : content.entities.get(id)
  })
  const said = choosePredicate(session, fields.predicate, subject)
  const { added, chosen } = said
  const checked = computed(() => {
    const told = checkedFields(said.content.value, before?.id, fields, chosen.value)
    return { ...told, problems: [...told.problems, ...said.problems.value] }
  })
  const attributes = createAttributeForm(session, 'statement', before?.attributes ?? [], {
    tried,
    wanted: target.of === 'statement' ? target.column : undefined,
  })
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
    added,
    attributes,
    labelled: [...content.statements.values()].some(({ label }) => label !== undefined),
    weighted: [...content.statements.values()].some(({ weight }) => weight !== undefined),
    turned: directions.has('undirected') || directions.has('mutual'),
    chosen,
    predicates: computed(() =>
      offered(content, subject.value).concat(
        chosen.value !== undefined && !isOfKind(subject.value, chosen.value.subjects)
          ? [chosen.value]
          : [],
      ),
    ),
    swap: () => {
      const [from, to] = [fields.subject, fields.object]
      ;[from.value, to.value] = [to.peek(), from.peek()]
    },
    problems,
    notice: computed(() => checked.value.notice),
    exists: before !== undefined,
    save: () => {
      tried.value = true
      const { parts, problems: wrong } = checked.peek()
      const saved = attributes.saved()
      const isWrong = wrong.length > 0 || fields.times.problems.peek().size > 0
      if (parts === undefined || saved === undefined || isWrong) return false
      const sources = sourcesOfFields(content, fields.references.peek()).added
      const statement = {
        ...statementOf(session, before, parts, fields),
        attributes: saved.attributes,
      }
      change(session, [
        ...sources.map((source): Edit => ({ type: 'add-source', source })),
        ...said.edits(),
        ...saved.edits,
        { type: 'set-statement', statement },
      ])
      session.dispatch({ type: 'select', selection: selectionOf(statement) }, true)
      return true
    },
    remove: () => {
      if (before !== undefined) change(session, [{ type: 'remove-statement', id: before.id }])
    },
  }
}

/** A fact stands on the card of its subject. */
function selectionOf({ id, subject, value }: Statement): Selection {
  return value.type === 'entity' ? { type: 'edge', id } : { type: 'node', id: subject }
}

type Directions = ReadonlySet<Direction>

/** Which ways the relations of a graph lead. */
function directionsIn({ statements }: Knowledge): Directions {
  const relations = [...statements.values()].filter(({ value }) => value.type === 'entity')
  return new Set(relations.map(({ direction }) => direction))
}

function fieldsOf(
  content: Knowledge,
  before: Statement | undefined,
  target: Target,
  directions: Directions,
): StatementFields {
  const value = before?.value
  const literal = value?.type === 'literal' ? value.literal : undefined
  return {
    subject: signal(before?.subject ?? (target.of === 'new-statement' ? target.about : undefined)),
    predicate: signal<string>(
      before?.predicate ?? (target.of === 'new-statement' ? (target.predicate ?? '') : ''),
    ),
    object: signal(value?.type === 'entity' ? value.entity : undefined),
    text: signal(literal?.text ?? ''),
    unit: signal(literal?.unit ?? ''),
    direction: signal(before?.direction ?? usualDirection(directions)),
    label: signal(before?.label ?? ''),
    weight: signal(before?.weight === undefined ? '' : String(before.weight)),
    note: signal(before?.note ?? ''),
    inferred: signal(before?.inferred === true),
    qualifiers: signal(
      (before?.qualifiers ?? []).map(({ predicate, literal: { text } }) => ({
        key: predicate,
        text,
      })),
    ),
    references: signal((before?.references ?? []).map(fieldsOfReference)),
    times: createSpanForm(content, 'statement', before?.spans ?? [], target.cell),
  }
}

/** A new relation leads as all others do. */
function usualDirection(directions: Directions): Direction {
  const [only = 'directed'] = directions.size === 1 ? directions : []
  return only
}

function statementOf(
  { opened, content }: Session,
  before: Statement | undefined,
  parts: SaidParts,
  fields: StatementFields,
): Statement {
  const note = fields.note.peek().trim()
  const weight = fields.weight.peek().trim()
  const taken = (id: string): boolean =>
    opened.knowledge.statements.has(statementId(id)) || content.statements.has(statementId(id))
  const id = freeId(usualId(parts.subject, parts.predicate, parts.value), taken)
  const blank: Statement = { ...blankStatement(id), ...parts }
  const { note: _note, inferred: _inferred, weight: was, label: _label, ...kept } = before ?? blank
  return {
    ...kept,
    ...parts,
    ...ownLabel(parts, before, fields.label.peek()),
    ...(fields.inferred.peek() ? { inferred: true } : {}),
    ...(weight === '' ? {} : { weight: weight === String(was) ? was : Number(weight) }),
    ...(note === '' ? {} : { note }),
  }
}

/** Words that it had said what the predicate before said. */
function ownLabel(
  { predicate }: StatementParts,
  before: Statement | undefined,
  typed: string,
): Pick<Statement, 'label'> {
  const isUntouched = typed === (before?.label ?? '')
  const label = isUntouched ? before?.label : typed.trim()
  const isStale = isUntouched && before?.predicate !== predicate
  if (label === undefined || isStale) return {}
  return label === '' && !isUntouched ? {} : { label }
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
