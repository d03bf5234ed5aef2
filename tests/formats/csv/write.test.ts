import { describe, expect, it } from 'vitest'
import { csvTable } from '../../../src/formats/csv/table.ts'
import { writeCsv } from '../../../src/formats/csv/write.ts'
import { lossCount } from '../../../src/formats/loss-count.ts'
import { noDrawing } from '../../drawings.ts'
import { sevenNodes } from '../../seven-nodes.ts'

describe('CSV cells', () => {
  it('quotes what RFC 4180 asks for', () => {
    expect(
      csvTable(
        ['a', 'b'],
        [
          ['x,y', 'say "hi"'],
          ['line\nend', undefined],
        ],
        lossCount(),
      ),
    ).toBe('a,b\r\n"x,y","say ""hi"""\r\n"line\nend",\r\n')
  })

  it('disarms what a spreadsheet would run, but leaves numbers alone', () => {
    const losses = lossCount()
    expect([
      csvTable(['h'], [['=1+1'], ['@x'], ['-5'], ['+3.5e2'], ['-a'], [-7]], losses),
      losses.losses(),
    ]).toEqual([
      "h\r\n'=1+1\r\n'@x\r\n-5\r\n+3.5e2\r\n'-a\r\n-7\r\n",
      [{ what: 'cells with an apostrophe in front, because they look like formulas', count: 3 }],
    ])
  })

  it('replaces control characters and lone surrogates, and counts them', () => {
    const losses = lossCount()
    expect([csvTable(['h'], [['a\u0000\ud800😀']], losses), losses.losses()]).toEqual([
      'h\r\na\ufffd\ufffd😀\r\n',
      [{ what: 'control characters, written as U+FFFD', count: 2 }],
    ])
  })
})

describe('CSV tables', () => {
  it('hold the seven nodes and their edges', () => {
    const { nodes, edges, losses } = writeCsv(sevenNodes(), noDrawing)
    expect({ nodes: nodes.split('\r\n'), edges: edges.split('\r\n'), losses }).toMatchSnapshot()
  })
})
