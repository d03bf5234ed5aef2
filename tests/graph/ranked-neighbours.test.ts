import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { rankedNeighbours } from '../../src/graph/ranked-neighbours.ts'
import type { RankedNeighbour } from '../../src/graph/ranked-neighbours.ts'
import { entityId } from '../../src/model/ids.ts'
import type { EntityId } from '../../src/model/ids.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'
import { anyKnowledge, reordered } from './any-multigraph.ts'
import { stepsFrom } from './brute-paths.ts'

const seven = compactGraph(buildGraph(sevenNodes()))
const grow = (shown: readonly string[], from: string): readonly RankedNeighbour[] =>
  rankedNeighbours(seven, new Set(shown.map(entityId)), entityId(from))

describe('the neighbours to grow to', () => {
  test('come leaves before hubs where nothing else tells them apart, each with its reason', () => {
    expect(grow([], 'lab').map(({ node, reasons }) => [node, reasons])).toEqual([
      [
        'qwen',
        [
          { type: 'leaf', of: 'lab' },
          { type: 'degree', neighbours: 1 },
        ],
      ],
      [
        'shanghai',
        [
          { type: 'leaf', of: 'lab' },
          { type: 'degree', neighbours: 1 },
        ],
      ],
      ['ministry', [{ type: 'degree', neighbours: 2 }]],
    ])
  })

  test('that join what is shown come first, with the two that they alone stand between', () => {
    expect(grow(['plan', 'lab'], 'lab')[0]).toEqual({
      node: 'ministry',
      score: (1 / Math.log2(4) + 1 / Math.log2(3)) / Math.log2(3),
      reasons: [
        { type: 'shared', count: 2, of: 2 },
        { type: 'only-link', from: 'lab', to: 'plan' },
        { type: 'degree', neighbours: 2 },
      ],
    })
  })

  test('leave out what is shown, strangers, and edges that may not be taken', () => {
    const none = rankedNeighbours(seven, new Set(), entityId('lab'), { passes: () => false })
    const along = rankedNeighbours(seven, new Set(), entityId('qwen'), { directed: true })
    expect([
      grow(['qwen', 'shanghai', 'ministry'], 'lab'),
      grow([], 'nowhere'),
      grow([], 'island'),
      none,
      along.map(({ node }) => node),
    ]).toEqual([[], [], [], [], ['lab']])
  })

  test('are ranked alike under ids of any kind', () => {
    const odd = compactGraph(buildGraph(sevenNodes(nasty)))
    const shown = new Set([entityId(nasty('plan'))])
    expect(rankedNeighbours(odd, shown, entityId(nasty('lab'))).map(({ node }) => node)).toEqual(
      ['ministry', 'shanghai', 'qwen'].map(nasty).toSorted(order),
    )

    function order(a: string, b: string): number {
      const first = nasty('ministry')
      return Number(b === first) - Number(a === first) || (a < b ? -1 : 1)
    }
  })

  test('have the score and the reasons that the definition gives', () => {
    fc.assert(
      fc.property(anyKnowledge(7, 16), anyChoice, anyChoice, (knowledge, shownAt, fromAt) => {
        const graph = buildGraph(knowledge)
        const pick = (at: readonly number[]): EntityId[] =>
          at.flatMap((index) => graph.nodes[index] ?? [])
        const [shown, from] = [new Set(pick(shownAt)), pick(fromAt)]
        const around = (node: EntityId): Set<EntityId> => {
          const found = new Set(stepsFrom(graph, node, {}).keys())
          found.delete(node)
          return found
        }
        const given = new Set([...shown, ...from])
        const candidates = graph.nodes.filter(
          (node) => !given.has(node) && from.some((origin) => around(origin).has(node)),
        )
        const ranked = rankedNeighbours(compactGraph(graph), shown, from)
        expect(ranked.map(({ node }) => node).toSorted()).toEqual(candidates.toSorted())
        for (const { node, score, reasons } of ranked) {
          const own = [...around(node)]
          const touched = own.filter((each) => given.has(each))
          const common = own.filter(
            (each) => !given.has(each) && from.some((origin) => around(origin).has(each)),
          )
          const sum = [...touched, ...common]
            .map((each) => 1 / Math.log2(1 + around(each).size))
            .reduce((a, b) => a + b, 0)
          expect(score).toBeCloseTo(sum / Math.log2(1 + own.length), 12)
          expect(reasons.filter(({ type }) => type !== 'only-link')).toEqual([
            ...(touched.length > 1
              ? [{ type: 'shared', count: touched.length, of: given.size }]
              : []),
            ...(common.length > 0 ? [{ type: 'common', count: common.length }] : []),
            ...(own.length === 1 ? [{ type: 'leaf', of: own[0] }] : []),
            { type: 'degree', neighbours: own.length },
          ])
          const links = from.flatMap((a) =>
            [...given]
              .filter((b) => a !== b && !around(a).has(b) && around(node).has(a))
              .filter((b) => {
                const both = graph.nodes.filter(
                  (each) => around(a).has(each) && around(b).has(each),
                )
                return both.length === 1 && both[0] === node
              })
              .map((b) => ({ type: 'only-link', from: a, to: b })),
          )
          const link = reasons.find(({ type }) => type === 'only-link')
          expect(links.length === 0 ? [undefined] : links).toContainEqual(link)
        }
        const scores = ranked.map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      }),
    )
  })

  test('are the same whatever the order of the file', () => {
    fc.assert(
      fc.property(anyKnowledge(), anyChoice, (knowledge, at) => {
        const graph = buildGraph(knowledge)
        const from = at.flatMap((index) => graph.nodes[index] ?? [])
        expect(
          rankedNeighbours(compactGraph(buildGraph(reordered(knowledge))), new Set(), from),
        ).toEqual(rankedNeighbours(compactGraph(graph), new Set(), from))
      }),
      { numRuns: 40 },
    )
  })
})

const anyChoice = fc.uniqueArray(fc.nat(6), { maxLength: 4 })
