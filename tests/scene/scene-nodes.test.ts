import { describe, expect, test } from 'vitest'
import type { EntityId } from '../../src/model/ids.ts'
import { SceneNodes } from '../../src/scene/scene-nodes.ts'
import { pictureNode } from './pictured.ts'

describe('the nodes of a scene', () => {
  const nodes = new SceneNodes([pictureNode('a', 1, 2), pictureNode('b', 3, 4)])

  test('are found by what they are and by their rank', () => {
    expect(nodes.count).toBe(2)
    expect(nodes.rankOf('b' as EntityId)).toBe(1)
    expect(nodes.rankOf('c' as EntityId)).toBeUndefined()
    expect(nodes.at(1).label).toBe('b')
    expect(() => nodes.at(2)).toThrow('no node of rank 2')
  })

  test('stand where the picture has them until they are moved', () => {
    expect(nodes.place(0)).toEqual({ x: 1, y: 2 })
    nodes.move(0, { x: 5, y: -6 })
    expect(nodes.place(0)).toEqual({ x: 5, y: -6 })
    expect(nodes.place(1)).toEqual({ x: 3, y: 4 })
  })

  test('cannot be nowhere', () => {
    expect(() => new SceneNodes([pictureNode('lost', Number.NaN)])).toThrow('no finite position')
  })
})
