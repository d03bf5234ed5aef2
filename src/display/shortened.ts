/** Characters beyond these are not looked at: no line is wide enough for them. */
const longest = 400

/** The text on one line, cut at a whole grapheme and ended with "…" where it is wider than `most`. */
export function shortened(text: string, most: number, width: (text: string) => number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (width(line) <= most) return line
  const graphemes = graphemesOf(line.slice(0, longest))
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

/** Letters that always stand alone: Latin, Greek, Cyrillic, Han and kana, digits, punctuation. */
const simple =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Nd}\p{P}\p{Sc}\p{Sm} ]*$/u
let segmenter: Intl.Segmenter | undefined

/**
 * Whole graphemes only: half an emoji or a letter without its accent would be another word. Making
 * a segmenter takes some 50 ms at the start of a page, so plain text does without.
 */
function graphemesOf(line: string): readonly string[] {
  if (simple.test(line)) return [...line]
  segmenter ??= new Intl.Segmenter()
  return [...segmenter.segment(line)].map(({ segment }) => segment)
}
