import fc from 'fast-check'
import { buildGraph } from '../../src/graph/graph.ts'
import type { Graph } from '../../src/graph/graph.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { edge, node, sevenNodes } from '../seven-nodes.ts'

/** Ids that trip careless code beside plain ones; code unit order is not the order of the list. */
const ids = ['b', '__proto__', '', '10', '9', 'constructor', '通义', '😀', 'a']

const anyWeight = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, Number.NaN, Infinity, 0.1, 1e300, 5e-324) },
)

/**
 * Knowledge of up to `most` nodes with loops, parallel edges, edges of every direction and odd
 * weights: empty, of one node and in pieces as well.
 */
export function anyKnowledge(most = 6, mostEdges = 12): fc.Arbitrary<Knowledge> {
  return fc.integer({ min: 0, max: most }).chain((size) =>
    fc
      .array(
        fc.record({
          ends: fc.tuple(fc.nat(), fc.nat()),
          predicate: fc.constantFrom('p', 'q'),
          direction: fc.constantFrom('directed', 'directed', 'undirected', 'mutual'),
          weight: anyWeight,
        }),
        { maxLength: size === 0 ? 0 : mostEdges },
      )
      .map((records) => {
        const id = (index: number): string => ids[index % size] ?? ''
        const nodes = Array.from({ length: size }, (_, index) =>
          node(id(index), id(index), index % 3 === 0 ? undefined : `kind${index % 3}`),
        )
        const statements = records.map(({ ends, predicate, direction, weight }, index) =>
          edge(`e${index}`, id(ends[0]), predicate, id(ends[1]), {
            direction,
            ...(weight === undefined ? {} : { weight }),
          }),
        )
        return {
          ...sevenNodes(),
          entities: new Map(nodes.map((each) => [each.id, each])),
          statements: new Map(statements.map((each) => [each.id, each])),
        }
      }),
  )
}

/** The same knowledge with its entities and statements in another order. */
export function reordered(knowledge: Knowledge): Knowledge {
  return {
    ...knowledge,
    entities: new Map([...knowledge.entities].toReversed()),
    statements: new Map([...knowledge.statements].toReversed()),
  }
}

export const anyGraph = (most?: number, mostEdges?: number): fc.Arbitrary<Graph> =>
  anyKnowledge(most, mostEdges).map(buildGraph)

/** A graph of nodes `n0`, `n1` … (padded, so that they sort as they count) and plain edges. */
export function graphOf(size: number, ends: readonly (readonly number[])[]): Graph {
  const id = (index = 0): string => `n${String(index).padStart(4, '0')}`
  const nodes = Array.from({ length: size }, (_, index) => node(id(index), id(index), undefined))
  const edges = ends.map(([from, to], index) => edge(`e${index}`, id(from), 'p', id(to)))
  return buildGraph({
    ...sevenNodes(),
    entities: new Map(nodes.map((each) => [each.id, each])),
    statements: new Map(edges.map((each) => [each.id, each])),
  })
}

/** A ring with some chords, so that nodes differ. */
export function ring(size: number): Graph {
  const around = Array.from({ length: size }, (_, index) => [index, (index + 1) % size])
  const chords = around
    .filter((_, index) => index % 5 === 0)
    .map(([from = 0]) => [from, (from * 7 + 3) % size])
  return graphOf(size, [...around, ...chords])
}

/** The same without where edges stand in their graph, which follows the order of the file. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (value instanceof Set) return new Set([...value].map(withoutPlaces))
  if (Object.getPrototypeOf(value ?? 0) !== Object.prototype) return value
  const parts = Object.entries(value as object).filter(([key]) => key !== 'place')
  return Object.fromEntries(parts.map(([key, part]) => [key, withoutPlaces(part)]))
}
