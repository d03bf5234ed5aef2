import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Subset } from '../../src/view/subset.ts'

test('a subset is the set of what its mask marks', () => {
  const anyFlags = fc.array(fc.boolean(), { maxLength: 8 })
  fc.assert(
    fc.property(anyFlags, (flags) => {
      const all = flags.map((_, place) => `n${place}`)
      const subset = new Subset(
        all,
        (id) => (all.includes(id) ? all.indexOf(id) : undefined),
        Uint8Array.from(flags, Number),
      )
      const marked = all.filter((_, place) => flags[place])
      expect([...subset]).toEqual(marked)
      expect(subset.size).toBe(marked.length)
      expect([...all, 'other'].filter((id) => subset.has(id))).toEqual(marked)
      expect([...subset.entries()]).toEqual(marked.map((id) => [id, id]))
      const told: string[] = []
      subset.forEach((id) => told.push(id))
      expect(told).toEqual(marked)
      // Again and again, and wherever a set is asked for.
      expect(new Set(subset.keys())).toEqual(new Set(subset.values()))
    }),
  )
})
