import fc from 'fast-check'
import { buildGraph } from '../../src/graph/graph.ts'
import { changeClasses } from '../../src/model/change-class.ts'
import { evidences } from '../../src/model/evidence.ts'
import { entityId, kindId, statementId } from '../../src/model/ids.ts'
import type { KindId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { dayOf } from '../../src/model/period.ts'
import { groupKind, groupMetrics, isGroupKind, sizeMetrics } from '../../src/view/measured.ts'
import { laidOut } from '../../src/view/moved.ts'
import { mostSteps } from '../../src/view/question.ts'
import type { AskedRelation, Place, Question } from '../../src/view/question.ts'
import type { Action, FacetChoice } from '../../src/view/update.ts'
import { update } from '../../src/view/update.ts'
import { anyDraft } from '../any-draft.ts'
import { anyNotebook } from '../any-notebook.ts'
import { firstView, modes, mostSeeds, nothing } from '../../src/view/view.ts'
import type {
  Focus,
  KindChoice,
  LayoutChoice,
  Selection,
  AmountChoice,
  TableChoice,
  View,
} from '../../src/view/view.ts'

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

type Actions = { readonly [Type in Action['type']]: fc.Arbitrary<Extract<Action, { type: Type }>> }

/** Every action that a reader could take in this graph, with odd numbers among the points. */
export function anyAction(knowledge: Knowledge): fc.Arbitrary<Action> {
  const { restore, ...others } = anyActions(knowledge)
  return fc.oneof(...weighted(others), { weight: 1, arbitrary: restore })
}

/** What adds or takes away most is tried most. */
function weighted(
  actions: Partial<Actions>,
): readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Action> }[] {
  const often: readonly string[] = ['select', 'narrow', 'toggle', 'edit', 'range', 'time']
  return Object.entries(actions).map(([type, arbitrary]) => ({
    weight: often.includes(type) ? 3 : 1,
    arbitrary,
  }))
}

/** One of every type, or this does not compile. */
function anyActions(knowledge: Knowledge): Actions {
  const plain = plainActions(knowledge)
  const restored = fc
    .array(fc.oneof(...weighted(plain)), { maxLength: 4 })
    .map((actions) => viewAfter(actions))
  return {
    ...plain,
    restore: fc.record({ type: fc.constant('restore' as const), view: restored }),
  }
}

function plainActions(knowledge: Knowledge): Omit<Actions, 'restore'> {
  const entity = fc.constantFrom(...knowledge.entities.keys())
  const places = fc.array(fc.tuple(entity, anyPoint)).map((points) => new Map(points))
  const all = allChoices(knowledge)
  const choice = fc.constantFrom(...all)
  const of = <Type extends Action['type']>(type: Type): fc.Arbitrary<Type> => fc.constant(type)
  const optional = <Thing>(thing: fc.Arbitrary<Thing>): fc.Arbitrary<Thing | undefined> =>
    fc.option(thing, { nil: undefined })
  const focus: fc.Arbitrary<Focus> = fc.record({ centre: entity, steps: fc.constantFrom(1, 2, 3) })
  return {
    select: fc.record({ type: of('select'), selection: anySelection(knowledge) }),
    back: fc.record({ type: of('back') }),
    forward: fc.record({ type: of('forward') }),
    focus: fc.record({ type: of('focus'), focus: optional(focus) }),
    narrow: fc.oneof(
      fc.record({
        type: of('narrow'),
        to: optional(fc.uniqueArray(entity).map((to) => new Set(to))),
      }),
      fc
        .record({ from: entity, others: fc.uniqueArray(entity), places })
        .map(({ from, others, places: at }) => ({
          type: 'narrow' as const,
          to: new Set([from, ...others]),
          grown: { from, places: at },
        })),
    ),
    grow: fc.record({
      type: of('grow'),
      to: fc.uniqueArray(entity).map((to) => new Set(to)),
      places,
      camera: optional(anyCamera),
    }),
    ask: fc.record({ type: of('ask'), question: optional(anyQuestion(knowledge)) }),
    toggle: fc.record({
      type: of('toggle'),
      choice: fc.oneof(
        { weight: 4, arbitrary: choice },
        fc.constant<FacetChoice>({ facet: 'kinds', value: groupKind('community', 1) }),
      ),
    }),
    only: choice.map((chosen) => ({
      type: 'only',
      choice: chosen,
      all: all.filter(({ facet }) => facet === chosen.facet),
    })),
    'show-all': fc.record({ type: of('show-all') }),
    move: fc.record({ type: of('move'), id: entity, point: anyPoint }),
    unpin: fc.record({ type: of('unpin'), id: entity }),
    'take-layout': fc.record({ type: of('take-layout'), layout: anyLayout(knowledge) }),
    'lay-out': fc.record({ type: of('lay-out'), points: places }),
    'reset-layout': fc.record({ type: of('reset-layout') }),
    camera: fc.record({ type: of('camera'), camera: optional(anyCamera) }),
    'map-camera': fc.record({
      type: of('map-camera'),
      camera: optional(fc.record({ x: anyNumber, y: anyNumber, scale: anyNumber })),
    }),
    mode: fc.record({ type: of('mode'), mode: fc.constantFrom(...modes) }),
    'take-kinds': fc.record({ type: of('take-kinds'), kinds: anyKinds(knowledge) }),
    size: fc.record({ type: of('size'), size: anySize(knowledge) }),
    colour: fc.record({ type: of('colour'), colour: anySize(knowledge) }),
    'uncited-only': fc.record({
      type: of('uncited-only'),
      source: fc.constantFrom(...knowledge.sources.keys()),
      on: fc.boolean(),
    }),
    range: fc.record({
      type: of('range'),
      range: optional(fc.record({ min: anyAmount, max: anyAmount })),
    }),
    time: fc.record({
      type: of('time'),
      time: optional(
        fc.record({
          from: anyDay,
          to: anyDay,
          hides: fc.subarray(['possible', 'undated'] as const).map((doubts) => new Set(doubts)),
        }),
      ),
    }),
    table: fc.record({ type: of('table'), table: anyTable(knowledge) }),
    compare: fc.record({
      type: of('compare'),
      compared: optional(
        fc.record({
          with: fc.constantFrom('old.gexf', 'https://example.org/a:b,c.json', '通义'),
          hidden: fc.subarray([...changeClasses]).map((classes) => new Set(classes)),
        }),
      ),
    }),
    edit: fc.record({
      type: of('edit'),
      draft: anyDraft(knowledge),
      // What a view loses with things that are gone is checked by itself.
      left: places.map((points) => ({ moved: laidOut(new Map(), points, undefined) })),
    }),
    write: fc.record({ type: of('write'), notebook: anyNotebook }),
  }
}

