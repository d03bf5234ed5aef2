import { describe, expect, test } from 'vitest'
import { sentenceText } from '../../src/display/sentence.ts'
import { statementId } from '../../src/model/ids.ts'
import { sevenNodes } from '../seven-nodes.ts'

const knowledge = sevenNodes()

describe('a statement as a sentence', () => {
  test('reads from its subject to its value', () => {
    expect([...knowledge.statements.values()].map((each) => sentenceText(knowledge, each))).toEqual(
      [
        'Alibaba Cloud trained Qwen',
        'Alibaba Cloud offers Qwen',
        'Qwen tested Alibaba Cloud',
        'Qwen succeeds Qwen',
        'Alibaba Cloud is based in Shanghai',
        'Ministry of Science works with Alibaba Cloud (in 2024)',
        'Ministry of Science wrote Development plan',
        'Development plan guides AI market',
        'AI market — value: more than US$98\u00a0billion',
        'AI market — value: US$70\u00a0billion',
        'Qwen — released: 2023-04-11',
      ],
    )
  })

  test('says of many what they do', () => {
    const entities = new Map(
      [...knowledge.entities].map(([id, entity]) => [id, { ...entity, isPlural: true as const }]),
    )
    const told = ['succeeds-1', 'based-in-1', 'guides-1'].map((id) => {
      const statement = knowledge.statements.get(statementId(id))
      return statement && sentenceText({ ...knowledge, entities }, statement)
    })
    expect(told).toEqual([
      'Qwen succeed Qwen',
      'Alibaba Cloud are based in Shanghai',
      'Development plan guide AI market',
    ])
  })
})
