import { describe, expect, test } from 'vitest'
import type { LayoutReport, LayoutStart } from '../../src/workers/layout-messages.ts'
import { createLayoutRun } from '../../src/workers/layout-run.ts'
import { layoutStart } from '../../src/workers/live-layout.ts'

/** A ring of twelve with a spoke across. */
const ring: LayoutStart = layoutStart({
  nodes: Array.from({ length: 12 }, (_, index) => ({
    id: `n${index}`,
    size: 8,
    x: (index * 37) % 100,
    y: (index * 53) % 100,
  })),
  edges: Array.from({ length: 12 }, (_, source) => ({ source, target: (source + 1) % 12 })).concat({
    source: 0,
    target: 6,
  }),
})

/** A host whose clock stands still and whose `later` waits for `turn`. */
function quietHost() {
  const reports: LayoutReport[] = []
  const waiting: (() => void)[] = []
  const receive = createLayoutRun({
    report: (report) => reports.push(report),
    later: (next) => waiting.push(next),
    now: () => 0,
  })
  const turn = (times: number): void => {
    for (let done = 0; done < times && waiting.length > 0; done += 1) waiting.shift()?.()
  }
  return { reports, waiting, receive, turn }
}

const ordered = (reports: readonly LayoutReport[]): string =>
  reports.map(({ type }) => (type === 'frame' ? '.' : '!')).join('')

describe('a layout run', () => {
  test('reports frames, settles, says so once at the end and then rests', () => {
    const { reports, waiting, receive, turn } = quietHost()
    receive(ring)
    turn(1000)
    expect(ordered(reports)).toMatch(/^\.{5,}!$/)
    expect(reports.at(-1)).toMatchObject({ settled: true })
    expect(waiting).toEqual([])
  })

  test('says nothing more after a stop', () => {
    const { reports, receive, turn } = quietHost()
    receive(ring)
    turn(3)
    receive({ type: 'stop' })
    turn(1000)
    expect(ordered(reports)).toBe('...')
  })

  test('gives way to a new start', () => {
    const { reports, receive, turn } = quietHost()
    receive(ring)
    turn(2)
    receive(ring)
    turn(1000)
    expect(ordered(reports)).toMatch(/^\.+!$/)
  })

  test('holds a node that is pinned under way, to the end, with the others beside it', () => {
    const { reports, receive, turn } = quietHost()
    receive(ring)
    turn(2)
    receive({ type: 'pin', index: 3, x: 40, y: 60 })
    turn(1000)
    const last = reports.at(-1)?.positions ?? new Float32Array()
    expect(Array.from(last.slice(6, 8), Math.round)).toEqual([40, 60])
    expect(leastDistance(last)).toBeGreaterThanOrEqual(16)
  })

  test('does not blow the picture up or crush it', () => {
    const { reports, receive, turn } = quietHost()
    receive(ring)
    turn(1000)
    const extents = reports.map(({ positions }) => Math.max(...positions) - Math.min(...positions))
    expect(Math.max(...extents)).toBeLessThan(250)
    expect(Math.min(...extents)).toBeGreaterThan(50)
  })
})

function leastDistance(positions: Float32Array): number {
  let least = Infinity
  for (let a = 0; a < positions.length; a += 2)
    for (let b = a + 2; b < positions.length; b += 2)
      least = Math.min(
        least,
        Math.hypot(
          (positions[a] ?? 0) - (positions[b] ?? 0),
          (positions[a + 1] ?? 0) - (positions[b + 1] ?? 0),
        ),
      )
  return least
}
