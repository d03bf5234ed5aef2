import { expect, test } from 'vitest'
import { verbPhrase, withVerb } from '../../src/display/verb-phrase.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { predicateId, statementId } from '../../src/model/ids.ts'
import { sevenNodes } from '../seven-nodes.ts'

const singular: readonly (readonly [string, string])[] = [
  ['example of', 'is an example of'],
  ['special case of', 'is a special case of'],
  ['field of use of', 'is a field of use of'],
  ['instance of', 'is an instance of'],
  ['use of', 'is a use of'],
  ['union of', 'is a union of'],
  ['part of', 'is part of'],
  ['capital of', 'is capital of'],
  ['the capital of', 'is the capital of'],
  ['made up of', 'is made up of'],
  ['composed of', 'is composed of'],
  ['used as example of', 'is used as example of'],
  ['based in', 'is based in'],
  ['consists of', 'consists of'],
  ['launched', 'launched'],
]
test.each(singular)('“%s” of one thing: “%s”', (label, sentence) => {
  expect(withVerb(label)).toBe(sentence)
})

const plural: readonly (readonly [string, string])[] = [
  ['example of', 'are examples of'],
  ['field of use of', 'are fields of use of'],
  ['part of', 'are part of'],
  ['located in', 'are located in'],
]
test.each(plural)('“%s” of many: “%s”', (label, sentence) => {
  expect(withVerb(label, 'are')).toBe(sentence)
})

/** A label and its inverse, and the sentence from the far end; one that turns round begins with ←. */
const backwards: readonly (readonly [string, string, string])[] = [
  ['knows', 'knows (reverse)', '← knows'],
  ['knows', 'knows (of)', '← knows'],
  ['knows', '', '← knows'],
  ['linked to', 'linked from', 'is linked from'],
  ['located in', 'location of', '← is located in'],
  ['applies to', 'field of use of', '← applies to'],
  ['participates in', 'has participant', '← participates in'],
  ['part of', 'has part', '← is part of'],
  ['child of', 'parent of', 'is a parent of'],
  ['based in', 'home of', 'is home of'],
  ['based in', 'home to', 'is home to'],
  ['example of', 'exemplified by', 'is exemplified by'],
  ['wrote', 'written by', 'was written by'],
  ['leads', 'led by', 'is led by'],
]
/** The verb from one end of an edge, whose relation and inverse are called so. */
function toldFrom(
  end: 'source' | 'target',
  label: string,
  inverse: string,
  knowledge = sevenNodes(),
): string {
  const id = predicateId('based-in')
  const predicate = knowledge.predicates.get(id)
  const edge = buildGraph(knowledge).edges.get(statementId('based-in-1'))
  if (predicate?.type !== 'relation' || edge === undefined) throw new Error('no such relation')
  const predicates = new Map(knowledge.predicates).set(id, { ...predicate, label, inverse })
  const { text, reversed } = verbPhrase({ ...knowledge, predicates }, edge, edge[end])
  return `${reversed ? '← ' : ''}${text}`
}

test.each(backwards)(
  '“%s” with the inverse “%s” from its far end: “%s”',
  (label, inverse, told) => {
    expect(toldFrom('target', label, inverse)).toBe(told)
  },
)

/** A label, its inverse, and what both ends say where both are called by plurals. */
const ofMany: readonly (readonly [string, string, string, string])[] = [
  ['supports', 'supported by', 'support', 'are supported by'],
  ['launched', 'launched by', 'launched', 'were launched by'],
  ['example of', 'exemplified by', 'are examples of', 'are exemplified by'],
  ['located in', 'location of', 'are located in', '← are located in'],
  ['is based in', 'is home to', 'are based in', 'are home to'],
  ['relies on', 'relied on by', 'rely on', 'are relied on by'],
  ['has goal', 'goal of', 'have goal', '← have goal'],
]
test.each(ofMany)(
  'many that “%s” many which “%s”: “%s”, and back “%s”',
  (label, inverse, forth, back) => {
    const knowledge = sevenNodes()
    const entities = new Map(
      [...knowledge.entities].map(([name, entity]) => [
        name,
        { ...entity, isPlural: true as const },
      ]),
    )
    const many = { ...knowledge, entities }
    const told = (['source', 'target'] as const).map((end) => toldFrom(end, label, inverse, many))
    expect(told).toEqual([forth, back])
  },
)
