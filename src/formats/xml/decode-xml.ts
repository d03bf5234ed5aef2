import type { Issue } from '../../model/issue.ts'
import { quoted } from '../quoted.ts'

type Decoded =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly issue: Issue }

/**
 * The text of an XML file, by its byte order mark or its declaration, else as UTF-8. Bytes that
 * the encoding does not allow, an unknown encoding, and a mark that contradicts the declaration
 * reject the file.
 */
export function decodeXml(bytes: Uint8Array, file: string): Decoded {
  const wrong = (message: string, line?: number): Decoded => ({
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
  const decoder = fatalDecoder(label)
  if (decoder === undefined) return wrong(`unknown encoding ${quoted(label)}`, 1)
  try {
    return { ok: true, text: decoder.decode(bytes) }
  } catch {
    const { offset, line } = firstBadByte(bytes, label)
    return wrong(`the byte at offset ${offset} is not valid in the encoding ${label}`, line)
  }
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

/** A prefix decodes while it ends before the bad byte, so that halving finds it. */
function firstBadByte(bytes: Uint8Array, label: string): { offset: number; line: number } {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle), label)) good = middle
    else bad = middle
  }
  const before = new TextDecoder(label).decode(bytes.subarray(0, good))
  return { offset: good, line: before.split(/\r\n|\r|\n/).length }
}

function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
