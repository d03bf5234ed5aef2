import { describe, expect, test } from 'vitest'
import { createForce } from '../../src/layout/force.ts'
import type { LayoutInput } from '../../src/layout/layout-input.ts'

/** A hub with four leaves, and a pair beside it. */
const hubAndPair: LayoutInput = {
  nodes: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, index) => ({
    id,
    size: 5,
    x: (index % 3) * 50,
    y: index * 20,
  })),
  edges: [1, 2, 3, 4].map((target) => ({ source: 0, target })).concat({ source: 5, target: 6 }),
}

const settle = (input: LayoutInput): { readonly steps: number; readonly widest: number } => {
  const force = createForce(input)
  let steps = 0
  while (!force.settled() && steps < 400) {
    force.step(5)
    steps += 1
  }
  return { steps, widest: Math.max(...force.positions().map(Math.abs)) }
}

describe('the force stepper', () => {
  test('settles, and keeps unconnected parts near one another', () => {
    const { steps, widest } = settle(hubAndPair)
    expect(steps).toBeLessThan(400)
    expect(widest).toBeLessThan(400)
  })

  test('holds a pinned node still until it is let go', () => {
    const force = createForce(hubAndPair)
    force.pin(1, { x: 300, y: -200 })
    force.step(50)
    const held = force.positions().slice(2, 4)
    force.unpin(1)
    force.step(50)
    expect(Array.from(held, Math.round)).toEqual([300, -200])
    expect(Array.from(force.positions().slice(2, 4), Math.round)).not.toEqual([300, -200])
  })

  test('leaves a node that is fixed in the input where it is', () => {
    const nodes = hubAndPair.nodes.map((node, index) => ({ ...node, fixed: index === 2 }))
    const force = createForce({ ...hubAndPair, nodes })
    force.step(50)
    expect(Array.from(force.positions().slice(4, 6), Math.round)).toEqual([100, 40])
  })

  test('parts nodes in one place, and places those without a position', () => {
    const nodes = hubAndPair.nodes.map(({ id }, index) =>
      index < 4 ? { id, size: Number.NaN, x: 7, y: 7 } : { id, size: 5, x: Number.NaN, y: 0 },
    )
    const force = createForce({ ...hubAndPair, nodes })
    force.step(20)
    const points = Array.from({ length: 7 }, (_, index) =>
      force
        .positions()
        .slice(index * 2, index * 2 + 2)
        .join(' '),
    )
    expect([new Set(points).size, points.join(' ').includes('NaN')]).toEqual([7, false])
  })

  test('gives every node the same place when the file has another order', () => {
    const last = hubAndPair.nodes.length - 1
    const turned: LayoutInput = {
      nodes: hubAndPair.nodes.toReversed(),
      edges: hubAndPair.edges
        .toReversed()
        .map(({ source, target }) => ({ source: last - target, target: last - source })),
    }
    const [plain, mixed] = [hubAndPair, turned].map((input) => {
      const force = createForce(input)
      force.step(100)
      const positions = force.positions()
      return input.nodes
        .map(({ id }, index) => `${id} ${positions[index * 2]} ${positions[index * 2 + 1]}`)
        .toSorted()
    })
    expect(mixed).toEqual(plain)
  })

  test('refuses two nodes with one id, and an edge that ends nowhere', () => {
    const nodes = [{ id: 'a', size: 1 }]
    expect(() => createForce({ nodes: [...nodes, ...nodes], edges: [] })).toThrow('the id a')
    expect(() => createForce({ nodes, edges: [{ source: 0, target: 3 }] })).toThrow('0–3')
  })
})
