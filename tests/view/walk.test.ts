import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/graph.ts'
import { entityId, predicateId } from '../../src/model/ids.ts'
import { firstView, nothingHidden } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { strides, turn, turnGroup } from '../../src/view/walk.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { anyView } from './any-view.ts'

const knowledge = sevenNodes()
const graph = buildGraph(knowledge)
const ringAt = (id: string, view: View = firstView) =>
  strides(knowledge, graph, visibleSet(knowledge, graph, view), entityId(id))

describe('the walk', () => {
  test('goes round the ways out group by group, parallel edges one by one', () => {
    const ring = ringAt('qwen').map(
      ({ group, edge, neighbour, indexInGroup }) =>
        `${group.label} ${neighbour} by ${edge.id}, ${indexInGroup + 1} of ${group.steps.length}`,
    )
    expect(ring).toEqual([
      'tested lab by tested-1, 1 of 1',
      'succeeds qwen by succeeds-1, 1 of 1',
      'trained by lab by trained-1, 1 of 1',
      'offered by lab by offers-1, 1 of 1',
    ])
  })

  test('goes only where the picture goes', () => {
    const hidden = { ...nothingHidden, predicates: new Set([predicateId('offers')]) }
    const ring = ringAt('lab', { ...firstView, hidden })
    expect(ring.map(({ edge }) => edge.id)).toEqual([
      'trained-1',
      'based-in-1',
      'works-with-1',
      'tested-1',
    ])
  })

  test('ends at an isolated node', () => {
    expect(ringAt('island')).toEqual([])
  })

  test('comes round at both ends', () => {
    expect([turn(3, 2, 1), turn(3, 0, -1), turn(3, undefined, 1), turn(3, undefined, -1)]).toEqual([
      0, 2, 0, 2,
    ])
    expect(turn(0, undefined, 1)).toBeUndefined()
  })

  test('passes every way out once in a full turn, at any view', () => {
    fc.assert(
      fc.property(anyView(knowledge), fc.constantFrom(...graph.nodes), (view, id) => {
        const ring = ringAt(id, view)
        const passed: number[] = []
        let at = turn(ring.length, undefined, 1)
        while (at !== undefined && !passed.includes(at)) {
          passed.push(at)
          at = turn(ring.length, at, 1)
        }
        expect(passed).toEqual([...ring.keys()])
      }),
    )
  })

  test('jumps from group to group, and back to where it was', () => {
    const ring = ringAt('lab')
    const jumps = [undefined, 0, 1, 2, 3, 4].map((at) => [
      turnGroup(ring, at, 1),
      turnGroup(ring, at, -1),
    ])
    expect(jumps).toEqual([
      [0, 4],
      [1, 4],
      [2, 0],
      [3, 1],
      [4, 2],
      [0, 3],
    ])
    expect(turnGroup([], undefined, 1)).toBeUndefined()
  })
})
