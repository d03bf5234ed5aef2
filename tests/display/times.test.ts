import { expect, test } from 'vitest'
import { tableCsv } from '../../src/app/table-csv.ts'
import { edgeCard, nodeCard } from '../../src/display/card.ts'
import { sentenceText } from '../../src/display/sentence.ts'
import { spanWords } from '../../src/display/span-words.ts'
import { tableOf } from '../../src/display/table.ts'
import { cellFilter } from '../../src/display/table-filter.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import type { Knowledge, Span } from '../../src/model/knowledge.ts'
import { edge, node, sevenNodes } from '../seven-nodes.ts'

test.each<[Span, string[]]>([
  [{ start: '2001', end: '2004' }, ['2001–2004']],
  [{ start: '2001.0', end: '2001.0' }, ['2001']],
  [{ start: '2001-05', end: '2004-06-30' }, ['2001-05 – 2004-06-30']],
  [{ start: '2001' }, ['since 2001']],
  [{ end: '2004' }, ['until 2004']],
  [{ start: '2001', end: '2004', startExcluded: true }, ['after 2001 until 2004']],
  [{ start: '2001', end: '2004', endExcluded: true }, ['from 2001 before 2004']],
  [{ start: '2001', startExcluded: true }, ['after 2001']],
  [{ end: '2004', endExcluded: true }, ['before 2004']],
  [{ start: '', end: '2004' }, ['until 2004']],
  [{}, []],
])('%j reads %j', (span, expected) => {
  expect(spanWords([span])).toEqual(expected)
})

/** Three nodes and two lines, with dates as a file has them. */
function dated(): Knowledge {
  const entities = [
    node('a', 'A', undefined, { spans: [{ start: '1990' }] }),
    node('b', 'B', undefined),
    node('c', 'C', undefined, { spans: [{ start: '1980', end: '1985-06' }, { start: '2000' }] }),
  ]
  const statements = [
    { ...edge('ab', 'a', 'guides', 'b'), spans: [{ start: '2001', end: '2004' }] },
    { ...edge('bc', 'b', 'guides', 'c'), spans: [{ start: '1999-07-01' }] },
  ]
  return {
    ...sevenNodes(),
    columns: { entity: [], statement: [] },
    entities: new Map(entities.map((each) => [each.id, each])),
    statements: new Map(statements.map((each) => [each.id, each])),
  }
}

test('when a statement holds and an entity is there stands on their cards and in sentences', () => {
  const knowledge = dated()
  const graph = buildGraph(knowledge)
  const [ab] = [...knowledge.statements.values()]
  const [a, , c] = [...knowledge.entities.keys()]
  if (ab === undefined || a === undefined || c === undefined) throw new Error('nothing to look at')
  const card = nodeCard(knowledge, graph, a)
  expect({
    edge: edgeCard(knowledge, graph, ab.id)?.qualifiers,
    times: [card?.times, nodeCard(knowledge, graph, c)?.times],
    line: card?.groups[0]?.lines[0]?.qualifiers,
    sentence: sentenceText(knowledge, ab),
  }).toEqual({
    edge: ['2001–2004'],
    times: [['since 1990'], ['1980 – 1985-06', 'since 2000']],
    line: ['2001–2004'],
    sentence: 'A guides B (2001–2004)',
  })
})

test('dates are columns of both tables, filtered as dates, and in the file', () => {
  const knowledge = dated()
  const graph = buildGraph(knowledge)
  const times = (of: 'nodes' | 'statements') => {
    const { columns, rowCount } = tableOf(knowledge, graph, of)
    const own = columns.filter(({ id }) => id.startsWith('time:'))
    return { columns: own, rows: Uint32Array.from({ length: rowCount }, (_, row) => row) }
  }
  expect([tableCsv(times('nodes'), times('nodes').rows).text]).toEqual([
    'Start,End\r\n1990,\r\n,\r\n1980; 2000,1985-06\r\n',
  ])
  const { columns, rows } = times('statements')
  expect(tableCsv({ columns }, rows).text).toBe('Start,End\r\n2001,2004\r\n1999-07-01,\r\n')
  const [start] = columns
  if (start === undefined) throw new Error('no column of starts')
  const fits = cellFilter(start, { by: 'typed', text: '2000 to 2001' })
  expect([...rows].map(fits)).toEqual([true, false])
})

test('nothing is said of times where a graph has none', () => {
  const knowledge = sevenNodes()
  const titles = tableOf(knowledge, buildGraph(knowledge), 'nodes').columns.map(({ id }) => id)
  expect(titles.filter((id) => id.startsWith('time:'))).toEqual([])
})
