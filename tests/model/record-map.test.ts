import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RecordMap } from '../../src/model/record-map.ts'
import { allAtOnce } from '../../src/model/steps.ts'

const anyIds = fc.uniqueArray(fc.string())
const itemsOf = (ids: readonly string[]) => ids.map((id, place) => ({ id, place }))

/** The same records in a compact form, made anew whenever they are. */
function recordsOf(ids: readonly string[]): RecordMap<{ readonly id: string; place: number }> {
  return new RecordMap({
    size: ids.length,
    idAt: (place) => ids[place] ?? '',
    make: (place) => ({ id: ids[place] ?? '', place }),
  })
}

test('that two records have one id is a mistake, and no endless search', () => {
  const twice = recordsOf(['a', 'b', 'a'])
  expect(() => twice.get('b')).toThrow('Two records have the id a')
})

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
      const records = recordsOf(ids)
      if (noted) allAtOnce(records.noteSteps())
      const map = new Map(items.map((item) => [item.id, item]))
      const asked = [...ids, ...strangers]
      expect(toldBy(records, asked)).toEqual(toldBy(map, asked))
    }),
  )
})

test('answers in the midst of noting, and notes the rest afterwards', () => {
  const ids = Array.from({ length: 2000 }, (_, at) => `id-${at}`)
  const records = recordsOf(ids)
  const steps = records.noteSteps()
  expect(steps.next().done).toBe(false)
  expect([records.get('id-1999'), records.has('id-2000')]).toEqual([itemsOf(ids)[1999], false])
  expect(steps.next().done).toBe(true)
})

test('a record is made once, when somebody asks for it, whichever way', () => {
  const made: number[] = []
  const records = new RecordMap({
    size: 3,
    idAt: (place) => `id-${place}`,
    make: (place) => {
      made.push(place)
      return { id: `id-${place}` }
    },
  })
  expect([records.size, records.idAt(2), records.placeOf('id-1'), [...records.keys()]]).toEqual([
    3,
    'id-2',
    1,
    ['id-0', 'id-1', 'id-2'],
  ])
  expect(made).toEqual([])
  expect(records.get('id-1')).toBe(records.at(1))
  expect([...records.values()][1]).toBe(records.at(1))
  expect(made).toEqual([1, 0, 2])
})
