import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packStatements, unpackStatements } from '../../src/workers/packed-statements.ts'
import { anyKnowledge } from '../formats/knowledge-arbitrary.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'

test('statements are the same after they have been packed, cloned and unpacked', () => {
  fc.assert(
    fc.property(anyKnowledge, ({ statements }) => {
      const slice = [...statements.values()]
      expect(unpackStatements(structuredClone(packStatements(slice)))).toEqual(slice)
    }),
    { numRuns: 200 },
  )
})

test('plain ones travel in columns, cited ones whole', () => {
  const slice = [...sevenNodes(nasty).statements.values()]
  const packed = packStatements(slice)
  expect(packed.unusual.map(([at]) => slice[at]?.id)).toEqual(
    slice
      .filter(
        ({ references, value, note }) =>
          references.length > 0 || value.type === 'literal' || note !== undefined,
      )
      .map(({ id }) => id),
  )
  expect(unpackStatements(packed)).toEqual(slice)
})
