import fc from 'fast-check'
import { buildGraph } from '../../src/graph/graph.ts'
import { changeClasses } from '../../src/model/change-class.ts'
import { emptyDraft } from '../../src/model/draft.ts'
import { evidences } from '../../src/model/evidence.ts'
import { kindId } from '../../src/model/ids.ts'
import type { KindId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { dayOf } from '../../src/model/period.ts'
import { groupKind, groupMetrics, isGroupKind, sizeMetrics } from '../../src/view/measured.ts'
import { mostSteps } from '../../src/view/question.ts'
import type { AskedRelation, Place, Question } from '../../src/view/question.ts'
import type { Action, FacetChoice } from '../../src/view/update.ts'
import { update } from '../../src/view/update.ts'
import { anyNotebook } from '../any-notebook.ts'
import { firstView, modes, mostSeeds, nothing } from '../../src/view/view.ts'
import type { Focus, LayoutChoice, Selection, TableChoice, View } from '../../src/view/view.ts'

/** Days among those of the graph, and odd ones. */
const anyDay = fc.oneof(
  fc.integer({ min: dayOf(2019, 0, 1), max: dayOf(2026, 0, 1) }),
  fc.constantFrom(0, -0, 0.4, 1e8, -1e300, Infinity, Number.NaN, dayOf(-44, 2, 15)),
)

/** Filters of columns that may be there or not, blank ones among them. */
const anyFilters: fc.Arbitrary<TableChoice['filters']> = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom('name', 'degree', 'kind', '__proto__', 'fact:a;b,c:d'),
        fc.string({ unit: 'grapheme' }),
      ),
      fc.record({
        by: fc.constantFrom('typed' as const, 'value' as const),
        text: fc.oneof(fc.constantFrom('>= 3', '2–8', '', ' '), fc.string({ unit: 'grapheme' })),
      }),
    ),
    { maxLength: 3 },
  )
  .map((filters) => new Map(filters))

