import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import { nameOf } from '../display/appearance.ts'
import { statementsAbout } from '../model/edit.ts'
import { entityId, kindId } from '../model/ids.ts'
import type { ColumnId, EntityId, KindId } from '../model/ids.ts'
import type { Alias, Entity, Kind, Knowledge } from '../model/knowledge.ts'
import { newId } from '../model/new-id.ts'
import { isOfKind } from '../model/statement-rules.ts'
import { fold } from '../view/fold.ts'
import { createAttributeForm } from './attribute-form.ts'
import type { AttributeForm } from './attribute-form.ts'
import { change } from './change.ts'
import { kindOfFields, kindProblem, newKind } from './kind-fields.ts'
import type { KindFields } from './kind-fields.ts'
import type { Session } from './session.ts'
import { createSpanForm } from './span-form.ts'
import type { SpanForm } from './span-form.ts'

/** The form for one entity, with what is wrong in it as it is typed. */
export interface EntityForm extends KindFields {
  readonly label: Signal<string>
  readonly isPlural: Signal<boolean>
  /** One a line. */
  readonly aliases: Signal<string>
  readonly description: Signal<string>
  /** What can be chosen; undefined where an attribute gives the kinds. */
  readonly kinds: readonly Kind[] | undefined
  readonly attributes: AttributeForm
  readonly times: SpanForm
  /** What is to be put right first, by field. */
  readonly problems: ReadonlySignal<{
    readonly label?: string
    readonly kind?: string
    readonly kindLabel?: string
  }>
  /** True once it was to be saved: then what is missing is told too. */
  readonly tried: ReadonlySignal<boolean>
  /** What may be meant, but should be known. */
  readonly caution: ReadonlySignal<string | undefined>
  /** How many statements are about the entity, and go with it. */
  readonly statements: number
  /** False where something is to be put right first; else the entity is the one that is selected. */
  readonly save: () => boolean
  readonly remove: () => void
}

/** Where a form begins: at an attribute, or at what else a cell of the table shows. */
interface Wanted {
  readonly column?: ColumnId | undefined
  readonly cell?: string | undefined
}

/** A form for an entity of the session, or for a new one. */
export function createEntityForm(
  session: Session,
  id: EntityId | undefined,
  { column, cell }: Wanted = {},
): EntityForm {
  const { content, opened } = session
  const before = id === undefined ? undefined : content.entities.get(id)
  const about = id === undefined ? [] : statementsAbout(content, id)
  const label = signal(before?.label ?? '')
  const isPlural = signal(before?.isPlural === true)
  const kindFields = {
    kind: signal<string>(before?.kind ?? ''),
    kindLabel: signal(''),
    kindPlural: signal(''),
  }
  const { kind, kindLabel } = kindFields
  const aliases = signal((before?.aliases ?? []).map(({ text }) => text).join('\n'))
  const description = signal(before?.description ?? '')
  const tried = signal(false)
  const attributes = createAttributeForm(session, 'entity', before?.attributes ?? [], {
    tried,
    wanted: column,
  })
  const times = createSpanForm(content, 'entity', before?.spans ?? [], cell)
  const problems = computed(() => {
    const unfit = unfitStatement(content, about, before, kind.value)
    const unnamed = kind.value === newKind ? kindProblem(content, kindLabel.value) : undefined
    return {
      ...(label.value.trim() === '' && isNamed(before) ? { label: 'It needs a name.' } : {}),
      ...(unfit === undefined ? {} : { kind: unfit }),
      ...(unnamed === undefined ? {} : { kindLabel: unnamed }),
    }
  })
  return {
    ...kindFields,
    label,
    isPlural,
    aliases,
    description,
    attributes,
    times,
    kinds: kindsToChoose(session),
    problems,
    caution: computed(() => namesake(content, id, label.value)),
    statements: about.length,
    tried,
    save: () => {
      tried.value = true
      const saved = attributes.saved()
      const isWrong = Object.keys(problems.peek()).length > 0 || times.problems.peek().size > 0
      if (isWrong || saved === undefined) return false
      const added =
        kind.peek() === newKind ? kindOfFields(kindFields, [opened.knowledge, content]) : undefined
      const entity = entityOf(session, before, {
        label: label.peek().trim(),
        isPlural: isPlural.peek(),
        kind: added?.id ?? kind.peek(),
        aliases: aliases.peek(),
        description: description.peek().trim(),
        attributes: saved.attributes,
        spans: times.spans.peek(),
      })
      change(session, [
        ...saved.edits,
        ...(added === undefined ? [] : [{ type: 'add-kind', kind: added } as const]),
        { type: 'set-entity', entity },
      ])
      session.dispatch({ type: 'select', selection: { type: 'node', id: entity.id } }, true)
      return true
    },
    remove: () => {
      if (id !== undefined) change(session, [{ type: 'remove-entity', id }])
    },
  }
}

