const slots = 4096
const longest = 24

/**
 * Gives the same string object for equal short texts that come soon after one another, so that a
 * column's ids and values are held once and not once per record.
 */
export function textCache(): (text: string) => string {
  const kept: string[] = Array.from({ length: slots }, () => '')
  return (text) => {
    const { length } = text
    if (length === 0 || length > longest) return text
    const slot =
      (length * 31 +
        text.charCodeAt(0) * 7 +
        text.charCodeAt(length - 1) * 131 +
        text.charCodeAt(length >> 1) * 1031) &
      (slots - 1)
    const known = kept[slot]
    if (known === text) return known
    kept[slot] = text
    return text
  }
}
