import { expect, test } from 'vitest'
import { tasksPerFrame } from '../../benchmarks/growth/frames.ts'
import { flagsOf } from '../../benchmarks/growth/flags.ts'
import { judged } from '../../benchmarks/growth/limits.ts'
import { plot } from '../../benchmarks/growth/plot.ts'
import { report } from '../../benchmarks/growth/report.ts'
import { growthOf, mediansOf } from '../../benchmarks/growth/results.ts'
import type { SizeResult } from '../../benchmarks/growth/results.ts'
import { sizes } from '../../benchmarks/growth/sizes.ts'

/** Both pages take `c · edges ^ power`, the bare one twice as long. */
function grown(power: number): readonly SizeResult[] {
  return sizes.map((size) => {
    const picture = 0.02 * size.edges ** power
    return { size, runs: 1, orrery: { picture }, bare: { picture: 2 * picture } }
  })
}

const pictureOf = ({ orrery }: SizeResult): number | undefined => orrery.picture

test('a figure that grows as a power of the edges is found to grow with that power', () => {
  for (const power of [0, 0.5, 1, 1.3]) expect(growthOf(grown(power), pictureOf)).toBeCloseTo(power)
  expect(growthOf(grown(1).slice(0, 1), pictureOf)).toBeUndefined()
})

test('what was given up has no part in the growth, and outlasts every other in a median', () => {
  const [first, ...others] = grown(1)
  if (first === undefined) throw new Error('There are no sizes')
  const givenUp = { ...first, orrery: { picture: Infinity } }
  expect(growthOf([givenUp, ...others], pictureOf)).toBeCloseTo(1)
  expect(
    mediansOf([{ picture: 1 }, { picture: Infinity }, { picture: 2 }, { picture: NaN }, {}]),
  ).toEqual({
    picture: 2,
  })
})

test('a limit that is a share is held against the bare page; two that were given up are no match', () => {
  const share = { id: 'picture', bounds: { '10k': { share: 0.5 } } } as const
  const [, result] = grown(1)
  if (result === undefined) throw new Error('There is no second size')
  expect(judged(share, result)).toMatchObject({ reached: 0.5, kept: true })
  expect(judged({ ...share, bounds: { '10k': { share: 0.4 } } }, result)?.kept).toBe(false)
  const both = { picture: Infinity }
  expect(judged(share, { ...result, orrery: both, bare: both })).toBeUndefined()
  expect(judged(share, { ...result, orrery: both })?.kept).toBe(false)
})

test('a frame has the work of all tasks of its thread since the frame before', () => {
  const at = { pid: 1, tid: 2 }
  const task = (ts: number, dur: number) => ({ name: 'RunTask', ...at, ts, dur, tdur: dur / 2 })
  const frame = (ts: number) => ({ name: 'bench:frame', ...at, ts })
  expect(
    tasksPerFrame([
      frame(1500),
      task(1000, 2000),
      { ...task(4000, 9000), tid: 3 },
      task(5000, 1000),
      task(8000, 4000),
      frame(9000),
    ]),
  ).toEqual([
    { work: 1, clock: 2 },
    { work: 2.5, clock: 5 },
  ])
})

test('plot and table bear one size, a figure that is missing and one that was given up', () => {
  const conditions = { date: '2026-01-02', node: 'v20', chromium: '1', cores: 2, memory: 8e9 }
  const results = { conditions: { ...conditions, processor: '', limit: 1000 }, sizes: grown(1) }
  const one = { ...results, sizes: grown(1).slice(0, 1) }
  const odd = results.sizes.map((result) => ({
    ...result,
    orrery: { picture: Infinity },
    bare: {},
  }))
  for (const shown of [results, one, { ...results, sizes: odd }]) {
    expect(plot(shown.sizes)).not.toMatch(/NaN|Infinity|undefined/)
    expect(report(shown)).not.toMatch(/NaN|Infinity|undefined/)
  }
  expect(report({ ...results, sizes: odd })).toContain('given up · –')
})

test('flags that make no sense are refused', () => {
  expect(flagsOf(['--sizes=1k,50k', '--runs=3,1'])?.planned.map(({ runs }) => runs)).toEqual([3, 1])
  expect(flagsOf(['--sizes=1k,10k', '--runs=2'])?.planned.map(({ runs }) => runs)).toEqual([2, 2])
  for (const wrong of ['--sizes=7k', '--runs=0', '--runs=many', '--limit=-1'])
    expect(flagsOf([wrong])).toBeUndefined()
})
