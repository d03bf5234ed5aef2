import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGraphml } from '../../../src/formats/graphml/read.ts'
import { writeGraphml } from '../../../src/formats/graphml/write.ts'
import type { EdgeDrawing, Knowledge, NodeDrawing } from '../../../src/model/knowledge.ts'
import { drawnAs, noDrawing } from '../../drawings.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'

const encoder = new TextEncoder()

const read = (text: string): Knowledge => {
  const result = readGraphml(encoder.encode(text), 'test.graphml')
  if (!result.ok) throw new Error(`rejected: ${JSON.stringify(result.issues)}`)
  const faults = result.issues.filter(({ message }) => !message.includes('look alike'))
  expect(faults).toEqual([])
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

// JSON, through which a file of ours is restored, has no −0.
const float = fc
  .float({ noNaN: true, noDefaultInfinity: true })
  .filter((number) => !Object.is(number, -0))
const colour = fc
  .tuple(fc.integer({ min: 0, max: 0xffffff }), fc.option(fc.integer({ min: 0, max: 254 })))
  .map(([rgb, alpha]) => {
    const hex = (number: number, digits: number): string =>
      number.toString(16).padStart(digits, '0')
    return `#${hex(rgb, 6)}${alpha === null ? '' : hex(alpha, 2)}`
  })
const size = float.map(Math.abs)
const nodeDrawing: fc.Arbitrary<NodeDrawing> = fc.record(
  {
    position: fc.record({ x: float, y: float, z: float }, { requiredKeys: ['x', 'y'] }),
    colour,
    size,
    shape: fc.constantFrom('disc', 'square', 'diamond', 'star5'),
  },
  { requiredKeys: [] },
)
const edgeDrawing: fc.Arbitrary<EdgeDrawing> = fc.record(
  { colour, thickness: size, shape: fc.constantFrom('solid', 'dashed', 'dotted') },
  { requiredKeys: [] },
)
const drawn = anyKnowledge.chain((knowledge) =>
  fc
    .tuple(
      fc.array(nodeDrawing, { minLength: 5, maxLength: 5 }),
      fc.array(edgeDrawing, { minLength: 5, maxLength: 5 }),
    )
    .map(([nodes, edges]) => ({
      knowledge,
      nodes: new Map([...knowledge.entities.keys()].map((id, index) => [id, nodes[index] ?? {}])),
      edges: new Map(
        [...knowledge.statements.values()]
          .filter(({ value }) => value.type === 'entity')
          .map(({ id }, index) => [id, edges[index] ?? {}]),
      ),
    })),
)

describe('GraphML', () => {
  it('reads back whatever knowledge it wrote', () => {
    fc.assert(
      fc.property(anyKnowledge, (knowledge) => {
        const { text } = writeGraphml(knowledge, noDrawing)
        expect(listed(read(text))).toEqual(listed(knowledge))
      }),
      { numRuns: 100 },
    )
  })

  it('reads back whatever drawing it wrote', () => {
    fc.assert(
      fc.property(drawn, ({ knowledge, nodes, edges }) => {
        const again = read(writeGraphml(knowledge, drawnAs(nodes, edges)).text)
        const drawings = <Id>(
          records: ReadonlyMap<Id, { readonly drawing?: object }>,
        ): readonly unknown[] => [...records].map(([id, one]) => [id, one.drawing ?? {}])
        const relations = [...again.statements].filter(([, { value }]) => value.type === 'entity')
        expect([drawings(again.entities), drawings(new Map(relations))]).toEqual([
          [...nodes],
          [...edges],
        ])
      }),
      { numRuns: 50 },
    )
  })

  it('writes the same bytes again after one pass', () => {
    fc.assert(
      fc.property(drawn, ({ knowledge, nodes, edges }) => {
        const once = writeGraphml(knowledge, drawnAs(nodes, edges)).text
        expect(writeGraphml(read(once), drawnAs(nodes, edges)).text).toBe(once)
      }),
      { numRuns: 30 },
    )
  })
})
