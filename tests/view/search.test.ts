import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/view/fold.ts'
import { buildSearch } from '../../src/view/search.ts'
import { anyText } from '../any-text.ts'
import { nasty, node, sevenNodes } from '../seven-nodes.ts'

const search = buildSearch(sevenNodes())
const found = (query: string): readonly string[] =>
  search(query).map(
    ({ id, field, text, fuzzy }) => `${id} by ${field} “${text}”${fuzzy ? ', nearly' : ''}`,
  )

describe('the search', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a name', 'qwen', ['qwen by name “Qwen”']],
    ['the beginning of a name', 'shang', ['shanghai by name “Shanghai”']],
    ['a later word of a name', 'cloud', ['lab by name “Alibaba Cloud”']],
    ['words in any order', 'science ministry', ['ministry by name “Ministry of Science”']],
    ['the beginning of a Chinese name', '通义', ['qwen by alias “通义千问”']],
    ['the middle of a Chinese name', '义千', ['qwen by alias “通义千问”']],
    ['the first character', '通', ['qwen by alias “通义千问”']],
    ['a character in the middle', '千', ['qwen by alias “通义千问”']],
    ['the last character', '问', ['qwen by alias “通义千问”']],
    ['Chinese in a hurry', '阿里云 ', ['lab by alias “阿里云”']],
    ['pinyin without tone marks', 'tongyi qianwen', ['qwen by alias “Tōngyì Qiānwèn”']],
    ['pinyin with tone marks', 'Ālǐyún', ['lab by alias “Ālǐyún”']],
    ['a typo', 'shangai', ['shanghai by name “Shanghai”, nearly']],
    [
      'a name without its accent',
      'elan',
      ['island by name “Élan”', 'plan by name “Development plan”, nearly'],
    ],
    ['an accent too many', 'qwén', ['qwen by name “Qwen”']],
    [
      'a description',
      'open weights',
      ['qwen by description “A family of language models with open weights.”'],
    ],
    ['an id', 'island', ['island by id “island”']],
    ['the inside of a name', 'libab', ['lab by name “Alibaba Cloud”']],
    ['the inside of an id', 'arke', ['market by name “AI market”']],
  ]
  test.each(cases)('finds by %s: %s', (_what, query, hits) => {
    expect(found(query)).toEqual(hits)
  })

  test('finds nothing by nothing, nor by what is not there', () => {
    expect([found(''), found('   '), found('zzzzzz'), found('阿问')]).toEqual([[], [], [], []])
  })

  test('finds signs and emoji that no word holds', () => {
    const odd = [node('a', 'C++', undefined), node('b', '😀 face', undefined)]
    const hits = buildSearch({
      ...sevenNodes(),
      entities: new Map(odd.map((entity) => [entity.id, entity])),
    })
    expect([hits('++').map(({ id }) => id), hits('😀').map(({ id }) => id)]).toEqual([['a'], ['b']])
  })

  test('puts a name before a description', () => {
    const both = [
      node('described', 'Other', undefined, { description: 'Tells of weights.' }),
      node('named', 'Weights', undefined),
    ]
    const hits = buildSearch({
      ...sevenNodes(),
      entities: new Map(both.map((entity) => [entity.id, entity])),
    })
    expect(hits('weights').map(({ id }) => id)).toEqual(['named', 'described'])
  })

  test('puts names that begin with the query first, the shortest before all', () => {
    const many = [
      node('chains', 'Intelligent supply chains', undefined),
      node('exports', 'Exports of China to China and China', undefined),
      node('market', 'China market', undefined),
      node('chatbots', 'Chatbots', undefined, { description: 'Chat in China.' }),
      node('china', 'China', undefined),
    ]
    const hits = buildSearch({
      ...sevenNodes(),
      entities: new Map(many.map((entity) => [entity.id, entity])),
    })
    const first = (query: string) => hits(query, 3).map(({ id }) => id)
    expect(first('ch')).toEqual(['china', 'chatbots', 'market'])
    expect(first('China')).toEqual(['china', 'market', 'exports'])
  })

  test('gives no more than it is asked for, each entity once', () => {
    expect(search('a', 2)).toHaveLength(2)
    fc.assert(
      fc.property(anyText, (query) => {
        const ids = search(query).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  test('takes any id, and any query', () => {
    const odd = buildSearch(sevenNodes(nasty))
    const ids = ['constructor', '__proto__', 'qwen', 'toString'].map((query) =>
      odd(query).map(({ id }) => id),
    )
    expect(ids).toEqual([['constructor'], ['__proto__'], [''], []])
  })

  test('finds every entity by the whole of its name', () => {
    for (const { id, label = id } of sevenNodes().entities.values()) {
      expect(search(label)[0]?.id).toBe(id)
    }
  })

  test('folds accents, case and width', () => {
    expect(fold('Ālǐbābā ÉLAN ＡＢＣ')).toBe('alibaba elan abc')
  })
})
