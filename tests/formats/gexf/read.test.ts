import { describe, expect, it } from 'vitest'
import { readGexf } from '../../../src/formats/gexf/read.ts'
import { xmlLimits } from '../../../src/formats/xml/read-xml.ts'
import { columnId, entityId, statementId } from '../../../src/model/ids.ts'
import { issueText } from '../../../src/model/issue.ts'
import type { Entity, Knowledge, Statement } from '../../../src/model/knowledge.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const opened = (text: string): Knowledge => {
  const result = readGexf(bytes(text), 'f.gexf')
  if (!result.ok) throw new Error(result.issues.map(issueText).join('\n'))
  return result.content
}
const issues = (text: string | Uint8Array, limits = xmlLimits): readonly string[] =>
  readGexf(typeof text === 'string' ? bytes(text) : text, 'f.gexf', limits).issues.map(issueText)
const graph = (inner: string, attributes = ''): string =>
  `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph ${attributes}>${inner}</graph></gexf>`
const nodes = (inner: string): string => graph(`<nodes>${inner}</nodes>`)
const entity = (text: string, id: string): Entity | undefined =>
  opened(text).entities.get(entityId(id))
const edges = (inner: string, attributes = ''): string =>
  graph(`<edges>${inner}</edges><nodes><node id="a"/><node id="b"/></nodes>`, attributes)
const statement = (text: string, id: string): Statement | undefined =>
  opened(text).statements.get(statementId(id))

describe('documents', () => {
  it.each([
    ['no namespace', '<gexf><graph><nodes><node id="a"/></nodes></graph></gexf>'],
    [
      '1.1draft',
      '<gexf xmlns="http://www.gexf.net/1.1draft"><graph><nodes><node id="a"/></nodes></graph></gexf>',
    ],
    [
      'a prefix',
      '<g:gexf xmlns:g="http://gexf.net/1.3"><g:graph><g:nodes><g:node id="a"/></g:nodes></g:graph></g:gexf>',
    ],
  ])('opens with %s', (_, text) => {
    expect([...opened(text).entities.keys()]).toEqual(['a'])
  })

  it('takes title, creator, keywords and date from the meta element', () => {
    const meta =
      '<meta lastmodifieddate="2024-01-02"><creator>Me<!-- and me --></creator><keywords>k</keywords><description>d</description></meta>'
    expect(opened(`<gexf>${meta}<graph/></gexf>`).dataset).toEqual({
      id: 'f.gexf',
      title: 'f.gexf',
      creator: 'Me',
      keywords: 'k',
      description: 'd',
      modified: '2024-01-02',
      start: [],
    })
  })

  it.each([
    [
      'a DOCTYPE',
      '<!DOCTYPE gexf><gexf/>',
      'f.gexf:1:1: the file has a DOCTYPE, which is not accepted',
    ],
    [
      'another root',
      '<graphml/>',
      'f.gexf:1:1: this is not a GEXF file but GraphML: the root element is <graphml>',
    ],
    ['no graph', '<gexf/>', 'f.gexf:1:1: the GEXF file has no <graph> element'],
    ['nothing', '', 'f.gexf:1: the file is empty: no root element'],
    [
      'an undeclared prefix',
      '<gexf><viz:x/></gexf>',
      'f.gexf:1:15: not well-formed XML: unbound namespace prefix: "viz" near "<gexf><viz:x/>"',
    ],
    [
      'an element that is not closed, with quotes and invisible characters for reading',
      '<gexf><nodes><node label="\u202eB"></nodes>',
      'f.gexf:1:39: not well-formed XML: the element "node" is not closed near “ label="\\u{202e}B"></nodes>”',
    ],
    [
      'an unescaped &',
      '<gexf>\n<a b="R & D"/></gexf>',
      'f.gexf:2:9: not well-formed XML: an unescaped & (write &amp;)',
    ],
  ])('rejects %s', (_, text, message) => {
    expect(issues(text)).toEqual([message])
  })

  it('names the limit that a file passes', () => {
    const text = nodes('<node id="abcdef" label="x"/>')
    expect([
      ...issues(text, { ...xmlLimits, depth: 3 }),
      ...issues(text, { ...xmlLimits, attributes: 1 }),
      ...issues(text, { ...xmlLimits, tokenLength: 5 }),
      ...issues(text, { ...xmlLimits, fileSize: 10 }),
    ]).toEqual([
      expect.stringContaining('nested more than 3 deep'),
      expect.stringContaining('more than 1 attributes'),
      expect.stringContaining('longer than 5 characters'),
      expect.stringContaining('the file size is'),
    ])
  })

  it('reads UTF-16 with its mark and rejects a declaration that contradicts it', () => {
    const utf16 = (text: string): Uint8Array =>
      new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
    const body = nodes('<node id="é"/>')
    expect([
      issues(utf16(body)),
      issues(utf16(`<?xml version="1.0" encoding="UTF-16"?>${body}`)),
      issues(utf16(`<?xml version="1.0" encoding="UTF-8"?>${body}`)),
    ]).toEqual([
      [],
      [],
      ['f.gexf:1: the file declares the encoding "UTF-8", but its bytes are UTF-16LE'],
    ])
  })
})

