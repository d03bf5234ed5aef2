import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readGexf } from '../../../src/formats/gexf/read.ts'
import { readGraphml } from '../../../src/formats/graphml/read.ts'
import { outlineOf, type Outline } from '../../../src/formats/xml/outline.ts'
import type { ReadResult } from '../../../src/model/issue.ts'
import { knowledgePart } from '../../../src/model/knowledge-part.ts'
import type { Knowledge } from '../../../src/model/knowledge.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const names = ['a', 'b & c', 'd', 'Zürich', '中', '😀', '"f"', '>g<'] as const
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const anyEdges = fc.array(
  fc.record({
    source: fc.constantFrom(...names),
    target: fc.constantFrom(...names),
    /** What stands between this edge and the one before. */
    before: fc.constantFrom('', '\n', '  \r\n', '<!-- <edge source="a" target="a"/> -->', '\t'),
    more: fc.constantFrom(
      '/>',
      '></edge>',
      '><attvalues><attvalue for="0" value="x"/></attvalues></edge>',
    ),
  }),
  { maxLength: 12 },
)

const gexfOf = (
  edges: readonly { source: string; target: string; before: string; more: string }[],
) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '<meta><description>A <![CDATA[<node id="no"/>]]> of it</description></meta>',
    '<graph defaultedgetype="directed"><attributes class="edge">',
    '<attribute id="0" title="note" type="string"/></attributes>',
    `<nodes count="${names.length}">`,
    ...names.map((name) => `<node label="${escaped(name)}!" id="${escaped(name)}"/>`),
    `</nodes><edges count="${edges.length}">`,
    ...edges.map(
      ({ source, target, before, more }, at) =>
        `${before}<edge id="e${at}" source="${escaped(source)}" target='${escaped(target)}'${more}`,
    ),
    '</edges></graph></gexf>',
  ].join('\n')

function outlined(text: string, bytes = utf8(text)): Outline {
  const outline = outlineOf(bytes, 'file')
  if (!outline.ok) throw new Error(outline.issues.map(({ message }) => message).join('\n'))
  return outline.content
}

const flags = (outline: Outline, held: readonly string[]): Uint8Array =>
  Uint8Array.from(outline.ids, (id) => (held.includes(id) ? 1 : 0))

const graphIn = (read: ReadResult<Knowledge>): object => {
  if (!read.ok) return read.issues
  const { entities, statements, dataset, columns } = read.content
  return { entities, statements: [...statements], dataset, columns, issues: read.issues }
}

