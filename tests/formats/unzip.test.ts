import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openFiles } from '../../src/formats/open.ts'
import { unzip } from '../../src/formats/unzip.ts'
import { issueText } from '../../src/model/issue.ts'
import { zipOf } from '../../src/save/zip.ts'

const decoder = new TextDecoder()
const unpacked = async (archive: Uint8Array<ArrayBuffer>) => {
  const result = await unzip(archive)
  return result.ok
    ? [...result.files].map(([path, bytes]) => [path, decoder.decode(bytes)])
    : result.message
}

/** An archive of one deflated file, made from a stored one by hand. */
function deflated(path: string, text: string): Uint8Array<ArrayBuffer> {
  const stored = zipOf(new Map([[path, '']]))
  const content = deflateRawSync(text)
  const name = path.length
  const at = 30 + name
  const archive = new Uint8Array(stored.length + content.length)
  archive.set(stored.subarray(0, at))
  archive.set(content, at)
  archive.set(stored.subarray(at), at + content.length)
  const view = new DataView(archive.buffer)
  const directory = at + content.length
  for (const [header, method, size] of [
    [0, 8, 18],
    [directory, 10, 20],
  ] as const) {
    view.setUint16(header + method, 8, true)
    view.setUint32(header + size, content.length, true)
    view.setUint32(header + size + 4, text.length, true)
    view.setUint32(header + size - 4, crc32(text), true)
  }
  view.setUint32(archive.length - 6, directory, true)
  return archive
}

test('a ZIP archive gives back what was packed', async () => {
  const files = fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string())
  await fc.assert(
    fc.asyncProperty(files, async (texts) => {
      const packed = new Map(Object.entries(texts).filter(([path]) => !path.endsWith('/')))
      expect(await unpacked(zipOf(packed))).toEqual([...packed])
    }),
    { numRuns: 50 },
  )
})

test('a deflated file is inflated', async () => {
  expect(await unpacked(deflated('a.yaml', 'id: small\n'.repeat(50)))).toEqual([
    ['a.yaml', 'id: small\n'.repeat(50)],
  ])
})

test('an archive that is cut or changed anywhere is refused, unless all is there all the same', async () => {
  const whole = zipOf(new Map([['dataset.yaml', 'id: small\n']]))
  for (let cut = 4; cut < whole.length; cut += 1) {
    expect(await unpacked(whole.subarray(0, cut))).toBe('the ZIP archive is damaged or cut')
  }
  const bytes = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(bytes, async ([at, byte]) => {
      const other = Uint8Array.from(whole)
      other[at] = byte
      const read = await unpacked(other)
      const texts = typeof read === 'string' ? [] : read.map(([, text]) => text)
      expect(texts.every((text) => text === 'id: small\n')).toBe(true)
    }),
  )
})

test('a bomb is refused at the limit', async () => {
  expect(await unpacked(deflated('bomb', '0'.repeat(70 * 1024 * 1024)))).toBe(
    'the ZIP archive unpacks to more than 64 MiB, which is over the limit',
  )
})

test('an archive without a dataset says so, a workbook as before', async () => {
  const opened = async (name: string, files: ReadonlyMap<string, string>) => {
    const { result } = await openFiles([{ name, bytes: zipOf(files) }])
    return result.issues.map(issueText)
  }
  expect(await opened('a.zip', new Map([['readme.txt', 'Hello']]))).toEqual([
    'a.zip: this ZIP archive holds no dataset folder (unpack it and open what is inside)',
  ])
  expect(await opened('a.xlsx', new Map([['xl/workbook.xml', '<workbook/>']]))).toEqual([
    expect.stringContaining('an Excel workbook'),
  ])
})
