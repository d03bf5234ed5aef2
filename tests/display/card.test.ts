import { describe, expect, test } from 'vitest'
import { edgeCard, nodeCard } from '../../src/display/card.ts'
import { statementCard } from '../../src/display/gone-card.ts'
import { overviewOf } from '../../src/display/overview.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import { sevenNodes } from '../seven-nodes.ts'

const knowledge = sevenNodes()
const graph = buildGraph(knowledge)
const card = (id: string) => nodeCard(knowledge, graph, entityId(id))

describe("a node's card", () => {
  test('holds everything that is known of it', () => {
    expect(card('qwen')).toMatchInlineSnapshot(`
      {
        "aliases": [
          {
            "note": "Chinese",
            "text": "通义千问",
          },
          {
            "text": "Tōngyì Qiānwèn",
          },
        ],
        "attributes": [],
        "citations": [
          {
            "glosses": [
              "One version follows the other.",
              "Says who trained it.",
              "Says where it is sold.",
            ],
            "hasPassage": false,
            "heading": "The laboratory",
            "locator": "¶ 1",
            "number": 1,
            "paragraph": 1,
            "place": "An article, ¶ 1",
            "source": "article",
            "sourceTitle": "An article",
            "sourceUrl": "https://example.org/article",
            "words": [],
          },
        ],
        "description": "A family of language models with open weights.",
        "entity": {
          "id": "qwen",
          "kind": "model",
          "name": "Qwen",
        },
        "facts": [
          {
            "disputes": [],
            "evidence": "uncited",
            "label": "released",
            "markers": [],
            "measures": undefined,
            "note": undefined,
            "qualifiers": [],
            "statement": "released-1",
            "text": "2023-04-11",
          },
        ],
        "groups": [
          {
            "direction": "out",
            "label": "tested",
            "lines": [
              {
                "disputes": [],
                "evidence": "uncited",
                "markers": [],
                "neighbour": {
                  "id": "lab",
                  "kind": "institution",
                  "name": "Alibaba Cloud",
                },
                "note": undefined,
                "qualifiers": [],
                "statement": "tested-1",
              },
            ],
            "predicate": "tested",
          },
          {
            "direction": "out",
            "label": "succeeds",
            "lines": [
              {
                "disputes": [],
                "evidence": "cited",
                "markers": [
                  1,
                ],
                "neighbour": {
                  "id": "qwen",
                  "kind": "model",
                  "name": "Qwen",
                },
                "note": undefined,
                "qualifiers": [],
                "statement": "succeeds-1",
              },
            ],
            "predicate": "succeeds",
          },
          {
            "direction": "in",
            "label": "trained by",
            "lines": [
              {
                "disputes": [],
                "evidence": "cited",
                "markers": [
                  1,
                ],
                "neighbour": {
                  "id": "lab",
                  "kind": "institution",
                  "name": "Alibaba Cloud",
                },
                "note": undefined,
                "qualifiers": [],
                "statement": "trained-1",
              },
            ],
            "predicate": "trained",
          },
          {
            "direction": "in",
            "label": "offered by",
            "lines": [
              {
                "disputes": [],
                "evidence": "cited",
                "markers": [
                  1,
                ],
                "neighbour": {
                  "id": "lab",
                  "kind": "institution",
                  "name": "Alibaba Cloud",
                },
                "note": undefined,
                "qualifiers": [],
                "statement": "offers-1",
              },
            ],
            "predicate": "offers",
          },
        ],
        "kindLabel": "Model",
        "note": "Several sizes.",
        "relations": 4,
        "times": [],
      }
    `)
  })

  test('sets both sides of a dispute against each other', () => {
    expect(card('market')?.facts).toMatchInlineSnapshot(`
      [
        {
          "disputes": [
            {
              "citations": [],
              "edge": undefined,
              "note": "An older figure.",
              "subject": {
                "id": "market",
                "kind": "sector",
                "name": "AI market",
              },
              "text": "AI market — value: US$70 billion",
            },
          ],
          "evidence": "disputed",
          "label": "value",
          "markers": [
            1,
          ],
          "measures": undefined,
          "note": undefined,
          "qualifiers": [],
          "statement": "value-98",
          "text": "more than US$98 billion",
        },
        {
          "disputes": [
            {
              "citations": [
                "¶ 2",
              ],
              "edge": undefined,
              "note": undefined,
              "subject": {
                "id": "market",
                "kind": "sector",
                "name": "AI market",
              },
              "text": "AI market — value: more than US$98 billion",
            },
          ],
          "evidence": "disputed",
          "label": "value",
          "markers": [],
          "measures": undefined,
          "note": "An older figure.",
          "qualifiers": [],
          "statement": "value-70",
          "text": "US$70 billion",
        },
      ]
    `)
  })

  test('shows uncited columns by their title', () => {
    expect(card('lab')?.attributes).toEqual([{ title: 'Rank', text: '1' }])
  })

  test('counts the relations that it lists, a loop among them once', () => {
    const { groups = [], relations } = card('qwen') ?? {}
    expect(relations).toBe(groups.flatMap(({ lines }) => lines).length)
  })

  test('of an isolated node has nothing but its name', () => {
    expect(card('island')).toEqual({
      entity: { id: 'island', name: 'Élan', kind: undefined },
      kindLabel: undefined,
      aliases: [],
      times: [],
      description: undefined,
      note: undefined,
      facts: [],
      attributes: [],
      groups: [],
      relations: 0,
      citations: [],
    })
  })

  test('of a stranger is none', () => {
    expect(card('constructor')).toBeUndefined()
  })
})

