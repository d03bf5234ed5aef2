import { fold } from '../view/fold.ts'
import type { Table } from './table.ts'

/** The words of a query, without case and accents. */
export function wordsOf(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** True for rows that show all the words, each in any of their cells. */
export function rowFilter({ columns }: Table, words: readonly string[]): (row: number) => boolean {
  return (row) => {
    let missing = words
    for (const { text } of columns) {
      if (missing.length === 0) return true
      const folded = foldedCell(text(row))
      if (folded !== '') missing = missing.filter((word) => !folded.includes(word))
    }
    return missing.length === 0
  }
}

/** As `fold`, with the short way for what needs no more. */
export function foldedCell(text: string): string {
  return /^[ -~]*$/.test(text) ? text.toLowerCase() : fold(text)
}
