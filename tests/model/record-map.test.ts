import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RecordMap } from '../../src/model/record-map.ts'
import { allAtOnce } from '../../src/model/steps.ts'

const anyIds = fc.uniqueArray(fc.string())
const itemsOf = (ids: readonly string[]) => ids.map((id, place) => ({ id, place }))

/** All that a map tells, asked for in an order of its own. */
function toldBy(map: ReadonlyMap<string, unknown>, asked: readonly string[]): unknown {
  const each: unknown[] = []
  map.forEach((item, id) => each.push([item, id]))
  return {
    each,
    size: map.size,
    values: [...map.values()],
    got: asked.map((id) => [map.has(id), map.get(id)]),
    keys: [...map.keys()],
    entries: [...map.entries()],
    itself: [...map],
  }
}

test('tells the same as a map of the records, whether the ids are noted or not', () => {
  fc.assert(
    fc.property(anyIds, fc.array(fc.string()), fc.boolean(), (ids, strangers, noted) => {
      const items = itemsOf(ids)
      const records = new RecordMap(items)
      if (noted) allAtOnce(records.noteSteps())
      const map = new Map(items.map((item) => [item.id, item]))
      const asked = [...ids, ...strangers]
      expect(toldBy(records, asked)).toEqual(toldBy(map, asked))
    }),
  )
})

test('answers in the midst of noting, and notes the rest afterwards', () => {
  const items = itemsOf(Array.from({ length: 2000 }, (_, at) => `id-${at}`))
  const records = new RecordMap(items)
  const steps = records.noteSteps()
  expect(steps.next().done).toBe(false)
  expect([records.get('id-1999'), records.has('id-2000')]).toEqual([items[1999], false])
  expect(steps.next().done).toBe(true)
})
