import type { ColumnId, EntityId } from '../../model/ids.ts'
import type { ReadResult } from '../../model/issue.ts'
import type {
  AttributeValue,
  Column,
  Entity,
  Knowledge,
  Statement,
  Value,
} from '../../model/knowledge.ts'
import { readOrreryJson } from '../json/read-orrery-json.ts'
import type { OrreryRecord } from '../orrery-record.ts'
import { ownColumns, ownPrefix } from './own-columns.ts'

/**
 * The knowledge that a file of ours holds: `plain` is what GEXF says, the JSON in our own
 * columns adds the rest and corrects what GEXF cannot say exactly. Undefined where the file is
 * none of ours; not ok where its columns are damaged.
 */
export function restore(
  plain: Knowledge,
  instruction: string | undefined,
  file: string,
): ReadResult<Knowledge> | undefined {
  const own = new OwnCells(plain)
  const frame = parsed(instruction) ?? own.dataset(plain.entities.values())
  if (frame === undefined) return undefined
  const names = realNames(plain, own)
  const columns = {
    entity: realColumns(frame, 'entity', plain.columns.entity),
    statement: realColumns(frame, 'statement', plain.columns.statement),
  }
  const facts: OrreryRecord[] = []
  const entities = [...plain.entities.values()].map((entity) => {
    const { facts: own_, ...json } = own.entity(entity)
    const record = entityJson(entity, own, names, columns.entity.real)
    for (const fact of objects(own_)) facts.push({ ...fact, subject: json['id'] ?? entity.id })
    return { ...record, ...json }
  })
  const isOurs = knownEdges(frame, own)
  const edges = [...plain.statements.values()].map((statement) => ({
    ...statementJson(statement, isOurs(statement), own, names, columns.statement.real),
    ...own.statement(statement),
  }))
  const text = JSON.stringify({
    ...frame,
    columns: { entity: columns.entity.columns, statement: columns.statement.columns },
    predicates: [...objects(frame['predicates']), ...addedPredicates(plain, frame, isOurs)],
    entities,
    statements: inOrder([...facts, ...edges]),
  })
  const result = readOrreryJson(text, file)
  return result.ok
    ? { ok: true, content: result.content.knowledge, issues: result.issues }
    : { ok: false, issues: result.issues }
}

/** The cells of our own columns, found by title: other programs renumber ids. */
class OwnCells {
  readonly #entity: ReadonlyMap<string, ColumnId>
  readonly #statement: ReadonlyMap<string, ColumnId>
  /** What has been parsed already, because each record is asked several times. */
  readonly #parsed = new Map<Entity | Statement, OrreryRecord>()

  constructor({ columns }: Knowledge) {
    const byName = (list: readonly Column[]): ReadonlyMap<string, ColumnId> =>
      new Map(list.flatMap(({ id, title }) => [[id, id] as const, [title, id] as const]))
    this.#entity = byName(columns.entity)
    this.#statement = byName(columns.statement)
  }

