import { describe, expect, it } from 'vitest'
import { likelyEncoding } from '../../../src/formats/csv/decode-table.ts'
import { guessMapping } from '../../../src/formats/csv/guess-mapping.ts'
import { parseTables } from '../../../src/formats/csv/parse-tables.ts'
import { readTables } from '../../../src/formats/csv/read-tables.ts'
import { entityId } from '../../../src/model/ids.ts'
import type { Knowledge } from '../../../src/model/knowledge.ts'
import type { TableMapping } from '../../../src/formats/csv/table-mapping.ts'
import { issueText } from '../../../src/model/issue.ts'

const encoder = new TextEncoder()
const file = (text: string, name = 'f.csv') => ({ name, bytes: encoder.encode(text) })

const mappingOf = (text: string): TableMapping => {
  const [parsed] = parseTables([file(text)])
  if (parsed?.ok !== true) throw new Error('rejected')
  return guessMapping(parsed.content)
}
const guess = (text: string): object => {
  const { role, header, columns, direction } = mappingOf(text)
  return { role, header, ...columns, direction }
}
const knowledgeOf = (...texts: readonly string[]): Knowledge => {
  const { result } = readTables(texts.map((text, index) => file(text, `${index}.csv`)))
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.content.knowledge
}
const edgesOf = ({ statements }: Knowledge): readonly string[] =>
  [...statements.values()].map(({ subject, predicate, value, weight }) => {
    const end = value.type === 'entity' ? value.entity : ''
    return `${subject} ${predicate} ${end}${weight === undefined ? '' : ` ${weight}`}`
  })
const issuesOf = (...texts: readonly string[]): readonly string[] =>
  readTables(texts.map((text) => file(text))).result.issues.map(issueText)

describe('what a table means is guessed', () => {
  it.each([
    [
      'Gephi',
      'Source,Target,Type,Id,Label,Weight\n1,2,Directed,e,,2\n',
      { role: 'edges', source: 0, target: 1, direction: 'directed', id: 3, weight: 5, label: 4 },
    ],
    [
      'any word for the ends',
      'dstAccount,srcAccount\na,b\n',
      { role: 'edges', source: 1, target: 0 },
    ],
    [
      'triples',
      'subject,predicate,object\na,p,b\n',
      { role: 'edges', source: 0, predicate: 1, target: 2 },
    ],
    [
      'Neo4j relations',
      'role,:START_ID(P),:END_ID,:TYPE\nx,a,b,KNOWS\n',
      { role: 'edges', source: 1, target: 2, predicate: 3 },
    ],
    [
      'Neo4j nodes',
      'personId:ID(P),name:string,:LABEL\na,A,Person\n',
      { role: 'nodes', id: 0, label: 1, kind: 2 },
    ],
    [
      'Chinese edges',
      '源,目标,关系,权重\na,b,投资,3\n',
      { role: 'edges', source: 0, target: 1, predicate: 2, weight: 3 },
    ],
    ['Chinese nodes', '编号,名称,类型\na,阿里,机构\n', { role: 'nodes', id: 0, label: 1, kind: 2 }],
    [
      'two ends without an order',
      'id_1,id_2\n0,1\n',
      { role: 'edges', source: 0, target: 1, direction: 'undirected' },
    ],
    [
      'bounds of time beside an id',
      'id,label,from,to\na,A,2001-01-01,2002-02-02\n',
      { role: 'nodes', id: 0 },
    ],
    ['nodes with places in the picture', 'id,x,y\na,0,1\n', { role: 'nodes', id: 0, x: 1, y: 2 }],
    ['a target that is no end', 'id,target\n0,12\n1,12\n', { role: 'nodes', id: 0 }],
  ])('from names: %s', (_, text, expected) => {
    expect(guess(text)).toMatchObject({ header: true, ...expected })
  })

  it.each([
    ['two columns of ids', 'a,b\nb,c\n', { role: 'edges', source: 0, target: 1 }],
    ['numbers', '1 2 0.5\n2 3 1\n', { role: 'edges', source: 0, target: 1, weight: 2 }],
    [
      'triples',
      'a,knows,b\nb,knows,c\nc,likes,a\n',
      { role: 'edges', source: 0, predicate: 1, target: 2 },
    ],
    ['rows of many lengths', 'a,b,c\nb,c\nc,a,d\n', { role: 'adjacency-list' }],
    ['ids that begin with #', '#ai,#ml\n#ml,#nlp\n', { role: 'edges', source: 0, target: 1 }],
  ])('from values: %s', (_, text, expected) => {
    expect(guess(text)).toMatchObject({ header: false, ...expected })
  })

  it('a matrix by the same names at its top and on its left', () => {
    expect([guess(';A;B\nA;0;1\nB;1;0\n'), guess('x,A,B\nA,0,1\nB,0,0\n')]).toMatchObject([
      { role: 'matrix', direction: 'undirected' },
      { role: 'matrix', direction: 'directed' },
    ])
  })

  it('with a reason for every part', () => {
    const mapping = mappingOf('Source;Target;Weight\na;b;1,5\nb;c;2,25\n')
    expect(mapping).toEqual({
      role: 'edges',
      encoding: 'UTF-8',
      delimiter: ';',
      top: 0,
      header: true,
      decimalComma: true,
      columns: { source: 0, target: 1, weight: 2 },
      direction: 'directed',
      reasons: {
        role: 'it has columns for both ends of an edge',
        encoding: 'the bytes are UTF-8',
        delimiter: 'a semicolon: the first row then has names of columns',
        top: 'nothing stands above it',
        header: 'the first row has names that are known',
        decimalComma: 'column 3 holds numbers such as "1,5"',
        source: 'the column is called "Source"',
        target: 'the column is called "Target"',
        weight: 'the column is called "Weight"',
        direction: 'the names of the two ends have an order',
      },
    })
  })
})

