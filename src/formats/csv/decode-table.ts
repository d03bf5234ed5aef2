import type { Issue } from '../../model/issue.ts'
import { beginsText, firstBadByte } from '../bad-byte.ts'
import { quoted } from '../quoted.ts'

export type DecodedTable =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly issue: Issue }

/** The encodings that a reader may choose for a table, the likeliest first. */
export const tableEncodings = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'macintosh',
  'GB18030',
  'Big5',
  'Shift_JIS',
  'EUC-KR',
] as const

const largest = 256 * 1024 * 1024

/**
 * The text of a table: by its byte order mark, else by the encoding that was asked for, else as
 * UTF-8. Bytes that the encoding does not allow reject the file, as do other kinds of file.
 */
export function decodeTable(bytes: Uint8Array, file: string, asked?: string): DecodedTable {
  const wrong = (message: string, advice?: string, line?: number): DecodedTable => ({
    ok: false,
    issue: {
      severity: 'error',
      message,
      ...(advice === undefined ? {} : { advice }),
      file,
      ...(line === undefined ? {} : { line }),
    },
  })
  if (bytes.length > largest) {
    return wrong(`the file size is ${bytes.length} bytes; at most ${largest} are read`)
  }
  const binary = binaryFormat(bytes)
  if (binary !== undefined) return wrong(`this is ${binary.what}, not a table`, binary.advice)
  const encoding = markedEncoding(bytes) ?? asked ?? 'UTF-8'
  if (encoding === 'UTF-8' && looksLikeUtf16(bytes)) {
    const advice = 'choose the encoding UTF-16LE or UTF-16BE, or save the table as "CSV UTF-8"'
    return wrong('every second byte is zero: UTF-16 without a byte order mark', advice, 1)
  }
  const decoder = fatalDecoder(encoding)
  if (decoder === undefined) return wrong(`unknown encoding ${quoted(encoding)}`)
  const text = decoded(decoder, bytes)
  if (text === undefined) return wrong(...badByte(bytes, encoding))
  const other = otherFormat(text)
  if (other !== undefined) return wrong(`this is ${other}, not a table`, undefined, 1)
  return { ok: true, text, encoding }
}

/** What the encoding of a file that is not UTF-8 may be: a guess to offer, not to act upon. */
export function likelyEncoding(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes)
  if (marked !== undefined) return marked
  if (beginsText(bytes, 'UTF-8')) return 'UTF-8'
  // Chinese in GB18030 decodes to common ideographs; Western text hardly ever decodes at all.
  const sample = bytes.subarray(0, 1 << 16)
  if (!beginsText(sample, 'GB18030')) return 'windows-1252'
  const foreign = new TextDecoder('GB18030').decode(sample).replace(/[^\u0080-\uffff]/g, '')
  const common = foreign.replace(/[^\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g, '')
  return common.length > 0.8 * foreign.length ? 'GB18030' : 'windows-1252'
}

function badByte(bytes: Uint8Array, encoding: string): [string, string, number] {
  const { offset, line } = firstBadByte(bytes, encoding)
  const byte = `the byte 0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
  const message = `${byte} at offset ${offset} is not valid in the encoding ${encoding}`
  if (encoding !== 'UTF-8') return [message, 'choose another encoding', line]
  const likely = likelyEncoding(bytes)
  const advice = `choose the encoding, perhaps ${likely}, or save the table as "CSV UTF-8"`
  return [message, advice, line]
}

function binaryFormat(bytes: Uint8Array): { what: string; advice?: string } | undefined {
  const start = latin1(bytes.subarray(0, 16))
  const save = 'open it in the spreadsheet program and save the sheet as CSV (UTF-8)'
  if (['PK\x03', 'PK\x05', 'PK\x07'].some((magic) => start.startsWith(magic))) {
    const what = latin1(bytes.subarray(0, 4096)).includes('xl/') ? 'an Excel workbook (.xlsx)' : ''
    return { what: what || 'a zip archive, perhaps an Excel workbook (.xlsx)', advice: save }
  }
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    return { what: 'an old Excel workbook (.xls)', advice: save }
  const known = [
    ['\x1f\x8b', 'a gzip archive'],
    ['7z\xbc\xaf', 'a 7z archive'],
    ['\x89PNG', 'a PNG image'],
    ['\xff\xd8\xff', 'a JPEG image'],
    ['GIF8', 'a GIF image'],
    ['%PDF', 'a PDF document'],
    ['{\\rtf', 'an RTF document'],
    ['PAR1', 'a Parquet file'],
    ['SQLite format 3', 'an SQLite database'],
  ].find(([magic = '']) => start.startsWith(magic))
  return known === undefined ? undefined : { what: known[1] ?? '' }
}

function otherFormat(text: string): string | undefined {
  const start = text.slice(0, 1024).trimStart()
  if (/^<(?:!doctype html|html|head|body|table)\b/i.test(start)) return 'an HTML page'
  if (/^<(?:\?xml|!--|!doctype|[a-z][\w:.-]*(?:\s|\/?>(?![,;\t|])))/i.test(start))
    return 'an XML file'
  if (/^(?:\{\s*(?:"|\}\s*$)|\[\s*(?:[{[]|"[^"]*"\s*[,\]]\s|\]\s*$))/.test(start)) return 'JSON'
  return undefined
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, 3))
  if (start === '\xef\xbb\xbf') return 'UTF-8'
  if (start.startsWith('\xff\xfe')) return 'UTF-16LE'
  return start.startsWith('\xfe\xff') ? 'UTF-16BE' : undefined
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 256)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  }
  return sample.length >= 4 && Math.max(...zeros) > 0.8 * (sample.length / 2)
}

function fatalDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    return undefined
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
