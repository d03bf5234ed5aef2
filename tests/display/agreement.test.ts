import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listsOf } from '../../src/display/kind-lists.ts'
import { pictureOf } from '../../src/display/picture-of.ts'
import { tableOf } from '../../src/display/table.ts'
import { listedRows } from '../../src/display/table-order.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import type { Knowledge, Statement } from '../../src/model/knowledge.ts'
import { dayOf } from '../../src/model/period.ts'
import { evidences } from '../../src/model/evidence.ts'
import { chronologyOf } from '../../src/view/chronology.ts'
import { facetsOf } from '../../src/view/facets.ts'
import type { FacetValue } from '../../src/view/facets.ts'
import { firstView } from '../../src/view/view.ts'
import type { TableChoice, View } from '../../src/view/view.ts'
import { visibleKnowledge } from '../../src/view/visible-knowledge.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { anyEvidenced, evidencedKinds } from '../any-evidenced.ts'
import { visibleByHand } from '../view/visible-by-hand.ts'
import type { Read } from '../view/visible-by-hand.ts'

type Filters = Pick<View, 'hidden' | 'focus' | 'only'>

const maybe = <Thing>(thing: fc.Arbitrary<Thing>): fc.Arbitrary<Thing | undefined> =>
  fc.option(thing, { nil: undefined, freq: 2 })
const few = <Thing>(things: readonly Thing[]): fc.Arbitrary<ReadonlySet<Thing>> =>
  fc.oneof(
    fc.constant(new Set<Thing>()),
    fc.subarray([...things], { maxLength: 2 }).map((some) => new Set(some)),
  )
const day = fc.tuple(fc.integer({ min: 2018, max: 2025 }), fc.constantFrom(0, 6))

/** All that the reader can filter by and narrow to, in any combination. */
function anyFilters(knowledge: Knowledge): fc.Arbitrary<Filters> {
  const entity = fc.constantFrom(...knowledge.entities.keys())
  return fc
    .record({
      kinds: few(evidencedKinds),
      predicates: few([...knowledge.predicates.keys()]),
      evidence: few(evidences),
      range: maybe(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 6 }))),
      time: maybe(fc.record({ a: day, b: day, hides: few(['possible', 'undated'] as const) })),
      focus: maybe(fc.record({ centre: entity, steps: fc.constantFrom(1, 2, 3) })),
      only: maybe(fc.subarray([...knowledge.entities.keys()]).map((ids) => new Set(ids))),
    })
    .map(({ kinds, predicates, evidence, range, time, focus, only }) => {
      const days =
        time === undefined ? [] : [time.a, time.b].map(([year, month]) => dayOf(year, month, 1))
      return {
        hidden: {
          kinds,
          predicates,
          evidence,
          ...(range === undefined
            ? {}
            : { range: { min: Math.min(...range), max: Math.max(...range) } }),
          ...(time === undefined
            ? {}
            : { time: { from: Math.min(...days), to: Math.max(...days), hides: time.hides } }),
        },
        focus,
        only,
      }
    })
}

const anyRead: fc.Arbitrary<{ readonly read: Read; readonly filters: Filters }> =
  anyEvidenced.chain((evidenced) =>
    anyFilters(evidenced.knowledge).map((filters) => ({
      read: { ...evidenced, amountOf: degreeByHand(evidenced.knowledge) },
      filters,
    })),
  )

/** Loops count twice; a node without an edge has no amount. */
function degreeByHand({ statements }: Knowledge): Read['amountOf'] {
  const ends = [...statements.values()].flatMap(({ subject, value }) =>
    value.type === 'entity' ? [subject, value.entity] : [],
  )
  return (id) => ends.filter((end) => end === id).length || undefined
}

/** Each value that occurs with how many of the things have it: those that are seen, and all. */
function counted<Thing>(
  things: Iterable<Thing>,
  of: (thing: Thing) => string | undefined,
  isSeen: (thing: Thing) => boolean,
): Record<string, readonly [number, number]> {
  const counts = new Map<string, readonly [number, number]>()
  for (const thing of things) {
    const value = `=${of(thing) ?? ''}`
    const [shown, total] = counts.get(value) ?? [0, 0]
    counts.set(value, [shown + Number(isSeen(thing)), total + 1])
  }
  return Object.fromEntries(counts)
}

