import { describe, expect, it } from 'vitest'
import { readGraphml } from '../../../src/formats/graphml/read.ts'
import { writeGraphml } from '../../../src/formats/graphml/write.ts'
import { columnId, entityId, statementId } from '../../../src/model/ids.ts'
import type { Drawing, Entity, Knowledge, Statement } from '../../../src/model/knowledge.ts'
import { drawnAs, noDrawing } from '../../drawings.ts'
import { sevenNodes } from '../../seven-nodes.ts'

const read = (text: string): Knowledge => {
  const result = readGraphml(new TextEncoder().encode(text), 'f.graphml')
  if (!result.ok) throw new Error('rejected')
  return result.content
}
const at = (x: number, y: number): Drawing =>
  drawnAs(new Map([[entityId('lab'), { position: { x, y }, colour: '#abcdef', size: 4 }]]))
const positionOf = ({ entities }: Knowledge): unknown =>
  entities.get(entityId('lab'))?.drawing?.position

describe('writing GraphML', () => {
  it('looks as other programs want it: yEd first, then plain keys, then what is ours', () => {
    const knowledge = read(
      '<graphml><key id="n" for="node" attr.name="age" attr.type="int"/><key id="e" for="edge" attr.name="weight" attr.type="double"/>' +
        '<graph edgedefault="undirected"><node id="a" label="A &amp; B"><data key="n">7</data></node><edge id="e0" source="a" target="a" label="knows"><data key="e">2</data></edge></graph></graphml>',
    )
    const drawing = drawnAs(
      new Map([
        [entityId('a'), { position: { x: 10, y: 20 }, colour: '#ff0010', size: 6, shape: 'disc' }],
      ]),
      new Map([[statementId('e0'), { thickness: 2 }]]),
    )
    const lines = writeGraphml(knowledge, drawing).text.split('\n')
    expect(lines.map((line) => line.trim()).filter((line) => !line.includes('{"'))).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">',
      '<key id="d0" for="graph" attr.name="name" attr.type="string"/>',
      '<key id="d2" for="graph" attr.name="orrery:dataset" attr.type="string"/>',
      '<key id="d3" for="node" attr.name="label" attr.type="string"/>',
      '<key id="d4" for="node" attr.name="x" attr.type="double"/>',
      '<key id="d5" for="node" attr.name="y" attr.type="double"/>',
      '<key id="d6" for="node" attr.name="size" attr.type="double"/>',
      '<key id="d7" for="node" attr.name="r" attr.type="int"/>',
      '<key id="d8" for="node" attr.name="g" attr.type="int"/>',
      '<key id="d9" for="node" attr.name="b" attr.type="int"/>',
      '<key id="d10" for="node" attr.name="age" attr.type="int"/>',
      '<key id="d12" for="node" attr.name="orrery:entity" attr.type="string"/>',
      '<key id="d11" for="node" yfiles.type="nodegraphics"/>',
      '<key id="d13" for="edge" attr.name="label" attr.type="string"/>',
      '<key id="d14" for="edge" attr.name="weight" attr.type="double"/>',
      '<key id="d15" for="edge" attr.name="predicate" attr.type="string"/>',
      '<key id="d16" for="edge" attr.name="evidence" attr.type="string"/>',
      '<key id="d18" for="edge" attr.name="orrery:statement" attr.type="string"/>',
      '<key id="d17" for="edge" yfiles.type="edgegraphics"/>',
      '<graph edgedefault="undirected">',
      '<data key="d0">f.graphml</data>',
      '<node id="a">',
      '<data key="d11"><y:ShapeNode><y:Geometry x="7" y="-23" width="6" height="6"/><y:Fill color="#ff0010" transparent="false"/><y:NodeLabel>A &amp; B</y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data>',
      '<data key="d3">A &amp; B</data>',
      '<data key="d4">10</data>',
      '<data key="d5">20</data>',
      '<data key="d6">6</data>',
      '<data key="d7">255</data>',
      '<data key="d8">0</data>',
      '<data key="d9">16</data>',
      '<data key="d10">7</data>',
      '</node>',
      '<edge id="e0" source="a" target="a">',
      '<data key="d17"><y:PolyLineEdge><y:LineStyle width="2"/><y:Arrows source="none" target="none"/><y:EdgeLabel>knows</y:EdgeLabel></y:PolyLineEdge></data>',
      '<data key="d13">knows</data>',
      '<data key="d14">2</data>',
      '<data key="d15">knows</data>',
      '<data key="d16">uncited</data>',
      '</edge>',
      '</graph>',
      '</graphml>',
      '',
    ])
  })

  it('gives every column a name of its own, and its real one back', () => {
    const knowledge = sevenNodes()
    const titles = ['label', 'kind', 'self', 'kind', 'orrery:entity']
    const columns = titles.map((title, index) => ({
      id: columnId(`c${index}`),
      title,
      datatype: 'string' as const,
      dynamic: false,
    }))
    const { text } = writeGraphml(
      { ...knowledge, columns: { entity: columns, statement: [] } },
      noDrawing,
    )
    const names = [...text.matchAll(/for="node" attr.name="([^"]*)"/g)].map(([, name]) => name)
    expect([names.slice(0, 7), new Set(names).size, read(text).columns.entity]).toEqual([
      ['label', 'label (2)', 'kind', 'self (2)', 'kind (2)', '(orrery:entity)', 'kind (Orrery)'],
      names.length,
      columns,
    ])
  })

  it('writes types that every program can read', () => {
    const knowledge = sevenNodes()
    const [first] = knowledge.entities.values()
    if (first === undefined) throw new Error('no node')
    const texts = ['7', '3000000000', '99999999999999999999', '1e5', 'yes', 'true']
    const types = ['integer', 'integer', 'integer', 'decimal', 'boolean', 'boolean'] as const
    const columns = types.map((datatype, index) => ({
      id: columnId(`c${index}`),
      title: `c${index}`,
      datatype,
      dynamic: false,
    }))
    const attributes = texts.map((text, index) => ({ column: columnId(`c${index}`), text }))
    const { text } = writeGraphml(
      {
        ...knowledge,
        columns: { entity: columns, statement: [] },
        entities: new Map([[first.id, { ...first, attributes }]]),
        statements: new Map(),
      },
      noDrawing,
    )
    expect(
      [...text.matchAll(/attr.name="c\d" attr.type="(\w+)"/g)].map(([, type]) => type),
    ).toEqual(['int', 'long', 'string', 'double', 'string', 'boolean'])
  })

  it('counts what other programs find only as text, or not at all', () => {
    const knowledge = sevenNodes()
    const entities = new Map(
      [...knowledge.entities].map(([id, one], index): [typeof id, Entity] => [
        id,
        index === 0 ? { ...one, label: 'a\u0001', spans: [{ start: '2009' }] } : one,
      ]),
    )
    const { losses } = writeGraphml(
      { ...knowledge, entities },
      drawnAs(
        new Map([
          [
            entityId('lab'),
            { position: { x: 1e300, y: 0 }, colour: 'red', shape: 'image', image: 'u' },
          ],
        ]),
      ),
    )
    expect(losses).toEqual([
      { what: 'citations, written as text', count: 7 },
      { what: 'times, written as text', count: 1 },
      { what: 'colours that are not #rrggbb', count: 1 },
      { what: 'positions beyond what a float holds', count: 1 },
      { what: 'shapes that yEd does not know', count: 1 },
      { what: 'addresses of pictures', count: 1 },
      { what: 'edges without direction among directed ones, written as directed', count: 1 },
      { what: 'characters that XML cannot hold, written as U+FFFD', count: 1 },
    ])
  })
})

