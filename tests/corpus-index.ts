import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where real and hostile files lie, with what must come out of each; beside the checkout. */
export const corpora = process.env['ORRERY_CORPORA'] ?? resolve(import.meta.dirname, '../../shared')

export type Row = ReadonlyMap<string, string>

/** The rows of a folder's INDEX.tsv by file; none where the folder is not there. */
export function rowsOf(folder: 'corpus' | 'hostile'): readonly (readonly [string, Row])[] {
  const index = join(corpora, folder, 'INDEX.tsv')
  if (!existsSync(index)) return []
  const [header = '', ...lines] = readFileSync(index, 'utf8').split('\n')
  const names = header.split('\t')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t')
      return [cells[0] ?? '', new Map(cells.map((cell, at) => [names[at] ?? '', cell]))]
    })
}

/** What the index of the corpus says of a file; nothing of one that it knows no counts of. */
export function wantedOf(path: string, row: Row): { ok?: boolean; nodes?: number; edges?: number } {
  const [nodes = '', edges = '', notes = ''] = ['nodes', 'edges', 'notes'].map((name) =>
    row.get(name),
  )
  if (/^(?:malformed|PARSE FAILED)/i.test(notes) || path.includes('/malformed-xml/')) {
    return { ok: false }
  }
  if (nodes === '') return {}
  // The index counts no edges where a table has none.
  return { ok: true, nodes: Number(nodes), ...(edges === '' ? {} : { edges: Number(edges) }) }
}

/** True where the index of hostile files wants this one read; some may be read or refused. */
export function wantsAccepted(row: Row, accepted: boolean): boolean {
  return (
    (row.get('expect') ?? '').startsWith('accept') ||
    (accepted && /or (?:open as|accept with)/.test(row.get('note') ?? ''))
  )
}
