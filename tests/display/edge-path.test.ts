import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrivalOn, bentCurve, loopCurve, pieceOf, pointOn } from '../../src/display/edge-path.ts'
import { outlineReach } from '../../src/display/outline-reach.ts'
import { corners, outlines } from '../../src/display/shape.ts'
import type { Shape } from '../../src/display/shape.ts'

const from = { x: 0, y: 0 }
const to = { x: 100, y: 0 }
const close = ({ x, y }: { x: number; y: number }) => [
  Math.round(x * 1000) / 1000 + 0,
  Math.round(y * 1000) / 1000 + 0,
]
const shapes = Object.keys(outlines).filter((shape): shape is Shape => shape in outlines)

describe("an edge's curve", () => {
  test('bends to the left of its direction by the share of its length', () => {
    expect(close(pointOn(bentCurve(from, to, 0.2), 0.5))).toEqual([50, -20])
    expect(close(pointOn(bentCurve(to, from, 0.2), 0.5))).toEqual([50, 20])
  })

  test('has pieces that lie on it', () => {
    const curve = bentCurve(from, { x: 70, y: 40 }, 0.3)
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, share, (one, other, t) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)]
        const piece = pointOn(pieceOf(curve, start, end), t)
        const whole = pointOn(curve, start + (end - start) * t)
        expect(Math.hypot(piece.x - whole.x, piece.y - whole.y)).toBeLessThan(1e-6)
      }),
    )
  })

  test('arrives where it is inside from then on', () => {
    const t = arrivalOn(bentCurve(from, to, 0), ({ x }) => x >= 90)
    expect(close(pointOn(bentCurve(from, to, 0), t))).toEqual([90, 0])
  })

  test('of a loop lies up and to the right, larger for the next', () => {
    const far = (number: number) => pointOn(loopCurve(from, 8, number), 0.5)
    expect(far(1).x).toBeGreaterThan(8)
    expect(far(1).y).toBeLessThan(-8)
    expect(far(2).x).toBeGreaterThan(far(1).x)
  })
})

describe('the reach of an outline', () => {
  test.each(shapes)('of a %s is that of its corners towards them', (shape) => {
    for (const [x, y] of corners(shape)) {
      expect(outlineReach(shape, x, -y)).toBeCloseTo(Math.hypot(x, y), 6)
    }
  })

  test('is never nothing, in any direction', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shapes), fc.double({ min: 0, max: 7 }), (shape, angle) => {
        const reach = outlineReach(shape, Math.cos(angle), Math.sin(angle))
        expect(reach).toBeGreaterThan(0.4)
        expect(reach).toBeLessThan(1.6)
      }),
    )
  })
})
