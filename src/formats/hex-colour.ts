/**
 * A colour of three, four, six or eight hexadecimal digits after a `#` as `#rrggbb`, or `#rrggbbaa`
 * where it lets something through, in small letters; undefined for any other text.
 */
export function hexColour(text: string): string | undefined {
  const digits = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(text.trim().toLowerCase())?.[1]
  if (digits === undefined) return undefined
  return opaque(digits.length < 6 ? digits.replace(/./g, '$&$&') : digits)
}

/** Six or eight digits as a colour; those for a full alpha are left out. */
export function opaque(digits: string): string {
  return `#${digits.length === 8 && digits.endsWith('ff') ? digits.slice(0, 6) : digits}`
}
