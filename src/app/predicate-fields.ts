import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Edit } from '../model/edit.ts'
import { predicateId } from '../model/ids.ts'
import type { Entity, Knowledge, Predicate } from '../model/knowledge.ts'
import type { Datatype } from '../model/literal.ts'
import { newId } from '../model/new-id.ts'
import { isOfKind } from '../model/statement-rules.ts'
import { fold } from '../view/fold.ts'
import type { FieldProblem } from './field-problem.ts'
import type { Session } from './session.ts'

/** A predicate that the graph does not have, as it is typed. */
export interface PredicateFields {
  /** How it reads from its subject. */
  readonly label: Signal<string>
  /** Where it leads to an entity: how it reads from there. */
  readonly inverse: Signal<string>
  readonly leadsTo: Signal<'entity' | Datatype>
}

/** What a statement says: a predicate of the graph, or a new one. */
export interface PredicateChoice {
  readonly added: PredicateFields
  readonly chosen: ReadonlySignal<Predicate | undefined>
  /** The graph, with the predicate that is chosen in it. */
  readonly content: ReadonlySignal<Knowledge>
  readonly problems: ReadonlySignal<readonly FieldProblem[]>
  /** What adds it to the graph, where it is new. */
  readonly edits: () => readonly Edit[]
}

/** Stands for a predicate that the graph does not have; no id has a line break in it. */
export const newPredicate = 'new\n'

/** Follows the choice: the id of a predicate, "" for none, or `newPredicate`. */
export function choosePredicate(
  { content, opened }: Session,
  choice: ReadonlySignal<string>,
  subject: ReadonlySignal<Entity | undefined>,
): PredicateChoice {
  const added: PredicateFields = {
    label: signal(''),
    inverse: signal(''),
    leadsTo: signal('entity'),
  }
  const idFor = predicateIds([opened.knowledge, content])
  const made = computed(() =>
    choice.value === newPredicate ? predicateOfFields(added, idFor) : undefined,
  )
  return {
    added,
    chosen: computed(() => made.value ?? content.predicates.get(predicateId(choice.value))),
    content: computed(() => {
      const predicate = made.value
      if (predicate === undefined) return content
      const predicates = new Map(content.predicates).set(predicate.id, predicate)
      return { ...content, predicates }
    }),
    problems: computed(() =>
      made.value === undefined ? [] : namingProblems(content, made.value, subject.value),
    ),
    edits: () => {
      const predicate = made.peek()
      return predicate === undefined ? [] : [{ type: 'add-predicate', predicate }]
    },
  }
}

/** Gives ids that no predicate of these graphs has, declared or not. */
function predicateIds(graphs: readonly Knowledge[]): (label: string) => Predicate['id'] {
  let taken: ReadonlySet<string> | undefined
  return (label) => {
    const known = (taken ??= new Set<string>(
      graphs.flatMap(({ predicates, statements }) => [
        ...predicates.keys(),
        ...[...statements.values()].map(({ predicate }) => predicate),
      ]),
    ))
    return predicateId(newId(label, (id) => known.has(id), 'predicate'))
  }
}

/** It may be said of anything. */
function predicateOfFields(
  fields: PredicateFields,
  idFor: (label: string) => Predicate['id'],
): Predicate {
  const label = fields.label.value.trim()
  const inverse = fields.inverse.value.trim()
  const leadsTo = fields.leadsTo.value
  const base = { id: idFor(label), label, subjects: [], singleValued: false }
  if (leadsTo !== 'entity') return { ...base, type: 'fact', datatype: leadsTo }
  return {
    ...base,
    type: 'relation',
    // As files are read whose edges have no words for the way back.
    inverse: inverse === '' ? `${label} (reverse)` : inverse,
    objects: [],
  }
}

function namingProblems(
  { predicates, kinds }: Knowledge,
  { label }: Predicate,
  subject: Entity | undefined,
): readonly FieldProblem[] {
  const problem = (message: string, unwritten = false): readonly FieldProblem[] => [
    { path: ['new-predicate'], message, unwritten },
  ]
  if (label === '') return problem('The new predicate needs a name.', true)
  const namesake = [...predicates.values()].find((each) => fold(each.label) === fold(label))
  if (namesake === undefined) return []
  const there = `There is “${namesake.label}” already`
  if (isOfKind(subject, namesake.subjects)) return problem(`${there}: choose it.`)
  const names = namesake.subjects.map((id) => kinds.get(id)?.label ?? id)
  return problem(`${there}; it takes ${names.join(' or ')} as its subject.`)
}
