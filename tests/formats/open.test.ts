import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gunzip } from '../../src/formats/gunzip.ts'
import { openFiles } from '../../src/formats/open.ts'
import { issueText } from '../../src/model/issue.ts'

const encoder = new TextEncoder()
const gexf = '<gexf><graph><nodes><node id="a"/><node id="b"/></nodes></graph></gexf>'
const file = (name: string, content: string | Buffer) => ({
  name,
  bytes: typeof content === 'string' ? encoder.encode(content) : new Uint8Array(content),
})
const opened = async (...files: readonly ReturnType<typeof file>[]) => {
  const { format, why, result } = await openFiles(files)
  return {
    format,
    why,
    nodes: result.ok ? result.content.knowledge.entities.size : undefined,
    issues: result.issues.map(issueText),
  }
}

describe('opening files', () => {
  it('knows a format by content, whatever the name', async () => {
    expect(await opened(file('graph.txt', gexf))).toEqual({
      format: 'gexf',
      why: 'its root element is <gexf>',
      nodes: 2,
      issues: ['graph.txt: the name ends in ".txt", but this is GEXF; it is read as GEXF'],
    })
  })

  it('tells how far it has read a large file, up to its end', async () => {
    const { bytes } = file('large.gexf', gexf.replace('<graph>', `<graph>${' '.repeat(200_000)}`))
    const told: (readonly [number, number])[] = []
    await openFiles([{ name: 'large.gexf', bytes }], {
      tell: (done, total) => told.push([done, total]),
    })
    expect(told.length).toBeGreaterThan(1)
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b))
    expect(told.at(-1)).toEqual([bytes.length, bytes.length])
  })

  it('says what an XML file of another kind is', async () => {
    expect((await opened(file('drawing', '<svg/>'))).issues).toEqual([
      expect.stringContaining('SVG') as string,
    ])
  })

  it('refuses what it cannot tell, and several files that are not all tables', async () => {
    expect((await opened(file('x.bin', '\u0001\u0002'))).issues).toEqual([
      expect.stringContaining('not a file of any format') as string,
    ])
    expect((await opened(file('a.csv', 'a,b\n'), file('b.gexf', gexf))).issues).toEqual([
      expect.stringContaining('b.gexf: several files at once') as string,
    ])
  })
})

describe('gzip', () => {
  it('is unpacked before anything else is looked at', async () => {
    expect(await opened(file('graph.gexf.gz', gzipSync(gexf)))).toEqual({
      format: 'gexf',
      why: 'its root element is <gexf>',
      nodes: 2,
      issues: [],
    })
  })

  it('gives back what was packed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const packed = new Uint8Array(gzipSync(bytes))
        expect(await gunzip(packed)).toEqual({ ok: true, bytes: new Uint8Array(bytes) })
      }),
      { numRuns: 50 },
    )
  })

  it('is rejected when it is cut anywhere', async () => {
    const packed = gzipSync(gexf)
    const cuts = Array.from({ length: packed.length - 2 }, (_, at) => at + 2)
    const results = await Promise.all(
      cuts.map((cut) => opened(file('graph.gexf.gz', packed.subarray(0, cut)))),
    )
    expect(new Set(results.map(({ issues }) => issues[0]))).toEqual(
      new Set(['graph.gexf.gz: the gzip data is damaged or cut (fetch or copy the file again)']),
    )
  })

  it('stops at a limit, long before a bomb fills the memory', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
    expect((await opened(file('bomb.gexf.gz', bomb))).issues).toEqual([
      expect.stringContaining('unpacks to more than 400 times its size') as string,
    ])
  })
})
