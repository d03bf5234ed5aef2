import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { createTableDesk } from '../../src/app/table-desk.ts'
import type { TableDesk } from '../../src/app/table-desk.ts'
import { tableCsv } from '../../src/app/table-csv.ts'
import { entityId, kindId } from '../../src/model/ids.ts'
import { firstView } from '../../src/view/view.ts'
import { edge, node, sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const open = (knowledge = sevenNodes()) => {
  const session = createSession(withOwnKinds(knowledge, sevenPlaces), firstView, signal('light'))
  return { session, desk: createTableDesk(session) }
}

/** The first cells of the rows that are shown, once they are in order. */
const names = async ({ shown, busy }: TableDesk): Promise<readonly (string | undefined)[]> => {
  // On a busy machine even a few rows may be put in order in more than one task.
  await expect.poll(() => busy.value).toBe(false)
  const { table, rows } = shown.value
  return Array.from(rows, (row) => table.columns[0]?.text(row))
}

test('what is typed without a pause is one step of undo, and no step of anything else', () => {
  const { session, desk } = open()
  session.dispatch({ type: 'mode', mode: 'table' })
  desk.sortBy('name')
  for (const [at, query] of ['q', 'qw', 'qwe'].entries()) desk.seek(query, 5000 + at * 200)
  desk.seek('qwen', 9000)
  const queries = [session.view.value.table.query]
  for (let step = 0; step < 3; step += 1) {
    session.undo()
    queries.push(session.view.value.table.query)
  }
  expect(queries).toEqual(['qwen', 'qwe', '', ''])
  expect(session.view.value.table.sort).toBe(undefined)
})

test('typing goes on as a step of its own after something else was chosen meanwhile', () => {
  const { session, desk } = open()
  desk.seek('a', 1000)
  desk.choose(0)
  desk.seek('al', 1100)
  session.undo()
  expect([session.view.value.table.query, session.selection.value]).toEqual([
    'a',
    { type: 'node', id: 'lab' },
  ])
})

test('the rows follow the view: hidden kinds, words, order, and what it is a table of', async () => {
  const { session, desk } = open()
  const seen = [await names(desk)]
  desk.sortBy('name')
  seen.push(await names(desk))
  desk.sortBy('name')
  seen.push(await names(desk))
  desk.sortBy('name')
  session.dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kindId('institution') } })
  desk.seek('e', 0)
  seen.push(await names(desk))
  desk.seek('AI', 5000)
  desk.showTableOf('statements')
  seen.push(await names(desk))
  expect(seen).toEqual([
    [
      'Alibaba Cloud',
      'Qwen',
      'Shanghai',
      'Ministry of Science',
      'Development plan',
      'AI market',
      'Élan',
    ],
    [
      'AI market',
      'Alibaba Cloud',
      'Development plan',
      'Élan',
      'Ministry of Science',
      'Qwen',
      'Shanghai',
    ],
    [
      'Shanghai',
      'Qwen',
      'Ministry of Science',
      'Élan',
      'Development plan',
      'Alibaba Cloud',
      'AI market',
    ],
    ['Qwen', 'Development plan', 'AI market', 'Élan'],
    ['Development plan', 'AI market', 'AI market'],
  ])
})

test('figures are sorted from the greatest down first', () => {
  const { session, desk } = open()
  desk.sortBy('degree')
  expect(session.view.value.table.sort).toEqual({ column: 'degree', descending: true })
})

test('choosing a fact selects its subject, choosing a relation the edge', () => {
  const { session, desk } = open()
  desk.showTableOf('statements')
  desk.choose(8)
  const fact = session.selection.value
  desk.choose(0)
  expect([fact, session.selection.value]).toEqual([
    { type: 'node', id: 'market' },
    { type: 'edge', id: 'trained-1' },
  ])
})

test('of many rows only the last that were asked for are shown', async () => {
  const many = Array.from({ length: 60_000 }, (_, n) => node(`n${n}`, `Élan ${n}`, undefined))
  const { desk } = open({
    ...sevenNodes(),
    entities: new Map(many.map((entity) => [entityId(entity.id), entity])),
    statements: new Map(),
  })
  desk.sortBy('name')
  desk.seek('59', 0)
  desk.seek('59999', 100)
  await new Promise<void>((resolve) => {
    desk.busy.subscribe((busy) => {
      if (!busy) resolve()
    })
  })
  expect(await names(desk)).toEqual(['Élan 59999'])
})

test('the file has the rows as they are shown, and nothing that a spreadsheet would run', () => {
  const base = sevenNodes()
  const entities = [node('a', '=1+1', 'city'), node('b', 'Wu, "Bo"', undefined)]
  const link = edge('l', 'a', 'guides', 'b')
  const { desk } = open({
    ...base,
    columns: { entity: [], statement: [] },
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    statements: new Map([[link.id, link]]),
  })
  desk.sortBy('in')
  const { table, rows } = desk.shown.value
  expect(tableCsv(table, rows)).toEqual({
    text: 'Name,Kind,Degree,In,Out,Id\r\n"Wu, ""Bo""",,1,1,0,b\r\n\'=1+1,City,1,0,1,a\r\n',
    losses: [
      { what: 'cells with an apostrophe in front, because they look like formulas', count: 1 },
    ],
  })
})

test('filters of columns: a choice is a step, what is typed in one field is one, and one clears them', async () => {
  const { session, desk } = open()
  desk.filtersOpen.value = true
  desk.filterBy('kind', { by: 'value', text: 'Institution' }, 0)
  for (const [at, text] of ['>', '> ', '> 3'].entries()) {
    desk.filterBy('degree', { by: 'typed', text }, 1000 + at * 200)
  }
  desk.filterBy('name', { by: 'typed', text: 'ALI' }, 1700)
  const seen = [await names(desk)]
  const { table, rows } = desk.shown.value
  expect(tableCsv(table, rows).text.split('\r\n').length).toBe(3)
  desk.clearFilters()
  seen.push(await names(desk))
  const sizes = [session.view.value.table.filters.size]
  for (let step = 0; step < 4; step += 1) {
    session.undo()
    sizes.push(session.view.value.table.filters.size)
  }
  desk.filterBy('kind', { by: 'value', text: 'City' }, 9000)
  desk.showTableOf('statements')
  expect({ first: seen[0], all: seen[1]?.length, sizes }).toEqual({
    first: ['Alibaba Cloud'],
    all: 7,
    sizes: [0, 3, 2, 1, 0],
  })
  expect(session.view.value.table.filters.size).toBe(0)
})
