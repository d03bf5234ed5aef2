import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readJson, recogniseJson } from '../../../src/formats/json/read.ts'
import { issueText } from '../../../src/model/issue.ts'
import type { Entity, Statement } from '../../../src/model/knowledge.ts'
import { mutantRuns, mutants } from '../mutations.ts'

const encoder = new TextEncoder()
const open = (text: string) => readJson(encoder.encode(text), 'g.json')
const knowledgeOf = (text: string) => {
  const { result } = open(text)
  if (!result.ok) throw new Error(result.issues.map(issueText).join('\n'))
  return result.content.knowledge
}
const nodeText = ({ id, label, kind, parents, drawing, attributes }: Entity): string =>
  [
    id,
    ...(label === undefined ? [] : [`“${label}”`]),
    ...(kind === undefined ? [] : [`is ${kind}`]),
    ...parents.map((parent) => `in ${parent}`),
    ...(drawing === undefined ? [] : [JSON.stringify(drawing)]),
    ...attributes.map(({ column, text }) => `${column}=${text}`),
  ].join(' ')
const edgeText = (edge: Statement): string => {
  const { subject, value, direction, predicate, label, weight, drawing, attributes } = edge
  const end =
    value.type === 'entity' ? value.entity : `${value.literal.text}^${value.literal.datatype}`
  return [
    subject,
    direction === 'directed' ? `-${predicate}->` : `-${predicate}-`,
    end,
    ...(label === undefined ? [] : [`“${label}”`]),
    ...(weight === undefined ? [] : [`×${weight}`]),
    ...(drawing === undefined ? [] : [JSON.stringify(drawing)]),
    ...attributes.map(({ column, text }) => `${column}=${text}`),
  ].join(' ')
}
/** A file in few words: what it was taken for, its nodes, its edges, its issues. */
const told = (text: string): object => {
  const { format, result } = open(text)
  if (!result.ok) return { format, rejected: result.issues.map(issueText) }
  const { entities, statements } = result.content.knowledge
  return {
    format,
    nodes: [...entities.values()].map(nodeText),
    edges: [...statements.values()].map(edgeText),
    issues: result.issues.map(issueText),
  }
}

