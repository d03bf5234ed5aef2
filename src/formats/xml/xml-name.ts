/** The ranges of XML 1.0 (fifth edition) beyond ASCII, as first and last code points. */
const otherStarts = [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
] as const
const otherRests = [[0xb7, 0xb7], [0x300, 0x36f], [0x203f, 0x2040], ...otherStarts] as const

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
const asciiStarts = Uint8Array.from(ascii, (character) => (/[A-Za-z_:]/.test(character) ? 1 : 0))
const asciiRests = Uint8Array.from(ascii, (character) => (/[\w:.-]/.test(character) ? 1 : 0))

/** True where a name can begin at `at`. */
export function startsName(text: string, at: number): boolean {
  const code = text.codePointAt(at)
  if (code === undefined) return false
  return code < 128 ? asciiStarts[code] === 1 : within(code, otherStarts)
}

/** Where the name that began before `from` ends; −1 where the text is over before. */
export function nameEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code < 128) {
      if (asciiRests[code] === 0) return at
      at += 1
    } else {
      const point = text.codePointAt(at)
      if (point === undefined) return -1
      if (!within(point, otherRests)) return at
      at += point > 0xffff ? 2 : 1
    }
  }
}

function within(code: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last)
}
