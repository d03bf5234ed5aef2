import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import type { Edge } from '../../src/graph/graph.ts'
import { continuations, pattern } from '../../src/graph/pattern.ts'
import type { PatternNode, PatternStep } from '../../src/graph/pattern.ts'
import { entityId, kindId, predicateId } from '../../src/model/ids.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'
import { anyKnowledge, reordered } from './any-multigraph.ts'

const seven = sevenNodes()
const graph = compactGraph(buildGraph(seven))

const anyNode = fc
  .record(
    {
      kind: fc.constantFrom('', 'kind1', 'kind2').map(kindId),
      among: fc.constant(new Set(['a', 'b', '__proto__'].map(entityId))),
    },
    { requiredKeys: [] },
  )
  .map((node): PatternNode => node)
const anyStep = fc
  .record(
    {
      predicate: fc.constantFrom('p', 'q').map(predicateId),
      direction: fc.constantFrom('out', 'in', 'either'),
      node: anyNode,
    },
    { requiredKeys: ['direction', 'node'] },
  )
  .map((step): PatternStep => step)

describe('a pattern', () => {
  test('finds the models that institutions based in Shanghai trained, and what joins them', () => {
    const { places, edges } = pattern(graph, seven, { kind: kindId('model') }, [
      {
        predicate: predicateId('trained'),
        direction: 'in',
        node: { kind: kindId('institution') },
      },
      {
        predicate: predicateId('based-in'),
        direction: 'out',
        node: { among: new Set([entityId('shanghai')]) },
      },
    ])
    expect({
      places: places.map(({ nodes, reached }) => [[...nodes], reached]),
      edges: [...edges].toSorted(),
    }).toEqual({
      places: [
        [['qwen'], 1],
        [['lab'], 1],
        [['shanghai'], 1],
      ],
      edges: ['based-in-1', 'trained-1'],
    })
  })

  test('counts what each place reaches, and keeps nothing where the end is never reached', () => {
    const institution = { kind: kindId('institution') }
    const { places, nodes } = pattern(graph, seven, institution, [
      { direction: 'either', node: {} },
      { predicate: predicateId('guides'), direction: 'in', node: institution },
    ])
    expect([places.map(({ reached }) => reached), [...nodes]]).toEqual([[2, 5, 0], []])
  })

  test('without steps is all nodes of a kind, those without one too', () => {
    const of = (kind: string): readonly string[] => [
      ...pattern(graph, seven, { kind: kindId(kind) }).nodes,
    ]
    expect([of('institution'), of(''), of('constructor')]).toEqual([
      ['lab', 'ministry'],
      ['island'],
      [],
    ])
  })

  test('takes any string as an id', () => {
    const odd = sevenNodes(nasty)
    const match = pattern(compactGraph(buildGraph(odd)), odd, { kind: kindId(nasty('city')) }, [
      { predicate: predicateId(nasty('based-in')), direction: 'in', node: {} },
    ])
    expect([...match.nodes].toSorted()).toEqual(['lab', 'shanghai'].map(nasty).toSorted())
  })

  test('holds what trying all walks finds', () => {
    fc.assert(
      fc.property(
        anyKnowledge(5, 9),
        anyNode,
        fc.array(anyStep, { maxLength: 3 }),
        (knowledge, start, steps) => {
          const compact = compactGraph(buildGraph(knowledge))
          const walks = everyWalk(knowledge, compact.edges, start, steps)
          const { places, nodes, edges } = pattern(compact, knowledge, start, steps)
          const at = (place: number) => ({
            nodes: new Set(walks.map((walk) => walk.nodes[place])),
            edges: new Set(place === 0 ? [] : walks.map((walk) => walk.edges[place - 1]?.id)),
            reached: new Set(
              everyWalk(knowledge, compact.edges, start, steps.slice(0, place)).map((walk) =>
                walk.nodes.at(-1),
              ),
            ).size,
          })
          expect(places).toEqual([0, ...steps.map((_, index) => index + 1)].map(at))
          expect([nodes, edges]).toEqual([
            new Set(walks.flatMap((walk) => walk.nodes)),
            new Set(walks.flatMap((walk) => walk.edges.map(({ id }) => id))),
          ])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('what may follow', () => {
  test('is told with counts, that to most nodes first', () => {
    const told = continuations(graph, seven, new Set([entityId('lab'), entityId('qwen')]))
    expect(
      told.map(({ predicate, direction, kind, nodes }) =>
        [predicate, direction, kind, nodes].join(' '),
      ),
    ).toEqual([
      'based-in out city 1',
      'offers in institution 1',
      'offers out model 1',
      'succeeds in model 1',
      'succeeds out model 1',
      'tested in model 1',
      'tested out institution 1',
      'trained in institution 1',
      'trained out model 1',
      'works-with either institution 1',
    ])
  })

  test('is as many nodes as the pattern with that step then reaches', () => {
    fc.assert(
      fc.property(anyKnowledge(), anyNode, (knowledge, start) => {
        const compact = compactGraph(buildGraph(knowledge))
        const from = pattern(compact, knowledge, start).nodes
        const told = continuations(compact, knowledge, from)
        for (const { predicate, direction, kind, nodes } of told) {
          const step = { predicate, direction, node: { kind } }
          expect(pattern(compact, knowledge, start, [step]).places[1]?.reached).toBe(nodes)
        }
        expect(
          continuations(compactGraph(buildGraph(reordered(knowledge))), knowledge, from),
        ).toEqual(told)
      }),
    )
  })
})

interface Walk {
  readonly nodes: readonly EntityId[]
  readonly edges: readonly Edge[]
}

function everyWalk(
  knowledge: Knowledge,
  edges: readonly Edge[],
  start: PatternNode,
  steps: readonly PatternStep[],
): readonly Walk[] {
  const fits = (id: EntityId, { kind, among }: PatternNode): boolean =>
    (kind === undefined || (knowledge.entities.get(id)?.kind ?? '') === kind) &&
    (among === undefined || among.has(id))
  const first = [...knowledge.entities.keys()].filter((id) => fits(id, start))
  return steps.reduce<readonly Walk[]>(
    (walks, { predicate, direction, node }) =>
      walks.flatMap((walk) =>
        edges.flatMap((edge) => {
          const { source, target, statement } = edge
          if (predicate !== undefined && statement.predicate !== predicate) return []
          const last = walk.nodes.at(-1)
          const free = direction === 'either' || statement.direction !== 'directed'
          const ends = new Set([
            ...(source === last && (free || direction === 'out') ? [target] : []),
            ...(target === last && (free || direction === 'in') ? [source] : []),
          ])
          return [...ends]
            .filter((end) => fits(end, node))
            .map((end) => ({ nodes: [...walk.nodes, end], edges: [...walk.edges, edge] }))
        }),
      ),
    first.map((id) => ({ nodes: [id], edges: [] })),
  )
}