describe('files of ours that someone changed', () => {
  it('have a node where yEd moved it, and exactly where it was where yEd did not', () => {
    const { text } = writeGraphml(sevenNodes(), at(1 / 3, -2e-7))
    const moved = text.replace(/<y:Geometry x="[^"]*"/, '<y:Geometry x="98"')
    expect([positionOf(read(text)), positionOf(read(moved))]).toEqual([
      { x: 1 / 3, y: -2e-7 },
      { x: 100, y: expect.closeTo(-2e-7, 12) as number },
    ])
  })

  it('keep edges that were added', () => {
    const { text } = writeGraphml(sevenNodes(), noDrawing)
    const more = text.replace(
      '  </graph>',
      '<edge source="lab" target="island" label="owns"/></graph>',
    )
    const added = [...read(more).statements.values()].at(-1)
    expect([added, read(more).predicates.size]).toEqual([
      expect.objectContaining<Partial<Statement>>({
        subject: entityId('lab'),
        value: { type: 'entity', entity: entityId('island') },
        direction: 'directed',
      }),
      sevenNodes().predicates.size + 1,
    ])
  })

  it('stay readable when our own values are damaged', () => {
    const { text } = writeGraphml(sevenNodes(), noDrawing)
    const result = readGraphml(
      new TextEncoder().encode(text.replace('"dataset":', '"dataset":[],"x":')),
      'f.graphml',
    )
    expect([
      result.ok && result.content.entities.size,
      result.issues.map(({ message }) => message),
    ]).toEqual([7, [expect.stringContaining("Orrery's own values are damaged")]])
  })
})
