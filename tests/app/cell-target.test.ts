import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { targetOfCell } from '../../src/app/cell-target.ts'
import { createEntityForm } from '../../src/app/entity-form.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { createStatementForm } from '../../src/app/statement-form.ts'
import { columnId, entityId, kindId, predicateId, statementId } from '../../src/model/ids.ts'
import { firstView } from '../../src/view/view.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const open = (knowledge = sevenNodes()) =>
  createSession(withOwnKinds(knowledge, sevenPlaces), firstView, signal('light'))
const qwen = { of: 'entity', id: entityId('qwen') } as const
const city = { of: 'entity', id: entityId('shanghai') } as const
const based = { of: 'statement', id: statementId('based-in-1') } as const

describe('a cell of the table', () => {
  test('asks for the form of its row, at the field that its column shows', () => {
    const session = open()
    const asked = (record: typeof qwen | typeof based, id?: string) =>
      targetOfCell(session, record, id === undefined ? undefined : { id })
    expect([
      asked(qwen),
      asked(qwen, 'kind'),
      asked(qwen, 'column:rank'),
      asked(based, 'weight'),
    ]).toEqual([
      { ...qwen, from: 'table' },
      { ...qwen, from: 'table', cell: 'kind' },
      { ...qwen, from: 'table', column: 'rank' },
      { ...based, from: 'table', cell: 'weight' },
    ])
  })

  test('of a kind asks for the attribute that gives the kinds, and for no field where a metric does', () => {
    const session = open()
    session.dispatch({ type: 'take-kinds', kinds: { from: 'column', column: columnId('rank') } })
    const byColumn = targetOfCell(session, qwen, { id: 'kind' })
    session.dispatch({ type: 'take-kinds', kinds: { from: 'metric', metric: 'community' } })
    expect([byColumn, targetOfCell(session, qwen, { id: 'kind' })]).toEqual([
      { ...qwen, from: 'table', column: 'rank' },
      { ...qwen, from: 'table' },
    ])
  })

  test('with a fact asks for the form of that, and without one for a new one that says such', () => {
    const session = open()
    const released = { id: 'fact:released' }
    const there = targetOfCell(session, qwen, released)
    const none = targetOfCell(session, city, released)
    const [fact] = [...session.content.statements.values()].filter(
      ({ predicate }) => predicate === 'released',
    )
    expect([there, none]).toEqual([
      { of: 'statement', id: fact?.id, cell: 'value', from: 'table' },
      {
        of: 'new-statement',
        about: 'shanghai',
        predicate: predicateId('released'),
        cell: 'value',
        from: 'table',
      },
    ])
    if (none.of !== 'new-statement') throw new Error('no new one')
    expect(createStatementForm(session, none).chosen.value?.id).toBe('released')
    const { predicates, ...rest } = sevenNodes()
    const ofModels = new Map(
      [...predicates].map(([id, one]) => [id, { ...one, subjects: [kindId('model')] }] as const),
    )
    expect(targetOfCell(open({ ...rest, predicates: ofModels }), city, released)).toEqual({
      ...city,
      from: 'table',
    })
  })

  test('with a time has a row to write it in, which leaves nothing if it stays empty', () => {
    const session = open()
    const rows = (cell?: string) =>
      createEntityForm(session, city.id, { cell }).times.fields.value.length
    expect([rows('time:end'), rows('kind'), rows()]).toEqual([1, 0, 0])
    createEntityForm(session, city.id, { cell: 'time:end' }).save()
    expect(session.content).toBe(session.opened.knowledge)
  })
})
