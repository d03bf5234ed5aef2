import { describe, expect, it } from 'vitest'
import { readGraphml } from '../../../src/formats/graphml/read.ts'
import { xmlLimits } from '../../../src/formats/xml/read-xml.ts'
import { entityId, statementId } from '../../../src/model/ids.ts'
import { issueText } from '../../../src/model/issue.ts'
import type { Entity, Knowledge, Statement } from '../../../src/model/knowledge.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const opened = (text: string): Knowledge => {
  const result = readGraphml(bytes(text), 'f.graphml')
  if (!result.ok) throw new Error(result.issues.map(issueText).join('\n'))
  return result.content
}
const issues = (text: string, limits = xmlLimits): readonly string[] =>
  readGraphml(bytes(text), 'f.graphml', limits).issues.map(issueText)
const file = (keys: string, inner: string, attributes = 'edgedefault="directed"'): string =>
  `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">${keys}<graph ${attributes}>${inner}</graph></graphml>`
const key = (id: string, target: string, name: string, type: string, inner = ''): string =>
  `<key id="${id}" for="${target}" attr.name="${name}" attr.type="${type}">${inner}</key>`
const entity = (text: string, id: string): Entity | undefined =>
  opened(text).entities.get(entityId(id))
const statement = (text: string, id: string): Statement | undefined =>
  opened(text).statements.get(statementId(id))
const pair = '<node id="a"/><node id="b"/>'

