import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entity } from '../../src/model/knowledge.ts'
import { EntityPacker, EntityUnpacker } from '../../src/workers/packed-entities.ts'
import { anyKnowledge } from '../formats/knowledge-arbitrary.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'

/** Packs the entities slice by slice, clones what travels, and unpacks it on the other side. */
function handedOver(entities: readonly Entity[], length: number): readonly Entity[] {
  const packer = new EntityPacker(length)
  const unpacker = new EntityUnpacker()
  const arrived: Entity[] = []
  for (let at = 0; at < entities.length; at += length) {
    const packed = structuredClone(packer.pack(entities.slice(at, at + length)))
    arrived.push(...unpacker.unpack(packed))
  }
  return arrived
}

test('entities are the same after they have been packed, cloned and unpacked', () => {
  fc.assert(
    fc.property(anyKnowledge, fc.integer({ min: 1, max: 5 }), (knowledge, length) => {
      const entities = [...knowledge.entities.values()]
      expect(handedOver(entities, length)).toEqual(entities)
    }),
    { numRuns: 200 },
  )
})

test('a text travels once', () => {
  const slice = [...sevenNodes(nasty).entities.values()]
  const packer = new EntityPacker(slice.length)
  const [first, again] = [packer.pack(slice), packer.pack(slice)]
  expect(first.texts).not.toEqual([])
  expect(again.texts).toEqual([])
})
