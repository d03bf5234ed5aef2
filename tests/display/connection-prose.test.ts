import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainsOf, treeProse } from '../../src/display/connection-prose.ts'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import { connecting } from '../../src/graph/connecting.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { entityId } from '../../src/model/ids.ts'
import { anyKnowledge } from '../graph/any-multigraph.ts'
import { sevenNodes } from '../seven-nodes.ts'

const knowledge = sevenNodes()
const connect = (...seeds: readonly string[]) =>
  connecting(compactGraph(buildGraph(knowledge)), seeds.map(entityId))

describe('what connects several entities', () => {
  test('is told way by way, with one list of citations', () => {
    const { tree, seeds } = connect('shanghai', 'qwen', 'market')
    const { pieces, citations, cautions } = treeProse(knowledge, tree, seeds)
    expect(pieces.map(({ text }) => text).join('')).toBe(
      'Development plan guides AI market (no source). ' +
        'Development plan was written by Ministry of Science [1], which works with Alibaba Cloud (in 2024) [1]. ' +
        'Qwen is offered by Alibaba Cloud [2]. Shanghai is home of Alibaba Cloud [2].',
    )
    expect([citations.length, cautions]).toEqual([2, ['1 of 5 statements has no source.']])
  })

  test('is told whole: every step of the tree in one way, from seed to seed or to where ways meet', () => {
    fc.assert(
      fc.property(anyKnowledge(8, 12), fc.nat(), (any, pick) => {
        const graph = compactGraph(buildGraph(any))
        const wanted = graph.nodes.filter((_, at) => (pick >> at) % 2 === 1)
        const { tree, seeds } = connecting(graph, wanted)
        const chains = chainsOf(tree, seeds)
        const steps = chains.flatMap((chain) => chain.steps)
        expect(new Set(steps)).toEqual(new Set(tree))
        expect(steps).toHaveLength(tree.length)
        for (const { nodes, steps: own } of chains) {
          expect(nodes).toHaveLength(own.length + 1)
          expect(nodes.slice(1, -1).filter((node) => seeds.includes(node))).toEqual([])
          expect(
            own.every(({ edges }, at) =>
              edges.every(({ source, target }) =>
                [`${source} ${target}`, `${target} ${source}`].includes(
                  `${nodes[at]} ${nodes[at + 1]}`,
                ),
              ),
            ),
          ).toBe(true)
        }
      }),
    )
  })
})