describe('tables are read', () => {
  it('each edge by its own label, and only those without one as linked', () => {
    const table = 'Source,Target,Label\na,b,ships to\nb,c,owns\nc,d,\nd,a,  \n'
    expect(edgesOf(knowledgeOf(table))).toEqual([
      'a ships to b',
      'b owns c',
      'c linked to d',
      'd linked to a',
    ])
  })

  it('together: ends without a row become nodes, which is said once', () => {
    const texts = ['source,target\na,b\na,c\na,d\n', 'id,label,kind\na,A,Person\nb,,Place\n']
    const { entities, kinds } = knowledgeOf(...texts)
    expect([
      [...entities.values()].map(({ id, label, kind }) => [id, label, kind]),
      [...kinds.keys()],
      issuesOf(...texts),
    ]).toEqual([
      [
        ['a', 'A', 'Person'],
        ['b', undefined, 'Place'],
        ['c', undefined, undefined],
        ['d', undefined, undefined],
      ],
      ['Person', 'Place'],
      [
        'f.csv:3: 2 ends of edges, "c" the first, have no row in a table of nodes; made a node all the same (add it there to give it a label)',
      ],
    ])
  })

  it('with columns typed by all of their values', () => {
    const text = [
      'id,whole,part,yes,day,founded year,post code,phone,home,big',
      'a,1,1.5,true,2020-02-29,1999,01234,+49,http://a/,9223372036854775808',
      'b,-2,2,FALSE,2021-12-31,2001,56789,+50,https://b/,1',
    ].join('\n')
    expect(
      knowledgeOf(text).columns.entity.map(({ title, datatype }) => `${title}: ${datatype}`),
    ).toEqual([
      'whole: integer',
      'part: decimal',
      'yes: boolean',
      'day: date',
      'founded year: year',
      'post code: string',
      'phone: string',
      'home: uri',
      'big: integer',
    ])
  })

  it('with weights that are numbers, and text where they are none', () => {
    const text = 'source,target,weight\na,b,-1\nb,c,1e309\nc,d,"1,5"\nd,e,١٢\ne,f,\n'
    const knowledge = knowledgeOf(text)
    const kept = [...knowledge.statements.values()].flatMap(({ attributes }) =>
      attributes.map((one) => one.text),
    )
    expect([edgesOf(knowledge), kept, issuesOf(text).length]).toEqual([
      ['a linked to b -1', 'b linked to c', 'c linked to d', 'd linked to e', 'e linked to f'],
      ['1e309', '1,5', '١٢'],
      3,
    ])
  })

  it('as a matrix and as a list of neighbours', () => {
    expect([
      edgesOf(knowledgeOf(';A;B;C\nA;0;1;2\nB;1;0;0\nC;2;0;3\n')),
      edgesOf(knowledgeOf(';A;B\nA;0;1,5\nB;0;0\n')),
      edgesOf(knowledgeOf('a,b,c\nb,a\nc,d\n')),
    ]).toEqual([
      ['A linked to B 1', 'A linked to C 2', 'C linked to C 3'],
      ['A linked to B 1.5'],
      ['a linked to b', 'a linked to c', 'c linked to d'],
    ])
  })

  it('with the stretches of time that Gephi writes', () => {
    const spans = [
      ...knowledgeOf(
        'Source,Target,timeset\na,b,"<[2001, 2002); [2004, Infinity]>"\nb,a,"<[3.0]>"\n',
      ).statements.values(),
    ].map((one) => one.spans)
    expect(spans).toEqual([
      [{ start: '2001', end: '2002', endExcluded: true }, { start: '2004' }],
      [{ start: '3.0', end: '3.0' }],
    ])
  })

  it('by what the reader has chosen', () => {
    const bytes = Uint8Array.from(
      [...'Jos', '\u00e9', ';Zo', '\u00eb', ';x'].join('').split(''),
      (one) => one.charCodeAt(0),
    )
    const chosen: TableMapping = {
      role: 'edges',
      encoding: likelyEncoding(bytes),
      delimiter: ';',
      top: 0,
      header: false,
      decimalComma: false,
      columns: { source: 1, target: 0, predicate: 2 },
      direction: 'mutual',
      reasons: {},
    }
    const { result } = readTables([{ name: 'f.csv', bytes }], [chosen])
    expect(result.ok ? edgesOf(result.content.knowledge) : []).toEqual(['Zoë x José'])
  })

  it('and keep columns called like members of every object', () => {
    const { entities } = knowledgeOf('id,__proto__,constructor\n__proto__,1,2\n')
    expect(entities.get(entityId('__proto__'))?.attributes).toEqual([
      { column: '__proto__', text: '1' },
      { column: 'constructor', text: '2' },
    ])
  })
})

