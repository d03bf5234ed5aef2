import { columnType, misfit } from '../formats/gexf/column-type.ts'
import { columnId } from '../model/ids.ts'
import type { AttributeValue, Column } from '../model/knowledge.ts'
import { fits } from '../model/literal.ts'
import type { Datatype } from '../model/literal.ts'
import { newId } from '../model/new-id.ts'
import { fold } from '../view/fold.ts'

/** One attribute as it is typed; with an empty text there is none. */
export interface AttributeFields {
  /** Its id; "" while none is chosen, `newColumn` for one that the graph does not have. */
  readonly column: string
  readonly text: string
  /** As the record has it; undefined for what is being added. */
  readonly before?: AttributeValue
  /** Of a new column. */
  readonly title: string
  readonly datatype: Datatype
}

/** Stands for a column that the graph does not have; no id is chosen so. */
export const newColumn = 'new\n'

/** An attribute with nothing in it. */
export const blankAttribute: AttributeFields = {
  column: '',
  text: '',
  title: '',
  datatype: 'string',
}

/** The fields of attributes that are there. */
export function fieldsOfAttributes(
  attributes: readonly AttributeValue[],
): readonly AttributeFields[] {
  return attributes.map((before) => ({ ...blankAttribute, ...before, before }))
}

/** What is wrong in one field; `unwritten` where something is missing rather than wrong. */
export interface AttributeProblem {
  readonly message: string
  readonly unwritten: boolean
}

interface CheckedAttributes {
  readonly attributes: readonly AttributeValue[]
  readonly added: readonly Column[]
  /** By the place of the field. */
  readonly problems: ReadonlyMap<number, AttributeProblem>
}

/**
 * What the fields say, the columns that they bring, and all that is wrong in them. A value that is
 * as it was is never wrong: files keep what does not fit its column.
 */
export function attributesOfFields(
  columns: readonly Column[],
  fields: readonly AttributeFields[],
): CheckedAttributes {
  const attributes: AttributeValue[] = []
  const added: Column[] = []
  const problems = new Map<number, AttributeProblem>()
  for (const [index, field] of fields.entries()) {
    const { before } = field
    const text = field.text.trim()
    if (before !== undefined && before.text === field.text) {
      attributes.push(before)
      continue
    }
    const isNew = field.column === newColumn
    const all = [...columns, ...added]
    const column = isNew ? addedColumn(field, all) : columnOf(field, columns)
    const problem = problemOf(field, column, all)
    if (problem !== undefined) problems.set(index, problem)
    if (text === '' || column === undefined) continue
    if (isNew) added.push(column)
    attributes.push({ ...before, column: column.id, text })
  }
  return { attributes, added, problems }
}

/** The column of a field; undefined while none is chosen, or for a new one. */
export function columnOf(
  { column: id, before }: AttributeFields,
  columns: readonly Column[],
): Column | undefined {
  const known = columns.find((column) => column.id === id)
  if (known !== undefined || before === undefined) return known
  // Files may have values of columns that they do not declare.
  return { id: before.column, title: before.column, datatype: 'string', dynamic: false }
}

function addedColumn(
  { title, datatype }: AttributeFields,
  columns: readonly Column[],
): Column | undefined {
  if (title.trim() === '') return undefined
  const taken = (id: string): boolean => columns.some((column) => column.id === id)
  const id = columnId(newId(title, taken, 'attribute'))
  return { id, title: title.trim(), datatype, dynamic: false }
}

function problemOf(
  { column: id, text: typed, title }: AttributeFields,
  column: Column | undefined,
  columns: readonly Column[],
): AttributeProblem | undefined {
  const text = typed.trim()
  const isNew = id === newColumn
  if (isNew && text !== '' && title.trim() === '') return missing('The attribute needs a name.')
  if (isNew && text === '' && title.trim() !== '') return missing('Write its value.')
  if (id === '' && text !== '') return missing('Choose the attribute.')
  const namesake = isNew
    ? columns.find((other) => fold(other.title) === fold(title.trim()))
    : undefined
  if (namesake !== undefined) {
    return wrong(`There is an attribute “${namesake.title}” already: choose it.`)
  }
  if (text === '' || column === undefined) return undefined
  const why = misfitOf(text, column)
  return why === undefined ? undefined : wrong(why)
}

function missing(message: string): AttributeProblem {
  return { message, unwritten: true }
}

function wrong(message: string): AttributeProblem {
  return { message, unwritten: false }
}

/** Why the column cannot hold the text, by the type of its file where that says more than ours. */
function misfitOf(text: string, { datatype, fileType }: Column): string | undefined {
  if (!fits(text, datatype)) return `Write ${wanted[datatype]}.`
  const why = misfit(text, (fileType && columnType(fileType)) || { datatype })
  return why === undefined ? undefined : `“${text}” ${why}.`
}

/** How values are written. */
const wanted: Readonly<Record<Datatype, string>> = {
  string: 'a text',
  integer: 'a whole number, like 12',
  decimal: 'a number, like 8.2',
  boolean: 'true or false',
  date: 'a date, like 2025-04-29 or 2025-04',
  year: 'a year, like 2025',
  uri: 'an address without spaces',
}