const anyNumber = fc.oneof(
  fc.double({ min: -2000, max: 2000, noNaN: true }),
  fc.constantFrom(0, -0, 1e-9, 1e12, -1e300, Infinity, Number.NaN),
)
const anyAmount = fc.oneof(fc.nat({ max: 9 }), anyNumber)
const anyPoint = fc.record({ x: anyNumber, y: anyNumber })
const anyCamera = fc.record({ x: anyNumber, y: anyNumber, ratio: anyNumber })

function anySelection(knowledge: Knowledge): fc.Arbitrary<Selection> {
  const entity = fc.constantFrom(...knowledge.entities.keys())
  const edge = fc.constantFrom(...buildGraph(knowledge).edges.keys())
  return fc.oneof(
    fc.constant(nothing),
    entity.map((id): Selection => ({ type: 'node', id })),
    edge.map((id): Selection => ({ type: 'edge', id })),
    fc
      .uniqueArray(entity, { minLength: 2, maxLength: mostSeeds })
      .map((seeds): Selection => ({ type: 'connection', seeds })),
    fc.record({
      type: fc.constant('gone' as const),
      from: fc.constantFrom('compared' as const, 'draft' as const),
      of: fc.constant('entity' as const),
      id: fc.constantFrom('old', 'a:b,c', '通义', 'lab').map(entityId),
    }),
    fc.record({
      type: fc.constant('gone' as const),
      from: fc.constantFrom('compared' as const, 'draft' as const),
      of: fc.constant('statement' as const),
      id: fc.constantFrom('wrote-0', 'wrote-1', '%zz').map(statementId),
    }),
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
}

function anyKinds({ columns }: Knowledge): fc.Arbitrary<KindChoice> {
  return fc.constantFrom<KindChoice>(
    { from: 'nothing' },
    { from: 'opening' },
    ...groupMetrics.map((metric): KindChoice => ({ from: 'metric', metric })),
    ...columns.entity.map(({ id }): KindChoice => ({ from: 'column', column: id })),
  )
}

function anySize({ columns, predicates }: Knowledge): fc.Arbitrary<AmountChoice> {
  return fc.constantFrom<AmountChoice>(
    { by: 'degree' },
    ...sizeMetrics.map((metric): AmountChoice => ({ by: 'metric', metric })),
    ...[...predicates.values()]
      .filter(({ type }) => type === 'fact')
      .map(({ id }): AmountChoice => ({ by: 'fact', predicate: id })),
    ...columns.entity.map(({ id }): AmountChoice => ({ by: 'column', column: id })),
  )
}

function anyTable({ columns }: Knowledge): fc.Arbitrary<TableChoice> {
  const words = fc.string({ unit: 'grapheme' })
  const column = fc.constantFrom('name', 'degree', 'value', ...columns.entity.map(({ id }) => id))
  return fc.record({
    of: fc.constantFrom('nodes' as const, 'statements' as const),
    sort: fc.option(fc.record({ column: fc.oneof(column, words), descending: fc.boolean() }), {
      nil: undefined,
    }),
    query: words,
    filters: anyFilters,
  })
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
  return fc.array(anyAction(knowledge), { maxLength: 15 }).map(viewAfter)
}

function viewAfter(actions: readonly Action[]): View {
  return actions.reduce(
    (view, action) => (isOffered(view, action) ? update(view, action) : view),
    firstView,
  )
}

/**
 * Groups can be hidden and asked for only while they are the kinds, and nothing else then; what only
 * a version has is there only beside it.
 */
function isOffered({ kinds, compared }: View, action: Action): boolean {
  if (action.type === 'select' && action.selection.type === 'gone')
    return action.selection.from === 'draft' || compared !== undefined
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
