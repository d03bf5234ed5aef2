import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeSize } from '../../src/display/appearance.ts'
import { axisOf, histogramOf } from '../../src/display/node-size-histogram.ts'
import { amountScale, degreeScale } from '../../src/display/node-size.ts'
import type { SizeScale } from '../../src/display/node-size.ts'

const anyAmount = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, min: 0, max: 1 }),
)
const anyAmounts = fc.oneof(
  fc.array(anyAmount, { maxLength: 30 }),
  fc.array(fc.nat({ max: 5000 }), { maxLength: 30 }),
)
const rounded = ({ marks }: SizeScale) =>
  marks.map(({ amount, radius, orMore }) => [
    amount,
    Math.round(radius * 10) / 10,
    ...(orMore ? ['or more'] : []),
  ])

describe('the scale of sizes', () => {
  test('by degree is that of every picture, and its legend says from where on all look the same', () => {
    const scale = degreeScale([1, 4, 90])
    expect([0, 1, 36, 90].map(scale.radius)).toEqual([0, 1, 36, 90].map(nodeSize))
    expect(rounded(scale)).toEqual([
      [1, 4.9],
      [20, 13.6],
      [37, 18, 'or more'],
    ])
    expect(rounded(degreeScale([2, 3]))).toEqual([
      [2, 5.7],
      [3, 6.4],
    ])
  })

  test('lets areas grow evenly, from 0 where amounts begin there', () => {
    const { radius } = amountScale([0.1, 4])
    const area = (amount: number): number => Math.round(radius(amount) ** 2)
    expect([0, 1, 2, 3, 4].map(area)).toEqual([16, 93, 170, 247, 324])
    expect(radius(undefined)).toBe(2)
  })

  test('begins at the least amount where all lie far from 0, as years do', () => {
    const { radius } = amountScale([1990, 2020])
    expect([1990, 2020].map(radius)).toEqual([4, 18])
  })

  test('gives equal amounts one middling size, and no amounts no legend', () => {
    expect(rounded(amountScale([7, 7]))).toEqual([[7, 9.6]])
    expect(rounded(amountScale([0]))).toEqual([[0, 9.6]])
    expect(rounded(amountScale([]))).toEqual([])
  })

  test('draws amounts alike that are too small to tell apart', () => {
    const { radius } = amountScale([0, 5e-324])
    expect(radius(0)).toBe(radius(5e-324))
  })

  test('never draws a greater amount smaller, and its legend is true', () => {
    fc.assert(
      fc.property(anyAmounts, (amounts) => {
        for (const scale of [amountScale(amounts), degreeScale(amounts.map(Math.abs))]) {
          const { extent, marks, radius } = scale
          const rising = marks.map(({ amount }) => amount)
          expect(rising).toEqual(rising.toSorted((a, b) => a - b))
          for (const mark of marks) {
            expect(mark.radius).toBe(radius(mark.amount))
            expect(extent !== undefined && mark.amount >= extent.min).toBe(true)
          }
          const sizes = amounts
            .map(Math.abs)
            .toSorted((a, b) => a - b)
            .map(radius)
          expect(sizes.every((size) => size >= 3 && size <= 18)).toBe(true)
          expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
          expect(marks.at(-1)?.radius).toBe(extent === undefined ? undefined : radius(extent.max))
        }
      }),
    )
  })
})

describe('the histogram and its brush', () => {
  test('has one bar for each whole number where these are few', () => {
    const axis = axisOf({ min: 1, max: 4, whole: true })
    if (axis === undefined) throw new Error('There is an axis')
    const all = new Set([1, 2, 2.5, 4].map((amount) => ({ amount })))
    const shown = new Set([...all].filter(({ amount }) => amount > 1.5))
    expect([axis.edges, axis.steps, axis.rangeBetween(1, 3)]).toEqual([
      [1, 2, 3, 4, 5],
      4,
      { min: 2, max: 3 },
    ])
    const amountOf = ({ amount }: { amount: number }) => (amount === 2.5 ? undefined : amount)
    expect(histogramOf(axis, amountOf, all, shown)).toEqual({
      bars: [
        { all: 1, shown: 0 },
        { all: 1, shown: 1 },
        { all: 0, shown: 0 },
        { all: 1, shown: 1 },
      ],
      tallest: 1,
      without: 1,
    })
  })

  test('is not there where there is nothing to choose', () => {
    expect([
      axisOf({ min: 3, max: 3, whole: true }),
      axisOf({ min: -1.7e308, max: 1.7e308, whole: false }),
    ]).toEqual([undefined, undefined])
  })

  test('counts every node once, and every step of the brush leads to itself', () => {
    fc.assert(
      fc.property(anyAmounts, fc.nat(), fc.nat(), (amounts, a, b) => {
        const { extent } = amountScale(amounts)
        const axis = extent === undefined ? undefined : axisOf(extent)
        if (extent === undefined || axis === undefined) return
        const nodes = new Set(amounts.map((_, index) => index))
        const { bars } = histogramOf(axis, (node) => amounts[node], nodes, nodes)
        expect(bars.reduce((sum, { all }) => sum + all, 0)).toBe(amounts.length)

        const from = a % axis.steps
        const to = from + 1 + (b % (axis.steps - from))
        const range = axis.rangeBetween(from, to)
        expect(axis.rangeBetween(0, axis.steps)).toEqual({ min: extent.min, max: extent.max })
        const again = axis.stepsOf(range)
        expect(axis.rangeBetween(again.from, again.to)).toEqual(range)
      }),
      { examples: [[[-0, 5e-324], 0, 0]] },
    )
  })
})
