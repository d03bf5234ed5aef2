import type { Alias, Span } from '../../model/knowledge.ts'
import { separator } from '../readable.ts'

/** The last column of a table of ours; its first cell holds the title of the dataset. */
export const ownMark = 'orrery:dataset'

/** Columns of a table of nodes of ours that have a meaning of their own. */
export const ownNodeColumns = [
  'Id',
  'Label',
  'isPlural',
  'kind',
  'aliases',
  'description',
  'note',
  'latitude',
  'longitude',
  'parents',
  'times',
  'x',
  'y',
  'colour',
  'size',
  ownMark,
] as const
export type OwnNodeColumn = (typeof ownNodeColumns)[number]

/** The same of a table of edges. */
export const ownEdgeColumns = [
  'Source',
  'Target',
  'Type',
  'Id',
  'Label',
  'Weight',
  'predicate',
  'predicate label',
  'evidence',
  'note',
  'times',
  'colour',
  ownMark,
] as const
export type OwnEdgeColumn = (typeof ownEdgeColumns)[number]

/** What a spreadsheet would run, with any number of apostrophes in front. */
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** True where a spreadsheet would run the text as a formula. */
export function looksLikeFormula(text: string): boolean {
  return !text.startsWith("'") && formula.test(text) && !number.test(text)
}

/**
 * A text as a cell of ours: an apostrophe goes in front of what a spreadsheet would run, and of
 * what would otherwise be taken for such a cell. A text that is empty is one apostrophe, because
 * an empty cell says that there is none.
 */
export function guardedText(text: string, formulas: 'disarm' | 'keep'): string {
  if (/^'*$/.test(text)) return `'${text}`
  const armed = text.startsWith("'") || formulas === 'disarm'
  return armed && formula.test(text) && !number.test(text) ? `'${text}` : text
}

/** The text that a cell of ours stands for. */
export function unguardedText(cell: string): string {
  return /^'+$/.test(cell) || (cell.startsWith("'") && formula.test(cell)) ? cell.slice(1) : cell
}

/** "百度 (Chinese); Bǎidù" as aliases. */
export function aliasesIn(text: string): readonly Alias[] {
  return text.split(separator).map((part) => {
    const [, alias, note] = /^(.*) \(([^()]*)\)$/su.exec(part) ?? []
    return alias === undefined || note === undefined ? { text: part } : { text: alias, note }
  })
}

/** `2009/2010; 2012` as stretches of time. */
export function ownSpansIn(text: string): readonly Span[] {
  return text.split(separator).map((part) => {
    const slash = part.indexOf('/')
    const start = slash === -1 ? part : part.slice(0, slash)
    const end = slash === -1 ? part : part.slice(slash + 1)
    return {
      ...(start === '..' ? {} : { start }),
      ...(end === '..' ? {} : { end }),
    }
  })
}