describe('what is wrong with a table is said', () => {
  it.each([
    [
      'rows of odd lengths',
      'source,target,weight\na,b\nb,c,1,more\n',
      [
        'f.csv:2: row in line 2: it has 2 of 3 cells; the missing ones count as empty',
        'f.csv:3: row in line 3: it has 4 cells where 3 are expected; the extra fields "more" are kept in columns of their own',
      ],
    ],
    [
      'columns without a name of their own',
      'id,,x,x\na,1,2,3\n',
      [
        'f.csv:1: column 2 has an empty name; it is called "column 2"',
        'f.csv:1: column 4 is the second called "x"; it is called "x (2)"',
      ],
    ],
    [
      'a quote in the middle of text',
      'source,target\n"a"x,b\n',
      [
        'f.csv:2: row in line 2: text follows the quote that closes a cell; the cell is kept as written',
      ],
    ],
    [
      'ids that are taken',
      'id,source,target\n1,a,b\n1,b,c\n',
      ['f.csv:3: the edge id "1" is taken already; the edge in line 3 gets the id "edge-1"'],
    ],
  ])('%s', (_, text, expected) => {
    expect(issuesOf(text)).toEqual(expected)
  })

  it('in so many words only for the first rows, the others are counted', () => {
    const issues = issuesOf(`source,target\n${'a,\n'.repeat(200)}a,b\n`)
    expect([issues.length, issues.at(-1)]).toEqual([
      51,
      'f.csv:201: 150 more edges lack an end; each is skipped',
    ])
  })

  it.each([
    [
      'no column for an end',
      'source,dest_name\na,b\n',
      /^f\.csv:1: no column for the target is known/,
    ],
    [
      'an open quote',
      'source,target\na,"b\nc,d\n',
      /^f\.csv:2: the quote that opens a cell in line 2 is never closed/,
    ],
    ['a page', '<!DOCTYPE html><html></html>', /^f\.csv:1: this is an HTML page/],
    ['a workbook', 'PK\u0003\u0004 xl/workbook.xml', /an Excel workbook .* save the sheet as CSV/],
    ['prose', 'Dear all, nothing works\nyet\nBest\n', /no column for the id is known/],
    ['nothing', '\n\n', /^f\.csv: the file is empty/],
  ])('and rejects the file: %s', (_, text, expected) => {
    const { result } = readTables([file('source,target\na,b\n', 'good.csv'), file(text)])
    expect([result.ok, result.issues.map(issueText).join('\n')]).toEqual([
      false,
      expect.stringMatching(expected),
    ])
  })
})

