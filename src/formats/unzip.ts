import { crc32 } from './crc32.ts'

/** What is unpacked at most, of all files together: a dataset is written by hand. */
const mostBytes = 64 * 1024 * 1024
const mostFiles = 10_000

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endRecord = 0x06054b50
const endLength = 22

type Unzipped =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>> }
  | { readonly ok: false; readonly message: string; readonly advice: string }

/** True where the bytes begin as a ZIP archive does (APPNOTE.TXT 6.3.10). */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * The files of a ZIP archive by their path, stored or deflated, as its directory lists them. It
 * stops at a limit on their size instead of filling memory.
 */
export async function unzip(archive: Uint8Array<ArrayBuffer>): Promise<Unzipped> {
  const entries = entriesOf(archive)
  if (entries === undefined) return damaged
  if (entries.length > mostFiles) return tooLarge(`${entries.length} files`)
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  let left = mostBytes
  for (const { path, method, packed, checksum } of entries) {
    if (path.endsWith('/')) continue
    if (method !== 0 && method !== 8) {
      return {
        ok: false,
        message: `“${path}” is packed in a way that is not read`,
        advice: 'pack the folder anew, without encryption',
      }
    }
    const bytes = method === 0 ? packed : await inflated(packed, left).catch(() => undefined)
    if (bytes === undefined) return damaged
    left -= bytes.length
    if (left < 0) return tooLarge(`more than ${mostBytes / 1024 / 1024} MiB`)
    if (crc32(bytes) !== checksum) return damaged
    files.set(path, bytes)
  }
  return { ok: true, files }
}

interface Entry {
  readonly path: string
  readonly method: number
  readonly packed: Uint8Array<ArrayBuffer>
  /** Of what it unpacks to. */
  readonly checksum: number
}

const damaged: Unzipped = {
  ok: false,
  message: 'the ZIP archive is damaged or cut',
  advice: 'fetch or copy the file again',
}

function tooLarge(what: string): Unzipped {
  return {
    ok: false,
    message: `the ZIP archive unpacks to ${what}, which is over the limit`,
    advice: 'unpack it with another program and open what is inside',
  }
}

/** What the directory at the end of the archive lists; undefined where it cannot be followed. */
function entriesOf(archive: Uint8Array<ArrayBuffer>): readonly Entry[] | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let end = archive.length - endLength
  // Only a comment of at most 64 kB may follow.
  const first = Math.max(0, end - 0xffff)
  while (end >= first && view.getUint32(end, true) !== endRecord) end -= 1
  if (end < first) return undefined
  const entries: Entry[] = []
  try {
    let at = view.getUint32(end + 16, true)
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== centralHeader) return undefined
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
        view.getUint16(at + offset, true),
      ) as [number, number, number]
      const size = view.getUint32(at + 20, true)
      const local = view.getUint32(at + 42, true)
      if (view.getUint32(local, true) !== localHeader) return undefined
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      if (start + size > archive.length) return undefined
      entries.push({
        path: new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength)),
        method: view.getUint16(at + 10, true),
        packed: archive.subarray(start, start + size),
        checksum: view.getUint32(at + 16, true),
      })
      at += 46 + nameLength + extraLength + commentLength
    }
  } catch (error) {
    // An offset beyond the end.
    if (error instanceof RangeError) return undefined
    throw error
  }
  return entries
}

/** Fails where the data is none, and gives one byte more than the limit where there is more. */
async function inflated(
  packed: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new DecompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  // A fault shows on the reading side too; a rejection that nobody hears of would end the program.
  writer.write(packed).then(
    () => writer.close().catch(() => {}),
    () => {},
  )
  const reader = stream.readable.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    pieces.push(value)
    size += value.length
    if (size > limit) {
      reader.cancel().catch(() => {})
      return new Uint8Array(limit + 1)
    }
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
