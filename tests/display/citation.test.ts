import { describe, expect, test } from 'vitest'
import { citationOf, numbered } from '../../src/display/citation.ts'
import { sourceId } from '../../src/model/ids.ts'
import type { Reference } from '../../src/model/knowledge.ts'
import { edge, sevenNodes } from '../seven-nodes.ts'

const knowledge = sevenNodes()
const article = sourceId('article')
const at = (paragraph: number, gloss: string): Reference => ({ source: article, paragraph, gloss })

describe('a reference, for reading', () => {
  test('names source, paragraph and our heading of it', () => {
    expect(citationOf(knowledge, at(2, 'Says so.'))).toEqual({
      place: 'An article, ¶\u00a02',
      locator: '¶\u00a02',
      heading: 'The money',
      gloss: 'Says so.',
      words: undefined,
      source: 'article',
      paragraph: 2,
      hasPassage: false,
      sourceTitle: 'An article',
      sourceUrl: 'https://example.org/article',
    })
  })

  test('to a source that is not there is called by its id', () => {
    expect(citationOf(knowledge, { source: sourceId('constructor') })).toEqual({
      place: 'constructor',
      locator: undefined,
      heading: undefined,
      gloss: undefined,
      words: undefined,
      source: 'constructor',
      paragraph: undefined,
      hasPassage: false,
      sourceTitle: 'constructor',
      sourceUrl: undefined,
    })
  })
})

describe('numbered references', () => {
  test('have all words of a place that statements rest on', () => {
    const quoted = (words: string) => ({ ...at(2, 'A.'), words })
    const one = edge('one', 'lab', 'offers', 'qwen', { references: [quoted('a plan'), at(1, '')] })
    const two = edge('two', 'lab', 'offers', 'qwen', { references: [quoted('of 2017')] })
    expect(numbered(knowledge, [one, two, one]).citations.map(({ words }) => words)).toEqual([
      ['a plan', 'of 2017'],
      [],
    ])
  })

  test('count each place in a source once, with all that is cited from it', () => {
    const one = edge('one', 'lab', 'offers', 'qwen', { references: [at(2, 'A.'), at(1, 'B.')] })
    const two = edge('two', 'lab', 'offers', 'qwen', { references: [at(1, 'C.'), at(2, 'A.')] })
    const { citations, markers } = numbered(knowledge, [one, two])
    expect(citations.map(({ number, place, glosses }) => [number, place, glosses])).toEqual([
      [1, 'An article, ¶\u00a02', ['A.']],
      [2, 'An article, ¶\u00a01', ['B.', 'C.']],
    ])
    expect([markers(one), markers(two)]).toEqual([
      [1, 2],
      [1, 2],
    ])
  })
})
