import { columnsNamed, endColumns } from './column-names.ts'
import { guessTop } from './guess-top.ts'
import { isAdjacencyList } from './guess-without-header.ts'
import { ownMark } from './own-columns.ts'
import { splitTable } from './split-table.ts'

/** What separates the cells of a table, and how that is known. */
export interface DelimiterGuess {
  readonly delimiter: string
  readonly why: string
}

interface Candidate {
  readonly delimiter: string
  readonly known: boolean
  readonly width: number
  /** The share of rows that have as many cells as most. */
  readonly even: number
  readonly firstWidth: number
  readonly adjacency: boolean
}

const delimiters = [',', ';', '\t', '|', ' '] as const
const sampled = { rows: 100, characters: 256 * 1024 }

/** How people call a delimiter. */
export function delimiterName(delimiter: string): string {
  const names = new Map([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'vertical bar'],
    [' ', 'space'],
  ])
  return names.get(delimiter) ?? `"${delimiter}"`
}

/** Excel's first line "sep=;": the delimiter, and where the table begins after it. */
export function separatorLine(text: string): { delimiter: string; length: number } | undefined {
  const match = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(text.slice(0, 10))
  const delimiter = match?.[1]
  return match === null || delimiter === undefined
    ? undefined
    : { delimiter, length: match[0].length }
}

/** The delimiter under which the first rows make the best table. */
export function guessDelimiter(text: string): DelimiterGuess {
  if (isOurs(text)) return { delimiter: ',', why: 'Orrery wrote this table' }
  const candidates = delimiters.map((delimiter) => candidateOf(text, delimiter))
  const best = (list: readonly Candidate[]): Candidate | undefined =>
    list.toSorted((a, b) => b.even - a.even || b.width - a.width)[0]
  const firm = candidates.filter(({ delimiter }) => delimiter !== ' ')
  const known = best(candidates.filter((candidate) => candidate.known && candidate.even > 0.5))
  const named = (candidate: Candidate, why: string): DelimiterGuess => ({
    delimiter: candidate.delimiter,
    why,
  })
  if (known !== undefined) return named(known, 'the first row then has names of columns')
  const even = best(firm.filter(({ width, firstWidth }) => width > 1 && firstWidth === width))
  if (even !== undefined && even.even > 0.5) return named(even, 'most rows then have as many cells')
  const [widest] = firm.toSorted((a, b) => b.firstWidth - a.firstWidth)
  if (widest !== undefined && widest.firstWidth > 1)
    return named(widest, 'it occurs in the first row')
  const [space] = candidates.filter(({ delimiter }) => delimiter === ' ')
  if (space !== undefined && (space.adjacency || (space.width > 1 && space.even > 0.5))) {
    return named(space, 'no other delimiter makes a table')
  }
  return { delimiter: ',', why: 'no delimiter occurs in the first row' }
}

function isOurs(text: string): boolean {
  const { rows } = splitTable(text.slice(0, sampled.characters), ',', 1)
  return rows[0]?.at(-1) === ownMark
}

function candidateOf(text: string, delimiter: string): Candidate {
  const sample = text.slice(0, sampled.characters)
  const { rows } = splitTable(sample, delimiter, sampled.rows)
  // Comments have fewer delimiters, and the last row of a sample may be cut.
  const table = rows.filter(([first = '']) => !/^[#%]/.test(first))
  const below = table.slice(guessTop(table))
  const whole =
    sample.length < text.length && rows.length < sampled.rows ? below.slice(0, -1) : below
  const widths = new Map<number, number>()
  for (const row of whole) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  const [most] = [...widths].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])
  const [header = []] = whole
  return {
    delimiter,
    known:
      header.length > 1 &&
      (endColumns(header) !== undefined || columnsNamed(header, 'id').length > 0),
    width: most?.[0] ?? 0,
    even: most === undefined ? 0 : most[1] / whole.length,
    firstWidth: header.length,
    adjacency: delimiter === ' ' && isAdjacencyList(whole),
  }
}