describe('documents', () => {
  it.each([
    ['no namespace', '<graphml><graph><node id="a"/></graph></graphml>'],
    ['another one', '<graphml xmlns="urn:x"><graph><node id="a"/></graph></graphml>'],
    ['a prefix', '<g:graphml xmlns:g="urn:g"><g:graph><g:node id="a"/></g:graph></g:graphml>'],
  ])('opens with %s', (_, text) => {
    expect([[...opened(text).entities.keys()], issues(text)]).toEqual([['a'], []])
  })

  it.each([
    [
      'a DOCTYPE',
      '<!DOCTYPE graphml><graphml/>',
      ':1:1: the file has a DOCTYPE, which is not accepted',
    ],
    [
      'another root',
      '<gexf/>',
      ':1:1: this is not a GraphML file but GEXF: the root element is <gexf>',
    ],
    ['no graph', '<graphml/>', ':1:1: the GraphML file has no <graph> element'],
    ['nothing', '', ':1: the file is empty: no root element'],
  ])('rejects %s', (_, text, message) => {
    expect(issues(text)).toEqual([`f.graphml${message}`])
  })

  it('names the limit that a file passes', () => {
    const text = file('', '<node id="a"><graph><node id="b"/></graph></node>')
    expect([
      ...issues(text, { ...xmlLimits, depth: 3 }),
      ...issues(text, { ...xmlLimits, fileSize: 10 }),
    ]).toEqual([
      expect.stringContaining('nested more than 3 deep'),
      expect.stringContaining('the file size is'),
    ])
  })

  it('takes what the graph says of itself as title and description', () => {
    const text = file(
      key('g_name', 'graph', 'name', 'string') + key('g_m', 'graph', 'm', 'double'),
      '<data key="g_name">Rings</data><data key="g_m"> 7 </data><desc>All of them</desc>',
    )
    expect([opened(text).dataset, issues(text)]).toEqual([
      { id: 'f.graphml', title: 'Rings', description: 'All of them\nm: 7', start: [] },
      [],
    ])
  })

  it('reads the first of several graphs', () => {
    const text = `<graphml><graph>${pair}</graph>\n<graph><node id="c"/></graph></graphml>`
    expect([[...opened(text).entities.keys()], issues(text)]).toEqual([
      ['a', 'b'],
      [
        'f.graphml:2:1: the file has a further graph (nodes: 1, edges: 0); only the first is read, this is skipped',
      ],
    ])
  })

  it('reports hyperedges, ports, counts that are wrong and what it does not know', () => {
    const text = file(
      '',
      '\n<node id="a"><port name="p"/></node>\n<hyperedge><endpoint node="a"/></hyperedge>\n' +
        '<edge id="e" source="a" target="a" targetport="p"/>\n<locator/>',
      'edgedefault="directed" parse.nodes="5"',
    )
    expect([issues(text), statement(text, 'e')?.attributes]).toEqual([
      [
        expect.stringMatching(/:1:\d+: the graph announces "5" nodes, but holds 1 \(it may/),
        'f.graphml:2:14: the port "p" has no place in the picture; it is skipped',
        'f.graphml:3:1: a hyperedge joins 1 ends at once; the hyperedge is skipped',
        'f.graphml:4:1: the targetport "p" of an edge has no place in the picture; it is kept as text',
        'f.graphml:5:1: the element "locator" has no meaning here; it is skipped',
      ],
      [{ column: 'targetport (as written)', text: 'p' }],
    ])
  })

  it('counts what is wrong with very many records instead of listing it', () => {
    const text = file('', '<node/>'.repeat(1000))
    expect([issues(text).length, issues(text).at(-1)]).toEqual([
      51,
      expect.stringMatching(/^f.graphml:1:\d+: 950 more nodes without an id are skipped$/),
    ])
  })
})

describe('keys', () => {
  it('keeps types, defaults and values by domain; `all` is for both', () => {
    const text = file(
      key('n', 'node', 'w', 'int', '<default> 3 </default>') +
        key('e', 'edge', 'w', 'string') +
        key('both', 'all', 'seen', 'boolean'),
      '<node id="a"><data key="n"> 42 </data><data key="both">TRUE</data></node>' +
        '<edge id="e" source="a" target="a"><data key="e"> x </data></edge>',
    )
    expect([
      opened(text).columns,
      entity(text, 'a')?.attributes,
      statement(text, 'e')?.attributes,
      issues(text),
    ]).toEqual([
      {
        entity: [
          {
            id: 'n',
            title: 'w',
            datatype: 'integer',
            fileType: 'int',
            dynamic: false,
            defaultText: '3',
          },
          { id: 'both', title: 'seen', datatype: 'boolean', dynamic: false },
        ],
        statement: [
          { id: 'e', title: 'w', datatype: 'string', dynamic: false },
          { id: 'both', title: 'seen', datatype: 'boolean', dynamic: false },
        ],
      },
      [
        { column: 'n', text: '42' },
        { column: 'both', text: 'TRUE' },
      ],
      [{ column: 'e', text: ' x ' }],
      [],
    ])
  })

  it('reports what is not declared, declared twice or elsewhere, and what does not fit', () => {
    const text = file(
      key('g', 'graph', 'of graph', 'string') +
        key('i', 'node', 'i', 'long') +
        key('i', 'all', 'again', 'int') +
        key('t', 'node', 't', 'colour', '<default>?</default>') +
        '<key for="node"/>' +
        key('n', 'nodd', 'n', 'int'),
      '\n<node id="a"><data key="nope">1</data>\n<data key="g">2</data>\n<data key="i">9223372036854775808</data><data>4</data>\n<data key="t"><b>x</b>y</data></node>',
    )
    expect([
      issues(text).map((issue) => issue.replace(/^f.graphml:1:\d+/, '…')),
      entity(text, 'a')?.attributes,
    ]).toEqual([
      [
        '…: the key "i" is declared twice; the first declaration counts',
        '…: the key "t" has the unknown type "colour"; its values are read as text',
        '…: a key without an id; it is skipped',
        '…: the key "n" is for "nodd", which GraphML does not have (it should be for "node" or "edge")',
        'f.graphml:2:14: the key "nope" is used but not declared; its values are kept as text',
        'f.graphml:3:1: the key "g" is declared for "graph", not for "node"; its values are kept as text',
        'f.graphml:4:1: "9223372036854775808" under the key "i" is out of range for 64 bits; it is kept as text',
        'f.graphml:4:41: a <data> without a key; it is skipped',
        'f.graphml:5:1: the value under the key "t" holds XML, which is not read; its text is kept',
      ],
      [
        { column: 'nope', text: '1' },
        { column: 'g', text: '2' },
        { column: 'i', text: '9223372036854775808' },
        { column: 't', text: 'y' },
      ],
    ])
  })
})

describe('nodes', () => {
  it('takes the first of several with one id and skips those without', () => {
    const text = file(key('k', 'node', 'k', 'string'), '\n<node id=""/>\n<node id=""/>\n<node/>')
    expect([[...opened(text).entities.keys()], issues(text)]).toEqual([
      [''],
      [
        'f.graphml:3:1: the node "" is there already; this second one is skipped',
        'f.graphml:4:1: a node without an id; it is skipped',
      ],
    ])
  })

  it('keeps the parents of nested nodes, and the direction of nested graphs', () => {
    const text = file(
      '',
      '<node id="p"><graph edgedefault="undirected"><node id="c"/><edge id="1" source="c" target="p"/>' +
        '<node id="q"><graph><node id="d"/><edge id="2" source="d" target="p"/></graph></node></graph></node><edge id="3" source="p" target="p"/>',
    )
    expect([
      [...opened(text).entities.values()].map(({ id, parents }) => [id, parents]),
      [...opened(text).statements.values()].map(({ id, direction }) => [id, direction]),
      issues(text),
    ]).toEqual([
      [
        ['p', []],
        ['c', ['p']],
        ['q', ['p']],
        ['d', ['q']],
      ],
      [
        ['1', 'undirected'],
        ['2', 'undirected'],
        ['3', 'directed'],
      ],
      [],
    ])
  })

  it('reads what Gephi writes', () => {
    const text = file(
      ['x', 'y', 'size'].map((name) => key(name, 'node', name, 'float')).join('') +
        ['r', 'g', 'b'].map((name) => key(name, 'node', name, 'int')).join('') +
        key('label', 'node', 'label', 'string'),
      '<node id="a"><data key="label">A</data><data key="size">10.0</data><data key="r">255</data><data key="g">0</data><data key="b">16</data><data key="x">1.5</data><data key="y">-2</data></node>' +
        '\n<node id="b"><data key="x">1,5</data><data key="y">2</data></node>',
    )
    expect([entity(text, 'a'), entity(text, 'b')?.attributes, issues(text)]).toEqual([
      expect.objectContaining({
        label: 'A',
        attributes: [],
        drawing: { position: { x: 1.5, y: -2 }, colour: '#ff0010', size: 10 },
      }),
      [{ column: 'position (as written)', text: '1,5, 2' }],
      ['f.graphml:2:14: the position "1,5, 2" of the node "b" cannot be read; it is kept as text'],
    ])
  })

  it('reads what yEd draws, of a group the first look alone', () => {
    const node = (x: number, label: string): string =>
      `<y:ShapeNode><y:Geometry x="${x}" y="20" width="30" height="40"/><y:Fill color="#FFCC0080"/><y:NodeLabel>${label}<y:LabelModel>…</y:LabelModel></y:NodeLabel><y:NodeLabel>more</y:NodeLabel><y:NodeLabel hasText="false"/><y:Shape type="ellipse"/></y:ShapeNode>`
    const text = file(
      '<key id="d" for="node" yfiles.type="nodegraphics"/>',
      `<node id="a" yfiles.foldertype="group"><data key="d"><y:Realizers>${node(10, 'A &lt;b&gt;')}${node(90, 'closed')}</y:Realizers></data></node>`,
    )
    expect([entity(text, 'a'), opened(text).columns.entity, issues(text)]).toEqual([
      expect.objectContaining({
        label: 'A <b>',
        aliases: [{ text: 'more' }],
        drawing: {
          position: { x: 25, y: -40 },
          colour: '#ffcc0080',
          size: 30,
          shape: 'disc',
        },
      }),
      [],
      [],
    ])
  })

  it.each([
    [
      'igraph',
      key('v_name', 'node', 'name', 'string'),
      '<data key="v_name">A</data>',
      ['A', undefined],
    ],
    [
      'TinkerPop',
      key('labelV', 'node', 'labelV', 'string'),
      '<data key="labelV">person</data>',
      [undefined, 'person'],
    ],
    [
      'Neo4j',
      key('labels', 'node', 'labels', 'string'),
      '<data key="labels">:Person:Actor</data>',
      [undefined, 'Person'],
    ],
  ])('finds label and kind as %s has them, and keeps the column', (_, keys, data, expected) => {
    const one = entity(file(keys, `<node id="a">${data}</node>`), 'a')
    expect([one?.label, one?.kind, one?.attributes.length]).toEqual([...expected, 1])
  })
})

describe('edges', () => {
  it('reads ids, directions, labels and weights', () => {
    const text = file(
      key('l', 'edge', 'Edge Label', 'string') +
        key('weight', 'edge', 'weight', 'double', '<default>1</default>'),
      `${pair}<edge id="x" source="a" target="b" directed="false"><data key="l">knows</data></edge>` +
        '<edge source="a" target="b"><data key="weight">INF</data></edge><edge id="x" source="b" target="b" directed="maybe"/>' +
        '<edge id="y" source="a" target="zz"/><edge source="a"/>',
    )
    expect([
      [...opened(text).statements.values()].map((one) => [
        one.id,
        one.direction,
        one.predicate,
        one.weight,
      ]),
      issues(text).map((issue) => issue.replace(/^f.graphml:1:\d+: /, '')),
    ]).toEqual([
      [
        ['x', 'undirected', 'knows', 1],
        ['edge-1', 'directed', 'linked to', undefined],
        ['edge-2', 'directed', 'linked to', 1],
      ],
      [
        'the weight "INF" of an edge cannot be read; it is kept as text',
        'the edge id "x" is taken already; this edge gets "edge-2"',
        'directed="maybe" is neither true nor false; the edge counts as directed',
        'the target "zz" of the edge "y" is not in the file; the edge is skipped',
        'an edge has no target; it is skipped',
      ],
    ])
  })

  it('reads labels and lines of yEd', () => {
    const text = file(
      '<key id="d" for="edge" yfiles.type="edgegraphics"/>',
      `${pair}<edge id="e" source="a" target="b"><data key="d"><y:PolyLineEdge><y:LineStyle color="#000000" type="dashed" width="2.0"/><y:EdgeLabel>owns</y:EdgeLabel></y:PolyLineEdge></data></edge>`,
    )
    expect(statement(text, 'e')).toMatchObject({
      predicate: 'owns',
      drawing: { colour: '#000000', thickness: 2, shape: 'dashed' },
    })
  })

  it('says so where the direction is not in the file', () => {
    const text = file('', `${pair}<edge id="e" source="a" target="b"/>`, '')
    expect([statement(text, 'e')?.direction, issues(text)]).toEqual([
      'undirected',
      [expect.stringContaining('the graph has no edgedefault')],
    ])
  })
})