describe('the outline of a long GEXF or GraphML file', () => {
  test('has the nodes and edges that the whole file has, under the same names', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const text = gexfOf(edges)
        const { ids, labels, sources, targets } = outlined(text)
        const read = readGexf(utf8(text), 'file')
        if (!read.ok) throw new Error('not read')
        const { entities, statements } = read.content
        expect(ids).toEqual([...entities.keys()])
        expect(labels).toEqual([...entities.values()].map(({ label }) => label))
        expect([...sources].map((source, edge) => [ids[source], ids[targets[edge] ?? -1]])).toEqual(
          [...statements.values()].map(({ subject, value }) => [
            subject,
            value.type === 'entity' ? value.entity : undefined,
          ]),
        )
      }),
    )
  })

  test('gives a part that reads as that part of the whole', () => {
    fc.assert(
      fc.property(anyEdges, fc.subarray([...names]), (edges, held) => {
        const text = gexfOf(edges)
        const outline = outlined(text)
        const read = readGexf(utf8(text), 'file')
        if (!read.ok) throw new Error('not read')
        const part = knowledgePart(read.content, (id) => (held as string[]).includes(id))
        expect(graphIn(readGexf(outline.part(flags(outline, held)), 'file'))).toEqual(
          graphIn({ ...read, content: part }),
        )
      }),
    )
  })

  test('leaves what it keeps on the line where it was', () => {
    const edge = (at: number): string =>
      `<edge id="e${at}"\n source="a" target="${at % 2 === 0 ? 'b' : 'c'}"/>`
    const text = [
      '<gexf version="1.3"><graph><nodes>',
      ...['a', 'b', 'c'].map((id) => `<node id="${id}"/>`),
      '</nodes><edges>',
      ...Array.from({ length: 3000 }, (_, at) => edge(at)),
      '<edge source="a" target="c" weight="much"/>',
      '</edges></graph></gexf>',
    ].join('\n')
    const outline = outlined(text)
    const part = readGexf(outline.part(flags(outline, ['a', 'c'])), 'file')
    const whole = readGexf(utf8(text), 'file')
    expect(part.issues.map(({ line }) => line)).toEqual([6005 + 1])
    expect(part.issues.map(({ line }) => line)).toEqual(whole.issues.map(({ line }) => line))
  })

  test('reads other encodings, and gives parts in UTF-8', () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><gexf><graph><nodes><node id="ü" label="Zürich"/><node id="ö"/></nodes></graph></gexf>'
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
    const outline = outlined(text, bytes)
    expect(outline.labels).toEqual(['Zürich', undefined])
    const read = readGexf(outline.part(Uint8Array.of(1, 0)), 'file')
    expect(read.ok && [...read.content.entities.values()].map(({ label }) => label)).toEqual([
      'Zürich',
    ])
  })

  test('holds nodes within a node together, with the edges among them', () => {
    const text = `<gexf><graph><nodes>
      <node id="outer"><nodes><node id="inner"/><node id="other"/></nodes>
        <edges><edge id="1" source="inner" target="other"/></edges></node>
      <node id="apart"/></nodes>
      <edges><edge id="2" source="inner" target="apart"/></edges></graph></gexf>`
    const outline = outlined(text)
    expect(outline.ids).toEqual(['outer', 'inner', 'other', 'apart'])
    const idsOf = (held: readonly string[]): readonly string[] => {
      const read = readGexf(outline.part(flags(outline, held)), 'file')
      return read.ok ? [...read.content.entities.keys(), ...read.content.statements.keys()] : []
    }
    expect(idsOf(['inner'])).toEqual(['outer', 'inner', 'other', '1'])
    expect(idsOf(['apart'])).toEqual(['apart'])
  })

  test('knows the names and edges of GraphML, and gives its parts', () => {
    const text = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="d0" for="node" attr.name="name" attr.type="string"/>
      <key id="d1" for="node" attr.name="title" attr.type="string"/>
      <graph edgedefault="directed">
        <node id="n1"><data key="d0">Ada &amp; <![CDATA[co]]></data><data key="d1">Dr</data></node>
        <node id="n2"/><node id="n3"/>
        <edge id="e1" source="n1" target="n2"/><edge id="e2" source="n2" target="n3"><data key="d9"/></edge>
        <edge id="e3" source="n1" target="nowhere"/>
      </graph></graphml>`
    const outline = outlined(text)
    expect([outline.ids, outline.labels]).toEqual([
      ['n1', 'n2', 'n3'],
      ['Ada & co', undefined, undefined],
    ])
    expect([[...outline.sources], [...outline.targets]]).toEqual([
      [0, 1],
      [1, 2],
    ])
    const read = readGraphml(outline.part(flags(outline, ['n1', 'n2'])), 'file')
    expect(read.ok && [...read.content.statements.keys()]).toEqual(['e1'])
    expect(read.issues).toEqual([])
  })

  test('rejects what the reader of the whole rejects, in the same words', () => {
    for (const text of ['', '<gexf><graph>', '<gexf>\n<a></b></gexf>', '<!DOCTYPE gexf><gexf/>']) {
      const [outline, whole] = [outlineOf(utf8(text), 'file'), readGexf(utf8(text), 'file')]
      expect(outline.ok).toBe(false)
      expect(outline.issues).toEqual(whole.issues)
    }
    const cut = utf8('<gexf><graph><nodes><node id="ü"/></nodes></graph></gexf>')
    const wrong = cut.map((byte) => (byte === 0xbc ? 0x20 : byte))
    expect(outlineOf(wrong, 'file').issues).toEqual(readGexf(wrong, 'file').issues)
  })
})