function told(values: readonly FacetValue[]): Record<string, readonly [number, number]> {
  return Object.fromEntries(
    values.map(({ choice, shown, total }) => [`=${choice.value}`, [shown, total]]),
  )
}

test('picture, legend, table, lists and exports show the same, which is what the filters leave', () => {
  fc.assert(
    fc.property(anyRead, ({ read, filters }) => {
      const { knowledge, evidence, amountOf } = read
      const { entities, statements } = knowledge
      const graph = buildGraph(knowledge)
      const view = { ...firstView, ...filters }
      const { time } = filters.hidden
      const times = time === undefined ? undefined : chronologyOf(knowledge).at(time)
      const visible = visibleSet(knowledge, graph, view, amountOf, times)
      const seen = visibleByHand(read, view)
      const nodes = [...entities.keys()].filter((id) => seen.nodes.has(id))
      const said = [...statements.keys()].filter((id) => seen.edges.has(id) || seen.facts.has(id))
      const edges = said.filter((id) => seen.edges.has(id))

      const layout = new Map([...entities.keys()].map((id, at) => [id, { x: at, y: at * at }]))
      const picture = pictureOf(knowledge, graph, layout, new Map(), visible, 'light')
      const facets = facetsOf(knowledge, graph, view, visible)
      const rows = (of: TableChoice['of']): readonly (string | undefined)[] => {
        const ids = [...(of === 'nodes' ? entities : statements).keys()]
        const steps = listedRows(tableOf(knowledge, graph, of), visible, firstView.table)
        let step = steps.next()
        while (step.done !== true) step = steps.next()
        return [...step.value].map((row) => ids[row])
      }
      const lists = listsOf(knowledge, facets, visible)
      const exported = visibleKnowledge(knowledge, visible)
      const isSaid = ({ id }: Statement): boolean => seen.edges.has(id) || seen.facts.has(id)
      const relations = [...statements.values()].filter(({ value }) => value.type === 'entity')

      expect({
        visible: [visible.nodes, visible.edges, visible.facts].map((ids) => [...ids].toSorted()),
        picture: [picture.nodes, picture.edges].map((each) => each.map(({ id }) => id).toSorted()),
        kinds: told(facets.kinds),
        predicates: told(facets.predicates),
        evidence: told(facets.evidence),
        table: [rows('nodes'), rows('statements')],
        lists: lists.flatMap(({ entities: each }) => each.map(({ id }) => id)).toSorted(),
        listed: lists.map(({ shown, entities: each }) => shown === each.length),
        exported: [[...exported.entities.keys()], [...exported.statements.keys()]],
      }).toEqual({
        visible: [nodes.toSorted(), edges.toSorted(), [...seen.facts].toSorted()],
        picture: [nodes.toSorted(), edges.toSorted()],
        kinds: counted(
          entities.values(),
          ({ kind }) => kind,
          ({ id }) => seen.nodes.has(id),
        ),
        predicates: counted(relations, ({ predicate }) => predicate, isSaid),
        evidence: counted(statements.values(), ({ id }) => evidence.get(id), isSaid),
        table: [nodes, said],
        lists: nodes.toSorted(),
        listed: lists.map(() => true),
        exported: [nodes, said],
      })
    }),
    { numRuns: 300 },
  )
})

test('the graphs that this is tried with have all sorts of evidence, and most views show a part', () => {
  const samples = fc.sample(anyRead, { numRuns: 300, seed: 1 })
  const found = new Set(samples.flatMap(({ read }) => [...read.evidence.values()]))
  const conflicts = samples.filter(({ read }) =>
    [...read.knowledge.statements.values()].some((each) => each.conflicts !== undefined),
  )
  const parts = samples.filter(({ read, filters }) => {
    const { size } = visibleByHand(read, filters).nodes
    return size > 0 && size < read.knowledge.entities.size
  })
  expect([found.size, conflicts.length > 50, parts.length > 75]).toEqual([4, true, true])
})