describe('nodes', () => {
  it('keeps parents from pid, nesting and parents elements', () => {
    const text = nodes(
      '<node id="a"><nodes><node id="b"/></nodes></node><node id="c" pid="b"><parents><parent for="a"/></parents></node>',
    )
    expect([...opened(text).entities.values()].map(({ parents }) => parents)).toEqual([
      [],
      ['a'],
      ['b', 'a'],
    ])
  })

  it('drops parents that are missing or would close a circle', () => {
    expect(
      issues(nodes('<node id="a" pid="b"/><node id="b" pid="a"/><node id="c" pid="x"/>')),
    ).toEqual([
      'f.gexf:1:86: the parent "a" of the node "b" lies inside that node; it is skipped',
      'f.gexf:1:108: the parent "x" of the node "c" is not in the file; it is skipped',
    ])
  })

  it('reads times in all their forms', () => {
    const text = nodes(
      '<node id="a" start="1" endopen="2"><spells><spell timestamp="5"/><spell/></spells></node>' +
        '<node id="b" intervals="&lt;[1,2);(3,4]>"/><node id="c" timestamps="[1, 2]"/>',
    )
    expect([...opened(text).entities.values()].map(({ spans }) => spans)).toEqual([
      [{ start: '1', end: '2', endExcluded: true }, { start: '5', end: '5' }, {}],
      [
        { start: '1', end: '2', endExcluded: true },
        { start: '3', end: '4', startExcluded: true },
      ],
      [
        { start: '1', end: '1' },
        { start: '2', end: '2' },
      ],
    ])
  })

  it('reads viz elements whatever their prefix', () => {
    const text =
      '<gexf xmlns="http://gexf.net/1.3" xmlns:v="http:///www.gexf.net/1.1draft/viz"><graph><nodes><node id="a">' +
      '<v:color r="255" g="0" b="16" a="0.5"/><v:position x="1" y="-2.5" z="0"/><v:size value="3"/><v:shape value="image" uri="u"/></node>' +
      '<node id="b"><v:color hex="#F0c"/></node></nodes></graph></gexf>'
    expect([...opened(text).entities.values()].map(({ drawing }) => drawing)).toEqual([
      {
        colour: '#ff001080',
        position: { x: 1, y: -2.5, z: 0 },
        size: 3,
        shape: 'image',
        image: 'u',
      },
      { colour: '#ff00cc' },
    ])
  })

  it('keeps what cannot be drawn as text', () => {
    const text = nodes('<node id="a"><position x="NaN" y="1"/></node>')
    expect(entity(text, 'a')).toMatchObject({
      attributes: [{ column: columnId('position (as written)'), text: 'NaN, 1' }],
    })
  })
})

