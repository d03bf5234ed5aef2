import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  detailAt,
  fullDetail,
  inkOf,
  mostInFull,
  paintingOrder,
} from '../../src/scene/level-of-detail.ts'

const anyLengths = fc
  .array(fc.float({ min: 0, max: 1e6, noNaN: true }), { maxLength: 300 })
  .map((lengths) => Float32Array.from(lengths))
const frame = { left: 0, right: 1000, bottom: 0, top: 1000 }
const window = { width: 1000, height: 1000 }
/** Lengths as of lines between points anywhere in the frame. */
const many = Float32Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 1000)

describe('the order in which edges are painted', () => {
  test('has each edge once, whatever the lengths', () => {
    fc.assert(
      fc.property(anyLengths, (lengths) => {
        expect([...paintingOrder(lengths)].toSorted((a, b) => a - b)).toEqual(
          [...lengths].map((_, index) => index),
        )
      }),
    )
  })

  test('begins with edges of every length, with more of the short ones', () => {
    const first = [...paintingOrder(many).subarray(0, 20_000)].map((index) => many[index] ?? 0)
    const share = (from: number, to: number): number =>
      first.filter((length) => length >= from && length < to).length / first.length
    expect(share(0, 100)).toBeGreaterThan(share(400, 500))
    expect(share(900, 1000)).toBeGreaterThan(0.01)
  })
})

describe('the ink of edges', () => {
  test('adds up to all of it and never falls', () => {
    fc.assert(
      fc.property(
        anyLengths.filter(({ length }) => length > 0),
        (lengths) => {
          const { count, upTo } = inkOf(lengths, paintingOrder(lengths))
          const all = lengths.reduce((sum, length) => sum + length, 0)
          expect([count, upTo[0], Math.abs((upTo.at(-1) ?? 0) - all) <= all * 1e-9]).toEqual([
            lengths.length,
            0,
            true,
          ])
          expect(upTo.every((sum, step) => sum >= (upTo[step - 1] ?? 0))).toBe(true)
        },
      ),
    )
  })
})

describe('what is painted at a distance', () => {
  const ink = inkOf(many, paintingOrder(many))

  test('is a part of many edges where the whole graph is in sight, and all of them near by', () => {
    const far = detailAt(ink, frame, window, 1)
    expect([far.share < 0.1, far.fine]).toEqual([true, false])
    expect(detailAt(ink, frame, window, 0.002)).toEqual(fullDetail)
  })

  test('only ever grows on the way in', () => {
    const ratios = Array.from({ length: 60 }, (_, step) => 0.9 ** step)
    const shares = ratios.map((ratio) => detailAt(ink, frame, window, ratio).share)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })

  test('is all of few edges', () => {
    const few = many.subarray(0, mostInFull / 3)
    expect(detailAt(inkOf(few, paintingOrder(few)), frame, window, 1)).toEqual(fullDetail)
  })
})