/** An entity of a file may have no name; its id is shown then. */
function isNamed(before: Entity | undefined): boolean {
  return before === undefined || before.label !== undefined
}

interface Fields {
  readonly label: string
  readonly isPlural: boolean
  readonly kind: string
  readonly aliases: string
  readonly description: string
  readonly attributes: Entity['attributes']
  readonly spans: Entity['spans']
}

function entityOf(session: Session, before: Entity | undefined, fields: Fields): Entity {
  const blank = { aliases: [], parents: [], spans: [], attributes: [] }
  const {
    label: _label,
    isPlural: _isPlural,
    kind: _kind,
    description: _description,
    ...rest
  } = before ?? {
    id: freeId(session, fields.label),
    ...blank,
  }
  return {
    ...rest,
    ...(fields.label === '' ? {} : { label: fields.label }),
    ...(fields.isPlural ? { isPlural: true } : {}),
    ...(fields.kind === '' ? {} : { kind: kindId(fields.kind) }),
    ...(fields.description === '' ? {} : { description: fields.description }),
    aliases: aliasesOf(fields.aliases, before?.aliases ?? []),
    attributes: fields.attributes,
    spans: fields.spans,
  }
}

/** Where a column gives the kinds, as the graph is opened, another kind is another value in it. */
function kindsToChoose({ content, kinding }: Session): EntityForm['kinds'] {
  const { kinds } = content
  return kinds.size === 0 && kinding.opening?.from === 'column' ? undefined : [...kinds.values()]
}

/** An id that no entity has or had: one that was removed may come back. */
function freeId({ opened, content }: Session, label: string): EntityId {
  const taken = (id: string): boolean =>
    opened.knowledge.entities.has(entityId(id)) || content.entities.has(entityId(id))
  return entityId(newId(label, taken))
}

/** One a line; those that were there keep their notes. */
function aliasesOf(lines: string, before: readonly Alias[]): readonly Alias[] {
  const texts = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return [...new Set(texts)].map((text) => before.find((alias) => alias.text === text) ?? { text })
}

/** A sentence about statements that an entity of this kind could not have, where it has some. */
function unfitStatement(
  { predicates, kinds }: Knowledge,
  about: ReturnType<typeof statementsAbout>,
  before: Entity | undefined,
  kind: string,
): string | undefined {
  if (before === undefined || (before.kind ?? '') === kind) return undefined
  const { kind: _kind, ...bare } = before
  const entity = kind === '' ? bare : { ...bare, kind: kindId(kind) }
  for (const { subject, predicate: id, value } of about) {
    const predicate = predicates.get(id)
    if (predicate === undefined) continue
    const isValue = value.type === 'entity' && value.entity === before.id
    const wrong = [
      ...(subject === before.id && !isOfKind(entity, predicate.subjects)
        ? [predicate.subjects]
        : []),
      ...(isValue && predicate.type === 'relation' && !isOfKind(entity, predicate.objects)
        ? [predicate.objects]
        : []),
    ]
    const [allowed] = wrong
    if (allowed !== undefined) {
      const names = allowed.map((each: KindId) => kinds.get(each)?.label ?? each)
      return `A statement with “${predicate.label}” needs it to be ${names.join(' or ')}.`
    }
  }
  return undefined
}

function namesake(
  { entities }: Knowledge,
  own: EntityId | undefined,
  label: string,
): string | undefined {
  const wanted = fold(label.trim())
  if (wanted === '') return undefined
  for (const entity of entities.values()) {
    if (entity.id === own) continue
    const names = [nameOf(entity), ...entity.aliases.map(({ text }) => text)]
    if (names.some((name) => fold(name) === wanted)) {
      return `There is “${nameOf(entity)}” already, called the same.`
    }
  }
  return undefined
}
