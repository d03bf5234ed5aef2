/** What is unpacked at most: a text near the longest string of JavaScript. */
const mostBytes = 512 * 1024 * 1024
/** Graph files pack well, but never like this; bombs do. */
const mostRatio = 400
/** Small files may pack as well as they like. */
const unsuspicious = 16 * 1024 * 1024

type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string; readonly advice: string }

/** True where the bytes begin as gzip does (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** Unpacks gzip piece by piece, and stops at a limit on size and ratio instead of filling memory. */
export async function gunzip(packed: Uint8Array<ArrayBuffer>): Promise<Unpacked> {
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of unpackedPieces(packed)) {
      size += piece.length
      if (size > mostBytes) return tooLarge(`more than ${mostBytes / 1024 / 1024} MiB`)
      if (size > unsuspicious && size > packed.length * mostRatio) {
        return tooLarge(`more than ${mostRatio} times its size`)
      }
      pieces.push(piece)
    }
  } catch {
    return {
      ok: false,
      message: 'the gzip data is damaged or cut',
      advice: 'fetch or copy the file again',
    }
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return { ok: true, bytes }
}

async function* unpackedPieces(packed: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('gzip')
  const writer = stream.writable.getWriter()
  // A fault shows on the reading side too; a rejection that nobody hears of would end the program.
  const written = writer.write(packed).then(() => writer.close())
  written.catch(() => {})
  const reader = stream.readable.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}

function tooLarge(what: string): Unpacked {
  return {
    ok: false,
    message: `the gzip file unpacks to ${what}, which is over the limit`,
    advice: 'unpack it with another program and open what is inside',
  }
}
