import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readJson } from '../../../src/formats/json/read.ts'
import { issueText } from '../../../src/model/issue.ts'
import { mutantRuns, mutants } from '../mutations.ts'
import { encoder, knowledgeOf, open, told } from './told.ts'

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
      'digits that are an id in quotes, and a number elsewhere',
      '{"nodes":[{"id":"9007199254740993","phone":9007199254740993}],"links":[]}',
      [],
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
