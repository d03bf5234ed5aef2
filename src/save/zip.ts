import { crc32 } from '../formats/crc32.ts'

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endRecord = 0x06054b50
/** Names are UTF-8. */
const flags = 0x0800
/** 1980-01-01, the first day that a ZIP archive knows: the same files give the same bytes. */
const date = 0x0021

/**
 * A ZIP archive of texts by their path, stored as they are (APPNOTE.TXT 6.3.10, method 0): small
 * folders need no compression.
 */
export function zipOf(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [path, text] of files) {
    const name = encoder.encode(path)
    const content = encoder.encode(text)
    const about = [
      [20, 2],
      [flags, 2],
      [0, 2],
      [0, 2],
      [date, 2],
      [crc32(content), 4],
      [content.length, 4],
      [content.length, 4],
      [name.length, 2],
      [0, 2],
    ] as const
    directory.push(
      fields([centralHeader, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      name,
    )
    const header = fields([localHeader, 4], ...about)
    parts.push(header, name, content)
    offset += header.length + name.length + content.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = fields(
    [endRecord, 4],
    [0, 2],
    [0, 2],
    [files.size, 2],
    [files.size, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  )
  return joined([...parts, ...directory, end])
}

/** Numbers of 2 or 4 bytes, the lowest byte first. */
function fields(...numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  return Uint8Array.from(
    numbers.flatMap(([value, bytes]) =>
      Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff),
    ),
  )
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
