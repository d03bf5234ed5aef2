import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnId, entityId, predicateId, statementId } from '../../src/model/ids.ts'
import type { Entity, Statement } from '../../src/model/knowledge.ts'
import { Arrival } from '../../src/workers/arrival.ts'
import { Departure } from '../../src/workers/departure.ts'
import { packEntities, unpackEntities } from '../../src/workers/packed-entities.ts'
import { packStatements, unpackStatements } from '../../src/workers/packed-statements.ts'
import { anyKnowledge } from '../formats/knowledge-arbitrary.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'

/** Packs the records slice by slice, clones what travels, and unpacks it on the other side. */
function handedOver(
  entities: readonly Entity[],
  statements: readonly Statement[],
  length: number,
): { readonly entities: readonly Entity[]; readonly statements: readonly Statement[] } {
  const departure = new Departure()
  const arrival = new Arrival()
  const arrived = { entities: [] as Entity[], statements: [] as Statement[] }
  for (let at = 0; at < entities.length; at += length) {
    const packed = structuredClone(packEntities(entities.slice(at, at + length), departure))
    arrived.entities.push(...unpackEntities(packed, arrival))
  }
  for (let at = 0; at < statements.length; at += length) {
    const packed = structuredClone(packStatements(statements.slice(at, at + length), departure))
    arrived.statements.push(...unpackStatements(packed, arrival))
  }
  return arrived
}

test('entities and statements are the same after they have been packed, cloned and unpacked', () => {
  fc.assert(
    fc.property(anyKnowledge, fc.integer({ min: 1, max: 5 }), (knowledge, length) => {
      const entities = [...knowledge.entities.values()]
      const statements = [...knowledge.statements.values()]
      expect(handedOver(entities, statements, length)).toEqual({ entities, statements })
    }),
    { numRuns: 200 },
  )
})

test('plain statements travel in columns, cited ones whole', () => {
  const slice = [...sevenNodes(nasty).statements.values()]
  const packed = packStatements(slice, new Departure())
  expect(packed.unusual.map(([at]) => slice[at]?.id)).toEqual(
    slice
      .filter(
        ({ references, value, note }) =>
          references.length > 0 || value.type === 'literal' || note !== undefined,
      )
      .map(({ id }) => id),
  )
})

test('a text travels once', () => {
  const departure = new Departure()
  const slice = [...sevenNodes(nasty).entities.values()]
  const [first, again] = [packEntities(slice, departure), packEntities(slice, departure)]
  expect(first.names).not.toEqual([])
  expect(again.names).toEqual([])
})

test('what many records have is one object on the other side', () => {
  const attributes = [{ column: columnId('sector'), text: 'energy' }]
  const plain = { qualifiers: [], references: [], disputes: [], spans: [], attributes }
  const statement = (id: string): Statement => ({
    ...plain,
    id: statementId(id),
    subject: entityId(id),
    predicate: predicateId('based-in'),
    value: { type: 'entity', entity: entityId('beijing') },
    direction: 'directed',
  })
  const { statements } = handedOver([], [statement('a'), statement('b')], 1)
  const [first, second] = statements
  expect(first?.attributes[0]).toBe(second?.attributes[0])
  expect(first?.value).toBe(second?.value)
})
