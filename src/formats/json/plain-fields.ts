import { evidenceOf } from '../../model/evidence.ts'
import type { EntityId } from '../../model/ids.ts'
import type {
  AttributeValue,
  Column,
  Entity,
  Knowledge,
  Span,
  Statement,
} from '../../model/knowledge.ts'
import type { Datatype } from '../../model/literal.ts'
import { factReferences, factsByTitle } from '../facts-by-title.ts'
import { aliasText, citationText, literalText, separator } from '../readable.ts'
import { jsonType } from './json-columns.ts'
import { jsonText } from './json-value.ts'
import { JsonFault, parseJson } from './parse-json.ts'
import type { JsonField } from './plain-graph.ts'

/** A field of our own making, with its value for each record; undefined where it has none. */
interface OwnField<Item> {
  readonly name: string
  readonly text: (item: Item) => string | undefined
  readonly datatype?: Datatype | undefined
}

/** How the records of one sort are written as fields, and how the names of these are to be read. */
interface FieldPlan<Item> {
  readonly fields: (item: Item) => readonly JsonField[]
  /** Our own names, which say in words what the extension says exactly. */
  readonly own: readonly string[]
  /** Names of fields with the ids of the columns that they hold. */
  readonly columns: readonly (readonly [string, string])[]
}

/** The fields of entities: the file's columns, and what people would miss without our extension. */
export function entityFields(
  knowledge: Knowledge,
  facts: readonly Statement[],
  reserved: readonly string[],
): FieldPlan<Entity> {
  const bySubject = new Map<EntityId, Statement[]>()
  for (const fact of facts) {
    const list = bySubject.get(fact.subject)
    if (list === undefined) bySubject.set(fact.subject, [fact])
    else list.push(fact)
  }
  const own: readonly OwnField<Entity>[] = [
    {
      name: 'kind',
      text: ({ kind }) =>
        kind === undefined ? undefined : (knowledge.kinds.get(kind)?.label ?? kind),
    },
    { name: 'aliases', text: ({ aliases }) => filled(aliasText(aliases), aliases) },
    { name: 'description', text: ({ description }) => description },
    { name: 'note', text: ({ note }) => note },
    { name: 'latitude', text: ({ place }) => optionalText(place?.latitude), datatype: 'decimal' },
    { name: 'longitude', text: ({ place }) => optionalText(place?.longitude), datatype: 'decimal' },
    ...spanFields,
    ...factsByTitle(facts, knowledge).map(({ title, datatype, textOf }) => ({
      name: title,
      text: ({ id }: Entity) => textOf(id),
      datatype,
    })),
    {
      name: 'references of facts',
      text: ({ id }) => factReferences(bySubject.get(id) ?? [], knowledge),
    },
  ]
  return plan(own, [...knowledge.entities.values()], knowledge.columns.entity, reserved)
}

/** The fields of edges. */
export function edgeFields(
  knowledge: Knowledge,
  edges: readonly Statement[],
  reserved: readonly string[],
): FieldPlan<Statement> {
  const used = new Set(edges.flatMap(({ qualifiers }) => qualifiers.map((one) => one.predicate)))
  const own: readonly OwnField<Statement>[] = [
    ...(knowledge.sources.size === 0 ? [] : [{ name: 'evidence', text: evidenceOf }]),
    {
      name: 'references',
      text: ({ references }) => filled(citationText(references, knowledge), references),
    },
    { name: 'measures', text: ({ measures }) => measures },
    { name: 'note', text: ({ note }) => note },
    ...spanFields,
    ...[...used].map((predicate) => ({
      name: knowledge.qualifiers.get(predicate)?.label ?? predicate,
      datatype: knowledge.qualifiers.get(predicate)?.datatype,
      text: ({ qualifiers }: Statement) => {
        const texts = qualifiers.filter((one) => one.predicate === predicate)
        return filled(texts.map(({ literal }) => literalText(literal)).join(separator), texts)
      },
    })),
  ]
  return plan(own, edges, knowledge.columns.statement, reserved)
}

const spanFields: readonly OwnField<{ readonly spans: readonly Span[] }>[] = [
  { name: 'start', text: ({ spans }) => spans[0]?.start },
  { name: 'end', text: ({ spans }) => spans[0]?.end },
]

function plan<Item extends { readonly attributes: readonly AttributeValue[] }>(
  candidates: readonly OwnField<Item>[],
  items: readonly Item[],
  columns: readonly Column[],
  reserved: readonly string[],
): FieldPlan<Item> {
  const taken = new Set(reserved)
  const names = new Map(columns.map((column) => [column.id, freeName(column.title, '', taken)]))
  const byId = new Map(columns.map((column) => [column.id, column]))
  const own = candidates
    .filter(({ text }) => items.some((item) => text(item) !== undefined))
    .map((one) => ({ ...one, name: freeName(one.name, ' (Orrery)', taken) }))
  return {
    own: own.map(({ name }) => name),
    columns: [...names].map(([id, name]) => [name, id]),
    fields: (item) => {
      const fields = new Map<string, string>()
      for (const { column, text } of item.attributes) {
        const name = names.get(column)
        if (name !== undefined) fields.set(name, valueText(text, byId.get(column)))
      }
      for (const { name, text, datatype } of own) {
        const value = text(item)
        if (value !== undefined) fields.set(name, valueText(value, { datatype }))
      }
      return [...fields]
    },
  }
}

/** A name that is not taken yet, and that is from now on. */
function freeName(name: string, mark: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number += 1) {
    free = mark === '' || number > 2 ? `${name}${mark} (${number})` : `${name}${mark}`
  }
  taken.add(free)
  return free
}

/** The text as the JSON value that its column says it is, where that gives the same text again. */
function valueText(
  text: string,
  column: { readonly datatype?: Datatype | undefined; readonly fileType?: string } | undefined,
): string {
  const { datatype, fileType } = column ?? {}
  const number = datatype === 'integer' || datatype === 'decimal' || datatype === 'year'
  if (number && /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) {
    if (Number.isFinite(Number(text))) return text
  }
  if (datatype === 'boolean' && (text === 'true' || text === 'false')) return text
  if (text === 'null' && (number || datatype === 'boolean')) return text
  return fileType === jsonType && isJson(text) ? text : JSON.stringify(text)
}

function isJson(text: string): boolean {
  try {
    const [value, second] = parseJson(text).values
    const nested = typeof value === 'object' && value !== null && value.type !== 'number'
    return nested && second === undefined && jsonText(value) === text
  } catch (error) {
    if (error instanceof JsonFault) return false
    throw error
  }
}

function filled(text: string, list: readonly unknown[]): string | undefined {
  return list.length === 0 ? undefined : text
}

function optionalText(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number)
}