/** Every action that a reader could take in this graph, with odd numbers among the points. */
export function anyAction(knowledge: Knowledge): fc.Arbitrary<Action> {
  const entity = fc.constantFrom(...knowledge.entities.keys())
  const edge = fc.constantFrom(...buildGraph(knowledge).edges.keys())
  const number = fc.oneof(
    fc.double({ min: -2000, max: 2000, noNaN: true }),
    fc.constantFrom(0, -0, 1e-9, 1e12, -1e300, Infinity, Number.NaN),
  )
  const amount = fc.oneof(fc.nat({ max: 9 }), number)
  const point = fc.record({ x: number, y: number })
  const places = fc.array(fc.tuple(entity, point)).map((points) => new Map(points))
  const anyCamera = fc.record({ x: number, y: number, ratio: number })
  const selection: fc.Arbitrary<Selection> = fc.oneof(
    fc.constant(nothing),
    entity.map((id): Selection => ({ type: 'node', id })),
    edge.map((id): Selection => ({ type: 'edge', id })),
    fc
      .uniqueArray(entity, { minLength: 2, maxLength: mostSeeds })
      .map((seeds): Selection => ({ type: 'connection', seeds })),
    fc.record({
      type: fc.constant('path' as const),
      from: entity,
      to: entity,
      at: fc.nat({ max: 9 }),
      directed: fc.boolean(),
      avoidHubs: fc.boolean(),
      shownOnly: fc.boolean(),
      avoid: fc.subarray([...knowledge.predicates.keys()]),
    }),
  )
  const focus: fc.Arbitrary<Focus> = fc.record({
    centre: entity,
    steps: fc.constantFrom(1, 2, 3),
  })
  const all = allChoices(knowledge)
  const choice = fc.constantFrom(...all)
  return fc.oneof(
    selection.map((chosen): Action => ({ type: 'select', selection: chosen })),
    fc
      .option(fc.record({ min: amount, max: amount }), { nil: undefined })
      .map((range): Action => ({ type: 'range', range })),
    fc
      .option(
        fc.record({
          from: anyDay,
          to: anyDay,
          hides: fc.subarray(['possible', 'undated'] as const).map((doubts) => new Set(doubts)),
        }),
        { nil: undefined },
      )
      .map((time): Action => ({ type: 'time', time })),
    fc
      .option(
        fc.record({
          with: fc.constantFrom('old.gexf', 'https://example.org/a:b,c.json', '通义'),
          hidden: fc.subarray([...changeClasses]).map((classes) => new Set(classes)),
        }),
        { nil: undefined },
      )
      .map((compared): Action => ({ type: 'compare', compared })),
    fc.constantFrom<Action>(
      { type: 'back' },
      { type: 'forward' },
      { type: 'show-all' },
      { type: 'reset-layout' },
      ...modes.map((mode): Action => ({ type: 'mode', mode })),
      ...sizeMetrics.map((metric): Action => ({ type: 'size', size: { by: 'metric', metric } })),
      { type: 'size', size: { by: 'degree' } },
      { type: 'colour', colour: { by: 'degree' } },
      ...sizeMetrics.map((metric): Action => ({
        type: 'colour',
        colour: { by: 'metric', metric },
      })),
      ...[...knowledge.predicates.values()]
        .filter(({ type }) => type === 'fact')
        .flatMap(({ id }): readonly Action[] => [
          { type: 'size', size: { by: 'fact', predicate: id } },
          { type: 'colour', colour: { by: 'fact', predicate: id } },
        ]),
      ...knowledge.columns.entity.map(({ id }): Action => ({
        type: 'size',
        size: { by: 'column', column: id },
      })),
      { type: 'take-kinds', kinds: { from: 'nothing' } },
      { type: 'take-kinds', kinds: { from: 'opening' } },
      ...groupMetrics.map((metric): Action => ({
        type: 'take-kinds',
        kinds: { from: 'metric', metric },
      })),
      ...knowledge.columns.entity.map(({ id }): Action => ({
        type: 'take-kinds',
        kinds: { from: 'column', column: id },
      })),
    ),
    fc
      .record({
        of: fc.constantFrom('nodes' as const, 'statements' as const),
        sort: fc.option(
          fc.record({ column: fc.string({ unit: 'grapheme' }), descending: fc.boolean() }),
          { nil: undefined },
        ),
        query: fc.string({ unit: 'grapheme' }),
        filters: anyFilters,
      })
      .map((table): Action => ({ type: 'table', table })),
    ...[...knowledge.sources.keys()].map((source) =>
      fc.boolean().map((on): Action => ({ type: 'uncited-only', source, on })),
    ),
    fc.option(focus, { nil: undefined }).map((to): Action => ({ type: 'focus', focus: to })),
    fc
      .option(fc.uniqueArray(entity), { nil: undefined })
      .map((to): Action => ({ type: 'narrow', to: to === undefined ? to : new Set(to) })),
    fc
      .record({ from: entity, others: fc.uniqueArray(entity), places })
      .map(({ from, others, places: at }): Action => ({
        type: 'narrow',
        to: new Set([from, ...others]),
        grown: { from, places: at },
      })),
    fc.record({
      type: fc.constant('grow' as const),
      to: fc.uniqueArray(entity).map((to) => new Set(to)),
      places,
      camera: fc.option(anyCamera, { nil: undefined }),
    }),
    entity.map((id): Action => ({ type: 'unpin', id })),
    fc
      .option(anyQuestion(knowledge), { nil: undefined })
      .map((question): Action => ({ type: 'ask', question })),
    choice.map((chosen): Action => ({ type: 'toggle', choice: chosen })),
    fc.constant<Action>({
      type: 'toggle',
      choice: { facet: 'kinds', value: groupKind('community', 1) },
    }),
    choice.map((chosen): Action => ({
      type: 'only',
      choice: chosen,
      all: all.filter(({ facet }) => facet === chosen.facet),
    })),
    fc.record({
      type: fc.constant('edit' as const),
      draft: fc.constant(emptyDraft),
      gone: fc.record({
        entities: fc.subarray([...knowledge.entities.keys()]).map((ids) => new Set(ids)),
        statements: fc.subarray([...knowledge.statements.keys()]).map((ids) => new Set(ids)),
      }),
      places: fc.array(fc.tuple(entity, point)).map((points) => new Map(points)),
    }),
    anyNotebook.map((notebook): Action => ({ type: 'write', notebook })),
    fc.record({ type: fc.constant('move' as const), id: entity, point }),
    places.map((points): Action => ({ type: 'lay-out', points })),
    anyLayout(knowledge).map((layout): Action => ({ type: 'take-layout', layout })),
    fc.option(anyCamera, { nil: undefined }).map((camera): Action => ({ type: 'camera', camera })),
    fc
      .option(fc.record({ x: number, y: number, scale: number }), { nil: undefined })
      .map((camera): Action => ({ type: 'map-camera', camera })),
  )
}

