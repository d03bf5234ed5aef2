import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGraphml } from '../../../src/formats/graphml/read.ts'
import { writeGraphml } from '../../../src/formats/graphml/write.ts'
import type { Statement } from '../../../src/model/knowledge.ts'
import { noDrawing } from '../../drawings.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'
import { mutantRuns, mutants } from '../mutations.ts'

const encoder = new TextEncoder()
const anyFile = anyKnowledge.map((knowledge) => writeGraphml(knowledge, noDrawing).text)

/** A file with something of everything that other programs write. */
const foreign = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" yfiles.type="nodegraphics"/>
<key id="d1" for="all" attr.name="name" attr.type="string"><default>é</default></key>
<key id="d2" for="node" attr.name="x" attr.type="double"/><key id="d3" for="node" attr.name="y" attr.type="double"/>
<key id="d4" for="edge" attr.name="weight" attr.type="int"/>
<graph edgedefault="directed" parse.nodes="2"><data key="d1">g</data>
<node id="a"><desc>d</desc><data key="d0"><y:ShapeNode><y:Geometry x="1" y="2" width="3" height="4"/>
<y:Fill color="#ABCDEF"/><y:NodeLabel>A<y:LabelModel/></y:NodeLabel></y:ShapeNode></data>
<graph><node id="b"><data key="d2">1</data><data key="d3">2</data></node><edge source="a" target="b"/></graph></node>
<node id="c"><port name="p"/></node>
<edge id="e" source="a" target="c" directed="false" sourceport="p"><data key="d4">2</data></edge>
<hyperedge><endpoint node="a"/><endpoint node="b"/></hyperedge>
</graph></graphml>
`

describe('reading whole or not at all', () => {
  it('rejects a file that is cut anywhere', () => {
    fc.assert(
      fc.property(anyFile, fc.double({ min: 0, max: 1, noNaN: true }), (file, share) => {
        const bytes = encoder.encode(file)
        // Without the white space after the root nothing is lost.
        const cut = Math.floor(share * (bytes.length - '</graphml>\n'.length))
        expect(readGraphml(bytes.subarray(0, cut), 'cut.graphml').ok).toBe(false)
      }),
      { numRuns: 50 },
    )
  })

  it('reads the same whatever the ends of line and with or without a byte order mark', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyFile, fc.constant(foreign)),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('', '\ufeff'),
        (file, end, mark) => {
          const changed = `${mark}${file.replaceAll('\n', end)}`
          expect(readGraphml(encoder.encode(changed), 'f')).toEqual(
            readGraphml(encoder.encode(file), 'f'),
          )
        },
      ),
      { numRuns: 30 },
    )
  })

  it('keeps or skips every record, and reports each that it skips', () => {
    const id = fc.option(fc.constantFrom('a', 'b', 'c', '__proto__', 'A'), { nil: undefined })
    const attribute = (name: string, value: string | undefined): string =>
      value === undefined ? '' : ` ${name}="${value}"`
    const edge = fc.record({ id, source: id, target: id })
    fc.assert(
      fc.property(fc.array(id), fc.array(edge), fc.boolean(), (nodes, edges, nested) => {
        const file = [
          '<graphml><graph edgedefault="directed">',
          ...nodes.map((node) =>
            nested
              ? `<node${attribute('id', node)}><graph>`
              : `<node${attribute('id', node)}></node>`,
          ),
          ...edges.map(
            (one) =>
              `<edge${attribute('id', one.id)}${attribute('source', one.source)}${attribute('target', one.target)}/>`,
          ),
          ...nodes.map(() => (nested ? '</graph></node>' : '')),
          '</graph></graphml>',
        ].join('\n')
        const result = readGraphml(encoder.encode(file), 'f.graphml')
        if (!result.ok) throw new Error('rejected')
        const { entities, statements } = result.content
        const skipped = result.issues.filter(({ message }) => message.endsWith('is skipped'))
        expect(entities.size + statements.size + skipped.length).toBe(nodes.length + edges.length)
      }),
    )
  })

  it('reads, or rejects with a reason, whatever a few changed bytes leave of a file', () => {
    const valid = fc.oneof(anyFile, fc.constant(foreign)).map((text) => encoder.encode(text))
    fc.assert(
      fc.property(mutants(valid), (bytes) => {
        const result = readGraphml(bytes, 'mutant.graphml')
        const polluted: string[] = []
        for (const name in {}) polluted.push(name)
        const { entities, statements } = result.ok
          ? result.content
          : { entities: new Map(), statements: new Map<string, Statement>() }
        const dangling = [...statements.values()].filter(
          ({ subject, value }) =>
            !entities.has(subject) || (value.type === 'entity' && !entities.has(value.entity)),
        )
        const errors = result.issues.filter(({ severity }) => severity === 'error')
        expect([polluted, dangling, errors.length]).toEqual([[], [], result.ok ? 0 : 1])
      }),
      { numRuns: mutantRuns },
    )
  })
})
