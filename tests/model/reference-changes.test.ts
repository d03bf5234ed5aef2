import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sourceId } from '../../src/model/ids.ts'
import type { Reference } from '../../src/model/knowledge.ts'
import { differingReferences } from '../../src/model/reference-changes.ts'

const source = sourceId('article')
const other = sourceId('book')

const anyReference: fc.Arbitrary<Reference> = fc.record(
  {
    source: fc.constantFrom(source, other),
    paragraph: fc.nat({ max: 2 }),
    words: fc.constantFrom('a', 'b'),
    gloss: fc.constantFrom('x', 'y'),
  },
  { requiredKeys: ['source'] },
)
const anyReferences = fc.array(anyReference, { maxLength: 6 })
const sorted = (references: readonly (Reference | undefined)[]): readonly string[] =>
  references
    .map((each) => JSON.stringify([each?.source, each?.paragraph, each?.words, each?.gloss]))
    .toSorted()

describe('the references in which two versions of a statement differ', () => {
  test('are none, whatever their order', () => {
    fc.assert(
      fc.property(anyReferences, (references) => {
        expect(differingReferences(references, references.toReversed())).toEqual([])
      }),
    )
  })

  test('have changed where they say something else of the same place, or the same of another', () => {
    const then = { source, paragraph: 1, gloss: 'Names the city.' }
    const reworded = { ...then, gloss: 'Says where it is.' }
    const moved = { ...then, paragraph: 3 }
    expect([
      differingReferences([then], [reworded]),
      differingReferences([then], [moved]),
      differingReferences([then], [moved, reworded]),
    ]).toEqual([
      [{ before: then, after: reworded }],
      [{ before: then, after: moved }],
      [
        { before: undefined, after: moved },
        { before: then, after: reworded },
      ],
    ])
  })

  test('came and went where source, place and words are others', () => {
    const then = { source, paragraph: 1, words: 'a' }
    const now = { source: other, paragraph: 1, words: 'a' }
    expect(differingReferences([then], [now])).toEqual([
      { before: then, after: undefined },
      { before: undefined, after: now },
    ])
  })

  test('are counted: one of two that are alike can go', () => {
    const twice = { source, paragraph: 2 }
    expect(differingReferences([twice, twice], [twice])).toEqual([
      { before: twice, after: undefined },
    ])
  })

  test('and those that do not are all of both versions, none twice; backwards as many differ', () => {
    fc.assert(
      fc.property(anyReferences, anyReferences, (before, after) => {
        const found = differingReferences(before, after)
        const [went, came] = [
          found.flatMap((each) => each.before ?? []),
          found.flatMap((each) => each.after ?? []),
        ]
        const kept = (all: readonly Reference[], some: readonly Reference[]): readonly string[] => {
          const rest = [...sorted(some)]
          return sorted(all).filter((each) => {
            const at = rest.indexOf(each)
            if (at !== -1) rest.splice(at, 1)
            return at === -1
          })
        }
        expect(kept(before, went)).toEqual(kept(after, came))
        expect(kept(before, went).length).toBe(before.length - went.length)
        expect(sorted(differingReferences(after, before).map(({ after: each }) => each))).toEqual(
          sorted(found.map(({ before: each }) => each)),
        )
      }),
    )
  })
})