/** Every layout that this graph can be given. */
function anyLayout(knowledge: Knowledge): fc.Arbitrary<LayoutChoice> {
  const relations = [...knowledge.predicates.values()].filter(({ type }) => type === 'relation')
  return fc.oneof(
    fc.constantFrom<LayoutChoice>({ by: 'force' }, { by: 'kind' }),
    fc
      .constantFrom(...knowledge.entities.keys())
      .map((centre): LayoutChoice => ({ by: 'radial', centre })),
    fc.record({
      by: fc.constant('hierarchy' as const),
      predicate: fc.constantFrom(...relations.map(({ id }) => id)),
      turned: fc.boolean(),
    }),
  )
}

/** Every question that can be asked of this graph, whether anything answers it or not. */
export function anyQuestion(knowledge: Knowledge, maxLength = mostSteps): fc.Arbitrary<Question> {
  const place = fc.oneof(
    fc.constant<Place>({ type: 'any' }),
    fc
      .constantFrom(...knowledge.kinds.keys(), kindId(''))
      .map((id): Place => ({ type: 'kind', id })),
    fc.constantFrom(...knowledge.entities.keys()).map((id): Place => ({ type: 'node', id })),
  )
  const relation: fc.Arbitrary<AskedRelation> = fc.record({
    predicate: fc.constantFrom(...knowledge.predicates.keys()),
    direction: fc.constantFrom('out', 'in', 'either'),
  })
  return fc.record({
    start: place,
    steps: fc.array(fc.record({ relation: fc.option(relation, { nil: undefined }), place }), {
      maxLength,
    }),
  })
}

/** Every view that actions lead to. */
export function anyView(knowledge: Knowledge): fc.Arbitrary<View> {
  return fc
    .array(anyAction(knowledge), { maxLength: 15 })
    .map((actions) =>
      actions.reduce(
        (view, action) => (isOffered(view, action) ? update(view, action) : view),
        firstView,
      ),
    )
}

/** Groups can be hidden and asked for only while they are the kinds, and nothing else then. */
function isOffered({ kinds }: View, action: Action): boolean {
  const offers = (kind: KindId): boolean =>
    kinds.from === 'metric' ? isGroupKind(kinds.metric, kind) : kind !== groupKind('community', 1)
  if (action.type === 'ask' && action.question !== undefined) {
    const { start, steps } = action.question
    return [start, ...steps.map(({ place }) => place)].every(
      (place) => place.type !== 'kind' || offers(place.id),
    )
  }
  const isOfKinds = action.type === 'toggle' || action.type === 'only'
  return !isOfKinds || action.choice.facet !== 'kinds' || offers(action.choice.value)
}

function allChoices(knowledge: Knowledge): readonly FacetChoice[] {
  return [
    ...[...knowledge.kinds.keys(), kindId('')].map((value) => ({ facet: 'kinds', value }) as const),
    ...[...knowledge.predicates.keys()].map((value) => ({ facet: 'predicates', value }) as const),
    ...evidences.map((value) => ({ facet: 'evidence', value }) as const),
  ]
}
