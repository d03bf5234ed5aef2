import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { regionsOf, type LaidOut } from '../../src/layout/regions.ts'

/** A few tight groups, each a ring with chords, with one edge from each to the next. */
function groupsAt(
  middles: readonly (readonly [number, number])[],
  size: number,
  reach: number,
): LaidOut {
  const sources: number[] = []
  const targets: number[] = []
  const places: number[] = []
  middles.forEach(([x, y], group) => {
    const first = group * size
    for (let member = 0; member < size; member += 1) {
      const angle = (member / size) * 2 * Math.PI
      places.push(x + reach * Math.cos(angle), y + reach * Math.sin(angle))
      for (const step of [1, 2, 3]) {
        sources.push(first + member)
        targets.push(first + ((member + step) % size))
      }
    }
    sources.push(first)
    targets.push((first + size) % (middles.length * size))
  })
  return {
    sources: Uint32Array.from(sources),
    targets: Uint32Array.from(targets),
    places: Float32Array.from(places),
  }
}

describe('the regions of a layout', () => {
  test('are its communities where these stand together, each at its middle', () => {
    const laidOut = groupsAt(
      [
        [0, 0],
        [1000, 0],
        [0, 1000],
      ],
      40,
      100,
    )
    const regions = regionsOf(laidOut)
    expect(regions.map(({ members }) => members)).toEqual([40, 40, 40])
    expect(new Set(regions.map(({ leaders }) => leaders.join()))).toEqual(
      new Set(['0,1', '40,41', '80,81']),
    )
    const middles = regions.map(({ x, y }) => `${Math.round(x / 250)},${Math.round(y / 250)}`)
    expect(new Set(middles)).toEqual(new Set(['0,0', '4,0', '0,4']))
  })

  test('are none where the places say nothing of the communities', () => {
    const { sources, targets, places } = groupsAt(
      [
        [0, 0],
        [1000, 0],
        [0, 1000],
      ],
      40,
      100,
    )
    const scattered = places.map((_, at) => Math.sin(at * 7919) * 1000)
    expect(regionsOf({ sources, targets, places: scattered })).toEqual([])
  })

  test('are few, and of many nodes each, whatever the graph', () => {
    const anyLaidOut = fc.integer({ min: 1, max: 200 }).chain((nodes) =>
      fc.record({
        pairs: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 400 }),
        places: fc.array(fc.float({ min: -1000, max: 1000, noNaN: true }), {
          minLength: 2 * nodes,
          maxLength: 2 * nodes,
        }),
      }),
    )
    fc.assert(
      fc.property(anyLaidOut, ({ pairs, places }) => {
        const regions = regionsOf({
          sources: Uint32Array.from(pairs, ([source]) => source),
          targets: Uint32Array.from(pairs, ([, target]) => target),
          places: Float32Array.from(places),
        })
        expect(regions.length).toBeLessThanOrEqual(12)
        for (const { leaders, members, x, y } of regions) {
          expect(members).toBeGreaterThanOrEqual(12)
          expect(leaders).toHaveLength(2)
          expect(Number.isFinite(x + y)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
