/** A text cut into the cells of a table. Lines count from 1. */
export interface Split {
  readonly rows: readonly (readonly string[])[]
  /** The line in which each row begins. */
  readonly lines: readonly number[]
  /** Lines with more text after the quote that closes a cell; such a cell is kept as written. */
  readonly stray: readonly number[]
  /** The line of a quote after which the table cannot be told, and what is wrong with it. */
  readonly fault: { readonly line: number; readonly what: 'open' | 'stray' } | undefined
}

interface Cell {
  readonly text: string
  /** Where the cell ends in the text. */
  readonly end: number
  readonly lineEnds: number
  /** Undefined where the quote is never closed. */
  readonly closed: 'well' | 'stray' | undefined
}

const [quote, lf, cr] = [34, 10, 13]

/**
 * Cuts a text into rows and cells as RFC 4180 has it. Every kind of line end counts, even several
 * in one text; a quote inside a cell that does not begin with one is a character like any other.
 * Lines without a character are passed over. Stops after `most` rows.
 */
export function splitTable(text: string, delimiter: string, most = Infinity): Split {
  const separator = delimiter.charCodeAt(0)
  const rows: string[][] = []
  const lines: number[] = []
  const stray: number[] = []
  let at = 0
  let line = 1
  while (at < text.length && rows.length < most) {
    const row: string[] = []
    const first = line
    for (;;) {
      if (text.charCodeAt(at) === quote) {
        const cell = quotedCell(text, at, separator)
        if (cell.closed !== 'well') {
          // Over several lines, nobody can tell which quote is the wrong one.
          const what = cell.closed === undefined ? 'open' : 'stray'
          if (what === 'open' || cell.lineEnds > 0)
            return { rows, lines, stray, fault: { line, what } }
          stray.push(line)
        }
        row.push(cell.text)
        line += cell.lineEnds
        at = cell.end
      } else {
        const end = plainEnd(text, at, separator)
        row.push(text.slice(at, end))
        at = end
      }
      if (text.charCodeAt(at) !== separator) break
      at += 1
    }
    if (text.charCodeAt(at) === cr && text.charCodeAt(at + 1) === lf) at += 1
    at += 1
    line += 1
    if (row.length === 1 && row[0] === '') continue
    rows.push(row)
    lines.push(first)
  }
  return { rows, lines, stray, fault: undefined }
}

function plainEnd(text: string, start: number, separator: number): number {
  let end = start
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    if (code === separator || code === lf || code === cr) break
  }
  return end
}

function quotedCell(text: string, start: number, separator: number): Cell {
  let end = text.indexOf('"', start + 1)
  let doubled = false
  while (end !== -1 && text.charCodeAt(end + 1) === quote) {
    doubled = true
    end = text.indexOf('"', end + 2)
  }
  if (end === -1) return { text: '', end: text.length, lineEnds: 0, closed: undefined }
  const inner = text.slice(start + 1, end)
  const lineEnds = lineEndsIn(inner)
  const stop = plainEnd(text, end + 1, separator)
  if (stop > end + 1) return { text: text.slice(start, stop), end: stop, lineEnds, closed: 'stray' }
  return {
    text: doubled ? inner.replaceAll('""', '"') : inner,
    end: stop,
    lineEnds,
    closed: 'well',
  }
}

function lineEndsIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === lf ? text.charCodeAt(at - 1) !== cr : code === cr) count += 1
  }
  return count
}
