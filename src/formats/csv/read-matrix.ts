import { predicateId } from '../../model/ids.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Statement } from '../../model/knowledge.ts'
import { endOf, linkedTo, none, predicateOf, reporter } from './gathering.ts'
import type { Gathering } from './gathering.ts'
import { numberIn } from './infer-datatype.ts'
import { isNothing } from './matrix.ts'
import type { Sheet } from './sheet.ts'

/** The edges that have been seen, to find those that stand in the table from both ends. */
interface Seen {
  /** True where the edge stands here from its other end, with the same value. */
  readonly mirrored: (source: string, target: string, value: string) => boolean
}

/** An adjacency matrix: rows are sources, columns targets, and a cell that is not 0 a weight. */
export function readMatrix(sheet: Sheet, gathering: Gathering): void {
  const { header, direction, decimalComma } = sheet.mapping
  const columns = header ? (sheet.table.rows[0] ?? []).slice(1) : []
  const first = header ? 1 : 0
  predicateOf(gathering, linkedTo)
  const seen = seenEdges(direction === 'undirected')
  const unreadable = reporter(sheet, gathering.statementColumns, 'the edge')
  const headerLine = sheet.table.lines[0] ?? 1
  const isName = (name: string | undefined): name is string =>
    name !== undefined && name.trim() !== ''
  for (const name of columns) if (isName(name)) endOf(gathering, name, sheet, headerLine)
  for (const [index, row] of sheet.records.entries()) {
    const { line, cells } = row
    const source = header ? cells[0] : String(index + 1)
    if (isName(source)) endOf(gathering, source, sheet, line)
    for (const [at, cell] of cells.slice(first).entries()) {
      if (isNothing(cell)) continue
      const target = header ? columns[at] : String(at + 1)
      if (!isName(source) || !isName(target)) {
        const what = isName(source) ? 'target' : 'source'
        const message = `row: the edge in line ${line}, column ${at + 1 + first} has no ${what}; it is skipped`
        sheet.log.warn('edge without end', line, message)
        continue
      }
      if (seen.mirrored(source, target, cell.trim())) continue
      const weight = numberIn(cell, decimalComma)
      const subject = endOf(gathering, source, sheet, line)
      const entity = endOf(gathering, target, sheet, line)
      const measure =
        weight === undefined ? { attributes: [unreadable(row, 'weight', cell)] } : { weight }
      addEdge(gathering, subject, entity, direction, measure)
    }
  }
}

/** An adjacency list: each row is a node and those that it is linked to. */
export function readAdjacencyList(sheet: Sheet, gathering: Gathering): void {
  const { direction } = sheet.mapping
  predicateOf(gathering, linkedTo)
  const seen = seenEdges(direction === 'undirected')
  for (const { line, cells } of sheet.records) {
    const [source = '', ...targets] = cells
    const named = targets.filter((target) => target.trim() !== '')
    if (source.trim() === '') {
      for (const target of named) {
        const message = `row: the edge in line ${line} to ${target} has no source; it is skipped`
        sheet.log.warn('edge without end', line, message)
      }
      continue
    }
    const subject = endOf(gathering, source, sheet, line)
    for (const target of named) {
      const entity = endOf(gathering, target, sheet, line)
      if (!seen.mirrored(source, target, '')) addEdge(gathering, subject, entity, direction)
    }
  }
}

function seenEdges(undirected: boolean): Seen {
  const values = new Map<string, Map<string, string>>()
  return {
    mirrored: (source, target, value) => {
      if (!undirected || source === target) return false
      if (values.get(target)?.get(source) === value) return true
      const targets = values.get(source) ?? new Map<string, string>()
      targets.set(target, value)
      values.set(source, targets)
      return false
    },
  }
}

function addEdge(
  gathering: Gathering,
  subject: EntityId,
  entity: EntityId,
  direction: Statement['direction'],
  measure: Pick<Statement, 'weight'> & Partial<Pick<Statement, 'attributes'>> = {},
): void {
  const id = gathering.freshId()
  gathering.statements.set(id, {
    id,
    subject,
    predicate: predicateId(linkedTo),
    value: { type: 'entity', entity },
    direction,
    qualifiers: none,
    references: none,
    disputes: none,
    spans: none,
    attributes: none,
    ...measure,
  })
}
