import { describe, expect, test } from 'vitest'
import { datingOf } from '../../src/model/dating.ts'
import { columnId, entityId, predicateId } from '../../src/model/ids.ts'
import type { EntityId, StatementId } from '../../src/model/ids.ts'
import type { Knowledge, Qualifier, Statement } from '../../src/model/knowledge.ts'
import { isoDay } from '../../src/model/iso-day.ts'
import type { Period } from '../../src/model/period.ts'
import { datedNodes, datesByHand } from '../dated-nodes.ts'
import { edge } from '../seven-nodes.ts'

const knowledge = datedNodes()
const byHand = (id: StatementId | EntityId): readonly Period[] => {
  const date = datesByHand.get(id)
  return date === undefined ? [] : [date]
}
const text = ({ from, to }: Period): string =>
  [from, to].map((day) => (Number.isFinite(day) ? isoDay(day) : '…')).join(' – ')
const datesOf = (more: Partial<Statement>, of: Knowledge = knowledge): readonly string[] =>
  datingOf(of)
    .ofStatement(edge('dated', 'lab', 'offers', 'qwen', more))
    .map(text)
const year = (predicate: string, when: string): Qualifier => ({
  predicate: predicateId(predicate),
  literal: { text: when, datatype: 'year' },
})

describe('the dates of a statement', () => {
  test('are what a reader makes of them', () => {
    const { ofStatement, ofEntity } = datingOf(knowledge)
    for (const statement of knowledge.statements.values()) {
      expect(ofStatement(statement)).toEqual(byHand(statement.id))
    }
    for (const entity of knowledge.entities.values()) {
      expect(ofEntity(entity)).toEqual(byHand(entity.id))
    }
  })

  test('bound one period where qualifiers are called a start and an end', () => {
    expect(datesOf({ qualifiers: [year('start', '2019'), year('end_date', '2021')] })).toEqual([
      '2019-01-01 – 2021-12-31',
    ])
    expect(datesOf({ qualifiers: [year('http://example.org/endTime', '2021')] })).toEqual([
      '… – 2021-12-31',
    ])
    expect(datesOf({ qualifiers: [year('P580', '2019'), year('in', '2015')] })).toEqual([
      '2015-01-01 – 2015-12-31',
      '2019-01-01 – …',
    ])
  })

  test('hold both years where the end comes before the start', () => {
    expect(datesOf({ qualifiers: [year('from', '2021'), year('until', '2019')] })).toEqual([
      '2019-12-31 – 2021-01-01',
    ])
  })

  test('are in the columns of a file that hold dates', () => {
    const columns = {
      entity: [],
      statement: [
        { id: columnId('a'), title: 'Start date', datatype: 'date' as const, dynamic: false },
        { id: columnId('b'), title: 'Rank', datatype: 'integer' as const, dynamic: false },
      ],
    }
    const attributes = [
      { column: columnId('a'), text: '2019-05' },
      { column: columnId('b'), text: '2020' },
    ]
    expect(datesOf({ attributes }, { ...knowledge, columns })).toEqual(['2019-05-01 – …'])
  })

  test('are none where nothing can be read', () => {
    expect(datesOf({ qualifiers: [year('in', 'soon')], spans: [{ start: '3.5' }] })).toEqual([])
    const island = knowledge.entities.get(entityId('island'))
    expect(island === undefined ? undefined : datingOf(knowledge).ofEntity(island)).toEqual([])
  })
})