describe('a dialect is recognised and read', () => {
  const files: readonly (readonly [string, string, string, object])[] = [
    [
      'graphology, with what sigma draws',
      `{"options":{"type":"mixed","multi":true},"nodes":[
        {"key":"a","attributes":{"label":"A","x":1,"y":-2,"size":3,"color":"#F00","age":7}},
        {"key":2,"attributes":{"x":"1.5","color":12,"tags":["p",{"q":1.0}]}}],
       "edges":[{"key":"e","source":"a","target":2,"undirected":true,
        "attributes":{"label":"knows","weight":0.5,"color":"rgb(0,128,255)","size":2}}]}`,
      'graphology-json',
      {
        nodes: [
          'a “A” {"position":{"x":1,"y":-2},"colour":"#ff0000","size":3} age=7',
          '2 x=1.5 color=12 tags=["p",{"q":1.0}]',
        ],
        edges: ['a -knows- 2 ×0.5 {"colour":"#0080ff","thickness":2}'],
      },
    ],
    [
      'd3 with indices',
      '{"nodes":[{"name":"a"},{"name":"b","group":1}],"links":[{"source":0,"target":1,"value":3}]}',
      'node-link-json',
      { nodes: ['0 “a”', '1 “b” group=1'], edges: ['0 -linked to-> 1 ×3'] },
    ],
    [
      'd3 with names',
      '{"nodes":[{"name":"a"},{"name":"b"}],"links":[{"source":"a","target":"b"}]}',
      'node-link-json',
      { nodes: ['a “a”', 'b “b”'], edges: ['a -linked to-> b'] },
    ],
    [
      'd3 after a simulation, whole nodes at the ends',
      '{"nodes":[{"id":"a","index":0}],"links":[{"source":{"id":"a","index":0},"target":{"id":"a","index":0}}]}',
      'node-link-json',
      { nodes: ['a index=0'], edges: ['a -linked to-> a'] },
    ],
    [
      'NetworkX',
      '{"directed":false,"multigraph":true,"graph":{"name":"G"},"nodes":[{"id":1},{"id":2}],"edges":[{"source":1,"target":2,"key":0,"since":1999}]}',
      'node-link-json',
      { nodes: ['1', '2'], edges: ['1 -linked to- 2 key=0 since=1999'] },
    ],
    [
      'old NetworkX, ids beside indices',
      '{"directed":true,"graph":[["name","G"]],"nodes":[{"id":"x"},{"id":"y"}],"links":[{"source":0,"target":1}]}',
      'node-link-json',
      { nodes: ['x', 'y'], edges: ['x -linked to-> y'] },
    ],
    [
      'vis.js',
      '{"nodes":[{"id":1,"label":"one"},{"id":2,"label":"two"}],"edges":[{"from":1,"to":2,"label":"next"}]}',
      'node-link-json',
      { nodes: ['1 “one”', '2 “two”'], edges: ['1 -next-> 2'] },
    ],
    [
      'a list of edges',
      '[{"source":"a","target":"b"},{"source":"b","target":"c","weight":2}]',
      'node-link-json',
      { nodes: ['a', 'b', 'c'], edges: ['a -linked to-> b', 'b -linked to-> c ×2'] },
    ],
    [
      'Cytoscape.js as one list',
      `[{"data":{"id":"a","name":"A","parent":"p"},"position":{"x":1,"y":2},"classes":"big"},
        {"data":{"id":"p"}},{"group":"edges","data":{"id":"e","source":"a","target":"p","interaction":"pp"}}]`,
      'cytoscape-json',
      { nodes: ['a “A” in p {"position":{"x":1,"y":-2}} classes=big', 'p'], edges: ['a -pp-> p'] },
    ],
    [
      'CX2 with short names and defaults',
      `[{"CXVersion":"2.0"},{"attributeDeclarations":[{"nodes":{"name":{"a":"n"},"age":{"d":"integer","v":5}},"edges":{"interaction":{"a":"i"}}}]},
        {"nodes":[{"id":1,"x":0,"y":4,"v":{"n":"A","age":6}},{"id":2,"v":{"n":"B"}}]},{"edges":[{"id":7,"s":1,"t":2,"v":{"i":"binds"}}]},
        {"status":[{"success":true}]}]`,
      'cx2',
      { nodes: ['1 “A” {"position":{"x":0,"y":-4}} age=6', '2 “B”'], edges: ['1 -binds-> 2'] },
    ],
    [
      'JSON Graph Format 2',
      `{"graph":{"directed":false,"label":"T","nodes":{"a":{"label":"A","metadata":{"n":1}},"b":{}},
        "edges":[{"source":"a","target":"b","relation":"likes","metadata":{"weight":3}}]}}`,
      'json-graph',
      { nodes: ['a “A” n=1', 'b'], edges: ['a -likes- b ×3'] },
    ],
    [
      'a Neo4j path, with numbers of the JavaScript driver',
      `[{"p":{"start":{"identity":{"low":1,"high":0},"labels":["City"],"properties":{"name":"Bonn"}},
        "end":{"identity":2,"labels":["River","Water"],"properties":{}},
        "segments":[{"start":{"identity":1,"labels":["City"],"properties":{"name":"Bonn"}},
          "relationship":{"identity":9,"start":1,"end":2,"type":"LIES_ON","properties":{"km":3}},
          "end":{"identity":2,"labels":["River","Water"],"properties":{}}}],"length":1}}]`,
      'neo4j-json',
      {
        nodes: ['1 “Bonn” is City', '2 is River labels=["River","Water"]'],
        edges: ['1 -LIES_ON-> 2 km=3'],
      },
    ],
    [
      'APOC, one record a line, ends told without properties',
      `{"type":"node","id":"0","labels":["User"],"properties":{"name":"Ann"}}
{"type":"relationship","id":"0","label":"KNOWS","start":{"id":"0","labels":["User"]},"end":{"id":"1","labels":["User"]}}`,
      'neo4j-json',
      { nodes: ['0 “Ann” is User', '1 is User'], edges: ['0 -KNOWS-> 1'] },
    ],
    [
      'triples as lists, literals among them',
      '[["a","knows","b"],["a","age",7]]',
      'triples-json',
      { nodes: ['a', 'b'], edges: ['a -knows-> b', 'a -age-> 7^integer'] },
    ],
    [
      'triples as objects',
      '[{"subject":"a","predicate":"knows","object":"b","since":1999}]',
      'triples-json',
      { nodes: ['a', 'b'], edges: ['a -knows-> b since=1999'] },
    ],
    [
      'SPARQL results',
      `{"head":{"vars":["s","p","o"]},"results":{"bindings":[
        {"s":{"type":"uri","value":"http://x/a"},"p":{"type":"uri","value":"http://www.w3.org/1999/02/22-rdf-syntax-ns#type"},"o":{"type":"uri","value":"http://x/City"}},
        {"s":{"type":"uri","value":"http://x/a"},"p":{"type":"uri","value":"http://x/in"},"o":{"type":"bnode","value":"b0"}},
        {"s":{"type":"uri","value":"http://x/a"},"p":{"type":"uri","value":"http://x/size"},"o":{"type":"literal","value":"5","datatype":"http://www.w3.org/2001/XMLSchema#integer"}}]}}`,
      'triples-json',
      {
        nodes: ['http://x/a is http://x/City', '_:b0'],
        edges: ['http://x/a -http://x/in-> _:b0', 'http://x/a -http://x/size-> 5^integer'],
      },
    ],
    [
      'a graph inside what a service wraps around it',
      '{"data":{"nodes":[{"id":"a"}],"links":[]},"status":"ok"}',
      'node-link-json',
      { nodes: ['a'], edges: [] },
    ],
  ]
  test.each(files)('%s', (_what, text, format, expected) => {
    expect(told(text)).toEqual({ format, issues: [], ...expected })
  })

  it('CX 1 by its name, although the format is called CX2', () => {
    const text =
      '[{"metaData":[]},{"nodes":[{"@id":1,"n":"A"}]},{"edges":[{"@id":1,"s":1,"t":1,"i":"self"}]},{"status":[{"success":true}]}]'
    const { format, why } = open(text)
    expect([format, why]).toEqual(['cx2', 'it is a list of aspects of CX 1'])
  })

  it('JSON-LD is left to its own reader', () => {
    const bytes = encoder.encode('{"@context":{},"@id":"http://x/a"}')
    expect(recogniseJson(bytes, 'g.json')).toEqual({
      format: 'json-ld',
      why: 'it has the keywords of JSON-LD',
    })
  })

  it('another format than the one asked for is named', () => {
    const bytes = encoder.encode('{"nodes":[{"id":"a"}],"links":[]}')
    const { result } = readJson(bytes, 'g.json', 'cytoscape-json')
    expect(result.issues.map(issueText)).toEqual([
      'g.json:1:1: this is not Cytoscape.js JSON but node-link JSON: it has nodes and links (read it as that, or let the format be recognised)',
    ])
  })
})

