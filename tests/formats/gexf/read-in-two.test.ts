import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LastEdges } from '../../../src/formats/gexf/raw-edges.ts'
import { readLastEdges } from '../../../src/formats/gexf/read-last-edges.ts'
import { readGexf, readGexfInTwo } from '../../../src/formats/gexf/read.ts'
import type { ReadEnd } from '../../../src/formats/gexf/read.ts'
import { writeGexf } from '../../../src/formats/gexf/write.ts'
import { xmlLimits } from '../../../src/formats/xml/xml-limits.ts'
import { predicateId, statementId } from '../../../src/model/ids.ts'
import type { EntityId, StatementId } from '../../../src/model/ids.ts'
import type { ReadResult } from '../../../src/model/issue.ts'
import type { Knowledge, Statement } from '../../../src/model/knowledge.ts'
import { corpora, rowsOf } from '../../corpus-index.ts'
import { noDrawing } from '../../drawings.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'
import { mutantRuns, mutants } from '../mutations.ts'

const encoder = new TextEncoder()

/** What is read in two, and whether the end came from the second reader. */
async function readInTwo(
  bytes: Uint8Array,
  limits = xmlLimits,
): Promise<{
  readonly result: ReadResult<Knowledge>
  readonly last: LastEdges | undefined
}> {
  let last: LastEdges | undefined
  const readEnd: ReadEnd = (head, from, given) => {
    last = structuredClone(readLastEdges(head, bytes.slice(from), given))
    return Promise.resolve(last)
  }
  const result = await readGexfInTwo(bytes, 'g.gexf', readEnd, limits, undefined, 0)
  return { result, last }
}

/** All that a result says, in an order of its own. */
function toldBy(result: ReadResult<Knowledge>): unknown {
  if (!result.ok) return result
  const { entities, statements, ...rest } = result.content
  return {
    ...result,
    content: { ...rest, entities: [...entities], statements: [...statements] },
  }
}

async function expectTheSame(
  bytes: Uint8Array,
  limits = xmlLimits,
): Promise<LastEdges | undefined> {
  const { result, last } = await readInTwo(bytes, limits)
  expect(toldBy(result)).toEqual(toldBy(readGexf(bytes, 'g.gexf', limits)))
  return last
}

/** The same with some dozens of edges more, so that the cut has edges on either side. */
function withMore(knowledge: Knowledge): Knowledge {
  const ids = [...knowledge.entities.keys()]
  const [one] = ids
  if (one === undefined) return knowledge
  const more = Array.from({ length: 60 }, (_, place): [StatementId, Statement] => {
    const id = statementId(`more ${place}`)
    const column = knowledge.columns.statement[place % 3]?.id
    const end = (at: number): EntityId => ids[at % ids.length] ?? one
    return [
      id,
      {
        id,
        subject: end(place),
        predicate: predicateId(`relation ${place % 4}`),
        value: { type: 'entity', entity: end(place * 7) },
        direction: 'directed',
        qualifiers: [],
        references: [],
        disputes: [],
        spans: [],
        attributes: column === undefined ? [] : [{ column, text: `${place % 5}` }],
      },
    ]
  })
  return { ...knowledge, statements: new Map([...knowledge.statements, ...more]) }
}

const nodes = Array.from({ length: 9 }, (_, place) => `<node id="n${place}" label="é ${place}"/>`)
const cell = (value: string): string =>
  `<attvalues><attvalue for="0" value="${value}"/></attvalues>`
const edge = (place: number): string =>
  `<edge id="e${place}" source="n${place % 9}" target="n${(place * 4) % 9}" weight="${place % 3}" kind="k${place % 2}">${cell(`v${place % 5}`)}</edge>`
