import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Recent } from '../../src/model/recent.ts'

// Few letters, so that texts share their slots.
const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 30 }), {
  minLength: 1,
  maxLength: 200,
})

test('what is made of a text is what would have been made anew, whatever came before', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const recent = new Recent((text) => ({ text }))
      expect(all.map((text) => recent.of(text).text)).toEqual(all)
    }),
  )
})

test('it is right of thousands of texts, and makes most of those that come again but once', () => {
  let made = 0
  const recent = new Recent((text) => {
    made += 1
    return { text }
  })
  const two = (place: number): string => ((place % 900) + 360).toString(36)
  const all = Array.from({ length: 30_000 }, (_, place) => two(place))
  expect(all.map((text) => recent.of(text).text)).toEqual(all)
  expect(made).toBeLessThan(all.length / 2)
})

test('a short text that comes again gets the same thing', () => {
  const recent = new Recent((text) => ({ text }))
  expect(recent.of('Beijing')).toBe(recent.of('Beijing'))
})
