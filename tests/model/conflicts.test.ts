import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conflictsOf, withConflicts } from '../../src/model/conflicts.ts'
import { evidenceOf } from '../../src/model/evidence.ts'
import { entityId, predicateId } from '../../src/model/ids.ts'
import type { StatementId } from '../../src/model/ids.ts'
import type { Knowledge, Qualifier, Span, Statement } from '../../src/model/knowledge.ts'
import type { Datatype, Literal } from '../../src/model/literal.ts'
import { isoDay } from '../../src/model/iso-day.ts'
import { dayOf } from '../../src/model/period.ts'
import { edge, sevenNodes } from '../seven-nodes.ts'

const seat = predicateId('seat')
const qualifier = (name: string, text: string, datatype: Datatype = 'date'): Qualifier => ({
  predicate: predicateId(name),
  literal: { text, datatype },
})

/** The seven nodes, where an institution has one seat at a time, and these statements on it. */
function withSeats(...statements: readonly Statement[]): Knowledge {
  const knowledge = sevenNodes()
  return {
    ...knowledge,
    predicates: new Map([
      ...knowledge.predicates,
      [
        seat,
        {
          id: seat,
          type: 'relation',
          label: 'has its seat in',
          inverse: 'seat of',
          singleValued: true,
          subjects: [],
          objects: [],
        },
      ],
    ]),
    statements: new Map([
      ...knowledge.statements,
      ...statements.map((one) => [one.id, one] as const),
    ]),
  }
}

const seated = (id: string, place: string, more: Partial<Statement> = {}): Statement =>
  edge(id, 'lab', 'seat', place, more)
const during = (id: string, place: string, ...qualifiers: readonly Qualifier[]): Statement =>
  seated(id, place, { qualifiers })
const found = (...statements: readonly Statement[]): readonly (readonly [string, string[]])[] =>
  [...conflictsOf(withSeats(...statements))].map(([id, others]) => [id, [...others]] as const)
const both = [
  ['a', ['b']],
  ['b', ['a']],
]

test('a conflict that is found makes both sides disputed, and nothing else', () => {
  const knowledge = withSeats(seated('a', 'shanghai'), seated('b', 'island'))
  const told = withConflicts(knowledge)
  expect([...told.statements.keys()]).toEqual([...knowledge.statements.keys()])
  const changed = [...told.statements.values()].filter(
    (statement) => statement !== knowledge.statements.get(statement.id),
  )
  expect(changed.map((one) => [one.id, one.conflicts, evidenceOf(one)])).toEqual([
    ['a', ['b'], 'disputed'],
    ['b', ['a'], 'disputed'],
  ])
  expect(withConflicts(sevenNodes())).toEqual(sevenNodes())
})

describe('a conflict', () => {
  test('is two values at once where there can be one; without dates they are always', () => {
    expect(found(seated('a', 'shanghai'), seated('b', 'island'))).toEqual(both)
    expect(found(seated('a', 'shanghai'), during('b', 'island', qualifier('in', '1999')))).toEqual(
      both,
    )
  })

  test('is none where nothing says that there can be only one', () => {
    const knowledge = withSeats(seated('a', 'shanghai'), seated('b', 'island'))
    const many = new Map(knowledge.predicates)
    many.delete(seat)
    expect([...conflictsOf({ ...knowledge, predicates: many })]).toEqual([])
    expect([...conflictsOf(sevenNodes())]).toEqual([])
  })

  test('is none between the same value twice, or where a dispute is stated', () => {
    expect(found(seated('a', 'shanghai'), seated('b', 'shanghai'))).toEqual([])
    const disputed = seated('b', 'island', { disputes: [seated('a', 'shanghai').id] })
    expect(found(seated('a', 'shanghai'), disputed)).toEqual([])
  })

  test('is none where something else tells the two apart', () => {
    const northern = during('a', 'shanghai', qualifier('branch', 'north', 'string'))
    const southern = during('b', 'island', qualifier('branch', 'south', 'string'))
    expect(found(northern, southern)).toEqual([])
    expect(found(seated('a', 'shanghai', { measures: 'Law' }), seated('b', 'island'))).toEqual([])
  })

  test('is none in the year, or on the day, in which one value gives way to the next', () => {
    const until = (end: string): Statement => during('a', 'shanghai', qualifier('end', end))
    const since = (start: string): Statement => during('b', 'island', qualifier('start', start))
    expect(found(until('2022'), since('2022'))).toEqual([])
    expect(found(until('2022-05-01'), since('2022-05-01'))).toEqual([])
    expect(found(until('2022'), since('2023'))).toEqual([])
    expect(found(until('2022'), since('2020'))).toEqual(both)
  })

  test('is none where a date cannot be read', () => {
    const unclear = during('b', 'island', qualifier('start', 'long ago'))
    expect(found(seated('a', 'shanghai'), unclear)).toEqual([])
  })

  test('counts numbers as the same however they are written, and only in one unit', () => {
    const worth = predicateId('value')
    const knowledge = sevenNodes()
    const predicates = new Map(knowledge.predicates)
    const fact = predicates.get(worth)
    if (fact === undefined) throw new Error('no such predicate')
    predicates.set(worth, { ...fact, singleValued: true })
    const figure = (id: string, text: string, unit?: string): Statement => {
      const literal: Literal = {
        text,
        datatype: 'decimal',
        ...(unit === undefined ? {} : { unit }),
      }
      return { ...edge(id, 'island', 'value', ''), value: { type: 'literal', literal } }
    }
    const among = (...all: readonly Statement[]): readonly StatementId[] => [
      ...conflictsOf({
        ...knowledge,
        predicates,
        statements: new Map(all.map((one) => [one.id, one])),
      }).keys(),
    ]
    expect(among(figure('a', '1.5'), figure('b', '1.50'))).toEqual([])
    expect(among(figure('a', '1.5', 'km'), figure('b', '1.6', 'm'))).toEqual([])
    expect(among(figure('a', '1.5', 'km'), figure('b', '1.6', 'km'))).toEqual(['a', 'b'])
  })
})

