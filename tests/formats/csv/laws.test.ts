import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { decodeTable } from '../../../src/formats/csv/decode-table.ts'
import { readTables } from '../../../src/formats/csv/read-tables.ts'
import { splitTable } from '../../../src/formats/csv/split-table.ts'
import { writeCsv } from '../../../src/formats/csv/write.ts'
import type { Opened } from '../../../src/formats/input-file.ts'
import { noDrawing } from '../../drawings.ts'
import { anyKnowledge, text } from '../knowledge-arbitrary.ts'
import { mutantRuns, mutants } from '../mutations.ts'

const encoder = new TextEncoder()
const read = (...texts: readonly string[]): Opened['result'] =>
  readTables(texts.map((one) => ({ name: 'f.csv', bytes: encoder.encode(one) }))).result

const quotedCell = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const tableText = (rows: readonly (readonly string[])[], delimiter = ',', end = '\n'): string =>
  rows.map((row) => row.map(quotedCell).join(delimiter) + end).join('')
/** UTF-8 has no lone surrogates. */
const wellFormed = text.map((one) => one.replace(/\p{Surrogate}/gu, '\uFFFD'))
const width = fc.integer({ min: 1, max: 4 })
const rows = width.chain((cells) =>
  fc.array(fc.array(wellFormed, { minLength: cells, maxLength: cells }), { maxLength: 5 }),
)
/** Ids that a table of edges can be cut at without becoming something else. */
const id = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '中', 'x y', '0', '007')

describe('cutting a text into cells', () => {
  it('gives every cell back, whatever stands in it', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t', '|'), (cells, delimiter) => {
        const { fault, stray, rows: found } = splitTable(tableText(cells, delimiter), delimiter)
        const blank = (row: readonly string[]): boolean => row.length === 1 && row[0] === ''
        expect([found, stray, fault]).toEqual([cells.filter((row) => !blank(row)), [], undefined])
      }),
    )
  })

  it('agrees with the csv module of Python', ({ skip }) => {
    // Optional: the test is skipped where it is missing.
    const python = 'python3'
    skip(spawnSync(python, ['--version']).status !== 0, 'needs python3')
    const plain = fc.constantFrom('a', '', ' b ', 'x"y', '-', "it's", 'é中😀', '\u2028')
    const mixed = fc.oneof(plain, wellFormed.map(quotedCell))
    const row = fc.array(mixed, { minLength: 2, maxLength: 4 }).map((cells) => cells.join(','))
    const texts = fc
      .sample(fc.array(row, { minLength: 1, maxLength: 5 }), { numRuns: 200, seed: 5 })
      .map((lines) => lines.join('\r\n').replaceAll('\0', ''))
    const reader =
      'import csv, io, json, sys; sys.stdout.write(json.dumps([[row for row in csv.reader(io.StringIO(text, newline="")) if row] for text in json.load(sys.stdin)]))'
    const { stdout } = spawnSync(python, ['-c', reader], {
      encoding: 'utf8',
      input: JSON.stringify(texts),
    })
    const theirs: unknown = JSON.parse(stdout)
    expect(texts.map((one) => splitTable(one, ',').rows)).toEqual(theirs)
  })
})

