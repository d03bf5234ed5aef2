import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Opened } from '../src/formats/input-file.ts'
import { openFiles } from '../src/formats/open.ts'
import { issueText } from '../src/model/issue.ts'
import type { Issue } from '../src/model/issue.ts'
import type { Knowledge } from '../src/model/knowledge.ts'
import { corpora, rowsOf, wantedOf, wantsAccepted } from './corpus-index.ts'

const slowest = 2000

const open = async (folder: 'corpus' | 'hostile', name: string) => {
  const bytes = new Uint8Array(readFileSync(join(corpora, folder, name)))
  // Of the processor, not of the wall: other tests run beside this one.
  const start = process.cpuUsage()
  const { result, counts } = await openFiles([{ name, bytes }])
  const ms = process.cpuUsage(start).user / 1000
  const kept = result.ok ? countsOf(result.content.knowledge, counts) : []
  return {
    ok: result.ok,
    kept,
    found: [
      (kept[0] ?? 0) + skipped(result.issues, 'node'),
      (kept[1] ?? 0) + skipped(result.issues, 'edge'),
    ],
    issues: result.issues,
    quick: ms < slowest,
    unpolluted: Object.keys(Object.prototype).length === 0 && !('polluted' in {}),
  }
}

const countsOf = (
  { entities, statements }: Knowledge,
  counts: Opened['counts'],
): readonly number[] => {
  if (counts !== undefined) return [counts.nodes, counts.edges]
  const relations = [...statements.values()].filter(({ value }) => value.type === 'entity')
  return [entities.size, relations.length]
}

/** How many nodes or edges were left out: named one by one, or counted where they are many. */
const skipped = (issues: readonly Issue[], what: 'node' | 'edge'): number => {
  let count = 0
  for (const { message } of issues) {
    const many = new RegExp(`(\\d+) more ${what}s\\b.*are skipped$`).exec(message)
    if (many !== null) count += Number(many[1])
    else if (message.endsWith('is skipped') && new RegExp(`\\b${what} `).test(message)) count += 1
  }
  return count
}

/** Where each issue lies, for people and for patterns that ask for a line: `file:3:7` and `line 3`. */
const textOf = (issues: readonly Issue[]): string =>
  issues
    .map(
      (issue) => `${issueText(issue)} (line ${issue.line ?? '-'}, column ${issue.column ?? '-'})`,
    )
    .join('\n')

const corpus = rowsOf('corpus')
const hostile = rowsOf('hostile')

it('the corpora lie beside the checkout', ({ skip }) => {
  skip(corpus.length + hostile.length === 0, `no INDEX.tsv in the folders of ${corpora}`)
  expect([corpus.length > 0, hostile.length > 0]).toEqual([true, true])
})

describe.skipIf(corpus.length === 0)('files from the field (beside the checkout)', () => {
  it.each(corpus)('%s', async (path, row) => {
    const { ok, found, quick, unpolluted, issues } = await open('corpus', path)
    const wanted = wantedOf(path, row)
    const [nodes, edges] = found
    const seen = { ok, nodes, edges }
    expect({
      ...Object.fromEntries(
        Object.keys(wanted).map((key) => [key, seen[key as keyof typeof seen]]),
      ),
      // Not a graph, or one that the index does not count: an answer all the same.
      answered: ok || issues.length > 0,
      quick,
      unpolluted,
    }).toEqual({ ...wanted, answered: true, quick: true, unpolluted: true })
  })
})

describe.skipIf(hostile.length === 0)('hostile files (beside the checkout)', () => {
  it.each(hostile)('%s', async (file, row) => {
    const { ok, kept, issues, quick, unpolluted } = await open('hostile', file)
    const expected = row.get('expect') ?? ''
    const accepted = wantsAccepted(row, ok)
    const counts = (row.get('nodes') ?? '') === '' ? kept : [row.get('nodes'), row.get('edges')]
    expect({ ok, kept, reported: issues.length > 0, quick, unpolluted }).toEqual({
      ok: accepted,
      kept: accepted ? counts.map(Number) : [],
      reported: expected !== 'accept-with-exact-counts',
      quick: true,
      unpolluted: true,
    })
    expect(textOf(issues)).toMatch(new RegExp(row.get('must_mention') ?? '', 'u'))
  })
})
