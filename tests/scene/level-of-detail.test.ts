import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  concentrationOf,
  detailAt,
  fullDetail,
  inkOf,
  mostInFull,
  paintingOrder,
} from '../../src/scene/level-of-detail.ts'
import { allAtOnce } from '../../src/model/steps.ts'
import type { Ink } from '../../src/scene/level-of-detail.ts'
import { emptyRows, floatsPerRow } from '../../src/scene/rows.ts'
import type { Rows } from '../../src/scene/rows.ts'

const anyLengths = fc
  .array(fc.float({ min: 0, max: 1e6, noNaN: true }), { maxLength: 300 })
  .map((lengths) => Float32Array.from(lengths))
const orderOf = (lengths: Float32Array): Uint32Array => allAtOnce(paintingOrder(lengths))
const frame = { left: 0, right: 1000, bottom: 0, top: 1000 }
const window = { width: 1000, height: 1000 }
/** Lengths as of lines between points anywhere in the frame. */
const many = Float32Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 1000)

describe('the order in which edges are painted', () => {
  test('has each edge once, whatever the lengths', () => {
    fc.assert(
      fc.property(anyLengths, (lengths) => {
        expect([...orderOf(lengths)].toSorted((a, b) => a - b)).toEqual(
          [...lengths].map((_, index) => index),
        )
      }),
    )
  })

  test('begins with edges of every length, with more of the short ones', () => {
    const first = [...orderOf(many).subarray(0, 20_000)].map((index) => many[index] ?? 0)
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
          const { count, upTo } = inkOf(lengths, orderOf(lengths))
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

describe('how dense lines lie', () => {
  const rowsOf = (lines: readonly (readonly number[])[]): Rows => {
    const rows = emptyRows(lines.length)
    lines.forEach((ends, row) => rows.floats.set(ends, row * floatsPerRow))
    return rows
  }
  /** Short lines at points that fill a square evenly, from one multiple of a fraction to the next. */
  const across = (from: number, to: number): readonly (readonly number[])[] =>
    Array.from({ length: 2000 }, (_, index) => {
      const [x, y] = [0.7549, 0.5698].map((by) => from + (to - from) * ((index * by) % 1))
      return [x ?? 0, y ?? 0, (x ?? 0) + 0.01, y ?? 0]
    })

  test('is 1 where they lie evenly, whatever there is of them', () => {
    expect(concentrationOf(rowsOf(across(0, 1)))).toBeCloseTo(1, 1)
    expect(concentrationOf(rowsOf([[0, 0, 0, 0]]))).toBe(1)
    expect(concentrationOf(rowsOf([]))).toBe(1)
  })

  test('is more where most of them lie in one spot', () => {
    const crowd = across(0.4, 0.6).flatMap((line) => [line, line, line])
    expect(concentrationOf(rowsOf([...across(0, 1), ...crowd]))).toBeGreaterThan(3)
  })
})

describe('what is painted at a distance', () => {
  const ink = inkOf(many, orderOf(many))

  test('is less of lines that lie in a throng, and never less on the way into it', () => {
    const throng = inkOf(many, orderOf(many), 9)
    const at = (of: Ink, ratio: number): number => detailAt(of, frame, window, ratio).share
    expect(at(throng, 0.1)).toBeLessThan(at(ink, 0.1))
    expect([at(throng, 1), at(throng, 0.5)]).toEqual([at(ink, 1), at(ink, 1)])
  })

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
    expect(detailAt(inkOf(few, orderOf(few)), frame, window, 1)).toEqual(fullDetail)
  })
})