describe('places', () => {
  const text = 'id,name,y,x\na,A,31.2,121.5\nb,B,121.5,31.2\nc,C,0,0\nd,D,,\ne,E,north,5\n'
  const chosen: TableMapping = {
    ...mappingOf(text),
    columns: { id: 0, label: 1, latitude: 2, longitude: 3 },
  }

  it('come from the columns that were chosen for them, whose figures stay', () => {
    const { result } = readTables([file(text)], [chosen])
    if (!result.ok) throw new Error('rejected')
    const { entities } = result.content.knowledge
    expect([...entities.values()].map(({ id, place }) => [id, place])).toEqual([
      ['a', { latitude: 31.2, longitude: 121.5 }],
      ['b', undefined],
      ['c', undefined],
      ['d', undefined],
      ['e', undefined],
    ])
    expect(
      [...entities.values()].map(({ attributes }) => attributes.map((each) => each.text)),
    ).toEqual([['31.2', '121.5'], ['121.5', '31.2'], ['0', '0'], [], ['north', '5']])
    expect(result.content.layout.size).toBe(0)
    expect(result.issues.map(issueText)).toEqual([
      'f.csv:3: "121.5, 31.2" in line 3 is no latitude and longitude in degrees; the map leaves it out (it would be a place with latitude and longitude exchanged)',
      'f.csv:4: the place "0, 0" in line 4 mostly stands for none; the map leaves it out',
      'f.csv:6: "north, 5" in line 6 is no latitude and longitude in degrees; the map leaves it out (a latitude is a number from -90 to 90, a longitude one from -180 to 180)',
    ])
  })

  it.each([
    ['lat,lng', '1,2', { latitude: 1, longitude: 2 }],
    ['homeLongitude,homeLatitude', '121.5,31.2', { longitude: 1, latitude: 2 }],
    ['lat,lon', '431200,912150', {}],
    ['lat,lon', 'north,east', {}],
    ['x,y', '1,2', { x: 1, y: 2 }],
  ])('are guessed by the names %s with %s', (names, values, columns) => {
    const { id: _id, ...guessed } = mappingOf(`id,${names}\na,${values}\n`).columns
    expect(guessed).toEqual(columns)
  })

  it('of columns that are called so are the map’s to find, in whichever table', () => {
    const { entities } = knowledgeOf('id,lat,lon\na,1,2\n', 'id,home lat,home lon\nb,3,4\n')
    expect([...entities.values()].map(({ place }) => place)).toEqual([
      undefined,
      { latitude: 3, longitude: 4 },
    ])
  })
})
