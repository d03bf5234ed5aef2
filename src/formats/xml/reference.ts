/** What a reference stands for and where it ends; or why it stands for nothing. */
export type Reference =
  | { readonly text: string; readonly end: number }
  | { readonly text: undefined; readonly why: string }

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const form = /&(?:#(\d+)|#x([\da-fA-F]+)|([\p{L}_:][\p{L}\p{N}_:.-]*));/uy

/** Reads the reference that begins with the & at `at`; undefined where that & is a plain one. */
export function referenceAt(text: string, at: number): Reference | undefined {
  form.lastIndex = at
  const match = form.exec(text)
  if (match === null) return undefined
  const [whole, decimal, hexadecimal, name = ''] = match
  const end = at + whole.length
  if (decimal === undefined && hexadecimal === undefined) {
    const known = predefined.get(name)
    return known === undefined ? { text: undefined, why: 'undefined entity' } : { text: known, end }
  }
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : parseInt(decimal, 10)
  return isCharacter(code)
    ? { text: String.fromCodePoint(code), end }
    : { text: undefined, why: 'malformed character entity' }
}

/** True for the code points that XML 1.0 has. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code > 0xffff && code <= 0x10ffff)
}
