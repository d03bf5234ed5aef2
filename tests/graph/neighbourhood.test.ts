import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/graph.ts'
import type { Edge } from '../../src/graph/graph.ts'
import { neighbourhood } from '../../src/graph/neighbourhood.ts'
import { entityId } from '../../src/model/ids.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { edge, node, sevenNodes } from '../seven-nodes.ts'

const graph = buildGraph(sevenNodes())
const around = (id: string, steps: number): readonly string[] => [
  ...neighbourhood(graph, entityId(id), steps),
]

/** Graphs of up to ten nodes with loops and parallel edges. */
const anyKnowledge = fc
  .array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 })
  .map((ends): Knowledge => {
    const statements = ends.map(([a, b], index) => edge(`e${index}`, `n${a}`, 'p', `n${b}`))
    const nodes = Array.from({ length: 10 }, (_, index) => node(`n${index}`, `${index}`, undefined))
    return {
      ...sevenNodes(),
      entities: new Map(nodes.map((each) => [each.id, each])),
      statements: new Map(statements.map((each) => [each.id, each])),
    }
  })

/** Distances by relaxing every edge until nothing changes: slow, and another way altogether. */
function distances(edges: readonly Edge[], centre: EntityId): ReadonlyMap<EntityId, number> {
  const distance = new Map([[centre, 0]])
  for (let round = 0; round < 10; round += 1) {
    for (const { source, target } of edges) {
      for (const [from, to] of [
        [source, target],
        [target, source],
      ] as const) {
        const further = (distance.get(from) ?? Infinity) + 1
        if (further < (distance.get(to) ?? Infinity)) distance.set(to, further)
      }
    }
  }
  return distance
}

describe('the neighbourhood', () => {
  test('grows step by step, against the arrows too', () => {
    expect([0, 1, 2, 3, 9].map((steps) => around('shanghai', steps))).toEqual([
      ['shanghai'],
      ['shanghai', 'lab'],
      ['shanghai', 'lab', 'qwen', 'ministry'],
      ['shanghai', 'lab', 'qwen', 'ministry', 'plan'],
      ['shanghai', 'lab', 'qwen', 'ministry', 'plan', 'market'],
    ])
  })

  test('of an isolated node is the node, and of a stranger nothing', () => {
    expect([around('island', 3), around('nowhere', 3)]).toEqual([['island'], []])
  })

  test('passes only the edges that it may', () => {
    const cited = neighbourhood(
      graph,
      entityId('plan'),
      3,
      (each) => each.statement.references.length > 0,
    )
    expect([...cited]).toEqual(['plan', 'ministry', 'lab', 'qwen', 'shanghai'])
  })

  test('holds exactly what is near enough', () => {
    fc.assert(
      fc.property(anyKnowledge, fc.nat(9), fc.nat(4), fc.nat(3), (knowledge, at, steps, skip) => {
        const random = buildGraph(knowledge)
        const centre = entityId(`n${at}`)
        const passes = (each: Edge): boolean => each.id !== `e${skip}`
        const edges = [...random.edges.values()].filter(passes)
        const near = [...distances(edges, centre)].filter(([, distance]) => distance <= steps)
        expect(neighbourhood(random, centre, steps, passes)).toEqual(
          new Set(near.map(([id]) => id)),
        )
      }),
    )
  })
})
