import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placesBeside } from '../../src/layout/beside.ts'
import type { Newcomer, Standing } from '../../src/layout/beside.ts'

const number = fc.double({ min: -500, max: 500, noNaN: true })
const point = fc.record({ x: number, y: number })
const radius = fc.double({ min: 0, max: 40, noNaN: true })
const standing: fc.Arbitrary<Standing> = fc.record({ x: number, y: number, radius })
const newcomer: fc.Arbitrary<Newcomer> = fc.record({
  radius,
  home: fc.option(point, { nil: undefined }),
  neighbours: fc.array(point, { maxLength: 3 }),
})
const apart = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
  Math.hypot(a.x - b.x, a.y - b.y)

describe('a newcomer to the picture', () => {
  test('stays at home where that is near a neighbour and free', () => {
    const home = { x: 60, y: 0 }
    expect(
      placesBeside(
        [{ radius: 5, home, neighbours: [{ x: 0, y: 0 }] }],
        [{ x: 0, y: 0, radius: 5 }],
        80,
      ),
    ).toEqual([home])
  })

  test('comes beside its nearest neighbour, on the side of a home that is far away', () => {
    const neighbours = [
      { x: 0, y: 0 },
      { x: -900, y: 0 },
    ]
    expect(placesBeside([{ radius: 5, home: { x: 700, y: 0 }, neighbours }], [], 80)).toEqual([
      { x: 80, y: 0 },
    ])
  })

  test('goes round what stands in its way', () => {
    const [place] = placesBeside(
      [{ radius: 5, home: { x: 700, y: 0 }, neighbours: [{ x: 0, y: 0 }] }],
      [{ x: 80, y: 0, radius: 5 }],
      80,
    )
    expect(place?.x).toBeCloseTo(80 * Math.cos(Math.PI / 8))
    expect(place?.y).toBeCloseTo(80 * Math.sin(Math.PI / 8))
  })

  test('never overlaps what stands there or another newcomer, and its place is its own', () => {
    fc.assert(
      fc.property(
        fc.array(newcomer, { maxLength: 12 }),
        fc.array(standing, { maxLength: 20 }),
        fc.double({ min: 0, max: 120, noNaN: true }),
        (newcomers, discs, spacing) => {
          const places = placesBeside(newcomers, discs, spacing)
          const all = [
            ...discs,
            ...places.map((place, at) => ({ ...place, radius: newcomers[at]?.radius ?? 0 })),
          ]
          const crowded = all
            .slice(discs.length)
            .flatMap((disc, at) =>
              all
                .slice(0, discs.length + at)
                .filter((other) => apart(disc, other) < disc.radius + other.radius),
            )
          expect(crowded).toEqual([])
          // Who comes later changes nothing for those before.
          expect(placesBeside(newcomers.slice(0, 3), discs, spacing)).toEqual(places.slice(0, 3))
        },
      ),
    )
  })
})