describe('what is wrong is said, and the rest is kept', () => {
  const files: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'ids that other programs would make one',
      '{"nodes":[{"id":9007199254740993},{"id":9007199254740992}],"links":[]}',
      [
        'g.json:1:17: the id 9007199254740993 is a number beyond 2^53, which many programs round; here it keeps its digits (ids in quotes are safe everywhere)',
        'g.json:1:41: the id 9007199254740992 is a number beyond 2^53, which many programs round; here it keeps its digits (ids in quotes are safe everywhere)',
      ],
    ],
    [
      'a node twice, an edge to nowhere, one without an end',
      '{"nodes":[{"id":"a"},\n{"id":"a"}],"links":[{"source":"a","target":"b"},\n{"source":null,"target":"a"}]}',
      [
        'g.json:2:1: the node "a" is there already; this second one is skipped',
        'g.json:2:22: the target "b" of an edge is not in the file; the edge is skipped',
        'g.json:3:1: an edge has no source; this edge is skipped',
      ],
    ],
    [
      'a key twice in one object',
      '{"nodes":[{"id":"a","n":1,"n":2}],"links":[]}',
      ['g.json:1:27: the name "n" stands twice in one object; the last one counts'],
    ],
    [
      'nodes inside each other',
      '{"elements":{"nodes":[{"data":{"id":"a","parent":"b"}},{"data":{"id":"b","parent":"a"}}]}}',
      ['g.json:1:56: the parent "a" of the node "b" lies inside that node; it is left out'],
    ],
    [
      'hyperedges',
      '{"graph":{"nodes":{"a":{}},"hyperedges":[{"nodes":["a"]}]}}',
      ['g.json:1:42: a hyperedge joins more than two nodes, or names them in lists; it is skipped'],
    ],
    [
      'records that are none, among others that are',
      '{"graph":{"nodes":[{"id":1}],"edges":[{"source":1,"target":1},3]}}',
      ['g.json:1:1: an edge has no source; this edge is skipped'],
    ],
    [
      'an element without data',
      '[{"data":{"id":"a"}},{"data":{"id":"b"}},\n{"group":"edges"}]',
      ['g.json:2:1: an edge without data; this edge is skipped'],
    ],
    [
      'a triple of two',
      '[["a","p","b"],["b","p","c"],\n["a","p"]]',
      ['g.json:2:1: an edge has no target; this edge is skipped'],
    ],
  ]
  test.each(files)('%s', (_what, text, issues) => {
    expect(open(text).result.issues.map(issueText)).toEqual(issues)
  })

  it('a million like faults stay a short report', () => {
    const edges = Array.from({ length: 200 }, () => '{"source":"a","target":"b"}').join()
    const { issues } = open(`{"nodes":[{"id":"a"}],"links":[${edges}]}`).result
    expect([issues.length, issues.at(-1)?.message]).toEqual([
      51,
      '150 more edges whose ends are not in the file are skipped',
    ])
  })

  const rejected: readonly (readonly [string, string])[] = [
    ['42', 'this is JSON, but not a graph: it is a number'],
    [
      '{"name":"x","version":"1"}',
      'this is JSON, but not a graph: it is an object with "name", "version"',
    ],
    [
      '[[0,1,0],[1,0,1],[0,1,0]]',
      'this is JSON, but not a graph: it is a list that begins with a list that begins with a number',
    ],
    [
      '{"__proto__":{"nodes":[{"key":"a"}],"edges":[]}}',
      'this is JSON, but not a graph: it is an object with "__proto__"',
    ],
    [
      '{"format":"x-session","version":0,"graph":{"nodes":[],"edges":[]}}',
      'this is version "0" of the format "x-session", which Orrery does not know',
    ],
    [
      '[{"CXVersion":"2.0"},{"status":[{"success":false,"error":"out of memory"}]}]',
      'the file says of itself that it is not complete: "out of memory"',
    ],
  ]
  test.each(rejected)('rejects %s', (text, message) => {
    expect(open(text).result.issues.map((issue) => issue.message)).toEqual([message])
  })
})

