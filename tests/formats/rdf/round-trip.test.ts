import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRdf } from '../../../src/formats/rdf/read.ts'
import { writeJsonLd } from '../../../src/formats/rdf/write-json-ld.ts'
import { writeTurtle } from '../../../src/formats/rdf/write-turtle.ts'
import { entityId, predicateId, statementId } from '../../../src/model/ids.ts'
import { issueText } from '../../../src/model/issue.ts'
import type { Knowledge } from '../../../src/model/knowledge.ts'
import { noDrawing } from '../../drawings.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'
import { anyTriples } from './triples-arbitrary.ts'

const encoder = new TextEncoder()
const writers = [
  ['turtle', writeTurtle],
  ['json-ld', writeJsonLd],
] as const

/** Maps as lists, so that the order counts. */
const listed = (knowledge: Knowledge): object =>
  Object.fromEntries(
    Object.entries(knowledge).map(([key, value]) => [
      key,
      value instanceof Map ? [...value] : value,
    ]),
  )

describe.each(writers)('%s', (syntax, write) => {
  const read = async (text: string): Promise<Knowledge> => {
    const result = await readRdf(encoder.encode(text), 'test', syntax)
    if (!result.ok) throw new Error(`rejected: ${result.issues.map(issueText).join()}\n${text}`)
    return result.content
  }

  it('reads back whatever knowledge it wrote', async () => {
    await fc.assert(
      fc.asyncProperty(anyKnowledge, async (knowledge) => {
        const { text } = write(knowledge, noDrawing)
        expect(listed(await read(text))).toEqual(listed(knowledge))
      }),
      { numRuns: 40 },
    )
  })

  it('keeps two statements that say the same, and an entity that nothing is said of', async () => {
    const knowledge = knowledgeOf(['alone', 'told'], ['first', 'second'])
    const { text } = write(knowledge, noDrawing)
    expect(listed(await read(text))).toEqual(listed(knowledge))
  })

  it('keeps ids that are no IRIs for all that they look like some', async () => {
    const ids = ['A:]', 'a:', 'http://e/[b]', 'http://[::1]/', 'http://e/a#b#c', 'x:y z']
    for (const id of ids) {
      const knowledge = knowledgeOf([id, 'told'], ['first'], id)
      const { text } = write(knowledge, noDrawing)
      expect(listed(await read(text))).toEqual(listed(knowledge))
    }
  })

  it('writes the same bytes again after one pass', async () => {
    await fc.assert(
      fc.asyncProperty(anyKnowledge, async (knowledge) => {
        const once = write(knowledge, noDrawing).text
        expect(write(await read(once), noDrawing).text).toBe(once)
      }),
      { numRuns: 15 },
    )
  })

  it('gives back what it read from RDF of others', async () => {
    await fc.assert(
      fc.asyncProperty(anyTriples, async (triples) => {
        const result = await readRdf(encoder.encode(triples.join('\n')), 'test', 'n-triples')
        if (!result.ok) throw new Error(result.issues.map(issueText).join())
        const { text } = write(result.content, noDrawing)
        expect(listed(await read(text))).toEqual(listed(result.content))
      }),
      { numRuns: 60 },
    )
  })
})

/** Entities without a name, and statements that say the same of the last of them. */
function knowledgeOf(
  entities: readonly string[],
  statements: readonly string[],
  predicate = 'says',
): Knowledge {
  const subject = entityId(entities.at(-1) ?? '')
  return {
    dataset: { id: '', title: '', start: [] },
    kinds: new Map(),
    predicates: new Map(),
    qualifiers: new Map(),
    sources: new Map(),
    columns: { entity: [], statement: [] },
    entities: new Map(
      entities
        .map(entityId)
        .map((id) => [id, { id, aliases: [], parents: [], spans: [], attributes: [] }]),
    ),
    statements: new Map(
      statements.map(statementId).map((id) => [
        id,
        {
          id,
          subject,
          predicate: predicateId(predicate),
          value: { type: 'literal', literal: { text: 'so', datatype: 'string' } },
          direction: 'directed',
          qualifiers: [],
          references: [],
          disputes: [],
          spans: [],
          attributes: [],
        },
      ]),
    ),
  }
}
