import { expect, test } from 'vitest'
import { pathProse } from '../../src/display/path-prose.ts'
import type { ToldPath } from '../../src/display/path-prose.ts'
import { proseText } from '../../src/display/prose-text.ts'
import { buildGraph, edgesAt, otherEnd } from '../../src/graph/graph.ts'
import { entityId, predicateId, statementId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { edge, nasty, sevenNodes } from '../seven-nodes.ts'

const way = (knowledge: Knowledge, ...ids: readonly string[]): ToldPath => {
  const graph = buildGraph(knowledge)
  const nodes = ids.map(entityId)
  const steps = nodes.slice(1).map((to, at) => ({
    edges: edgesAt(graph, nodes[at] ?? to).filter((edge) => otherEnd(edge, nodes[at] ?? to) === to),
  }))
  return { nodes, steps }
}
const told = (...ids: readonly string[]): string =>
  proseText(pathProse(sevenNodes(), way(sevenNodes(), ...ids)), 'text')

test('a path is told in sentences with numbered citations and the list of their places', () => {
  expect(told('qwen', 'lab', 'shanghai')).toBe(
    [
      'Qwen was trained by Alibaba Cloud [1], which is based in Shanghai [1].',
      '',
      '[1] An article <https://example.org/article>, ¶\u00a01, “The laboratory”: Says who trained it. Names the city.',
    ].join('\n'),
  )
})

test('a statement without a source is told as such', () => {
  expect(told('ministry', 'plan', 'market').split('\n')[0]).toBe(
    'Ministry of Science wrote Development plan [1], which guides AI market (no source). 1 of 2 statements has no source.',
  )
})

test('a statement that is inferred is told as such, with what it is inferred from', () => {
  const knowledge = sevenNodes()
  const wrote = knowledge.statements.get(statementId('wrote-1'))
  if (wrote === undefined) throw new Error('no such statement')
  const statements = new Map(knowledge.statements).set(wrote.id, { ...wrote, inferred: true })
  const inferred = { ...knowledge, statements }
  const prose = pathProse(inferred, way(inferred, 'ministry', 'plan'))
  expect(proseText(prose, 'text').split('\n')[0]).toBe(
    'Ministry of Science wrote Development plan [1] (inferred). 1 of 1 statements is inferred.',
  )
})

test('a statement in conflict with another is told as such, apart from disputes that are stated', () => {
  const knowledge = sevenNodes()
  const [wrote, works] = ['wrote-1', 'works-with-1'].map((id) =>
    knowledge.statements.get(statementId(id)),
  )
  if (wrote === undefined || works === undefined) throw new Error('no such statement')
  const statements = new Map(knowledge.statements)
    .set(wrote.id, { ...wrote, conflicts: [works.id] })
    .set(works.id, { ...works, disputes: [wrote.id] })
  const contested = { ...knowledge, statements }
  const prose = pathProse(contested, way(contested, 'lab', 'ministry', 'plan'))
  expect(proseText(prose, 'text').split('\n')[0]).toBe(
    'Alibaba Cloud works with Ministry of Science (in 2024) [1] (disputed), which wrote Development plan [1] (in conflict). 1 of 2 statements is disputed. 1 of 2 statements is in conflict with another.',
  )
})

test('against a predicate without an inverse the sentence turns round', () => {
  expect(told('market', 'plan', 'ministry').split('\n')[0]).toBe(
    'Development plan guides AI market (no source). Development plan was written by Ministry of Science [1]. 1 of 2 statements has no source.',
  )
})

test('in a clause the preposition stands before the pronoun', () => {
  // Without a good inverse the city's sentence is told from the laboratory.
  const knowledge = sevenNodes()
  const based = knowledge.predicates.get(predicateId('based-in'))
  if (based?.type !== 'relation') throw new Error('no such relation')
  const tellWith = (inverse: string): string => {
    const predicates = new Map(knowledge.predicates).set(based.id, { ...based, inverse })
    const seat = edge('seat', 'ministry', 'based-in', 'shanghai')
    const statements = new Map(knowledge.statements).set(seat.id, seat)
    const changed = { ...knowledge, predicates, statements }
    const prose = pathProse(changed, way(changed, 'qwen', 'lab', 'shanghai', 'ministry'))
    const alone = pathProse(changed, way(changed, 'lab', 'shanghai', 'ministry'))
    return [prose, alone].map((each) => proseText(each, 'text').split('\n')[0]).join('\n')
  }
  const own = [
    'Qwen was trained by Alibaba Cloud [1], which is based in Shanghai [1]. Ministry of Science is based in Shanghai (no source). 1 of 3 statements has no source.',
    'Alibaba Cloud is based in Shanghai [1], in which Ministry of Science is based (no source). 1 of 2 statements has no source.',
  ].join('\n')
  const inverses = ['', 'based in (reverse)', 'based in (of)', 'base of', 'has resident']
  expect(inverses.map(tellWith)).toEqual(inverses.map(() => own))
})

test('after two steps a new sentence begins', () => {
  expect(told('shanghai', 'lab', 'ministry', 'plan').split('\n')[0]).toBe(
    'Shanghai is home of Alibaba Cloud [1], which works with Ministry of Science (in 2024) [2]. Ministry of Science wrote Development plan [2].',
  )
})

test('Markdown and HTML carry names and addresses and no markup of the data', () => {
  const knowledge = sevenNodes()
  const lab = knowledge.entities.get(entityId('lab'))
  if (lab === undefined) throw new Error('no lab')
  const marked: Knowledge = {
    ...knowledge,
    entities: new Map(knowledge.entities).set(lab.id, { ...lab, label: '<b>*A*</b>' }),
  }
  const prose = pathProse(marked, way(marked, 'lab', 'shanghai'))
  expect(proseText(prose, 'markdown')).toBe(
    [
      '**\\<b\\>\\*A\\*\\</b\\>** is based in **Shanghai** [1].',
      '',
      '1. [An article](<https://example.org/article>), ¶\u00a01, “The laboratory”: Names the city.',
    ].join('\n'),
  )
  expect(proseText(prose, 'html')).toBe(
    [
      '<p><strong>&lt;b&gt;*A*&lt;/b&gt;</strong> is based in <strong>Shanghai</strong> [1].</p>',
      '<ol><li><a href="https://example.org/article">An article</a>, ¶\u00a01, “The laboratory”: Names the city.</li></ol>',
    ].join('\n'),
  )
})

test('nasty ids are told like any other', () => {
  const knowledge = sevenNodes(nasty)
  const prose = pathProse(knowledge, way(knowledge, nasty('qwen'), nasty('lab')))
  expect(proseText(prose, 'text').split('\n')[0]).toBe('Qwen was trained by Alibaba Cloud [1].')
})