describe('reading tables', () => {
  const edgeRows = fc.array(fc.tuple(id, id, fc.constantFrom('1', '2.5', '')), {
    minLength: 1,
    maxLength: 8,
  })
  const withHeader = edgeRows.map((list) => [['source', 'target', 'weight'], ...list])

  it('does not depend on delimiter, line ends and byte order mark', () => {
    const cases = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\ufeff'),
      last: fc.boolean(),
    })
    fc.assert(
      fc.property(withHeader, cases, (cells, { delimiter, end, mark, last }) => {
        const written = mark + tableText(cells, delimiter, end)
        const changed = last ? written : written.slice(0, -end.length)
        expect(read(changed)).toEqual(read(tableText(cells)))
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on the encoding, where it is known', () => {
    fc.assert(
      fc.property(withHeader, fc.boolean(), (cells, little) => {
        const written = `\ufeff${tableText(cells)}`
        const bytes = new Uint8Array(2 * written.length)
        const view = new DataView(bytes.buffer)
        for (let at = 0; at < written.length; at += 1)
          view.setUint16(2 * at, written.charCodeAt(at), little)
        expect(readTables([{ name: 'f.csv', bytes }]).result).toEqual(read(tableText(cells)))
      }),
      { numRuns: 30 },
    )
  })

  it('keeps or skips every row, and reports each that it skips', () => {
    const end = fc.oneof(id, fc.constantFrom('', ' '))
    const edges = fc.array(fc.tuple(end, end), { maxLength: 12 })
    const nodes = fc.array(fc.tuple(end, wellFormed), { maxLength: 12 })
    fc.assert(
      fc.property(edges, nodes, (edgeList, nodeList) => {
        const result = read(
          tableText([['id', 'label'], ...nodeList]),
          tableText([['source', 'target'], ...edgeList]),
        )
        if (!result.ok) throw new Error(JSON.stringify(result.issues))
        const { entities, statements } = result.content.knowledge
        const known = new Set<string>(nodeList.map(([one]) => one))
        const implied = [...entities.keys()].filter((one) => !known.has(one)).length
        const skipped = result.issues.filter(({ message }) => message.endsWith('is skipped'))
        expect(entities.size - implied + statements.size + skipped.length).toBe(
          nodeList.length + edgeList.length,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('rejects a text that ends inside a quoted cell, and names the line of the quote', () => {
    fc.assert(
      fc.property(withHeader, fc.nat(), (cells, where) => {
        const whole = tableText(cells)
        const cut = whole.slice(0, where % whole.length)
        const open = cut.split('"').length % 2 === 0
        const result = read(cut)
        const line = cut.split('\n').length
        expect(open ? [result.ok, result.issues.at(0)?.line] : []).toEqual(
          open ? [false, line] : [],
        )
      }),
      { numRuns: 60 },
    )
  })

  it('ends in a result for files with changed bytes, and pollutes nothing', () => {
    const valid: fc.Arbitrary<Uint8Array> = fc.oneof(
      withHeader.map((cells) => encoder.encode(tableText(cells))),
      edgeRows.map((cells) => encoder.encode(tableText(cells, ';', '\r\n'))),
      fc.constant(encoder.encode(';A;B;C\nA;0;1;2\nB;1;0;0\nC;2;0;0\n')),
      fc.constant(encoder.encode('a b c\nb c\nc a\n# end\n')),
      anyKnowledge.map((knowledge) => {
        const { nodes, edges } = writeCsv(knowledge, noDrawing)
        return encoder.encode(knowledge.entities.size % 2 === 0 ? nodes : edges)
      }),
    )
    fc.assert(
      fc.property(mutants(valid), (bytes) => {
        const { result } = readTables([{ name: 'f.csv', bytes: Uint8Array.from(bytes) }])
        const polluted: string[] = []
        for (const name in {}) polluted.push(name)
        const dangling = result.ok
          ? [...result.content.knowledge.statements.values()].filter(
              ({ subject, value }) =>
                !result.content.knowledge.entities.has(subject) ||
                (value.type === 'entity' && !result.content.knowledge.entities.has(value.entity)),
            )
          : []
        const said = result.ok || result.issues.some(({ severity }) => severity === 'error')
        expect([said, dangling, polluted]).toEqual([true, [], []])
      }),
      { numRuns: mutantRuns },
    )
  })
})

describe('bytes', () => {
  it('that are no UTF-8 are rejected with their line, never replaced', () => {
    fc.assert(
      fc.property(withLines(), fc.integer({ min: 0x80, max: 0xff }), ([before, after], byte) => {
        const bytes = Uint8Array.from([...encoder.encode(before), byte, ...encoder.encode(after)])
        const decoded = decodeTable(bytes, 'f.csv')
        const line = before.split('\n').length
        expect(decoded).toMatchObject({ ok: false, issue: { severity: 'error', line } })
      }),
      { numRuns: 50 },
    )
  })
})

function withLines(): fc.Arbitrary<[string, string]> {
  const lines = fc
    .array(fc.constantFrom('a,b', '中,é', 'x'))
    .map((list) => list.map((line) => `${line}\n`).join(''))
  return fc.tuple(lines, lines)
}
