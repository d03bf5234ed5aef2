import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { guessMapping } from '../../../src/formats/csv/guess-mapping.ts'
import { parseTables } from '../../../src/formats/csv/parse-tables.ts'
import { readTables } from '../../../src/formats/csv/read-tables.ts'
import { issueText } from '../../../src/model/issue.ts'

const file = (text: string) => ({ name: 'f.csv', bytes: new TextEncoder().encode(text) })
/** The first row of the table, and how many rows stand above it. */
const begin = (text: string): readonly unknown[] => {
  const [parsed] = parseTables([file(text)])
  if (parsed?.ok !== true) throw new Error('rejected')
  const { rows, above } = parsed.content
  return [above.length, rows[0]?.join('|')]
}

describe('the row that a table begins in', () => {
  test.each([
    ['blank lines', '\n  \n\nsource,target\na,b\n', [0, 'source|target']],
    ['comments', '# made by X\n% on Monday\nsource,target\na,b\n', [0, 'source|target']],
    ['rows of empty cells', ',,\n,,\nsource,target,weight\na,b,1\n', [2, 'source|target|weight']],
    ['a title', 'World trade\nsource,target,weight\na,b,1\n', [1, 'source|target|weight']],
    [
      'a title, a date and a gap, padded as spreadsheets do',
      'World trade;;\nas of;2020;\n;;\nvon;nach;Menge\nA;B;1,5\n',
      [3, 'von|nach|Menge'],
    ],
    [
      'a title over names that nobody knows',
      'Rivers of Europe\nriver,length,mouth\nRhine,1233,North Sea\nElbe,1094,North Sea\n',
      [1, 'river|length|mouth'],
    ],
    ['a title over a matrix', 'Ties\n,A,B\nA,0,1\nB,1,0\n', [1, '|A|B']],
    ['comments and a title', '# x\nTies\nsource,target\na,b\n', [1, 'source|target']],
  ])('comes after %s', (_what, text, expected) => {
    expect(begin(text)).toEqual(expected)
  })

  test.each([
    ['names are in the first row', 'name,title\nsource,target\na,b\n', [0, 'name|title']],
    ['edges lie above words like names', 'a,b\nfrom,to\nc,d\n', [0, 'a|b']],
    ['rows are nodes and their neighbours', 'a\nnode b c d\nb c\nc d e f\n', [0, 'a']],
    ['a row lacks its second end', 'a,\nb,c\nc,a\nd,b\n', [0, 'a|']],
    ['one column is all there is', 'a\nb\nc\n', [0, 'a']],
  ])('is the first where %s', (_what, text, expected) => {
    expect(begin(text)).toEqual(expected)
  })

  it('can be chosen, and is part of the mapping', () => {
    const [parsed] = parseTables([file('World trade\nsource,target\na,b\n')], [{ top: 0 }])
    if (parsed?.ok !== true) throw new Error('rejected')
    expect([parsed.content.rows.length, guessMapping(parsed.content).top]).toEqual([3, 0])
  })

  it('leaves every row of a file kept, skipped or named as standing above', () => {
    const titles = fc.array(fc.constantFrom('World trade', 'as of 2020', ',,', 'Source: X'), {
      maxLength: 4,
    })
    const rows = fc.array(fc.constantFrom('a,b,1', 'b,c,2', 'c,,1'), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(titles, rows, (above, body) => {
        const text = [...above, 'source,target,weight', ...body].join('\n')
        const { result } = readTables([file(text)])
        if (!result.ok) throw new Error(result.issues.map(issueText).join('\n'))
        const named = result.issues.filter(({ message }) => message.includes('above the table'))
        const skipped = result.issues.filter(({ message }) => message.endsWith('is skipped'))
        expect([named.length, result.content.knowledge.statements.size + skipped.length]).toEqual([
          above.length,
          body.length,
        ])
      }),
    )
  })
})
