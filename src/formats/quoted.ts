const longest = 80

/**
 * `text` from a file as a message may show it: in quotes, shortened, with controls, direction
 * marks and other invisible characters as escapes. Quotes in it need none between “ and ”.
 */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, longest * 2))
  const short = characters.slice(0, longest).join('')
  const curled = short.includes('"') && !/[“”]/.test(short)
  const visible = short.replace(
    /["\\]|[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    (character) => (curled && character === '"' ? character : escaped(character)),
  )
  const isCut = short.length < text.length
  const shown = `${visible}${isCut ? '…' : ''}`
  const inQuotes = curled ? `“${shown}”` : `"${shown}"`
  return isCut ? `${inQuotes} (${text.length} characters)` : inQuotes
}

function escaped(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
