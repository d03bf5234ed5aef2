import { describe, expect, test } from 'vitest'
import { kindLook, nameOf, nodeSize } from '../../src/display/appearance.ts'
import { kindId } from '../../src/model/ids.ts'
import type { Kind, Knowledge } from '../../src/model/knowledge.ts'
import { node, sevenNodes } from '../seven-nodes.ts'

const withKinds = (count: number): Knowledge => {
  const kinds = Array.from({ length: count }, (_, index): Kind => {
    return { id: kindId(`k${index}`), label: `${index}`, plural: `${index}` }
  })
  return { ...sevenNodes(), kinds: new Map(kinds.map((kind) => [kind.id, kind])) }
}

describe('how a kind looks', () => {
  test('is told by colour and by shape', () => {
    const knowledge = sevenNodes()
    const looks = [...knowledge.kinds.keys()].map((kind) => kindLook(knowledge, kind, 'light'))
    expect(looks).toEqual([
      { colour: '#6800e4', shape: 'circle' },
      { colour: '#d7720b', shape: 'star' },
      { colour: '#236969', shape: 'square' },
      { colour: '#4e90d9', shape: 'triangle' },
      { colour: '#7a4800', shape: 'diamond' },
    ])
  })

  test('differs for each of 88 kinds', () => {
    const knowledge = withKinds(88)
    const looks = [...knowledge.kinds.keys()].map((kind) =>
      JSON.stringify(kindLook(knowledge, kind, 'dark')),
    )
    expect(new Set(looks).size).toBe(88)
  })

  test('is a grey circle without a kind or with an unknown one', () => {
    const look = { colour: '#8d8e80', shape: 'circle' }
    const unknown = ['constructor', '__proto__', ''].map(kindId)
    expect([undefined, ...unknown].map((kind) => kindLook(sevenNodes(), kind, 'light'))).toEqual([
      look,
      look,
      look,
      look,
    ])
  })
})

describe('how large a node is', () => {
  test('grows in area with the degree, between 4 and 18 pixels', () => {
    expect([0, 1, 2, 10, 1e6].map((degree) => Math.round(nodeSize(degree) * 10) / 10)).toEqual([
      4, 4.9, 5.7, 10, 18,
    ])
  })
})

describe('what an entity is called', () => {
  test('is its label, or its id where it has none or an empty one', () => {
    const { label: _, ...nameless } = node('id', 'label', undefined)
    expect(
      [node('id', 'Label', undefined), node('id', '', undefined), nameless].map(nameOf),
    ).toEqual(['Label', 'id', 'id'])
  })
})
