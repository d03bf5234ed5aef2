import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdsInUse } from '../../src/formats/ids-in-use.ts'

test('tells for each id whether it was there before, in whatever order they come', () => {
  const numbered = fc.nat(30).map((number) => `e${number}`)
  const ascending = fc.nat(12).map((count) => Array.from({ length: count }, (_, at) => `e${at}`))
  const ids = fc
    .tuple(ascending, fc.array(fc.oneof(numbered, fc.string({ maxLength: 2 }))))
    .map(([first, then]) => [...first, ...then])
  fc.assert(
    fc.property(ids, (all) => {
      const inUse = new IdsInUse<string>()
      expect(all.map((id) => inUse.add(id))).toEqual(all.map((id, at) => all.indexOf(id) < at))
    }),
  )
})