describe("an edge's card", () => {
  test('holds its sentence, both ends and what it rests on', () => {
    expect(edgeCard(knowledge, graph, statementId('works-with-1'))).toMatchInlineSnapshot(`
      {
        "attributes": [
          {
            "text": "without direction",
            "title": "Direction",
          },
        ],
        "citations": [
          {
            "glosses": [
              "Names both.",
            ],
            "hasPassage": false,
            "heading": "The money",
            "locator": "¶ 2",
            "number": 1,
            "paragraph": 2,
            "place": "An article, ¶ 2",
            "source": "article",
            "sourceTitle": "An article",
            "sourceUrl": "https://example.org/article",
            "words": [],
          },
        ],
        "disputes": [],
        "evidence": "cited",
        "markers": [
          1,
        ],
        "note": undefined,
        "predicate": undefined,
        "qualifiers": [
          "in 2024",
        ],
        "sentence": {
          "qualifiers": [
            "in 2024",
          ],
          "subject": "Ministry of Science",
          "value": "Alibaba Cloud",
          "verb": "works with",
        },
        "source": {
          "id": "ministry",
          "kind": "institution",
          "name": "Ministry of Science",
        },
        "statement": "works-with-1",
        "target": {
          "id": "lab",
          "kind": "institution",
          "name": "Alibaba Cloud",
        },
      }
    `)
  })

  test('of a fact or a stranger is none', () => {
    const cards = ['value-98', 'nothing'].map((id) => edgeCard(knowledge, graph, statementId(id)))
    expect(cards).toEqual([undefined, undefined])
  })

  test('tells the direction, where it has another than its sentence, and the weight before the columns of the file', () => {
    const id = statementId('works-with-1')
    const statement = knowledge.statements.get(id)
    if (statement === undefined) throw new Error('there is no such statement')
    const weighted = {
      ...knowledge,
      statements: new Map([...knowledge.statements, [id, { ...statement, weight: 9.5 }]]),
    }
    const told = [
      { title: 'Direction', text: 'without direction' },
      { title: 'Weight', text: '9.5' },
    ]
    expect(edgeCard(weighted, buildGraph(weighted), id)?.attributes.slice(0, 2)).toEqual(told)
    expect(statementCard(weighted, id)?.attributes.slice(0, 2)).toEqual(told)
    expect(edgeCard(knowledge, graph, statementId('based-in-1'))?.attributes).toEqual([])
  })
})

describe('the overview', () => {
  test('tells what the graph is, and where to start', () => {
    expect(overviewOf(knowledge, graph)).toMatchInlineSnapshot(`
      {
        "description": undefined,
        "disputed": [
          {
            "citations": [
              "¶ 2",
            ],
            "edge": undefined,
            "note": undefined,
            "subject": {
              "id": "market",
              "kind": "sector",
              "name": "AI market",
            },
            "text": "AI market — value: more than US$98 billion",
          },
          {
            "citations": [],
            "edge": undefined,
            "note": "An older figure.",
            "subject": {
              "id": "market",
              "kind": "sector",
              "name": "AI market",
            },
            "text": "AI market — value: US$70 billion",
          },
        ],
        "entities": 7,
        "evidence": {
          "cited": 6,
          "disputed": 2,
          "inferred": 0,
          "uncited": 3,
        },
        "facts": 3,
        "licence": "CC0-1.0",
        "mostConnected": [
          {
            "degree": 5,
            "id": "lab",
            "kind": "institution",
            "name": "Alibaba Cloud",
          },
          {
            "degree": 5,
            "id": "qwen",
            "kind": "model",
            "name": "Qwen",
          },
          {
            "degree": 2,
            "id": "ministry",
            "kind": "institution",
            "name": "Ministry of Science",
          },
          {
            "degree": 2,
            "id": "plan",
            "kind": "policy",
            "name": "Development plan",
          },
          {
            "degree": 1,
            "id": "shanghai",
            "kind": "city",
            "name": "Shanghai",
          },
          {
            "degree": 1,
            "id": "market",
            "kind": "sector",
            "name": "AI market",
          },
          {
            "degree": 0,
            "id": "island",
            "kind": undefined,
            "name": "Élan",
          },
        ],
        "relations": 8,
        "sources": [
          {
            "citedParagraphs": 2,
            "detail": "A paper · 2025-04-29",
            "note": undefined,
            "title": "An article",
            "url": "https://example.org/article",
          },
        ],
        "start": [
          {
            "id": "qwen",
            "kind": "model",
            "name": "Qwen",
          },
        ],
        "title": "Seven nodes",
        "version": "1.2.3",
      }
    `)
  })

  test('starts at the most connected where the dataset names nothing', () => {
    const open = { ...knowledge, dataset: { ...knowledge.dataset, start: [] } }
    expect(overviewOf(open, graph).start.map(({ id }) => id)).toEqual([
      'lab',
      'qwen',
      'ministry',
      'plan',
    ])
  })
})
