const longest = 80

/**
 * `text` from a file as a message may show it: in quotes, shortened, with controls, direction
 * marks and other invisible characters as escapes.
 */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, longest * 2))
  const short = characters.slice(0, longest).join('')
  const visible = short.replace(
    /["\\]|[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    escape,
  )
  return short.length < text.length ? `"${visible}…" (${text.length} characters)` : `"${visible}"`
}

function escape(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
