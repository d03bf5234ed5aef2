import { computed, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { ColumnOf } from '../model/draft.ts'
import type { Edit } from '../model/edit.ts'
import type { ColumnId } from '../model/ids.ts'
import type { AttributeValue, Column, Knowledge } from '../model/knowledge.ts'
import { attributesOfFields, blankAttribute, fieldsOfAttributes } from './attribute-fields.ts'
import type { AttributeFields } from './attribute-fields.ts'
import type { Session } from './session.ts'

/** The attributes in the form of an entity or a statement. */
export interface AttributeForm {
  readonly fields: Signal<readonly AttributeFields[]>
  /** Those of the graph, in its order. */
  readonly columns: readonly Column[]
  /** The one whose values are the kinds of the present view. */
  readonly ofKinds: ColumnId | undefined
  /** The one that the form was opened for. */
  readonly wanted: ColumnId | undefined
  /** True where such things are told by attributes, or may be: a graph with sources has facts. */
  readonly offered: boolean
  /** What is to be put right, by the place of the field. */
  readonly problems: ReadonlySignal<ReadonlyMap<number, string>>
  /** The different values of a column, where there are few. */
  readonly valuesOf: (column: Column) => readonly string[]
  /** What is to be saved; undefined where something is to be put right first. */
  readonly saved: () => SavedAttributes | undefined
}

interface SavedAttributes {
  readonly attributes: readonly AttributeValue[]
  /** What adds the columns that these attributes need. */
  readonly edits: readonly Edit[]
}

interface FormState {
  /** True once the form was to be saved: then what is missing is told too. */
  readonly tried: ReadonlySignal<boolean>
  readonly wanted?: ColumnId | undefined
}

/** A form for the attributes that something has. */
export function createAttributeForm(
  session: Session,
  of: ColumnOf,
  before: readonly AttributeValue[],
  { tried, wanted }: FormState,
): AttributeForm {
  const { content } = session
  const columns = content.columns[of]
  const ofKinds = of === 'entity' ? kindColumn(session) : undefined
  const fields = signal(withFieldsFor(fieldsOfAttributes(before), [ofKinds, wanted], columns))
  const checked = computed(() => attributesOfFields(columns, fields.value))
  const values = new Map<ColumnId, readonly string[]>()
  return {
    fields,
    columns,
    ofKinds,
    wanted,
    offered: columns.length > 0 || content.sources.size === 0,
    problems: computed(
      () =>
        new Map(
          [...checked.value.problems]
            .filter(([, { unwritten }]) => tried.value || !unwritten)
            .map(([index, { message }]) => [index, message]),
        ),
    ),
    valuesOf: (column) => {
      const known = values.get(column.id) ?? fewValues(content, of, column)
      values.set(column.id, known)
      return known
    },
    saved: () => {
      const { attributes, added, problems } = checked.peek()
      if (problems.size > 0) return undefined
      return { attributes, edits: added.map((column) => ({ type: 'add-column', of, column })) }
    },
  }
}

/** Columns that a further attribute can be in: those that nothing in the form is in. */
export function openColumns({ columns, fields }: AttributeForm): readonly Column[] {
  const used = new Set(fields.value.map(({ column }) => column))
  return columns.filter(({ id }) => !used.has(id))
}

/** The column whose values are the kinds of the present view. */
export function kindColumn({ view, kinding }: Session): ColumnId | undefined {
  const { kinds } = view.peek()
  const wanted = kinds.from === 'opening' ? kinding.opening : kinds
  return wanted?.from === 'column' ? wanted.column : undefined
}

/** With an empty field for each of these columns that has none. */
function withFieldsFor(
  fields: readonly AttributeFields[],
  ids: readonly (ColumnId | undefined)[],
  columns: readonly Column[],
): readonly AttributeFields[] {
  const lacking = columns.filter(
    ({ id }) => ids.includes(id) && !fields.some(({ column }) => column === id),
  )
  return [...fields, ...lacking.map(({ id }) => ({ ...blankAttribute, column: id }))]
}

/** A longer list is no help. */
const mostValues = 40

function fewValues(
  { entities, statements }: Knowledge,
  of: ColumnOf,
  { id, datatype, options }: Column,
): readonly string[] {
  if (datatype === 'boolean') return ['true', 'false']
  if (options !== undefined) return options.split('|').filter((option) => option !== '')
  // Other figures are no help to whoever writes one.
  if (datatype !== 'string') return []
  const values = new Set<string>()
  for (const { attributes } of (of === 'entity' ? entities : statements).values()) {
    for (const { column, text } of attributes) if (column === id) values.add(text)
    if (values.size > mostValues) return []
  }
  return [...values].filter((text) => text !== '').toSorted()
}
