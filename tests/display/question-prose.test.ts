import { describe, expect, test } from 'vitest'
import { countText, questionText } from '../../src/display/question-prose.ts'
import { entityId, kindId, predicateId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import type { AskedRelation, Place, QuestionStep } from '../../src/view/question.ts'
import { sevenNodes } from '../seven-nodes.ts'

const seven = sevenNodes()
const any: Place = { type: 'any' }
const kind = (id: string): Place => ({ type: 'kind', id: kindId(id) })
const named = (id: string): Place => ({ type: 'node', id: entityId(id) })
const by = (
  predicate: string,
  direction: AskedRelation['direction'],
  place: Place,
): QuestionStep => ({
  relation: { predicate: predicateId(predicate), direction },
  place,
})
/** The seven nodes with other words for one relation. */
const saying = (label: string, inverse = ''): Knowledge => {
  const wrote = seven.predicates.get(predicateId('wrote'))
  if (wrote?.type !== 'relation') throw new Error('The seven nodes have lost a relation')
  const predicates = new Map(seven.predicates).set(wrote.id, { ...wrote, label, inverse })
  return { ...seven, predicates }
}

describe('a question', () => {
  const sentences: readonly (readonly [Place, readonly QuestionStep[], string])[] = [
    [kind('model'), [], 'Models'],
    [any, [], 'Nodes'],
    [kind(''), [], 'Nodes without a kind'],
    [
      kind('model'),
      [by('trained', 'in', kind('institution')), by('based-in', 'out', named('shanghai'))],
      'Models trained by institutions based in Shanghai',
    ],
    [
      kind('institution'),
      [by('trained', 'out', kind('model')), by('succeeds', 'out', any)],
      'Institutions that trained models that succeed nodes',
    ],
    [kind('city'), [by('based-in', 'in', any)], 'Cities that are home of nodes'],
    [kind('sector'), [by('guides', 'in', any)], 'Sectors that get “guides” from nodes'],
    [named('market'), [by('guides', 'in', any)], 'AI market, which gets “guides” from nodes'],
    [named('plan'), [by('guides', 'out', any)], 'Development plan, which guides nodes'],
    [
      named('lab'),
      [{ relation: undefined, place: kind('policy') }],
      'Alibaba Cloud joined with policies',
    ],
  ]
  test.each(sentences)('is told in words %#: %3$s', (start, steps, sentence) => {
    expect(questionText(seven, { start, steps })).toBe(sentence)
  })

  const verbs: readonly (readonly [string, string])[] = [
    ['applies to', 'apply to'],
    ['has', 'have'],
    ['publishes', 'publish'],
    ['uses', 'use'],
    ['wrote', 'wrote'],
    ['knows', 'know'],
    ['part of', 'are part of'],
    ['example of', 'are examples of'],
    ['subsidiary of', 'are subsidiaries of'],
    ['通过', '通过'],
  ]
  test.each(verbs)('makes “%s” fit many: “%s”', (label, verb) => {
    const asked = { start: kind('policy'), steps: [by('wrote', 'out', any)] }
    expect(questionText(saying(label), asked)).toBe(`Policies that ${verb} nodes`)
  })

  test('counts in the words of its kinds, and calls what has no plural a node', () => {
    const kinds = new Map(seven.kinds).set(kindId('model'), {
      id: kindId('model'),
      label: 'Montague',
      plural: 'Montague',
    })
    const verona = { ...seven, kinds }
    expect([
      countText(seven, kind('policy'), 2),
      countText(seven, kind('policy'), 1),
      countText(seven, any, 1),
      countText(verona, kind('model'), 3),
      questionText(verona, { start: kind('model'), steps: [] }),
    ]).toEqual(['2 policies', '1 policy', '1 node', '3 nodes', 'Nodes of “Montague”'])
  })
})
