import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGexf } from '../src/formats/gexf/read.ts'
import { issueText } from '../src/model/issue.ts'

const beside = process.env['ORRERY_CORPORA'] ?? resolve(import.meta.dirname, '../../shared')
const slowest = 2000

/** The rows of a folder's INDEX.tsv that are about GEXF; none where the folder is not there. */
const rowsOf = (folder: string): readonly ReadonlyMap<string, string>[] => {
  const index = join(beside, folder, 'INDEX.tsv')
  if (!existsSync(index)) return []
  const [header = '', ...lines] = readFileSync(index, 'utf8').split('\n')
  const names = header.split('\t')
  return lines
    .filter((line) => line.startsWith('gexf/'))
    .map((line) => new Map(line.split('\t').map((cell, at) => [names[at] ?? '', cell])))
}

const open = (folder: string, file: string) => {
  const bytes = new Uint8Array(readFileSync(join(beside, folder, file)))
  const start = performance.now()
  const result = readGexf(bytes, file)
  const ms = performance.now() - start
  const skipped = (what: string): number =>
    result.issues.filter(
      ({ message }) => message.endsWith('is skipped') && new RegExp(`\\b${what}`).test(message),
    ).length
  return {
    ok: result.ok,
    nodes: result.ok ? result.content.entities.size + skipped('node ') : undefined,
    edges: result.ok ? result.content.statements.size + skipped('edge ') : undefined,
    kept: result.ok ? [result.content.entities.size, result.content.statements.size] : [],
    issues: result.issues.map(issueText),
    quick: ms < slowest,
    unpolluted: Object.keys(Object.prototype).length === 0 && !('polluted' in {}),
  }
}

const corpus = rowsOf('corpus')
const hostile = rowsOf('hostile')

it('the corpora lie beside the checkout', ({ skip }) => {
  skip(corpus.length + hostile.length === 0, `no INDEX.tsv in the folders of ${beside}`)
  expect([corpus.length > 0, hostile.length > 0]).toEqual([true, true])
})

describe.skipIf(corpus.length === 0)('files from the field (beside the checkout)', () => {
  // With a DOCTYPE, which is refused whatever follows.
  const refused = /malformed-xml/
  it.each(corpus.map((row) => [row.get('path') ?? '', row] as const))('%s', (path, row) => {
    const { ok, nodes, edges, quick, unpolluted } = open('corpus', path)
    const read = !refused.test(path)
    expect({ ok, nodes, edges, quick, unpolluted }).toEqual({
      ok: read,
      nodes: read ? Number(row.get('nodes')) : undefined,
      edges: read ? Number(row.get('edges')) : undefined,
      quick: true,
      unpolluted: true,
    })
  })
})

describe.skipIf(hostile.length === 0)('hostile files (beside the checkout)', () => {
  it.each(hostile.map((row) => [row.get('file') ?? '', row] as const))('%s', (file, row) => {
    const { ok, kept, issues, quick, unpolluted } = open('hostile', file)
    const expected = row.get('expect') ?? ''
    const accepted = expected.startsWith('accept')
    expect({ ok, kept, reported: issues.length > 0, quick, unpolluted }).toEqual({
      ok: accepted,
      kept: accepted ? [Number(row.get('nodes')), Number(row.get('edges'))] : [],
      reported: expected !== 'accept-with-exact-counts',
      quick: true,
      unpolluted: true,
    })
    // A line is named by its number, as in `file:12:3: …`.
    const mentioned = new RegExp(row.get('must_mention') ?? '', 'u')
    expect(issues.map((issue) => issue.replace(/:(\d+)(?=:)/, ':$1 (line $1)')).join('\n')).toMatch(
      mentioned,
    )
  })
})
