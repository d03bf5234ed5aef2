import { describe, expect, test } from 'vitest'
import { sentenceText } from '../../src/display/sentence.ts'
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
        'Alibaba Cloud based in Shanghai',
        'Ministry of Science works with Alibaba Cloud (in 2024)',
        'Ministry of Science wrote Development plan',
        'Development plan guides AI market',
        'AI market — value: more than US$98\u00a0billion',
        'AI market — value: US$70\u00a0billion',
        'Qwen — released: 2023-04-11',
      ],
    )
  })
})
