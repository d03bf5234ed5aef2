import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableOf } from '../../src/display/table.ts'
import type { Table } from '../../src/display/table.ts'
import { listedRows } from '../../src/display/table-order.ts'
import { wordsOf } from '../../src/display/table-words.ts'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import { degrees } from '../../src/graph/degrees.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { columnId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { facetsOf } from '../../src/view/facets.ts'
import { fold } from '../../src/view/fold.ts'
import { firstView } from '../../src/view/view.ts'
import type { TableChoice, View } from '../../src/view/view.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { anyKnowledge } from '../formats/knowledge-arbitrary.ts'
import { nasty, node, sevenNodes } from '../seven-nodes.ts'
import { anyView } from '../view/any-view.ts'

type Listing = Pick<TableChoice, 'sort' | 'query' | 'filters'>

const plain: Listing = { sort: undefined, query: '', filters: new Map() }
const of = fc.constantFrom('nodes' as const, 'statements' as const)

/** The rows of a listing, made without pauses. */
function listed(table: Table, knowledge: Knowledge, choice: Listing, view: View = firstView) {
  const steps = listedRows(table, visibleSet(knowledge, buildGraph(knowledge), view), choice)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return [...step.value]
  }
}

function open(knowledge: Knowledge, what: TableChoice['of']): Table {
  return tableOf(knowledge, buildGraph(knowledge), what)
}

/** Every shown cell of a column, in the order of the rows. */
function cells(table: Table, knowledge: Knowledge, id: string, choice = plain, view = firstView) {
  const column = table.columns.find((each) => each.id === id)
  return listed(table, knowledge, choice, view).map((row) => column?.text(row))
}

const collator = new Intl.Collator('en', { numeric: true })

/** Whether two cells of a column may follow each other: below 0 or 0 where they may. */
function order(table: Table, id: string, descending: boolean, a: number, b: number): number {
  const column = table.columns.find((each) => each.id === id)
  const [textA = '', textB = ''] = [column?.text(a), column?.text(b)]
  const [amountA, amountB] = [column?.amount(a), column?.amount(b)]
  if (textA === '' || textB === '') return Number(textA === '') - Number(textB === '')
  const rising =
    amountA === undefined || amountB === undefined
      ? Number(amountA === undefined) - Number(amountB === undefined) ||
        collator.compare(textA, textB)
      : amountA - amountB
  return descending ? -rising : rising
}

