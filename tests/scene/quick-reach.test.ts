import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlineReach } from '../../src/display/outline-reach.ts'
import { outlines, type Shape } from '../../src/display/shape.ts'
import { quickReach } from '../../src/scene/quick-reach.ts'

test('an outline from the table is within a fiftieth of the exact one', () => {
  const shapes = Object.keys(outlines) as Shape[]
  fc.assert(
    fc.property(
      fc.constantFrom(...shapes),
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      fc.double({ min: 0.1, max: 1000, noNaN: true }),
      (shape, angle, length) => {
        const [x, y] = [Math.cos(angle) * length, Math.sin(angle) * length]
        expect(Math.abs(quickReach(shape, x, y) - outlineReach(shape, x, y))).toBeLessThan(0.02)
      },
    ),
  )
})
