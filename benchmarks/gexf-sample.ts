/** A text that stands for the files people bring, with as many nodes and edges as asked. */
export interface GexfSample {
  readonly nodes: number
  readonly edges: number
  readonly seed: number
  /** Two node indices per edge; without them any two nodes are joined. */
  readonly pairs?: Uint32Array
  /** False for a file without positions. */
  readonly placed?: boolean
}

/** The file that every figure about GEXF is measured on: about 18 MB. */
export const usualSample: GexfSample = { nodes: 10_000, edges: 50_000, seed: 1 }

/** A GEXF 1.3 file with columns of several types, weights, kinds and viz: same input, same text. */
export function gexfSample({ nodes, edges, seed, pairs, placed = true }: GexfSample): string {
  const random = randomNumbers(seed)
  const parts = [start]
  parts.push(`    <nodes count="${nodes}">\n`)
  for (let index = 0; index < nodes; index++) parts.push(nodeXml(index, placed, random))
  parts.push(`    </nodes>\n    <edges count="${edges}">\n`)
  for (let index = 0; index < edges; index++) {
    const source = pairs?.[index * 2] ?? below(nodes, random)
    const target = pairs?.[index * 2 + 1] ?? below(nodes, random)
    parts.push(edgeXml(index, source, target, random))
  }
  parts.push('    </edges>\n  </graph>\n</gexf>\n')
  return parts.join('')
}

const start = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta lastmodifieddate="2024-05-06">
    <creator>Benchmark</creator>
    <description>A graph made of random numbers</description>
  </meta>
  <graph defaultedgetype="directed" mode="static">
    <attributes class="node" mode="static">
      <attribute id="0" title="category" type="string"/>
      <attribute id="1" title="founded" type="integer"/>
      <attribute id="2" title="score" type="double"/>
      <attribute id="3" title="active" type="boolean"><default>true</default></attribute>
      <attribute id="4" title="tags" type="liststring"/>
      <attribute id="5" title="summary" type="string"/>
    </attributes>
    <attributes class="edge" mode="static">
      <attribute id="0" title="since" type="integer"/>
      <attribute id="1" title="strength" type="double"/>
    </attributes>
`

const categories = ['institution', 'person', 'model', 'policy', 'place', 'event'] as const
const relations = ['cites', 'funds', 'works with', 'part of', 'follows'] as const
const words = [
  'north',
  'river',
  'data',
  'institute',
  'graph',
  'Zürich',
  'of',
  'group',
  'open',
  'lab',
]
const colours = [
  'r="31" g="119" b="180"',
  'r="255" g="127" b="14"',
  'r="44" g="160" b="44"',
] as const

type Random = () => number

/** Numbers from 0 to below 1 that the seed alone decides (Park and Miller's generator). */
function randomNumbers(seed: number): Random {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit)
}

function one(of: readonly string[], random: Random): string {
  return of[below(of.length, random)] ?? ''
}

function phrase(length: number, random: Random): string {
  return Array.from({ length }, () => one(words, random)).join(' ')
}

function nodeXml(index: number, placed: boolean, random: Random): string {
  const [x, y] = [(random() * 2000).toFixed(4), (random() * 2000).toFixed(4)]
  const position = placed ? `        <viz:position x="${x}" y="${y}"/>\n` : ''
  return `      <node id="n${index}" label="${phrase(3, random)} &amp; ${index}">
        <attvalues>
          <attvalue for="0" value="${one(categories, random)}"/>
          <attvalue for="1" value="${1900 + below(125, random)}"/>
          <attvalue for="2" value="${random()}"/>
          <attvalue for="3" value="${random() < 0.5}"/>
          <attvalue for="4" value="[${one(words, random)}, ${one(words, random)}]"/>
          <attvalue for="5" value="${phrase(6, random)}"/>
        </attvalues>
        <viz:color ${one(colours, random)}/>
${position}        <viz:size value="${1 + below(30, random)}"/>
      </node>
`
}

function edgeXml(index: number, source: number, target: number, random: Random): string {
  const ends = `source="n${source}" target="n${target}"`
  return `      <edge id="e${index}" ${ends} weight="${1 + below(9, random)}" kind="${one(relations, random)}">
        <attvalues>
          <attvalue for="0" value="${1990 + below(35, random)}"/>
          <attvalue for="1" value="${random().toFixed(6)}"/>
        </attvalues>
        <viz:color ${one(colours, random)}/>
      </edge>
`
}