describe('laws of the table', () => {
  test('sorting by any column only changes the order: values in theirs, empty last, equal as before', () => {
    fc.assert(
      fc.property(anyKnowledge, of, fc.boolean(), (knowledge, what, descending) => {
        const table = open(knowledge, what)
        const before = listed(table, knowledge, plain)
        for (const { id } of table.columns) {
          const rows = listed(table, knowledge, { ...plain, sort: { column: id, descending } })
          expect(rows.toSorted((a, b) => a - b)).toEqual(before)
          for (const [at, row] of rows.slice(1).entries()) {
            const last = rows[at] ?? 0
            const step = order(table, id, descending, last, row)
            expect(step < 0 || (step === 0 && last < row)).toBe(true)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('a query leaves exactly the rows that show all its words', () => {
    const query = fc.oneof(
      fc.constantFrom('elan', 'ALIBABA cloud', '通义', 'billion', '2024 works', '  ', 'Élan'),
      fc.string({ maxLength: 3 }),
    )
    const knowledge = fc.oneof(fc.constant(sevenNodes()), anyKnowledge)
    fc.assert(
      fc.property(knowledge, of, query, (each, what, words) => {
        const table = open(each, what)
        const shows = (row: number): boolean => {
          const texts = table.columns.map(({ text }) => fold(text(row)))
          return wordsOf(words).every((word) => texts.some((text) => text.includes(word)))
        }
        expect(listed(table, each, { ...plain, query: words })).toEqual(
          listed(table, each, plain).filter(shows),
        )
      }),
    )
  })

  test('in every view the rows count what the legend counts', () => {
    const knowledge = sevenNodes()
    const graph = buildGraph(knowledge)
    const nodes = open(knowledge, 'nodes')
    const statements = open(knowledge, 'statements')
    const count = (values: readonly (string | undefined)[], value: string): number =>
      values.filter((each) => each === value).length
    fc.assert(
      fc.property(anyView(knowledge), (view) => {
        // The kinds are those of the dataset here, whatever the view takes them from.
        const visible = visibleSet(knowledge, graph, view)
        const { kinds, predicates, evidence } = facetsOf(knowledge, graph, view, visible)
        const labels = cells(nodes, knowledge, 'kind', plain, view)
        const labelOf = (id: string): string =>
          [...knowledge.kinds.values()].find((kind) => kind.id === id)?.label ?? ''
        expect(kinds.map(({ choice }) => count(labels, labelOf(choice.value)))).toEqual(
          kinds.map(({ shown }) => shown),
        )
        const verbs = cells(statements, knowledge, 'predicate', plain, view)
        expect(predicates.map(({ label }) => count(verbs, label))).toEqual(
          predicates.map(({ shown }) => shown),
        )
        const states = cells(statements, knowledge, 'evidence', plain, view)
        expect(evidence.map(({ choice }) => count(states, choice.value))).toEqual(
          evidence.map(({ shown }) => shown),
        )
      }),
    )
  })

  test('degrees are those of the metrics', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const table = open(knowledge, 'nodes')
        const { nodes, adjacency } = compactGraph(buildGraph(knowledge))
        const { total, into, out } = degrees(adjacency)
        const ids = [...knowledge.entities.keys()]
        expect(ids.map((_, row) => amounts(table, row, ['degree', 'in', 'out']))).toEqual(
          ids.map((id) => [total, into, out].map((each) => each[nodes.indexOf(id)])),
        )
      }),
    )
  })

  test('choosing a row selects what the row is about, whatever its id', () => {
    const knowledge = sevenNodes(nasty)
    const selected = (what: TableChoice['of']) => {
      const table = open(knowledge, what)
      return listed(table, knowledge, plain).map((row) => table.selection(row))
    }
    expect(selected('nodes')).toEqual(
      [...knowledge.entities.keys()].map((id) => ({ type: 'node', id })),
    )
    expect(selected('statements')).toEqual(
      [...knowledge.statements.values()].map(({ id, subject, value }) =>
        value.type === 'entity' ? { type: 'edge', id } : { type: 'node', id: subject },
      ),
    )
  })
})

function amounts(table: Table, row: number, ids: readonly string[]): readonly unknown[] {
  return ids.map((id) => table.columns.find((each) => each.id === id)?.amount(row))
}

/** The table as lines of text, with the words of the columns on top. */
function lines(table: Table, rows: readonly number[]): readonly string[] {
  const { columns } = table
  const texts = rows.map((row) => columns.map(({ text }) => text(row).replaceAll('\u00a0', ' ')))
  return [columns.map(({ title }) => title), ...texts].map((each) => each.join(' | '))
}

test('nodes with their degrees, evidence, facts, columns and other names', () => {
  const knowledge = sevenNodes()
  const table = open(knowledge, 'nodes')
  const sort = { column: 'fact:value', descending: true }
  expect(lines(table, listed(table, knowledge, { ...plain, sort })).slice(0, 4)).toEqual([
    'Name | Kind | Degree | In | Out | Cited | Disputed | Uncited | value | released | Rank | Also called | Description | Note | Id',
    'AI market | Sector | 1 | 1 | 0 | 0 | 2 | 1 | more than US$98 billion; US$70 billion |  |  |  |  |  | market',
    'Alibaba Cloud | Institution | 5 | 2 | 4 | 4 | 0 | 1 |  |  | 1 | 阿里云; Ālǐyún |  |  | lab',
    'Qwen | Model | 5 | 3 | 2 | 3 | 0 | 2 |  | 2023-04-11 |  | 通义千问; Tōngyì Qiānwèn | A family of language models with open weights. | Several sizes. | qwen',
  ])
})

test('statements with what they rest on; figures of different scales in one order', () => {
  const knowledge = sevenNodes()
  const table = open(knowledge, 'statements')
  const sort = { column: 'value', descending: false }
  expect(lines(table, listed(table, knowledge, { ...plain, sort })).slice(0, 6)).toEqual([
    'Subject | Predicate | Value | Qualifiers | Evidence | References | Places | Direction | Note',
    'Qwen | released | 2023-04-11 |  | uncited | 0 |  |  | ',
    'AI market | value | US$70 billion |  | disputed | 0 |  |  | An older figure.',
    'AI market | value | more than US$98 billion |  | disputed | 1 | ¶ 2 |  | ',
    'Development plan | guides | AI market |  | uncited | 0 |  | directed | Our own reading.',
    'Qwen | tested | Alibaba Cloud |  | uncited | 0 |  | directed | ',
  ])
})

test('a column that the table does not have sorts nothing, and of too many the fullest stay', () => {
  const columns = Array.from({ length: 60 }, (_, n) => ({
    id: columnId(`c${n}`),
    title: `C${n}`,
    datatype: 'integer' as const,
    dynamic: false,
  }))
  const entities = ['a', 'b'].map((id, row) =>
    node(id, id, undefined, {
      attributes: columns.slice(row * 30).map(({ id: column }) => ({ column, text: `${row}` })),
    }),
  )
  const knowledge: Knowledge = {
    ...sevenNodes(),
    columns: { entity: columns, statement: [] },
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    statements: new Map(),
  }
  const table = open(knowledge, 'nodes')
  const own = table.columns.filter(({ id }) => id.startsWith('column:')).map(({ title }) => title)
  expect({
    rows: listed(table, knowledge, { ...plain, sort: { column: 'nobody', descending: true } }),
    leftOut: table.leftOut,
    kept: [own.length, own[0], own.slice(-30)[0], own.at(-1)],
  }).toEqual({ rows: [0, 1], leftOut: 20, kept: [40, 'C0', 'C30', 'C59'] })
})
