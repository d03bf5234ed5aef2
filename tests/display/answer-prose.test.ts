import { expect, test } from 'vitest'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { entityId } from '../../src/model/ids.ts'
import { reasonsOf } from '../../src/display/answer-prose.ts'
import { answerTo } from '../../src/view/answer.ts'
import { edge, sevenNodes } from '../seven-nodes.ts'

const any = { type: 'any' } as const

test('the reasons of an answer are its statements, best supported first, with their citations', () => {
  const seven = sevenNodes()
  const asked = { start: any, steps: [{ relation: undefined, place: any }] }
  const match = answerTo(asked, compactGraph(buildGraph(seven)), seven, entityId('qwen'))
  const { steps, citations } = reasonsOf(seven, match)
  expect(steps).toEqual([
    {
      lines: [
        ['offers-1', 'Alibaba Cloud offers Qwen', 'cited', [1]],
        ['trained-1', 'Alibaba Cloud trained Qwen', 'cited', [1]],
        ['succeeds-1', 'Qwen succeeds Qwen', 'cited', [1]],
        ['tested-1', 'Qwen tested Alibaba Cloud', 'uncited', []],
      ].map(([statement, text, evidence, markers]) => ({ statement, text, evidence, markers })),
      more: 0,
    },
  ])
  expect(citations.map(({ number, locator }) => [number, locator])).toEqual([[1, '¶\u00a01']])
})

test('of many statements the rest is counted', () => {
  const seven = sevenNodes()
  const more = Array.from({ length: 20 }, (_, at) => edge(`m${at}`, 'lab', 'offers', 'qwen'))
  const statements = new Map([...seven.statements, ...more.map((each) => [each.id, each] as const)])
  const hub = { ...seven, statements }
  const asked = { start: any, steps: [{ relation: undefined, place: any }] }
  const match = answerTo(asked, compactGraph(buildGraph(hub)), hub, entityId('qwen'))
  const [step] = reasonsOf(hub, match).steps
  expect([step?.lines.length, step?.more]).toEqual([8, 16])
})
