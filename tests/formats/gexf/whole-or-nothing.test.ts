import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGexf } from '../../../src/formats/gexf/read.ts'
import { writeGexf } from '../../../src/formats/gexf/write.ts'
import { readXml } from '../../../src/formats/xml/read-xml.ts'
import { noDrawing } from '../../drawings.ts'
import { anyKnowledge, text } from '../knowledge-arbitrary.ts'

const encoder = new TextEncoder()
const anyFile = anyKnowledge.map(
  (knowledge) => writeGexf(knowledge, noDrawing, { version: '1.3' }).text,
)
const events = (xml: string, pieceLength: number): readonly unknown[] => {
  const seen: unknown[] = []
  let pending = ''
  const flush = (): void => {
    if (pending !== '') seen.push(pending)
    pending = ''
  }
  const handler = {
    open: (element: unknown) => {
      flush()
      seen.push(element)
    },
    close: () => {
      flush()
      seen.push('close')
    },
    text: (piece: string) => void (pending += piece),
    instruction: (target: string, body: string) => void seen.push([target, body]),
  }
  readXml(xml, handler, undefined, pieceLength)
  return seen
}

describe('reading whole or not at all', () => {
  it('rejects a file that is cut anywhere', () => {
    fc.assert(
      fc.property(anyFile, fc.double({ min: 0, max: 1, noNaN: true }), (file, share) => {
        const bytes = encoder.encode(file)
        // Without the white space after the root nothing is lost.
        const cut = Math.floor(share * (bytes.length - '</gexf>\n'.length))
        expect(readGexf(bytes.subarray(0, cut), 'cut.gexf').ok).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  it('rejects a small file at every cut but the last', () => {
    const bytes = encoder.encode('<gexf><graph><nodes><node id="é"/></nodes></graph></gexf>')
    const accepted = Array.from(bytes.keys()).filter(
      (cut) => readGexf(bytes.subarray(0, cut), 'cut.gexf').ok,
    )
    expect(accepted).toEqual([])
  })

  it('names the first of two faults, one of them a bad byte', () => {
    const bytes = encoder.encode(`<gexf>\r<a></b>\r${' '.repeat(70_000)}~`)
    bytes[bytes.length - 1] = 0xff
    expect(readGexf(bytes, 'f.gexf').issues).toMatchObject([{ line: 2, column: 8 }])
  })

  it('reads the same whatever the size of the pieces', () => {
    fc.assert(
      fc.property(anyFile, fc.integer({ min: 1, max: 40 }), (file, pieceLength) => {
        expect(events(file, pieceLength)).toEqual(events(file, file.length))
      }),
      { numRuns: 50 },
    )
  })

  it('reads the same whatever the ends of line and with or without a byte order mark', () => {
    fc.assert(
      fc.property(
        anyFile,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('', '\ufeff'),
        (file, end, mark) => {
          const changed = `${mark}${file.replaceAll('\n', end)}`
          expect(readGexf(encoder.encode(changed), 'f')).toEqual(
            readGexf(encoder.encode(file), 'f'),
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  it('keeps or skips every record, and reports each that it skips', () => {
    const id = fc.option(fc.constantFrom('a', 'b', 'c', '__proto__', 'A'), { nil: undefined })
    const attribute = (name: string, value: string | undefined): string =>
      value === undefined ? '' : ` ${name}="${value}"`
    const edge = fc.record({ id, source: id, target: id })
    fc.assert(
      fc.property(fc.array(id), fc.array(edge), (nodes, edges) => {
        const file = [
          '<gexf><graph><nodes>',
          ...nodes.map((node) => `<node${attribute('id', node)}/>`),
          '</nodes><edges>',
          ...edges.map(
            (one) =>
              `<edge${attribute('id', one.id)}${attribute('source', one.source)}${attribute('target', one.target)}/>`,
          ),
          '</edges></graph></gexf>',
        ].join('\n')
        const result = readGexf(encoder.encode(file), 'f.gexf')
        if (!result.ok) throw new Error('rejected')
        const { entities, statements } = result.content
        const skipped = result.issues.filter(({ message }) => message.endsWith('is skipped'))
        expect(entities.size + statements.size + skipped.length).toBe(nodes.length + edges.length)
      }),
    )
  })

  it('leaves the prototypes of JavaScript alone', () => {
    fc.assert(
      fc.property(anyFile, text, (file, key) => {
        readGexf(encoder.encode(file), key)
        const polluted: string[] = []
        for (const name in {}) polluted.push(name)
        expect(polluted).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})
