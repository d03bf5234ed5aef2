import type { Issue } from '../../model/issue.ts'
import { placesAlong } from '../place-in-text.ts'
import { quoted } from '../quoted.ts'

type Decoded =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly issue: Issue }

type DecodedPieces =
  | { readonly ok: true; readonly pieces: (tell?: Tell) => Iterable<string> }
  | { readonly ok: false; readonly issue: Issue }

/** Hears how many bytes have been decoded. */
type Tell = (done: number) => void

/** How many bytes are decoded at a time. */
const usualPiece = 1 << 16
const greaterThan = 62

/**
 * The text of an XML file, whole: `decodeXmlPieces` for readers that keep it all. Bytes that the
 * encoding does not allow reject the file.
 */
export function decodeXml(bytes: Uint8Array, file: string): Decoded {
  const decoded = decodeXmlPieces(bytes, file)
  if (!decoded.ok) return decoded
  try {
    return { ok: true, text: [...decoded.pieces()].join('') }
  } catch (error) {
    if (!(error instanceof BadByte)) throw error
    return { ok: false, issue: badByteIssue(error, file) }
  }
}

/**
 * The text of an XML file in pieces, as often as one asks for it, by its byte order mark or its
 * declaration, else as UTF-8. An unknown encoding, and a mark that contradicts the declaration
 * reject the file; going through the pieces throws BadByte at bytes that the encoding does not
 * allow.
 */
export function decodeXmlPieces(
  bytes: Uint8Array,
  file: string,
  pieceLength = usualPiece,
): DecodedPieces {
  const wrong = (message: string, line?: number): DecodedPieces => ({
    ok: false,
    issue: { severity: 'error', message, file, ...(line === undefined ? {} : { line }) },
  })
  if (bytes.length === 0) return wrong('the file is empty: no root element', 1)
  const binary = binaryFormat(bytes)
  if (binary !== undefined) return wrong(`this is ${binary}, not an XML file`)
  const marked = markedEncoding(bytes)
  const declared = declaredEncoding(bytes, marked)
  const laidOut = marked ?? (zeroAtEverySecondByte(bytes) ? 'UTF-16' : undefined)
  if (laidOut?.startsWith('UTF-32')) return wrong(`the encoding ${laidOut} is not supported`, 1)
  if (laidOut === 'UTF-16') {
    return wrong(`the bytes are in the encoding UTF-16, but no byte order mark says so`, 1)
  }
  if (declared !== undefined && isUtf16(declared) !== isUtf16(laidOut ?? 'UTF-8')) {
    const actual = laidOut ?? 'not UTF-16'
    return wrong(
      `the file declares the encoding ${quoted(declared)}, but its bytes are ${actual}`,
      1,
    )
  }
  const label = laidOut ?? declared ?? 'UTF-8'
  if (fatalDecoder(label) === undefined) return wrong(`unknown encoding ${quoted(label)}`, 1)
  return { ok: true, pieces: (tell) => piecesOf(bytes, label, pieceLength, tell) }
}

/** The byte that the encoding does not allow. */
export class BadByte extends Error {
  readonly offset: number
  readonly line: number
  constructor(offset: number, line: number, label: string) {
    super(`the byte at offset ${offset} is not valid in the encoding ${label}`)
    this.offset = offset
    this.line = line
  }
}

/** The issue that rejects a file with such a byte. */
export function badByteIssue({ message, line }: BadByte, file: string): Issue {
  return { severity: 'error', message, file, line }
}

/** What can be shown of a file that is rejected for something before its first bad byte. */
export function* untilBadByte(pieces: Iterable<string>): Iterable<string> {
  try {
    yield* pieces
  } catch (error) {
    if (!(error instanceof BadByte)) throw error
  }
}

function* piecesOf(
  bytes: Uint8Array,
  label: string,
  length: number,
  tell: Tell | undefined,
): Iterable<string> {
  const decoder = new TextDecoder(label, { fatal: true })
  let end = 0
  for (let start = 0; start < bytes.length; start = end) {
    end = endOfPiece(bytes, start, length)
    let piece: string
    try {
      // Without `stream` at the end, a character that is cut there is an error.
      piece = decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length })
    } catch {
      throw badByteIn(bytes, label, start)
    }
    tell?.(end)
    yield piece
  }
}

/** After a > if possible, so that most pieces end where a tag does. */
function endOfPiece(bytes: Uint8Array, start: number, length: number): number {
  if (start + length >= bytes.length) return bytes.length
  const last = bytes.subarray(start, start + length).lastIndexOf(greaterThan)
  return start + (last === -1 ? length : last + 1)
}

/** The first byte at or after `from` with which a prefix of the file no longer decodes. */
function badByteIn(bytes: Uint8Array, label: string, from: number): BadByte {
  const decoder = new TextDecoder(label, { fatal: true })
  const before = [decoder.decode(bytes.subarray(0, from), { stream: true })]
  let offset = from
  try {
    for (; offset < bytes.length - 1; offset++) {
      before.push(decoder.decode(bytes.subarray(offset, offset + 1), { stream: true }))
    }
  } catch {
    // Found.
  }
  const [place] = placesAlong(before, [before.reduce((sum, { length }) => sum + length, 0)])
  return new BadByte(offset, place?.line ?? 1, label)
}

function binaryFormat(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, 8))
  if (start.startsWith('\x89PNG')) return 'a PNG image'
  if (start.startsWith('\xff\xd8\xff')) return 'a JPEG image'
  if (start.startsWith('GIF8')) return 'a GIF image'
  if (start.startsWith('PK\x03\x04')) return 'a ZIP archive (or a spreadsheet)'
  if (start.startsWith('\x1f\x8b')) return 'a gzip archive'
  if (start.startsWith('%PDF')) return 'a PDF document'
  return undefined
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, 4))
  if (start === '\xff\xfe\0\0' || start === '\0\0\xfe\xff') return 'UTF-32'
  if (start.startsWith('\xef\xbb\xbf')) return 'UTF-8'
  if (start.startsWith('\xff\xfe')) return 'UTF-16LE'
  if (start.startsWith('\xfe\xff')) return 'UTF-16BE'
  return undefined
}

function zeroAtEverySecondByte(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  return (first === 0 && third === 0) || (second === 0 && fourth === 0)
}

function declaredEncoding(bytes: Uint8Array, marked: string | undefined): string | undefined {
  const start = latin1(bytes.subarray(0, 1024)).replaceAll('\0', '')
  const body =
    marked === undefined ? start : start.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  const declaration = /^<\?xml\s[^>]*?\bencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(body)
  return declaration?.[1] ?? declaration?.[2]
}

function isUtf16(encoding: string): boolean {
  return /^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/i.test(encoding)
}

function fatalDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    return undefined
  }
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
