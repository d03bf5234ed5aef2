import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableOf } from '../../src/display/table.ts'
import type { Table } from '../../src/display/table.ts'
import { columnOver } from '../../src/display/table-column.ts'
import type { Holds, TableColumn } from '../../src/display/table-column.ts'
import { cellFilter } from '../../src/display/table-filter.ts'
import { listedRows } from '../../src/display/table-order.ts'
import { fewValues } from '../../src/display/table-values.ts'
import { amountOf } from '../../src/display/table-amount.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { fold } from '../../src/view/fold.ts'
import { firstView } from '../../src/view/view.ts'
import type { ColumnFilter, TableChoice } from '../../src/view/view.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { anyKnowledge } from '../formats/knowledge-arbitrary.ts'
import { sevenNodes } from '../seven-nodes.ts'

/** What comes of steps, made without pauses. */
function made<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const typed = (text: string): ColumnFilter => ({ by: 'typed', text })

/** The row's cell against a filter, as one would check it by hand. */
function satisfies(column: TableColumn, row: number, { by, text }: ColumnFilter): boolean {
  const cell = column.text(row)
  if (by === 'value') return cell === text
  const amount = column.amount(row)
  const [, sign, figure] = /^(>=|<=|>|<)? ?(\d+)$/.exec(text) ?? []
  const [, first, last] = /^(\d+) to (\d+)$/.exec(text) ?? []
  if (column.holds !== 'texts' && first !== undefined) {
    return amount !== undefined && amount >= Number(first) && amount <= Number(last)
  }
  if (column.holds !== 'texts' && figure !== undefined && (sign !== undefined || column.figures)) {
    if (amount === undefined) return false
    const by = amount - Number(figure)
    if (sign === undefined) return by === 0
    return (by === 0 && sign.endsWith('=')) || (sign.startsWith('>') ? by > 0 : by < 0)
  }
  return fold(text)
    .split(/\s+/)
    .every((word) => fold(cell).includes(word))
}

describe('laws of the filters of columns', () => {
  test('the rows shown are those that are as every column asks', () => {
    const what = fc.constantFrom('nodes' as const, 'statements' as const)
    const knowledge = fc.oneof(fc.constant(sevenNodes()), anyKnowledge)
    const asked = fc.oneof(
      fc.constantFrom('e', 'ELAN', 'qwen', '3', '>= 2', '<5', '> 1', '<= 0', '1 to 4', 'cited'),
      fc.string({ minLength: 1, maxLength: 2 }).filter((text) => /^[a-z ]*$/.test(text)),
    )
    const choices = fc.array(
      fc.record({ at: fc.nat(), row: fc.nat(), text: asked, value: fc.boolean() }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(knowledge, what, choices, (each, of, chosen) => {
        const graph = buildGraph(each)
        const table = tableOf(each, graph, of)
        const filters = new Map<string, ColumnFilter>()
        for (const { at, row, text, value } of chosen) {
          const column = table.columns[at % table.columns.length]
          if (column === undefined || table.rowCount === 0) continue
          const present = column.text(row % table.rowCount)
          filters.set(column.id, value ? { by: 'value', text: present } : typed(text))
        }
        const visible = visibleSet(each, graph, firstView)
        const choice = { sort: undefined, query: '', filters }
        const rows = (wanted: Pick<TableChoice, 'sort' | 'query' | 'filters'>) => [
          ...made(listedRows(table, visible, wanted)),
        ]
        const all = rows({ ...choice, filters: new Map() })
        expect(rows(choice)).toEqual(
          all.filter((row) =>
            table.columns.every((column) => {
              const filter = filters.get(column.id)
              return filter === undefined || satisfies(column, row, filter)
            }),
          ),
        )
      }),
      { numRuns: 300 },
    )
  })
})

/** A column of these texts. */
function columnOf(texts: readonly string[], holds: Holds): TableColumn {
  const datatype = holds === 'dates' ? 'date' : 'decimal'
  return columnOver(
    {
      id: 'c',
      title: 'C',
      figures: holds === 'numbers',
      holds,
      text: (text: string) => text,
      amount: (text) => (holds === 'texts' ? undefined : amountOf({ text, datatype })),
    },
    texts,
  )
}

/** The texts that are left. */
function left(texts: readonly string[], holds: Holds, asked: string): readonly string[] {
  const fits = cellFilter(columnOf(texts, holds), typed(asked))
  return texts.filter((_, row) => fits(row))
}

test.each([
  ['>= 2024', ['2024', '2024-05', '2024-12-31', '2025-01-01']],
  ['> 2024', ['2025-01-01']],
  ['<= 2024', ['2023-12-31', '2024', '2024-05', '2024-12-31']],
  ['< 2024', ['2023-12-31']],
  ['= 2024', ['2024', '2024-05', '2024-12-31']],
  ['2023 to 2024-05', ['2023-12-31', '2024', '2024-05']],
  ['2024-06–', ['2024-12-31', '2025-01-01']],
  ['.. 2023', ['2023-12-31']],
  ['2024-1', ['2024-12-31']],
  ['>=', ['2023-12-31', '2024', '2024-05', '2024-12-31', '2025-01-01', '']],
  ['> 275760-09-13', []],
])('of dates, “%s” leaves those that lie so, a year being all of its days', (asked, expected) => {
  const dates = ['2023-12-31', '2024', '2024-05', '2024-12-31', '2025-01-01', '']
  expect(left(dates, 'dates', asked)).toEqual(expected)
})

test.each([
  ['3', ['3', '3.0']],
  ['= 3', ['3', '3.0']],
  ['> 3', ['30', '1000000']],
  ['-5 to -2', ['-2.5']],
  ['-3 – 3', ['-2.5', '3', '3.0']],
  ['>= 1,000', ['1000000']],
  ['1 million', ['1000000']],
  ['many', ['many']],
])('of numbers, “%s” leaves those', (asked, expected) => {
  expect(left(['-2.5', '3', '3.0', '30', '1000000', 'many', ''], 'numbers', asked)).toEqual(
    expected,
  )
})

test('of texts, words are sought without case and accents, and a sign is a sign', () => {
  const texts = ['Élan vital', 'elan', '> 3 members', '4']
  expect([
    left(texts, 'texts', 'ELÁN'),
    left(texts, 'texts', 'vital elan'),
    left(texts, 'texts', '> 3'),
  ]).toEqual([['Élan vital', 'elan'], ['Élan vital'], ['> 3 members']])
})

test('columns of few texts offer them, in order, the empty one too; others do not', () => {
  const table = (texts: readonly string[], holds: Holds): Pick<Table, 'columns' | 'rowCount'> => ({
    columns: [columnOf(texts, holds)],
    rowCount: texts.length,
  })
  const offered = (texts: readonly string[], holds: Holds = 'texts') =>
    made(fewValues(table(texts, holds))).get('c')
  const repeated = ['b', 'a10', '', 'a9', 'b', 'a9', '', 'a10']
  expect([
    offered(repeated),
    offered(repeated, 'numbers'),
    offered(['a', 'b', 'c', 'a']),
    offered(Array.from({ length: 100 }, (_, n) => `v${n % 25}`)),
  ]).toEqual([['', 'a9', 'a10', 'b'], undefined, undefined, undefined])
})
