import fc from 'fast-check'
import { changeClasses } from '../../src/model/change-class.ts'
import { evidences } from '../../src/model/evidence.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { groupMetrics, sizeMetrics } from '../../src/view/measured.ts'
import { modes } from '../../src/view/view.ts'
import { anyText } from '../any-text.ts'

const number = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map(String),
  fc.integer({ min: -3, max: 12_000 }).map(String),
  fc.constantFrom('0', '-0', '0.00004', '1.25', '1000000001', '1e5', '9'.repeat(400), 'NaN', ''),
)
const day = fc.constantFrom('2019-06-01', '2024-02-29', '2023-02-29', '-044-03-15', '999999-01-01')

/** Parts with a mark between them, one of each at least unless there may be none. */
const joined = (mark: string, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(mark))
const several = (mark: string, part: fc.Arbitrary<string>, most = 8): fc.Arbitrary<string> =>
  fc.array(part, { minLength: 1, maxLength: most }).map((texts) => texts.join(mark))
const tail = (mark: string, part: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(part, { maxLength: 3 }).map((texts) => texts.map((text) => mark + text).join(''))

/**
 * A link that has the form of one, made by somebody who knows how they are written: with parts that
 * may be there or not, ids of whatever is in the graph in places where they may not belong, and
 * numbers and days that nothing could have.
 */
export function forgedLink(knowledge: Knowledge): fc.Arbitrary<string> {
  const idAmong = (ids: Iterable<string>): fc.Arbitrary<string> =>
    fc.constantFrom(...[...ids].map(encodeURIComponent))
  const nodes = [...knowledge.entities.keys()].map(encodeURIComponent)
  const [statement, predicate] = [
    idAmong(knowledge.statements.keys()),
    idAmong(knowledge.predicates.keys()),
  ]
  const kind = idAmong([...knowledge.kinds.keys(), '', 'community-1', 'component-24'])
  const column = idAmong(knowledge.columns.entity.map(({ id }) => id))
  const stranger = fc.constantFrom('%zz', 'nobody', '\ud800', 'constructor', '%ED%A0%80')
  const id = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...nodes) },
    ...[statement, predicate, kind, column, stranger].map((arbitrary) => ({
      weight: 1,
      arbitrary,
    })),
  )
  const predicateOr = fc.oneof({ weight: 6, arbitrary: predicate }, id)
  const kindOr = fc.oneof({ weight: 6, arbitrary: kind }, id)
  const place = fc.oneof(
    fc.constant('any'),
    joined(':', fc.constant('kind'), kindOr),
    joined(':', fc.constant('node'), id),
  )
  const relation = joined(':', fc.constantFrom('out', 'in', 'either', 'up'), predicateOr, place)
  const asked = (from: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.oneof(
      joined(':', fc.constant('column'), fc.oneof({ weight: 4, arbitrary: column }, id)),
      joined(':', fc.constant('metric'), from),
      fc.constant('nothing'),
    )
  const metric = fc.constantFrom(...groupMetrics, ...sizeMetrics, 'degree', 'size')
  const selections: Forms = {
    node: id,
    edge: fc.oneof(statement, id),
    path: joined(
      '',
      joined(':', id, id, number),
      tail(
        ':',
        fc.oneof(
          fc.constantFrom('directed', 'no-hubs', 'turned'),
          predicateOr.map((each) => `without=${each}`),
        ),
      ),
    ),
    gone: joined(':', fc.constantFrom('entity', 'statement', 'source'), fc.oneof(id, anyText)),
    connect: fc.oneof(
      several(':', id),
      fc.shuffledSubarray(nodes).map((ids) => ids.join(':')),
    ),
  }
  const others: Forms = {
    focus: joined(':', id, number),
    only: several(',', id),
    except: several(',', id),
    grown: id,
    ask: joined('', place, tail(',', fc.oneof(relation, joined(':', fc.constant('any'), place)))),
    'hide-kinds': several(',', kindOr),
    'hide-predicates': several(',', predicateOr),
    'hide-evidence': several(',', fc.oneof(fc.constantFrom(...evidences), id)),
    layout: fc.oneof(
      joined(':', fc.constantFrom('radial', 'hierarchy', 'force'), id),
      joined(
        '',
        predicateOr.map((each) => `hierarchy:${each}`),
        tail(':', fc.constant('turned')),
      ),
      fc.constantFrom('kind', 'force'),
    ),
    moved: several(
      ',',
      joined('', joined(':', id, number, number), tail(':', fc.constantFrom('pin', 'guest', 'x'))),
    ),
    camera: joined(':', number, number, number),
    map: joined(':', number, number, number),
    mode: fc.constantFrom(...modes, 'map', 'constructor'),
    table: joined(
      ':',
      fc.constantFrom('nodes', 'statements', 'sources'),
      fc.constantFrom('none', 'up', 'down', ''),
      fc.oneof(id, anyText),
      fc.oneof(id, anyText),
    ),
    kinds: asked(metric),
    size: asked(metric),
    range: joined(':', number, number),
    time: joined('', joined(':', day, day), tail(':', fc.constantFrom('possible', 'undated'))),
    compared: joined('', fc.oneof(id, anyText), tail(':', fc.constantFrom(...changeClasses, 'x'))),
    sets: several(',', joined('', fc.oneof(id, anyText), tail(':', id))),
  }
  return fc
    .record({
      // The first of several selections is taken, so that one is enough.
      selection: fc.oneof(...Object.entries(selections).map(([name, value]) => part(name, value))),
      others: fc.record(others, { requiredKeys: [] }),
    })
    .map(({ selection, others: chosen }) =>
      [selection, ...Object.entries(chosen).map(([name, value]) => `${name}=${value}`)].join('&'),
    )
}

/** The values that a part of a link can be given, by its name. */
type Forms = Readonly<Record<string, fc.Arbitrary<string>>>

function part(name: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return value.map((text) => `${name}=${text}`)
}
