import { predicateId, statementId } from '../../model/ids.ts'
import type { StatementId } from '../../model/ids.ts'
import type { AttributeValue, Statement } from '../../model/knowledge.ts'
import { quoted } from '../quoted.ts'
import { hexColour } from '../hex-colour.ts'
import { endOf, linkedTo, none, predicateOf, reporter, spansFor } from './gathering.ts'
import type { Gathering, Mutable, Unreadable } from './gathering.ts'
import type { Direction } from './table-mapping.ts'
import { numberIn } from './infer-datatype.ts'
import { ownEdgeColumns } from './own-columns.ts'
import type { OwnEdgeColumn } from './own-columns.ts'
import { directionOf } from './read-cells.ts'
import { idFor, textAt, textFor } from './sheet.ts'
import type { TableRow } from './parsed-table.ts'
import type { Sheet } from './sheet.ts'

const linked = predicateId(linkedTo)

/**
 * The rows of a table of edges as statements. A row that lacks an end is skipped; one whose id is
 * taken gets a new one. Both are reported.
 */
export function readEdgeRows(sheet: Sheet, gathering: Gathering): void {
  const attributesOf = gathering.statementColumns.of(sheet, usedColumns(sheet))
  const unreadable = reporter(sheet, gathering.statementColumns, 'the edge')
  const describe = sheet.own ? ownDescription(sheet, gathering) : namedDescription(sheet, gathering)
  for (const row of sheet.records) {
    const source = idFor(sheet, row, 'source')
    const target = idFor(sheet, row, 'target')
    if (source === undefined || target === undefined) {
      const missing =
        source !== undefined ? 'target' : target !== undefined ? 'source' : 'source and no target'
      const message = `row: the edge in line ${row.line} has no ${missing}; it is skipped`
      sheet.log.warn('edge without end', row.line, message)
      continue
    }
    const attributes = attributesOf(row)
    const statement: Mutable<Statement> = {
      id: readId(sheet, row, gathering),
      subject: endOf(gathering, source, sheet, row.line),
      predicate: linked,
      value: { type: 'entity', entity: endOf(gathering, target, sheet, row.line) },
      direction: readDirection(sheet, row, attributes, unreadable),
      qualifiers: none,
      references: none,
      disputes: none,
      spans: spansFor(sheet, row, attributes, unreadable),
      attributes,
    }
    describe(row, statement)
    readMeasures(sheet, row, statement, attributes, unreadable)
    gathering.statements.set(statement.id, statement)
  }
}

/** The ids that the edges of a table have. */
export function edgeIdsIn(sheet: Sheet): readonly string[] {
  if (sheet.mapping.role !== 'edges') return []
  return sheet.records.flatMap((row) => textFor(sheet, row, 'id') ?? [])
}

function usedColumns({ mapping, titles, own }: Sheet): ReadonlySet<number> {
  const names: readonly string[] = own ? ownEdgeColumns : []
  const named = titles.flatMap((title, column) => (names.includes(title) ? [column] : []))
  return new Set([...Object.values(mapping.columns), ...named])
}

function readId(sheet: Sheet, row: TableRow, gathering: Gathering): StatementId {
  const text = idFor(sheet, row, 'id')
  if (text === undefined) return gathering.freshId()
  const id = statementId(text)
  if (!gathering.statements.has(id)) return id
  const fresh = gathering.freshId()
  const message = `the edge id ${quoted(text)} is taken already`
  const now = `the edge in line ${row.line} gets the id ${quoted(fresh)}`
  sheet.log.warn('edge id taken', row.line, `${message}; ${now}`)
  return fresh
}

type Description = (row: TableRow, statement: Mutable<Statement>) => void

/** Predicate and label by the columns that the mapping names. */
function namedDescription(sheet: Sheet, gathering: Gathering): Description {
  return (row, statement) => {
    const label = textFor(sheet, row, 'label')
    const predicate = textFor(sheet, row, 'predicate') ?? ''
    statement.predicate = predicateOf(gathering, predicate.trim() === '' ? linkedTo : predicate)
    if (label !== undefined) statement.label = label
  }
}

/** In a table of ours the label is the predicate's, unless that one stands beside it. */
function ownDescription(sheet: Sheet, gathering: Gathering): Description {
  const columnOf = (title: OwnEdgeColumn): number => sheet.titles.indexOf(title)
  const columns = {
    label: columnOf('Label'),
    predicate: columnOf('predicate'),
    predicateLabel: columnOf('predicate label'),
    note: columnOf('note'),
  }
  return (row, statement) => {
    const shown = textAt(sheet, row, columns.label)
    const own = textAt(sheet, row, columns.predicateLabel)
    const note = textAt(sheet, row, columns.note)
    const predicate = textAt(sheet, row, columns.predicate) ?? linkedTo
    statement.predicate = predicateOf(gathering, predicate, own ?? shown ?? predicate)
    if (own !== undefined && shown !== undefined) statement.label = shown
    if (note !== undefined) statement.note = note
  }
}

function readDirection(
  sheet: Sheet,
  row: TableRow,
  attributes: AttributeValue[],
  unreadable: Unreadable,
): Direction {
  const text = textFor(sheet, row, 'direction')
  if (text === undefined || text.trim() === '') return sheet.mapping.direction
  const direction = directionOf(text)
  if (direction === undefined) attributes.push(unreadable(row, 'direction', text))
  return direction ?? sheet.mapping.direction
}

function readMeasures(
  sheet: Sheet,
  row: TableRow,
  statement: Mutable<Statement>,
  attributes: AttributeValue[],
  unreadable: Unreadable,
): void {
  const weightText = textFor(sheet, row, 'weight')
  if (weightText !== undefined && weightText.trim() !== '') {
    const weight = numberIn(weightText, sheet.mapping.decimalComma)
    if (weight === undefined) attributes.push(unreadable(row, 'weight', weightText))
    else statement.weight = weight
  }
  const colourText = textFor(sheet, row, 'colour')
  if (colourText === undefined) return
  const colour = hexColour(colourText)
  if (colour === undefined) attributes.push(unreadable(row, 'colour', colourText))
  else statement.drawing = { colour }
}
