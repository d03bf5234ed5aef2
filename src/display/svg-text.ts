import { shortened } from './shortened.ts'

/** Measures a text's width in CSS pixels at a font size. */
export type Measure = (text: string, fontPx: number) => number

/** Families for every script that the reader's system has; system fonts embed nothing. */
export const fontFamilies =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Hiragino Sans', " +
  "'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans Arabic', 'Noto Sans Hebrew', sans-serif"

/**
 * `text` as XML content or attribute value: escaped, without the characters that XML 1.0 forbids
 * or that only control; a lone surrogate becomes U+FFFD.
 */
export function xml(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A coordinate with at most two decimals, never "-0". */
export function digits(value: number): string {
  return String(Math.round(value * 100) / 100 + 0)
}

/** The text in lines no wider than `most`, broken at spaces; an overlong word is shortened. */
export function wrapped(
  text: string,
  most: number,
  fontPx: number,
  measure: Measure,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \t\n\r]+/)) {
    if (word === '') continue
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer, fontPx) > most) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line !== '') lines.push(line)
  return lines.map((each) => shortened(each, most, (text) => measure(text, fontPx)))
}