const first = Array.from({ length: 40 }, (_, place) => edge(place)).join('\n  ')
const second = Array.from({ length: 60 }, (_, place) => edge(100 + place)).join('\n  ')
const head = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"><meta><creator>c</creator></meta>
<graph defaultedgetype="mutual">
<attributes class="edge"><attribute id="0" title="t" type="string"/></attributes>
`
const documentOf = (
  end: string,
  { before = head, tail = '</edges></graph></gexf>\n<!-- end -->', inside = '' } = {},
): Uint8Array =>
  encoder.encode(
    `${before}<nodes>${nodes.join('')}</nodes><edges>\n  ${first}\n  ${inside}${end}${tail}`,
  )

describe('a document that is read in two', () => {
  test('is the same as one that is read at once, and its end came from the second reader', async () => {
    const last = await expectTheSame(documentOf(second))
    expect(last?.offsets.length).toBeGreaterThan(20)
  })

  test('is the same whatever knowledge it holds, and often its end came from the second', async () => {
    let edges = 0
    await fc.assert(
      fc.asyncProperty(anyKnowledge, async (knowledge) => {
        const { text } = writeGexf(withMore(knowledge), noDrawing, { version: '1.3' })
        const last = await expectTheSame(encoder.encode(text))
        edges += last?.offsets.length ?? 0
      }),
    )
    expect(edges).toBeGreaterThan(500)
  })

  test('is refused for what is beyond the limits, wherever that is', async () => {
    const long = `<edge id="z" source="n1" target="n2" weight="1" kind="k" label="l" type="directed"/>\n`
    const last = await expectTheSame(documentOf(second + long), { ...xmlLimits, attributes: 6 })
    expect(last).toBeUndefined()
  })

  test('is the same, or as wrong in the same place, whatever became of its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(mutants(fc.constant(documentOf(second))), async (bytes) => {
        await expectTheSame(bytes)
      }),
      { numRuns: mutantRuns },
    )
  }, 60_000)

  test('warns of edges of its end where they are in the whole', async () => {
    const dangling = '<edge id="d" source="n1" target="nobody"/>\n'
    const twice = '<edge id="e3" source="n1" target="n2"/>\n'
    for (const more of [dangling, twice]) {
      const last = await expectTheSame(documentOf(second + more))
      expect(last).toBeDefined()
    }
  })

  test.each([
    [
      'a node after its edges',
      second,
      { tail: '</edges><nodes><node id="z"/></nodes></graph></gexf>' },
    ],
    [
      'more edges after its edges',
      second,
      { tail: '</edges><edges><edge id="z" source="n1" target="n2"/></edges></graph></gexf>' },
    ],
    [
      'more about itself at its end',
      second,
      { tail: '</edges></graph><meta><creator>d</creator></meta></gexf>' },
    ],
    ['an edge without an id', `${second}<edge source="n1" target="n2"/>`, {}],
    ['an edge without an end', `${second}<edge id="z" source="n1"/>`, {}],
    ['an edge with a time', `${second}<edge id="z" source="n1" target="n2" start="2001"/>`, {}],
    [
      'an edge with spells',
      `${second}<edge id="z" source="n1" target="n2"><spells><spell start="2001"/></spells></edge>`,
      {},
    ],
    ['a weight that is none', `${second}<edge id="z" source="n1" target="n2" weight="much"/>`, {}],
    [
      'a column that is declared nowhere',
      `${second}<edge id="z" source="n1" target="n2"><attvalues><attvalue for="9" value="v"/></attvalues></edge>`,
      {},
    ],
    [
      'a column that is declared after its nodes',
      second,
      { before: head.replace(/<attributes.*\n/, '') },
    ],
    ['an element that nobody knows', `${second}<wedge/>`, {}],
    ['another root', second, { before: '<graphml>' }],
    ['another encoding', second, { before: head.replace('UTF-8', 'ISO-8859-1') }],
    ['no end', second, { tail: '' }],
    ['a fault at its end', second, { tail: '</edges></graph></gexf><again/>' }],
    ['an edge in a section of text', second, { inside: `<![CDATA[ ${second} ]]>` }],
  ])(
    'is refused by the second reader with %s, which only who reads all can judge',
    async (_, end, how) => {
      expect(await expectTheSame(documentOf(end, how))).toBeUndefined()
    },
  )

  test('is the same where the cut is in a comment, which only who read before it can see', async () => {
    const last = await expectTheSame(documentOf(second, { inside: `<!-- ${second} -->` }))
    expect(last).toBeDefined()
  })

  test('tells the second reader nothing where no edge can be seen', async () => {
    for (const bytes of [encoder.encode('<gexf><graph/></gexf>'), encoder.encode('')]) {
      const { last } = await readInTwo(bytes)
      expect(last).toBeUndefined()
      await expectTheSame(bytes)
    }
  })
})

const real = rowsOf('corpus').filter(([path]) => path.endsWith('.gexf'))
const hostile = rowsOf('hostile').filter(([path]) => path.endsWith('.gexf'))

describe.skipIf(real.length === 0)('files of others that are read in two', () => {
  test.each([
    ...real.map(([path]) => ['corpus', path] as const),
    ...hostile.map(([path]) => ['hostile', path] as const),
  ])('%s/%s is the same as read at once', async (folder, path) => {
    await expectTheSame(new Uint8Array(readFileSync(join(corpora, folder, path))))
  })
})