describe('columns', () => {
  it('joins blocks, static and dynamic, with defaults, options, aliases and types', () => {
    const text = graph(
      '<attributes class="node"><attribute id="0" title="t" type="listint"><default>[1]</default><options>o</options></attribute></attributes>' +
        '<attributes class="node" mode="dynamic"><attribute id="1" title="u" type="float"/></attributes>' +
        '<nodes><node id="a"><attvalues><attvalue for="1" value="INF" start="2"/></attvalues></node></nodes>',
    )
    expect([opened(text).columns.entity, entity(text, 'a')?.attributes]).toEqual([
      [
        {
          id: '0',
          title: 't',
          datatype: 'string',
          fileType: 'listint',
          dynamic: false,
          defaultText: '[1]',
          options: 'o',
        },
        { id: '1', title: 'u', datatype: 'decimal', fileType: 'float', dynamic: true },
      ],
      [{ column: '1', text: 'INF', span: { start: '2' } }],
    ])
  })
})

describe('edges', () => {
  it('names the predicate after kind, else label, else "linked to"', () => {
    const text = edges(
      '<edge id="0" source="a" target="b" kind="k" label="l" weight="2"/>' +
        '<edge id="1" source="a" target="b" label="l" type="mutual"/><edge id="2" source="b" target="b"/>',
      'defaultedgetype="directed"',
    )
    expect(
      [...opened(text).statements.values()].map(({ predicate, label, direction, weight }) => [
        predicate,
        label,
        direction,
        weight,
      ]),
    ).toEqual([
      ['k', 'l', 'directed', 2],
      ['l', undefined, 'mutual', undefined],
      ['linked to', undefined, 'directed', undefined],
    ])
  })

  it('is undirected where the file says nothing', () => {
    expect(statement(edges('<edge id="0" source="a" target="b"/>'), '0')?.direction).toBe(
      'undirected',
    )
  })

  it('keeps a bad weight as text, gives fresh ids and skips dangling edges, all reported', () => {
    const text = edges(
      '<edge id="edge-1" source="a" target="b" weight="1,5"/>\n<edge source="a" target="b"/>\n' +
        '<edge id="edge-1" source="b" target="a"/>\n<edge id="x" source="a" target="c"/>\n<edge source="a"/>',
    )
    expect([[...opened(text).statements.keys()], issues(text)]).toEqual([
      ['edge-1', 'edge-2', 'edge-3'],
      [
        'f.gexf:1:64: the weight "1,5" of an edge cannot be read; it is kept as text',
        'f.gexf:3:1: the edge id "edge-1" is taken already; this edge gets the id "edge-3"',
        'f.gexf:4:1: the target "c" of the edge "x" is not in the file; the edge is skipped',
        'f.gexf:5:1: an edge has no target; it is skipped',
      ],
    ])
  })
})

describe('very many issues of a kind', () => {
  it('are named up to the fiftieth, then counted where the first of the rest stands', () => {
    const said = issues(edges('<edge source="a" target="x"/>\n'.repeat(60)))
    expect([said.length, said.at(-1)]).toEqual([
      51,
      'f.gexf:51:1: 10 more edges with a target that is not in the file are skipped',
    ])
  })
})

describe('parents', () => {
  it('may stand one above another a hundred thousand times', () => {
    const chain = Array.from({ length: 1e5 }, (_, id) => `<node id="${id}" pid="${id + 1}"/>`)
    const text = nodes(`${chain.join('')}<node id="100000" pid="0"/>`)
    expect(issues(text)).toEqual([
      expect.stringContaining('the parent "0" of the node "100000" lies inside that node'),
    ])
  })
})

describe('files of ours', () => {
  it('stay readable when their own columns are damaged', () => {
    const text = graph(
      '<attributes class="node"><attribute id="0" title="orrery:dataset" type="string"/></attributes>' +
        `<nodes><node id="a"><attvalues><attvalue for="0" value='{"orrery":1,"dataset":{}}'/></attvalues></node></nodes>`,
    )
    expect([[...opened(text).entities.keys()], issues(text)]).toEqual([
      ['a'],
      [expect.stringContaining("Orrery's own columns are damaged")],
    ])
  })
})
