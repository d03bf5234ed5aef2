import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/graph.ts'
import type { EntityId } from '../../src/model/ids.ts'
import { narrowed } from '../../src/view/narrowing.ts'
import type { Narrowing } from '../../src/view/narrowing.ts'
import { update } from '../../src/view/update.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { anyView } from './any-view.ts'

const knowledge = sevenNodes()
const graph = buildGraph(knowledge)
const nodes = fc.subarray(graph.nodes.slice()).map((ids): ReadonlySet<EntityId> => new Set(ids))

describe('narrowing the picture by a set of nodes', () => {
  const says: Readonly<Record<Narrowing, (was: boolean, is: boolean) => boolean>> = {
    only: (_, is) => is,
    keep: (was, is) => was && is,
    add: (was, is) => was || is,
    without: (was, is) => was && !is,
  }
  test('leaves of every node what its word says', () => {
    fc.assert(
      fc.property(
        fc.option(nodes, { nil: undefined }),
        nodes,
        fc.constantFrom<Narrowing>('only', 'keep', 'add', 'without'),
        (before, set, how) => {
          const after = narrowed(before, how, set, graph.nodes)
          const left = graph.nodes.filter((id) => after?.has(id) ?? true)
          expect(left).toEqual(
            graph.nodes.filter((id) => says[how](before?.has(id) ?? true, set.has(id))),
          )
          // All nodes are no narrowing: nothing is left to clear.
          expect(after === undefined).toBe(left.length === graph.nodes.length)
        },
      ),
    )
  })

  test('never shows what a filter hides, at any view, and clearing the filters shows everything', () => {
    fc.assert(
      fc.property(anyView(knowledge), nodes, (view, set) => {
        const plain = { ...view, focus: undefined }
        const to = narrowed(plain.only, 'only', set, graph.nodes)
        const after = update(plain, { type: 'narrow', to })
        const shown = visibleSet(knowledge, graph, after).nodes
        expect([...shown].every((id) => set.has(id))).toBe(true)
        const cleared = update({ ...after, focus: view.focus }, { type: 'show-all' })
        expect(visibleSet(knowledge, graph, cleared).nodes.size).toBe(graph.nodes.length)
      }),
    )
  })
})
