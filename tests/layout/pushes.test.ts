import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomNumbers } from '../../benchmarks/layout-graphs.ts'
import { createPushes } from '../../src/layout/pushes.ts'

interface Body {
  readonly x: number
  readonly y: number
  readonly mass: number
}

/** Heaps at one place and outliers among them. */
const bodies = fc.array(
  fc.record({
    x: fc.oneof(fc.double({ min: -100, max: 100, noNaN: true }), fc.constantFrom(0, 1, 5000)),
    y: fc.oneof(fc.double({ min: -100, max: 100, noNaN: true }), fc.constantFrom(0, 1, 5000)),
    mass: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 300 },
)

describe('the pushes of points', () => {
  test('are nearly those of all pairs, and so is their stiffness', () => {
    const random = randomNumbers(3)
    const cloud = Array.from({ length: 1200 }, (): Body => {
      const x = random() * 60
      return { x, y: random() * x, mass: 1 + Math.floor(random() * 3) }
    })
    const own = pushesOf(cloud)
    const exact = pairwise(cloud)
    const error = (a: Float64Array, b: Float64Array): number =>
      Math.sqrt(sumOf(a, (value, at) => (value - (b[at] ?? 0)) ** 2) / sumOf(b, (v) => v * v))
    expect(error(own.x, exact.x)).toBeLessThan(0.1)
    expect(error(own.y, exact.y)).toBeLessThan(0.1)
    expect(error(own.stiffness, exact.stiffness)).toBeLessThan(0.1)
  })

  test('cancel out, are finite, and never stiffen below nothing', () => {
    fc.assert(
      fc.property(bodies, (list) => {
        const { x, y, stiffness } = pushesOf(list)
        const scale = 1 + sumOf(x, Math.abs) + sumOf(y, Math.abs)
        expect(Math.abs(sumOf(x, (value) => value))).toBeLessThan(1e-9 * scale)
        expect(Math.abs(sumOf(y, (value) => value))).toBeLessThan(1e-9 * scale)
        expect(stiffness.every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
      }),
    )
  })

  test('follow points that have moved within their cells', () => {
    const list = [0, 1, 2, 3].map((x): Body => ({ x, y: x * x, mass: 1 }))
    const xs = Float64Array.from(list, ({ x }) => x)
    const pushes = createPushes(
      xs,
      Float64Array.from(list, ({ y }) => y),
      new Float64Array(4).fill(1),
    )
    pushes.build()
    xs[3] = 8
    pushes.follow()
    const [x, y, stiffness] = [new Float64Array(4), new Float64Array(4), new Float64Array(4)]
    pushes.repel(x, y, stiffness)
    expect({ x, y, stiffness }).toEqual(pushesOf(list.with(3, { x: 8, y: 9, mass: 1 })))
  })
})

interface Pushed {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly stiffness: Float64Array
}

function pushesOf(list: readonly Body[]): Pushed {
  const pushes = createPushes(
    Float64Array.from(list, ({ x }) => x),
    Float64Array.from(list, ({ y }) => y),
    Float64Array.from(list, ({ mass }) => mass),
  )
  const result = empty(list.length)
  pushes.build()
  pushes.repel(result.x, result.y, result.stiffness)
  return result
}

function pairwise(list: readonly Body[]): Pushed {
  const result = empty(list.length)
  list.forEach((a, at) => {
    for (const b of list) {
      if (a === b) continue
      const distance = Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + 1e-6)
      const share = (a.mass * b.mass) / distance ** 3
      result.x[at] = (result.x[at] ?? 0) + (a.x - b.x) * share
      result.y[at] = (result.y[at] ?? 0) + (a.y - b.y) * share
      result.stiffness[at] = (result.stiffness[at] ?? 0) + share
    }
  })
  return result
}

function empty(order: number): Pushed {
  return {
    x: new Float64Array(order),
    y: new Float64Array(order),
    stiffness: new Float64Array(order),
  }
}

function sumOf(values: Float64Array, share: (value: number, at: number) => number): number {
  return values.reduce((sum, value, at) => sum + share(value, at), 0)
}
