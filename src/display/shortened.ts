/** Characters beyond these are not looked at: no line is wide enough for them. */
const longest = 400

/** The text on one line, cut at a whole grapheme and ended with "…" where it is wider than `most`. */
export function shortened(text: string, most: number, width: (text: string) => number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (width(line) <= most) return line
  // Whole graphemes only: half an emoji or a letter without its accent would be another word.
  const graphemes = [...new Intl.Segmenter().segment(line.slice(0, longest))].map(
    ({ segment }) => segment,
  )
  const cut = (count: number): string => `${graphemes.slice(0, count).join('').trimEnd()}…`
  let fits = 0
  let tooMany = graphemes.length
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1
    if (width(cut(middle)) <= most) fits = middle
    else tooMany = middle
  }
  return cut(fits)
}
