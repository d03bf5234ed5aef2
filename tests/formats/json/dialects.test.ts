import { describe, expect, it, test } from 'vitest'
import { readJson, recogniseJson } from '../../../src/formats/json/read.ts'
import { issueText } from '../../../src/model/issue.ts'
import { encoder, open, told } from './told.ts'

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