  dataset(entities: Iterable<Entity>): OrreryRecord | undefined {
    for (const { attributes } of entities) {
      const frame = parsed(textIn(attributes, this.#entity.get(ownColumns.dataset)))
      if (frame !== undefined) return frame
    }
    return undefined
  }

  entity(entity: Entity): OrreryRecord {
    return this.#json(entity, this.#entity.get(ownColumns.entity))
  }

  statement(statement: Statement): OrreryRecord {
    return this.#json(statement, this.#statement.get(ownColumns.statement))
  }

  entityText({ attributes }: Entity, column: string): string | undefined {
    return textIn(attributes, this.#entity.get(column))
  }

  statementText({ attributes }: Statement, column: string): string | undefined {
    return textIn(attributes, this.#statement.get(column))
  }

  #json(record: Entity | Statement, column: ColumnId | undefined): OrreryRecord {
    const known = this.#parsed.get(record)
    if (known !== undefined) return known
    const json = parsed(textIn(record.attributes, column)) ?? {}
    this.#parsed.set(record, json)
    return json
  }
}

function entityJson(
  entity: Entity,
  own: OwnCells,
  names: ReadonlyMap<EntityId, unknown>,
  real: ReadonlyMap<string, string>,
): OrreryRecord {
  const { id, label, spans, parents, attributes, drawing } = entity
  return {
    id,
    label,
    description: own.entityText(entity, ownColumns.description),
    note: own.entityText(entity, ownColumns.note),
    parents: parents.map((parent) => names.get(parent) ?? parent),
    spans,
    attributes: fileCells(attributes, real),
    drawing,
  }
}

function statementJson(
  statement: Statement,
  isOurs: boolean,
  own: OwnCells,
  names: ReadonlyMap<EntityId, unknown>,
  real: ReadonlyMap<string, string>,
): OrreryRecord {
  const { id, subject, value, predicate, direction, weight, spans, attributes } = statement
  return {
    id,
    subject: names.get(subject) ?? subject,
    entity: realEnd(value, names),
    predicate,
    direction,
    // The label of an edge of ours is its predicate's, unless its JSON says otherwise.
    label: isOurs ? undefined : statement.label,
    weight,
    note: own.statementText(statement, ownColumns.note),
    spans,
    attributes: fileCells(attributes, real),
    drawing: statement.drawing,
  }
}

function realEnd(value: Value, names: ReadonlyMap<EntityId, unknown>): unknown {
  return value.type === 'entity' ? (names.get(value.entity) ?? value.entity) : undefined
}

/** Ids that XML could not hold, from their stand-ins. */
function realNames(plain: Knowledge, own: OwnCells): ReadonlyMap<EntityId, unknown> {
  return new Map(
    [...plain.entities.values()].flatMap((entity) => {
      const real = own.entity(entity)['id']
      return real === undefined ? [] : [[entity.id, real] as const]
    }),
  )
}

/** The frame's columns, then those that someone added since; and real ids by written ones. */
function realColumns(
  frame: OrreryRecord,
  part: 'entity' | 'statement',
  inFile: readonly Column[],
): { readonly columns: readonly unknown[]; readonly real: ReadonlyMap<string, string> } {
  const columns = objects(objectIn(frame['columns'])[part])
  const renamed = new Map(pairs(objectIn(frame['renamed'])[part]))
  const listed = new Set(columns.map((column) => column['id']))
  const fileColumns = inFile.filter(({ id, title }) => !isOwn(id) && !isOwn(title))
  const added = fileColumns.filter(({ id }) => !listed.has(id) && !renamed.has(id))
  return {
    columns: [...columns, ...added],
    real: new Map(fileColumns.map(({ id }) => [id, renamed.get(id) ?? id])),
  }
}

function isOwn(name: string): boolean {
  return name.startsWith(ownPrefix)
}

function fileCells(
  attributes: readonly AttributeValue[],
  real: ReadonlyMap<string, string>,
): readonly OrreryRecord[] {
  return attributes.flatMap(({ column, ...cell }) => {
    const id = real.get(column)
    return id === undefined ? [] : [{ column: id, ...cell }]
  })
}

/** Predicates of edges that someone added since. */
function addedPredicates(
  plain: Knowledge,
  frame: OrreryRecord,
  isOurs: (edge: Statement) => boolean,
): readonly unknown[] {
  const known = new Set(objects(frame['predicates']).map((predicate) => predicate['id']))
  const added = [...plain.statements.values()].filter((edge) => !isOurs(edge))
  const used = new Set(added.map((edge) => edge.predicate))
  return [...plain.predicates.values()].filter(({ id }) => used.has(id) && !known.has(id))
}

/**
 * Tells the edges that we wrote, or that say what one of ours would: they have JSON of ours, or a
 * predicate of the dataset with its usual label, which needs none.
 */
function knownEdges(frame: OrreryRecord, own: OwnCells): (edge: Statement) => boolean {
  const labels = new Map(objects(frame['predicates']).map(({ id, label }) => [id, label]))
  return (edge) =>
    'predicate' in own.statement(edge) ||
    labels.get(edge.predicate) === (edge.label ?? edge.predicate)
}

/** By their number in the dataset; those without one come last. */
function inOrder(statements: readonly OrreryRecord[]): readonly OrreryRecord[] {
  const number = ({ at }: OrreryRecord): number => (typeof at === 'number' ? at : Infinity)
  return statements.toSorted((a, b) => (number(a) === number(b) ? 0 : number(a) - number(b)))
}

function textIn(
  attributes: readonly AttributeValue[],
  column: ColumnId | undefined,
): string | undefined {
  return column === undefined ? undefined : attributes.find((cell) => cell.column === column)?.text
}

function parsed(text: string | undefined): OrreryRecord | undefined {
  if (text === undefined) return undefined
  try {
    const json: unknown = JSON.parse(text)
    return isObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

function objects(list: unknown): readonly OrreryRecord[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}

function objectIn(value: unknown): OrreryRecord {
  return isObject(value) ? value : {}
}

function pairs(list: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((pair: unknown) => {
    const [written, real] = values(pair)
    return typeof written === 'string' && typeof real === 'string' ? [[written, real]] : []
  })
}

function values(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : []
}

function isObject(value: unknown): value is OrreryRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
