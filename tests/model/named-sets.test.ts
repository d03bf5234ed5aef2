import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entityId } from '../../src/model/ids.ts'
import { sameSets, withName, withSet, withSets, withoutSet } from '../../src/model/named-sets.ts'
import type { NamedSets } from '../../src/model/named-sets.ts'
import { anyText } from '../any-text.ts'

const nodes = fc
  .subarray(['lab', 'qwen', '', '__proto__', '通义'])
  .map((ids) => new Set(ids.map(entityId)))
/** Names that meet each other, surrounded by space or not. */
const name = fc.oneof(anyText, fc.constantFrom('A', ' A ', 'A 2', '', ' ', '__proto__'))
const anySets = fc
  .array(fc.tuple(name, nodes))
  .map((list) =>
    list.reduce<NamedSets>((sets, [called, of]) => withSet(sets, called, of), new Map()),
  )

describe('named sets', () => {
  test('keep every set under a name of its own, however they are called', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, nodes)), (list) => {
        const sets = list.reduce<NamedSets>(
          (before, [called, of]) => withSet(before, called, of),
          new Map(),
        )
        expect([...sets.values()]).toEqual(list.map(([, of]) => of))
        expect([...sets.keys()].every((each) => each !== '' && each.trim() === each)).toBe(true)
      }),
    )
  })

  test('called alike are numbered', () => {
    const set = new Set([entityId('lab')])
    const sets = ['Models', ' Models', '', 'Models'].reduce<NamedSets>(
      (before, called) => withSet(before, called, set),
      new Map(),
    )
    expect([...sets.keys()]).toEqual(['Models', 'Models 2', 'Set', 'Models 3'])
    expect([...withName(sets, 'Set', 'Models').keys()]).toEqual([
      'Models',
      'Models 2',
      'Models 4',
      'Models 3',
    ])
    expect(withName(sets, 'Models', ' Models ')).toEqual(sets)
  })

  test('stay where they are under another name, and none is lost', () => {
    fc.assert(
      fc.property(anySets, fc.nat(), name, (sets, at, to) => {
        const from = [...sets.keys()][at % Math.max(1, sets.size)] ?? ''
        expect([...withName(sets, from, to).values()]).toEqual([...sets.values()])
        expect([...withoutSet(sets, from).keys()]).toEqual(
          [...sets.keys()].filter((each) => each !== from),
        )
      }),
    )
  })

  test('of another book come along unless they are there already, whatever they are called', () => {
    fc.assert(
      fc.property(anySets, anySets, (sets, others) => {
        const both = withSets(sets, others)
        expect([...both].slice(0, sets.size)).toEqual([...sets])
        expect(withSets(both, others)).toBe(both)
        expect([...others.values()].every((nodes) => hasNodes(both, nodes))).toBe(true)
      }),
    )
  })

  test('are the same where names, nodes and order are', () => {
    const [a, b] = [new Set([entityId('lab')]), new Set([entityId('qwen')])]
    const sets = new Map([
      ['A', a],
      ['B', b],
    ])
    expect([
      sameSets(sets, new Map(sets)),
      sameSets(sets, new Map([...sets].toReversed())),
      sameSets(sets, new Map([...sets, ['B', a]])),
      sameSets(sets, new Map([['A', a]])),
    ]).toEqual([true, false, false, false])
  })
})

function hasNodes(sets: NamedSets, nodes: ReadonlySet<string>): boolean {
  return [...sets.values()].some(
    (each) => each.size === nodes.size && [...each].every((id) => nodes.has(id)),
  )
}
