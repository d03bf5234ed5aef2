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

test('a short text that comes again gets the same thing', () => {
  const recent = new Recent((text) => ({ text }))
  expect(recent.of('Beijing')).toBe(recent.of('Beijing'))
})
