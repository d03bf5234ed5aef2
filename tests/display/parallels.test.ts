import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entityId, statementId } from '../../src/model/ids.ts'
import type { Edge } from '../../src/graph/graph.ts'
import { parallels } from '../../src/display/parallels.ts'
import { sevenNodes } from '../seven-nodes.ts'

const [statement] = sevenNodes().statements.values()

test('edges between the same two nodes are numbered together where the first of them stands', () => {
  if (statement === undefined) throw new Error('The graph of seven nodes has no statement')
  const end = fc.nat({ max: 4 })
  fc.assert(
    fc.property(fc.array(fc.tuple(end, end)), (pairs) => {
      const joined = pairs.map(([source, target], place) => {
        const edge: Edge = {
          id: statementId(String(place)),
          source: entityId(String(source)),
          target: entityId(String(target)),
          statement,
          place,
        }
        return { edge, source, target }
      })
      const groups = new Map<string, number[]>()
      pairs.forEach((pair, place) => {
        const key = pair.toSorted((a, b) => a - b).join(' ')
        groups.set(key, [...(groups.get(key) ?? []), place])
      })
      const { order, index, count } = parallels(joined)
      expect([...order]).toEqual([...groups.values()].flat())
      for (const group of groups.values()) {
        expect(group.map((place) => [index[place], count[place]])).toEqual(
          group.map((_, at) => [at, group.length]),
        )
      }
    }),
  )
})
