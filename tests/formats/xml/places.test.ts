import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placesAlong, placesIn } from '../../../src/formats/place-in-text.ts'

it('finds the same places in one pass over pieces as in the whole text', () => {
  const unit = fc.constantFrom('\n', '\r', '\r\n', 'a', 'é', '😀')
  fc.assert(
    fc.property(fc.array(fc.array(unit).map((units) => units.join(''))), (pieces) => {
      const text = pieces.join('')
      const offsets = [...text, ''].map((_, index) => index)
      expect(placesAlong(pieces, offsets)).toEqual(offsets.map(placesIn(text)))
    }),
  )
})
