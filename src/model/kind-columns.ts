import { kindId } from './ids.ts'
import type { EntityId, KindId } from './ids.ts'
import type { Column, Entity, Kind, Knowledge } from './knowledge.ts'

/** Beyond so many values a legend is no help: the rarest share one kind. */
const mostKinds = 24
/** A column with more values than this names things rather than kinds. */
const mostValues = 200
/** Below this share of entities with a value a picture would be mostly grey. */
const leastFilled = 0.1

/** The better the name, the earlier it stands. */
const telling: readonly RegExp[] = [
  /^(?:entity|node|vertex)?[ _-]?(?:kind|type|category|class)$/i,
  /kind|type|categor|^class/i,
  /group|community|cluster|modularity|partition|^club$|faction|party/i,
  /label|role|gender|sex|region|country|continent|sector|industry|genre|status|department|team/i,
]

/**
 * The columns of entities whose values can serve as kinds, the best first: few different values,
 * on many entities, under a name that says so. Columns whose values change over time are none.
 */
export function kindColumns(knowledge: Knowledge): readonly Column[] {
  const total = knowledge.entities.size
  return knowledge.columns.entity
    .flatMap((column) => {
      const score = mayGiveKinds(column)
        ? scoreOf(column, countsOf(knowledge, column, mostValues), total)
        : undefined
      return score === undefined ? [] : [{ column, score }]
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ column }) => column)
}

function withoutKind(entity: Entity): Entity {
  if (entity.kind === undefined) return entity
  const { kind: _before, ...kindless } = entity
  return kindless
}

/**
 * The knowledge with each entity's value in the column as its kind, the most frequent kind first.
 * An empty value is no kind. Past 24 values the rarest become one kind together. What `opened` has
 * comes before all else, in its order: a change to one entity gives no other one another colour.
 */
export function withKindsFrom(
  knowledge: Knowledge,
  column: Column,
  opened: Knowledge = knowledge,
): Knowledge {
  const before = byFrequency(opened, column)
  const added = opened === knowledge ? [] : byFrequency(knowledge, column)
  const texts = [...new Set([...before, ...added])]
  const own = texts.length <= mostKinds ? texts : texts.slice(0, mostKinds - 1)
  const kinds = new Map<KindId, Kind>(own.map((text) => [kindId(text), kindOf(column, text)]))
  const rest = texts.length - own.length
  const other = otherThan(kinds)
  if (rest > 0) {
    kinds.set(other, { id: other, label: 'Other', plural: `Other (${rest} values)` })
  }
  const entities = new Map<EntityId, Entity>()
  for (const entity of knowledge.entities.values()) {
    const text = valueOf(entity, column)
    if (text === '') entities.set(entity.id, withoutKind(entity))
    else {
      const kind = kinds.has(kindId(text)) ? kindId(text) : other
      entities.set(entity.id, { ...entity, kind })
    }
  }
  return { ...knowledge, kinds, entities }
}

/** The knowledge with no kinds at all. */
export function withoutKinds(knowledge: Knowledge): Knowledge {
  const entities = new Map<EntityId, Entity>()
  for (const { kind: _before, ...kindless } of knowledge.entities.values()) {
    entities.set(kindless.id, kindless)
  }
  return { ...knowledge, kinds: new Map(), entities }
}

function mayGiveKinds({ datatype, dynamic }: Column): boolean {
  return !dynamic && datatype !== 'decimal' && datatype !== 'date'
}

function scoreOf(
  { title, datatype }: Column,
  counts: ReadonlyMap<string, number>,
  total: number,
): number | undefined {
  const values = counts.size
  const filled = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (values < 2 || values > mostValues || values > filled / 2) return undefined
  if (filled < total * leastFilled) return undefined
  const rank = telling.findIndex((pattern) => pattern.test(title.trim()))
  const name = rank === -1 ? 0 : telling.length - rank
  const few = values <= 12 ? 1 : 12 / values
  return name + few + (2 * filled) / total - (isMeasure({ title, datatype }) ? 5 : 0)
}

/** A number or a year is more often a measure than a kind, unless its name says otherwise. */
export function isMeasure({ title, datatype }: Pick<Column, 'title' | 'datatype'>): boolean {
  const counts = datatype === 'integer' || datatype === 'year'
  return counts && !telling.some((pattern) => pattern.test(title.trim()))
}

/** How many entities have each value; not all are counted where there are more than `most` of these. */
function countsOf(
  { entities }: Knowledge,
  column: Column,
  most = Infinity,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const entity of entities.values()) {
    const text = valueOf(entity, column)
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
    if (counts.size > most) break
  }
  return counts
}

function byFrequency(knowledge: Knowledge, column: Column): readonly string[] {
  return [...countsOf(knowledge, column)]
    .toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([text]) => text)
}

/** The entity's text in the column, its default where it has none; "" where neither is there. */
function valueOf({ attributes }: Entity, { id, defaultText }: Column): string {
  for (const { column, text } of attributes) if (column === id) return text
  return defaultText ?? ''
}

/** A bare number says nothing on a card; there the column's name stands before it. */
function kindOf({ title }: Column, text: string): Kind {
  const bare = /^(?:[\d.+-]+|true|false)$/i.test(text)
  return { id: kindId(text), label: bare ? `${title} ${text}` : text, plural: text }
}

function otherThan(kinds: ReadonlyMap<KindId, Kind>): KindId {
  let id = 'other'
  while (kinds.has(kindId(id))) id += ' '
  return kindId(id)
}
