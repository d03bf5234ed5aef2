import { entityId } from '../../model/ids.ts'
import type { EntityId } from '../../model/ids.ts'
import type { AttributeValue, Entity, NodeDrawing, Place } from '../../model/knowledge.ts'
import { quoted } from '../quoted.ts'
import { separator } from '../readable.ts'
import { kindOf, reportUnreadable, spansFor } from './gathering.ts'
import type { Gathering, Unreadable } from './gathering.ts'
import { numberIn } from './infer-datatype.ts'
import { aliasesIn, ownNodeColumns } from './own-columns.ts'
import type { OwnNodeColumn } from './own-columns.ts'
import { hexColour } from './read-cells.ts'
import { idFor, textAt, textFor } from './sheet.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** The text in a column of ours; undefined in a table that is not ours. */
type OwnText = (row: SheetRow, column: OwnNodeColumn) => string | undefined

/**
 * The rows of a table of nodes as entities. Of several with one id the first wins; a row without
 * an id is skipped. Both are reported.
 */
export function readNodeRows(sheet: Sheet, gathering: Gathering): void {
  const ownText = ownTexts(sheet)
  const attributesOf = gathering.entityColumns.of(sheet, usedColumns(sheet))
  for (const row of sheet.records) {
    const text = idFor(sheet, row, 'id')
    if (text === undefined) {
      const label = textFor(sheet, row, 'label')
      const named = label === undefined ? '' : ` (its label is ${quoted(label)})`
      const message = `the node in line ${row.line} has no id${named}; it is skipped`
      sheet.log.warn('node without id', row.line, message)
      continue
    }
    const id = entityId(text)
    if (gathering.entities.has(id)) {
      const message = `the node ${quoted(text)} is there already; the one in line ${row.line} is skipped`
      sheet.log.warn('node twice', row.line, message)
      continue
    }
    gathering.entities.set(id, readNode(id, row, sheet, gathering, ownText, attributesOf(row)))
  }
}

function readNode(
  id: EntityId,
  row: SheetRow,
  sheet: Sheet,
  gathering: Gathering,
  ownText: OwnText,
  attributes: AttributeValue[],
): Entity {
  const unreadable: Unreadable = (what, text) => {
    reportUnreadable(sheet, row.line, what, text, `the node ${quoted(id)}`)
    attributes.push(gathering.entityColumns.asWritten(what, text))
  }
  const label = textFor(sheet, row, 'label')
  const kind = textFor(sheet, row, 'kind')
  const [aliases, description, note, parents] = (
    ['aliases', 'description', 'note', 'parents'] as const
  ).map((column) => ownText(row, column))
  const place = readPlace(row, ownText, unreadable)
  const spans = spansFor(sheet, row, unreadable)
  const drawing = readDrawing(row, sheet, ownText, unreadable)
  return {
    id,
    ...(label === undefined ? {} : { label }),
    ...(kind === undefined ? {} : { kind: kindOf(gathering, kind) }),
    aliases: aliases === undefined ? [] : aliasesIn(aliases),
    ...(description === undefined ? {} : { description }),
    ...(note === undefined ? {} : { note }),
    ...(place === undefined ? {} : { place }),
    // Whether they are there shows when every table has been read.
    parents: parents === undefined ? [] : parents.split(separator).map(entityId),
    spans,
    attributes,
    ...(drawing === undefined ? {} : { drawing }),
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

function ownTexts(sheet: Sheet): OwnText {
  if (!sheet.own) return () => undefined
  const columns = new Map(sheet.titles.map((title, column) => [title, column] as const))
  return (row, column) => textAt(sheet, row, columns.get(column))
}

function usedColumns({ mapping, titles, own }: Sheet): ReadonlySet<number> {
  const names: readonly string[] = own ? ownNodeColumns : []
  const named = titles.flatMap((title, column) => (names.includes(title) ? [column] : []))
  return new Set([...Object.values(mapping.columns), ...named])
}

function readPlace(row: SheetRow, ownText: OwnText, unreadable: Unreadable): Place | undefined {
  const texts = [ownText(row, 'latitude'), ownText(row, 'longitude')]
  const [latitude, longitude] = texts.map((text) => numberIn(text ?? '', false))
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude }
  if (texts.some((text) => text !== undefined)) unreadable('place', texts.join(', '))
  return undefined
}

function readDrawing(
  row: SheetRow,
  sheet: Sheet,
  ownText: OwnText,
  unreadable: Unreadable,
): NodeDrawing | undefined {
  const { decimalComma } = sheet.mapping
  const texts = [textFor(sheet, row, 'x'), textFor(sheet, row, 'y')]
  const [x, y] = texts.map((text) => numberIn(text ?? '', decimalComma))
  const position = x === undefined || y === undefined ? undefined : { x, y }
  if (position === undefined && texts.some((text) => text !== undefined)) {
    unreadable('position', texts.map((text) => text ?? '').join(', '))
  }
  const colourText = textFor(sheet, row, 'colour')
  const colour = hexColour(colourText ?? '')
  if (colour === undefined && colourText !== undefined) unreadable('colour', colourText)
  const sizeText = ownText(row, 'size')
  const size = numberIn(sizeText ?? '', false)
  if (size === undefined && sizeText !== undefined) unreadable('size', sizeText)
  if (position === undefined && colour === undefined && size === undefined) return undefined
  return {
    ...(position === undefined ? {} : { position }),
    ...(colour === undefined ? {} : { colour }),
    ...(size === undefined ? {} : { size }),
  }
}
