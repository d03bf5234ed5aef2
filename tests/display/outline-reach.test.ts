import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corners, outlines, type Shape } from '../../src/display/shape.ts'
import { outlineReach } from '../../src/display/outline-reach.ts'

const shapes = Object.keys(outlines) as Shape[]

describe('how far a shape reaches', () => {
  it('is its corner’s distance towards each corner', () => {
    for (const shape of shapes)
      for (const [x, y] of corners(shape))
        expect(outlineReach(shape, x, -y)).toBeCloseTo(Math.hypot(x, y), 6)
  })

  it('lies between its nearest and its farthest point in every direction', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes),
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        (shape, angle) => {
          const { corners: count, reach, waist } = outlines[shape]
          const nearest = count === 0 ? 1 : reach * (waist ?? Math.cos(Math.PI / count))
          const found = outlineReach(shape, Math.cos(angle), Math.sin(angle))
          return found > nearest * 0.999 && found < reach * 1.001
        },
      ),
    )
  })
})
