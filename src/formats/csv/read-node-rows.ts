import { entityId } from '../../model/ids.ts'
import type { EntityId } from '../../model/ids.ts'
import type { AttributeValue, Entity } from '../../model/knowledge.ts'
import { hexColour } from '../hex-colour.ts'
import { quoted } from '../quoted.ts'
import { separator } from '../readable.ts'
import { kindOf, none, reporter, spansFor } from './gathering.ts'
import type { Gathering, Mutable, Unreadable } from './gathering.ts'
import { numberIn } from './infer-datatype.ts'
import { aliasesIn, ownNodeColumns } from './own-columns.ts'
import type { OwnNodeColumn } from './own-columns.ts'
import type { TableRow } from './parsed-table.ts'
import { placeReader } from './read-place.ts'
import { idFor, textAt, textFor } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/**
 * The rows of a table of nodes as entities. Of several with one id the first wins; a row without
 * an id is skipped. Both are reported.
 */
export function readNodeRows(sheet: Sheet, gathering: Gathering): void {
  const attributesOf = gathering.entityColumns.of(sheet, usedColumns(sheet))
  const unreadable = reporter(sheet, gathering.entityColumns, 'the node')
  const placeOf = placeReader(sheet, gathering.entityColumns.columns())
  const addOwn = sheet.own ? ownReader(sheet, unreadable) : undefined
  for (const row of sheet.records) {
    const id = newId(sheet, row, gathering)
    if (id === undefined) continue
    const attributes = attributesOf(row)
    const entity: Mutable<Entity> = {
      id,
      aliases: none,
      parents: none,
      spans: spansFor(sheet, row, attributes, unreadable),
      attributes,
    }
    const label = textFor(sheet, row, 'label')
    if (label !== undefined) entity.label = label
    const kind = textFor(sheet, row, 'kind')
    if (kind !== undefined) entity.kind = kindOf(gathering, kind)
    readDrawing(sheet, row, entity, attributes, unreadable)
    const place = placeOf?.(row)
    if (place !== undefined) entity.place = place
    addOwn?.(row, entity, attributes)
    gathering.entities.set(id, entity)
  }
}

function newId(sheet: Sheet, row: TableRow, { entities }: Gathering): EntityId | undefined {
  const text = idFor(sheet, row, 'id')
  if (text === undefined) {
    const label = textFor(sheet, row, 'label')
    const named = label === undefined ? '' : ` (its label is ${quoted(label)})`
    const message = `the node in line ${row.line} has no id${named}; it is skipped`
    sheet.log.warn('node without id', row.line, message)
    return undefined
  }
  const id = entityId(text)
  if (!entities.has(id)) return id
  const message = `the node ${quoted(text)} is there already`
  sheet.log.warn('node twice', row.line, `${message}; the one in line ${row.line} is skipped`)
  return undefined
}

/** What only a table of ours says of a node. */
function ownReader(
  sheet: Sheet,
  unreadable: Unreadable,
): (row: TableRow, entity: Mutable<Entity>, attributes: AttributeValue[]) => void {
  const columns = new Map(sheet.titles.map((title, column) => [title, column] as const))
  return (row, entity, attributes) => {
    const textOf = (column: OwnNodeColumn): string | undefined =>
      textAt(sheet, row, columns.get(column))
    const numberOf = (column: OwnNodeColumn): number | undefined =>
      numberIn(textOf(column) ?? '', sheet.mapping.decimalComma)
    const [aliases, description, note] = [textOf('aliases'), textOf('description'), textOf('note')]
    if (textOf('isPlural') === 'true') entity.isPlural = true
    if (aliases !== undefined) entity.aliases = aliasesIn(aliases)
    if (description !== undefined) entity.description = description
    if (note !== undefined) entity.note = note
    const [latitude, longitude] = [numberOf('latitude'), numberOf('longitude')]
    if (latitude !== undefined && longitude !== undefined) entity.place = { latitude, longitude }
    else {
      const texts = [textOf('latitude'), textOf('longitude')]
      const place = texts.filter((text) => text !== undefined).join(', ')
      if (place !== '') attributes.push(unreadable(row, 'place', place))
    }
    // Whether they are there shows when every table has been read.
    const parents = textOf('parents')
    if (parents !== undefined) entity.parents = parents.split(separator).map(entityId)
    const [size, sizeText] = [numberOf('size'), textOf('size')]
    if (size !== undefined) entity.drawing = { ...entity.drawing, size }
    else if (sizeText !== undefined) attributes.push(unreadable(row, 'size', sizeText))
  }
}

/** Drops parents that no table has, and those that would close a circle. */
export function settleParents(sheets: readonly Sheet[], { entities }: Gathering): void {
  const [sheet] = sheets.filter(({ own }) => own)
  if (sheet === undefined) return
  const settled = new Map<EntityId, readonly EntityId[]>()
  for (const [id, entity] of entities) {
    if (entity.parents.length === 0) continue
    const kept = entity.parents.filter((parent) => {
      if (entities.has(parent) && !isAbove(id, parent, settled)) return true
      const message = `the parent ${quoted(parent)} of the node ${quoted(id)} is not in the tables, or lies inside that node`
      sheet.log.warn('dropped parent', 1, `${message}; it is skipped`)
      return false
    })
    settled.set(id, kept)
    if (kept.length < entity.parents.length) entities.set(id, { ...entity, parents: kept })
  }
}

/** True where `id` is `from` or one of its parents, grandparents and so on. */
function isAbove(
  id: EntityId,
  from: EntityId,
  parents: ReadonlyMap<EntityId, readonly EntityId[]>,
): boolean {
  const seen = new Set<EntityId>()
  const open = [from]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(parents.get(next) ?? []))
  }
  return false
}

/** Those that become no attributes. Figures of coordinates do too, so that the reader has them. */
function usedColumns({ mapping, titles, own }: Sheet): ReadonlySet<number> {
  const names: readonly string[] = own ? ownNodeColumns : []
  const named = titles.flatMap((title, column) => (names.includes(title) ? [column] : []))
  const { latitude: _latitude, longitude: _longitude, ...columns } = mapping.columns
  return new Set([...Object.values(columns), ...named])
}

function readDrawing(
  sheet: Sheet,
  row: TableRow,
  entity: Mutable<Entity>,
  attributes: AttributeValue[],
  unreadable: Unreadable,
): void {
  const [xText, yText] = [textFor(sheet, row, 'x'), textFor(sheet, row, 'y')]
  if (xText !== undefined || yText !== undefined) {
    const [x, y] = [xText, yText].map((text) => numberIn(text ?? '', sheet.mapping.decimalComma))
    if (x !== undefined && y !== undefined) entity.drawing = { position: { x, y } }
    else attributes.push(unreadable(row, 'position', `${xText ?? ''}, ${yText ?? ''}`))
  }
  const colourText = textFor(sheet, row, 'colour')
  if (colourText === undefined) return
  const colour = hexColour(colourText)
  if (colour !== undefined) entity.drawing = { ...entity.drawing, colour }
  else attributes.push(unreadable(row, 'colour', colourText))
}
