import { expect, test, vi } from 'vitest'
import { readLastEdges } from '../../src/formats/gexf/read-last-edges.ts'
import { readGexf } from '../../src/formats/gexf/read.ts'
import { usualGexf, warmUp } from '../../src/workers/warm-up.ts'

const encoder = new TextEncoder()

test('the usual document is read without a word, whole and from its edges on', () => {
  const { head, nodes, edges } = usualGexf
  const result = readGexf(encoder.encode(head + nodes() + edges()), 'usual.gexf')
  if (!result.ok) throw new Error('it was rejected')
  expect(result.issues).toEqual([])
  expect(result.content.entities.size).toBeGreaterThan(100)
  const last = readLastEdges(head, encoder.encode(edges()))
  expect(last?.offsets.length).toBe(result.content.statements.size)
})

test('warming up ends by itself, or when it is stopped', () => {
  vi.useFakeTimers()
  try {
    let [whole, short] = [0, 0]
    warmUp(() => void (whole += 1))
    const stop = warmUp(() => {
      short += 1
      if (short === 2) stop()
    })
    vi.runAllTimers()
    expect([whole > 2, short]).toEqual([true, 2])
  } finally {
    vi.useRealTimers()
  }
})
