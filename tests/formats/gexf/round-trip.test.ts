import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGexf } from '../../../src/formats/gexf/read.ts'
import { writeGexf } from '../../../src/formats/gexf/write.ts'
import type { Knowledge } from '../../../src/model/knowledge.ts'
import { noDrawing } from '../../drawings.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'

const versions = ['1.3', '1.2draft'] as const
const encoder = new TextEncoder()

const read = (text: string): Knowledge => {
  const result = readGexf(encoder.encode(text), 'test.gexf')
  if (!result.ok) throw new Error(`rejected: ${JSON.stringify(result.issues)}`)
  return result.content
}
/** Maps as lists, so that the order counts. */
const listed = (knowledge: Knowledge): object =>
  Object.fromEntries(
    Object.entries(knowledge).map(([key, value]) => [
      key,
      value instanceof Map ? [...value] : value,
    ]),
  )

describe.each(versions)('GEXF %s', (version) => {
  it('reads back whatever knowledge it wrote', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const { text } = writeGexf(knowledge, noDrawing, { version })
        expect(listed(read(text))).toEqual(listed(knowledge))
      }),
      { numRuns: 300 },
    )
  })

  it('writes the same bytes again after one pass', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const once = writeGexf(knowledge, noDrawing, { version }).text
        expect(writeGexf(read(once), noDrawing, { version }).text).toBe(once)
      }),
      { numRuns: 100 },
    )
  })
})
