import { entityId, predicateId, statementId } from '../src/model/ids.ts'
import type { EntityId, StatementId } from '../src/model/ids.ts'
import type { Knowledge } from '../src/model/knowledge.ts'
import { dayOf } from '../src/model/period.ts'
import type { Period } from '../src/model/period.ts'
import { sevenNodes } from './seven-nodes.ts'

/** The graph of seven nodes with dates of every sort: `datesByHand` says which days they mean. */
export function datedNodes(): Knowledge {
  const plain = sevenNodes()
  const [trained, wrote, market] = [
    plain.statements.get(statementId('trained-1')),
    plain.statements.get(statementId('wrote-1')),
    plain.entities.get(entityId('market')),
  ]
  if (trained === undefined || wrote === undefined || market === undefined) throw new Error('Gone')
  const since = predicateId('since')
  const qualifier = { predicate: since, literal: { text: '2022', datatype: 'year' as const } }
  return {
    ...plain,
    qualifiers: new Map([
      ...plain.qualifiers,
      [since, { id: since, label: 'since', datatype: 'year' }],
    ]),
    entities: new Map([
      ...plain.entities,
      [market.id, { ...market, spans: [{ start: '2021-05-01', end: '2022-02-10' }] }],
    ]),
    statements: new Map([
      ...plain.statements,
      [trained.id, { ...trained, qualifiers: [qualifier] }],
      [wrote.id, { ...wrote, spans: [{ start: '2020-06', end: '2021' }] }],
    ]),
  }
}

/** What a reader makes of the dates, without our code for it. */
export const datesByHand: ReadonlyMap<StatementId | EntityId, Period> = new Map<
  StatementId | EntityId,
  Period
>([
  [statementId('trained-1'), { from: dayOf(2022, 0, 1), to: Infinity }],
  [statementId('wrote-1'), { from: dayOf(2020, 5, 1), to: dayOf(2021, 11, 31) }],
  [statementId('works-with-1'), { from: dayOf(2024, 0, 1), to: dayOf(2024, 11, 31) }],
  [statementId('released-1'), { from: dayOf(2023, 3, 11), to: dayOf(2023, 3, 11) }],
  [entityId('market'), { from: dayOf(2021, 4, 1), to: dayOf(2022, 1, 10) }],
])
