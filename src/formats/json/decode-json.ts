import type { Issue } from '../../model/issue.ts'
import { firstBadByte } from '../bad-byte.ts'

type Decoded =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly issue: Issue }

/**
 * The text of a JSON file: UTF-8, or UTF-16 where a byte order mark says so. Bytes that the
 * encoding does not allow reject the file.
 */
export function decodeJson(bytes: Uint8Array, file: string): Decoded {
  const wrong = (message: string, line: number, advice?: string): Decoded => ({
    ok: false,
    issue: {
      severity: 'error',
      message,
      ...(advice === undefined ? {} : { advice }),
      file,
      line,
    },
  })
  const [first, second, third, fourth] = bytes
  const utf32 = [first, second, third, fourth].join() === '0,0,254,255'
  if (utf32 || (first === 0xff && second === 0xfe && third === 0 && fourth === 0)) {
    return wrong('the encoding UTF-32 is not supported', 1, 'save the file as UTF-8')
  }
  const marked = markedEncoding(first, second)
  if (marked === undefined && ((first === 0 && third === 0) || (second === 0 && fourth === 0))) {
    const message = 'the bytes are in the encoding UTF-16, but no byte order mark says so'
    return wrong(message, 1, 'save the file as UTF-8')
  }
  const encoding = marked ?? 'UTF-8'
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    const { offset, line } = firstBadByte(bytes, encoding)
    const message = `the byte at offset ${offset} is not valid in the encoding ${encoding}`
    return wrong(message, line, 'save the file as UTF-8')
  }
}

function markedEncoding(first: number | undefined, second: number | undefined): string | undefined {
  if (first === 0xff && second === 0xfe) return 'UTF-16LE'
  return first === 0xfe && second === 0xff ? 'UTF-16BE' : undefined
}
