import { statementId } from '../../model/ids.ts'
import type { StatementId } from '../../model/ids.ts'
import type { Statement } from '../../model/knowledge.ts'
import { quoted } from '../quoted.ts'
import { addEdge, endOf, linkedTo, predicateOf, reportUnreadable, spansFor } from './gathering.ts'
import type { Gathering, Unreadable } from './gathering.ts'
import type { Direction } from './table-mapping.ts'
import { numberIn } from './infer-datatype.ts'
import { ownEdgeColumns } from './own-columns.ts'
import { directionOf, hexColour } from './read-cells.ts'
import { idFor, textAt, textFor } from './sheet.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/**
 * The rows of a table of edges as statements. A row that lacks an end is skipped; one whose id is
 * taken gets a new one. Both are reported.
 */
export function readEdgeRows(sheet: Sheet, gathering: Gathering): void {
  const attributesOf = gathering.statementColumns.of(sheet, usedColumns(sheet))
  const predicateOfRow = rowPredicates(sheet, gathering)
  for (const row of sheet.records) {
    const [source, target] = [idFor(sheet, row, 'source'), idFor(sheet, row, 'target')]
    if (source === undefined || target === undefined) {
      const missing = [
        ...(source === undefined ? ['source'] : []),
        ...(target === undefined ? ['target'] : []),
      ]
      const message = `row: the edge in line ${row.line} has no ${missing.join(' and no ')}; it is skipped`
      sheet.log.warn('edge without end', row.line, message)
      continue
    }
    const attributes = attributesOf(row)
    const unreadable: Unreadable = (what, text) => {
      reportUnreadable(sheet, row.line, what, text, 'the edge')
      attributes.push(gathering.statementColumns.asWritten(what, text))
    }
    const id = readId(sheet, row, gathering)
    addEdge(gathering, {
      ...(id === undefined ? {} : { id }),
      subject: endOf(gathering, source, sheet, row.line),
      entity: endOf(gathering, target, sheet, row.line),
      ...predicateOfRow(row),
      direction: readDirection(sheet, row, unreadable),
      ...readMeasures(sheet, row, unreadable),
      attributes,
    })
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

function readId(sheet: Sheet, row: SheetRow, gathering: Gathering): StatementId | undefined {
  const text = idFor(sheet, row, 'id')
  if (text === undefined) return undefined
  if (!gathering.statements.has(statementId(text))) return statementId(text)
  const fresh = gathering.freshId()
  const message = `the edge id ${quoted(text)} is taken already; the edge in line ${row.line} gets the id ${quoted(fresh)}`
  sheet.log.warn('edge id taken', row.line, message)
  return fresh
}

type RowPredicate = (row: SheetRow) => Pick<Statement, 'predicate' | 'label'>

function rowPredicates(sheet: Sheet, gathering: Gathering): RowPredicate {
  if (sheet.own) {
    const column = (title: string): number => sheet.titles.indexOf(title)
    const [ofLabel, ofPredicate, ofPredicateLabel, ofNote] = [
      'Label',
      'predicate',
      'predicate label',
      'note',
    ].map(column)
    return (row) => {
      const shown = textAt(sheet, row, ofLabel)
      const own = textAt(sheet, row, ofPredicateLabel)
      const note = textAt(sheet, row, ofNote)
      const predicate = textAt(sheet, row, ofPredicate) ?? linkedTo
      return {
        predicate: predicateOf(gathering, predicate, own ?? shown ?? predicate),
        ...(own === undefined || shown === undefined ? {} : { label: shown }),
        ...(note === undefined ? {} : { note }),
      }
    }
  }
  return (row) => {
    const label = textFor(sheet, row, 'label')
    const predicate = textFor(sheet, row, 'predicate') ?? linkedTo
    return {
      predicate: predicateOf(gathering, predicate),
      ...(label === undefined ? {} : { label }),
    }
  }
}

function readDirection(sheet: Sheet, row: SheetRow, unreadable: Unreadable): Direction {
  const text = textFor(sheet, row, 'direction')
  if (text === undefined || text.trim() === '') return sheet.mapping.direction
  const direction = directionOf(text)
  if (direction === undefined) unreadable('direction', text)
  return direction ?? sheet.mapping.direction
}

function readMeasures(
  sheet: Sheet,
  row: SheetRow,
  unreadable: Unreadable,
): Pick<Statement, 'weight' | 'spans' | 'drawing'> {
  const weightText = textFor(sheet, row, 'weight')
  const weight = numberIn(weightText ?? '', sheet.mapping.decimalComma)
  if (weight === undefined && weightText !== undefined && weightText.trim() !== '') {
    unreadable('weight', weightText)
  }
  const colourText = textFor(sheet, row, 'colour')
  const colour = hexColour(colourText ?? '')
  if (colour === undefined && colourText !== undefined) unreadable('colour', colourText)
  return {
    ...(weight === undefined ? {} : { weight }),
    spans: spansFor(sheet, row, unreadable),
    ...(colour === undefined ? {} : { drawing: { colour } }),
  }
}