describe('values', () => {
  it('keep their types as columns, and null says nothing of a type', () => {
    const { columns, entities } = knowledgeOf(
      '{"nodes":[{"id":"a","i":1,"d":1.5,"b":true,"m":1,"j":{"k":[1]},"n":null},{"id":"b","i":null,"d":2,"b":false,"m":"x","j":"t"}],"links":[]}',
    )
    expect([
      columns.entity.map(({ title, datatype, fileType }) => [title, datatype, fileType]),
      [...entities.values()].map(({ attributes }) => attributes.map(({ text }) => text)),
    ]).toEqual([
      [
        ['i', 'integer', undefined],
        ['d', 'decimal', undefined],
        ['b', 'boolean', undefined],
        ['m', 'string', undefined],
        ['j', 'string', 'json'],
        ['n', 'string', undefined],
      ],
      [
        ['1', '1.5', 'true', '1', '{"k":[1]}', 'null'],
        ['null', '2', 'false', 'x', 't'],
      ],
    ])
  })

  it('named like members of every object stay data', () => {
    const text =
      '{"nodes":[{"key":"__proto__","attributes":{"__proto__":{"polluted":1},"constructor":1}}],"edges":[{"source":"__proto__","target":"__proto__"}]}'
    expect([told(text), Object.keys(Object.prototype), 'polluted' in {}]).toEqual([
      {
        format: 'graphology-json',
        nodes: ['__proto__ __proto__={"polluted":1} constructor=1'],
        edges: ['__proto__ -linked to-> __proto__'],
        issues: [],
      },
      [],
      false,
    ])
  })
})

