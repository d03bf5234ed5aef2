/** A stretch of a note: plain, or an address that leads somewhere. */
export interface NotePiece {
  readonly text: string
  readonly isAddress: boolean
}

/** A note as paragraphs, which empty lines part; web addresses are pieces of their own. */
export function noteParagraphs(note: string): readonly (readonly NotePiece[])[] {
  return note
    .split(/\r?\n[^\S\n]*\r?\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map(piecesOf)
}

function piecesOf(paragraph: string): readonly NotePiece[] {
  const pieces: NotePiece[] = []
  let at = 0
  for (const { 0: found, index } of paragraph.matchAll(/https?:\/\/[^\s<>"“”„«»]+/gi)) {
    const address = withoutEnd(found)
    if (index > at) pieces.push({ text: paragraph.slice(at, index), isAddress: false })
    pieces.push({ text: address, isAddress: true })
    at = index + address.length
  }
  if (at < paragraph.length) pieces.push({ text: paragraph.slice(at), isAddress: false })
  return pieces
}

/** The stop at the end of a sentence, or a bracket that was opened before, is not the address's. */
function withoutEnd(address: string): string {
  const shorter = address.replace(/[.,;:!?'’]+$/, '')
  const closes = shorter.endsWith(')') && count(shorter, ')') > count(shorter, '(')
  if (closes) return withoutEnd(shorter.slice(0, -1))
  return shorter
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
