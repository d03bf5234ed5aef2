import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextCache } from '../../../src/formats/xml/text-cache.ts'

test('a stretch is what it would be if it were cut out, whatever came before', () => {
  // Few letters, so that stretches share their slots.
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ü'), minLength: 60, maxLength: 200 })
  const stretches = fc.array(fc.tuple(fc.nat(60), fc.nat(30)), { minLength: 1, maxLength: 100 })
  fc.assert(
    fc.property(text, stretches, (whole, all) => {
      const cache = new TextCache()
      for (const [from, length] of all) {
        const to = Math.min(whole.length, from + length)
        expect(cache.slice(whole, from, to)).toBe(whole.slice(from, to))
      }
    }),
  )
})