describe('changed bytes', () => {
  const valid = [
    '{"options":{"multi":true},"nodes":[{"key":"a","attributes":{"x":1,"y":2}}],"edges":[{"source":"a","target":"a"}]}',
    '{"nodes":[{"name":"a"},{"name":"b"}],"links":[{"source":0,"target":1,"value":3}]}',
    '[{"data":{"id":"a"}},{"data":{"id":"b","parent":"a"}},{"data":{"source":"a","target":"b"}}]',
    '[{"CXVersion":"2.0"},{"nodes":[{"id":1,"v":{"n":2}}]},{"edges":[{"s":1,"t":1}]},{"status":[{"success":true}]}]',
    '{"graph":{"nodes":{"a":{},"b":{}},"edges":[{"source":"a","target":"b"}]}}',
    '{"type":"node","id":"0","labels":["A"]}\n{"type":"relationship","id":"0","label":"K","start":{"id":"0"},"end":{"id":"0"}}',
    '{"id":1,"label":"v","outE":{"k":[{"id":3,"inV":2}]}}\n{"id":2,"label":"v","properties":{"n":[{"id":0,"value":"x"}]}}',
    '[["a","p","b"],["b","p",1]]',
  ]

  it('are read or rejected, and never half', () => {
    fc.assert(
      fc.property(
        mutants(fc.constantFrom(...valid).map((text) => encoder.encode(text))),
        (bytes) => {
          const { result } = readJson(bytes, 'g.json')
          const { entities, statements } = result.ok
            ? result.content.knowledge
            : knowledgeOf('{"nodes":[],"links":[]}')
          const dangling = [...statements.values()].filter(
            ({ subject, value }) =>
              !entities.has(subject) || (value.type === 'entity' && !entities.has(value.entity)),
          )
          const told = result.ok || result.issues.length > 0
          expect([dangling, Object.keys(Object.prototype), told]).toEqual([[], [], true])
        },
      ),
      { numRuns: mutantRuns },
    )
  })
})

const sample =
  '{"nodes":[{"id":"a","label":"Ä 😀"},\n{"id":"b"}],\n"links":[{"source":"a","target":"b"}]}'

describe('how the text arrives', () => {
  it('a cut anywhere rejects the file', () => {
    const bytes = encoder.encode(sample)
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), (length) => {
        expect(readJson(bytes.subarray(0, length), 'g.json').result.ok).toBe(false)
      }),
    )
  })

  const utf16 = Uint8Array.from(
    Array.from(`\ufeff${sample}`).flatMap((character) =>
      Array.from({ length: character.length }, (_, at) => character.charCodeAt(at)).flatMap(
        (unit) => [unit & 0xff, unit >> 8],
      ),
    ),
  )
  const forms: readonly (readonly [string, Uint8Array])[] = [
    ['a byte order mark', encoder.encode(`\ufeff${sample}`)],
    ['other line ends', encoder.encode(sample.replaceAll('\n', '\r\n'))],
    ['UTF-16 with its mark', utf16],
  ]
  test.each(forms)('%s changes nothing', (_what, bytes) => {
    expect(readJson(bytes, 'g.json')).toEqual(open(sample))
  })

  const encodings: readonly (readonly [string, Uint8Array, string])[] = [
    [
      'bytes that are not UTF-8',
      Uint8Array.of(0x22, 0xff, 0x22),
      'the byte at offset 1 is not valid in the encoding UTF-8',
    ],
    [
      'UTF-16 without a mark',
      utf16.subarray(2),
      'the bytes are in the encoding UTF-16, but no byte order mark says so',
    ],
    [
      'UTF-32',
      Uint8Array.of(0xff, 0xfe, 0, 0, 0x5b, 0, 0, 0),
      'the encoding UTF-32 is not supported',
    ],
  ]
  test.each(encodings)('%s are refused', (_what, bytes, message) => {
    const { result } = readJson(bytes, 'g.json')
    expect([result.ok, result.issues.map((issue) => issue.message)]).toEqual([false, [message]])
  })

  it('a file over the limit is refused by its size', () => {
    const recognition = recogniseJson(encoder.encode(sample), 'g.json', undefined, {
      depth: 9,
      fileSize: 9,
    })
    const result = 'read' in recognition ? recognition.read() : undefined
    expect(result?.issues.map((issue) => issue.message)).toEqual([
      `the file size is ${encoder.encode(sample).length} bytes; at most 9 are read`,
    ])
  })
})
