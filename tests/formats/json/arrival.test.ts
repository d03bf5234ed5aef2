import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readJson, recogniseJson } from '../../../src/formats/json/read.ts'
import { encoder, open } from './told.ts'

const sample =
  '{"nodes":[{"id":"a","label":"Ä 😀"},\n{"id":"b"}],\n"links":[{"source":"a","target":"b"}]}'

describe('how the text arrives', () => {
  it('a cut anywhere rejects the file', () => {
    const bytes = encoder.encode(sample)
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), (length) => {
        expect(readJson(bytes.subarray(0, length), 'g.json').result.ok).toBe(false)
      }),
    )
  })

  const utf16 = Uint8Array.from(
    Array.from(`\ufeff${sample}`).flatMap((character) =>
      Array.from({ length: character.length }, (_, at) => character.charCodeAt(at)).flatMap(
        (unit) => [unit & 0xff, unit >> 8],
      ),
    ),
  )
  const forms: readonly (readonly [string, Uint8Array])[] = [
    ['a byte order mark', encoder.encode(`\ufeff${sample}`)],
    ['other line ends', encoder.encode(sample.replaceAll('\n', '\r\n'))],
    ['UTF-16 with its mark', utf16],
  ]
  test.each(forms)('%s changes nothing', (_what, bytes) => {
    expect(readJson(bytes, 'g.json')).toEqual(open(sample))
  })

  const encodings: readonly (readonly [string, Uint8Array, string])[] = [
    [
      'bytes that are not UTF-8',
      Uint8Array.of(0x22, 0xff, 0x22),
      'the byte at offset 1 is not valid in the encoding UTF-8',
    ],
    [
      'UTF-16 without a mark',
      utf16.subarray(2),
      'the bytes are in the encoding UTF-16, but no byte order mark says so',
    ],
    [
      'UTF-32',
      Uint8Array.of(0xff, 0xfe, 0, 0, 0x5b, 0, 0, 0),
      'the encoding UTF-32 is not supported',
    ],
  ]
  test.each(encodings)('%s are refused', (_what, bytes, message) => {
    const { result } = readJson(bytes, 'g.json')
    expect([result.ok, result.issues.map((issue) => issue.message)]).toEqual([false, [message]])
  })

  it('a file over the limit is refused by its size', () => {
    const recognition = recogniseJson(encoder.encode(sample), 'g.json', undefined, {
      depth: 9,
      fileSize: 9,
    })
    const result = 'read' in recognition ? recognition.read() : undefined
    expect(result?.issues.map((issue) => issue.message)).toEqual([
      `the file size is ${encoder.encode(sample).length} bytes; at most 9 are read`,
    ])
  })
})
