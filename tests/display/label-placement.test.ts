import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  overlap,
  placeLabels,
  type Box,
  type LabelCandidate,
  type Obstacle,
} from '../../src/display/label-placement.ts'

const window: Box = { left: 0, top: 0, right: 800, bottom: 600 }
const box = (left: number, top: number, width = 40, height = 10): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

const anyBox = fc
  .tuple(
    fc.integer({ min: -50, max: 850 }),
    fc.integer({ min: -50, max: 650 }),
    fc.integer({ min: 1, max: 220 }),
    fc.integer({ min: 1, max: 30 }),
  )
  .map(([left, top, width, height]) => box(left, top, width, height))
const anyCandidate: fc.Arbitrary<LabelCandidate> = fc.record({
  boxes: fc.array(anyBox, { maxLength: 4 }),
  weight: fc.integer({ min: 0, max: 20 }),
  pinned: fc.boolean(),
})
const anyObstacle: fc.Arbitrary<Obstacle> = fc.record({
  box: anyBox,
  weight: fc.integer({ min: 1, max: 20 }),
})
const anyScene = [
  fc.array(anyCandidate, { maxLength: 60 }),
  fc.array(anyObstacle, { maxLength: 30 }),
] as const

describe('label placement', () => {
  it('never lets two labels overlap', () => {
    fc.assert(
      fc.property(...anyScene, (candidates, obstacles) => {
        const placed = placeLabels(candidates, obstacles, window)
        return placed.every((one, index) =>
          placed.slice(index + 1).every((other) => !overlap(one.box, other.box)),
        )
      }),
    )
  })

  it('takes the most important first: those after a label never change its place', () => {
    fc.assert(
      fc.property(...anyScene, fc.nat(60), (candidates, obstacles, count) => {
        const all = placeLabels(candidates, obstacles, window)
        const first = placeLabels(candidates.slice(0, count), obstacles, window)
        expect(first).toEqual(all.filter(({ candidate }) => candidate < count))
      }),
    )
  })

  it('gives the same answer every time', () => {
    fc.assert(
      fc.property(...anyScene, (candidates, obstacles) => {
        expect(placeLabels(candidates, obstacles, window)).toEqual(
          placeLabels(candidates, obstacles, window),
        )
      }),
    )
  })

  it('covers no obstacle that weighs as much as the label, unless the label is pinned', () => {
    fc.assert(
      fc.property(...anyScene, (candidates, obstacles) =>
        placeLabels(candidates, obstacles, window).every(({ candidate, box: taken }) => {
          const label = candidates[candidate]
          if (label === undefined || label.pinned === true) return true
          return obstacles.every(
            (obstacle) => obstacle.weight < label.weight || !overlap(obstacle.box, taken),
          )
        }),
      ),
    )
  })

  it('moves to the next place when the first is taken, and gives up when all are', () => {
    const label = { boxes: [box(0, 0), box(0, 20)], weight: 1 }
    const places = placeLabels([label, label, label], [], window).map(({ candidate, place }) => [
      candidate,
      place,
    ])
    expect(places).toEqual([
      [0, 0],
      [1, 1],
    ])
  })

  it('prefers a later place that is clear of nodes over an earlier one that is not', () => {
    const label = { boxes: [box(0, 0), box(0, 20)], weight: 9 }
    const placed = placeLabels([label], [{ box: box(0, 0), weight: 1 }], window)
    expect(placed.map(({ place }) => place)).toEqual([1])
  })

  it('leaves out labels that lie outside the bounds', () => {
    expect(placeLabels([{ boxes: [box(900, 0)], weight: 1 }], [], window)).toEqual([])
  })
})
