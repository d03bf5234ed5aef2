import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readGexf } from '../../../src/formats/gexf/read.ts'
import { writeGexf } from '../../../src/formats/gexf/write.ts'
import type { EntityId } from '../../../src/model/ids.ts'
import type { Entity } from '../../../src/model/knowledge.ts'
import { noDrawing } from '../../drawings.ts'
import { anyKnowledge } from '../knowledge-arbitrary.ts'
import { mutantRuns, mutants } from '../mutations.ts'

const encoder = new TextEncoder()
const everything = `<?xml version="1.0" encoding="UTF-8"?>
<g:gexf xmlns:g="http://gexf.net/1.3" xmlns:v="http://gexf.net/1.3/viz" version="1.3">
<g:meta lastmodifieddate="2024-01-02"><g:creator>c</g:creator><g:description>d</g:description></g:meta>
<g:graph defaultedgetype="mutual" mode="dynamic" timeformat="date" timerepresentation="interval">
<g:attributes class="node"><g:attribute id="0" title="t" type="listint"><g:default>[1]</g:default><g:options>o</g:options></g:attribute></g:attributes>
<g:attributes class="edge" mode="dynamic"><g:attribute id="0" title="u" type="double"/></g:attributes>
<g:nodes count="3"><g:node id="a" label="A &amp; B" start="2001-01-01"><g:attvalues><g:attvalue for="0" value="[1, 2]"/></g:attvalues>
<v:color r="1" g="2" b="3" a="0.5"/><v:position x="1" y="2" z="3"/><v:size value="4"/><v:shape value="image" uri="u"/>
<g:nodes><g:node id="b" pid="a"><g:spells><g:spell start="2001-01-01" endopen="2002-01-01"/></g:spells></g:node></g:nodes></g:node>
<g:node id="c"><g:parents><g:parent for="b"/></g:parents><v:color hex="#abc"/></g:node></g:nodes>
<g:edges count="2"><g:edge id="0" source="a" target="b" kind="k" label="l" weight="1.5" type="directed">
<g:attvalues><g:attvalue for="0" value="1" start="2001-01-01" end="2002-01-01"/></g:attvalues><v:thickness value="2"/></g:edge>
<g:edge source="b" target="c" timestamps="[2001-01-01, 2002-01-01]" type="undirected"/></g:edges>
</g:graph></g:gexf>`
const anyMutant = mutants(
  fc.oneof(
    fc.constant(encoder.encode(everything)),
    anyKnowledge.map((knowledge) =>
      encoder.encode(writeGexf(knowledge, noDrawing, { version: '1.3' }).text),
    ),
  ),
)

it('gives a graph that holds together or says why not, whatever the bytes', () => {
  fc.assert(
    fc.property(anyMutant, (bytes) => {
      const result = readGexf(bytes, 'mutant.gexf')
      const entities = result.ok ? result.content.entities : new Map<EntityId, Entity>()
      const statements = result.ok ? [...result.content.statements.values()] : []
      const ends = statements.flatMap(({ subject, value }) =>
        value.type === 'entity' ? [subject, value.entity] : [subject],
      )
      expect({
        said: result.ok || result.issues.some(({ message }) => message !== ''),
        missing: ends.filter((end) => !entities.has(end)),
        polluted: Object.keys(Object.prototype),
      }).toEqual({ said: true, missing: [], polluted: [] })
    }),
    { numRuns: mutantRuns },
  )
})