const days = Array.from({ length: 12 }, (_, index) => index)
const dayText = (n: number): string => isoDay(dayOf(2024, 1, 25) + n)

test('conflicts are what looking at every day finds', () => {
  const day = fc.constantFrom(...days)
  const span: fc.Arbitrary<Span> = fc
    .tuple(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }))
    .map(([start, end]) => ({
      ...(start === undefined ? {} : { start: dayText(start) }),
      ...(end === undefined ? {} : { end: dayText(end) }),
    }))
  const place = fc.constantFrom('shanghai', 'island', 'market')
  const statements = fc.array(
    fc.record({
      place,
      subject: fc.constantFrom('lab', 'ministry'),
      spans: fc.array(span, { maxLength: 2 }),
    }),
    { maxLength: 7 },
  )
  /** Days on which it is sure to hold, looked at one by one. */
  const holds = (spans: readonly Span[], n: number): boolean =>
    spans.length === 0 ||
    spans.some(
      ({ start, end }) =>
        (start !== undefined || end !== undefined) &&
        (start === undefined || start < dayText(n)) &&
        (end === undefined || dayText(n) < end),
    )
  fc.assert(
    fc.property(statements, (list) => {
      const all = list.map((one, index) =>
        edge(`s${index}`, one.subject, 'seat', one.place, { spans: one.spans }),
      )
      const expected = all.flatMap((a) =>
        all
          .filter(
            (b) =>
              a.subject === b.subject &&
              JSON.stringify(a.value) !== JSON.stringify(b.value) &&
              // Before the first and after the last day what is open holds as on these.
              [-Infinity, ...days, Infinity].some((n) =>
                n === -Infinity
                  ? openBefore(a.spans) && openBefore(b.spans)
                  : n === Infinity
                    ? openAfter(a.spans) && openAfter(b.spans)
                    : holds(a.spans, n) && holds(b.spans, n),
              ),
          )
          .map((b) => `${a.id} ${b.id}`),
      )
      const pairs = [...conflictsOf(withSeats(...all))].flatMap(([id, others]) =>
        [...others].map((other) => `${id} ${other}`),
      )
      expect(pairs.toSorted()).toEqual(expected.toSorted())
    }),
  )
})

const openBefore = (spans: readonly Span[]): boolean =>
  spans.length === 0 || spans.some(({ start, end }) => start === undefined && end !== undefined)
const openAfter = (spans: readonly Span[]): boolean =>
  spans.length === 0 || spans.some(({ start, end }) => end === undefined && start !== undefined)

test('the order of the statements does not matter', () => {
  const list = [
    seated('a', 'shanghai'),
    during('b', 'island', qualifier('start', '2019')),
    during('c', 'market', qualifier('in', '2021')),
    seated('d', 'shanghai', { subject: entityId('ministry') }),
  ]
  const sorted = (...statements: readonly Statement[]) =>
    found(...statements)
      .map(([id, others]) => [id, others.toSorted()] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
  expect(sorted(...list.toReversed())).toEqual(sorted(...list))
  expect(sorted(...list).map(([id]) => id)).toEqual(['a', 'b', 'c'])
})
