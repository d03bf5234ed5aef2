import { expect, test } from 'vitest'
import { sourcesView } from '../../src/display/sources-view.ts'
import { sourceId } from '../../src/model/ids.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'

test('every source lists its paragraphs with the statements that rest on each', () => {
  const [article] = sourcesView(sevenNodes())
  expect({
    ...article,
    paragraphs: article?.paragraphs.map(({ statements, ...paragraph }) => ({
      ...paragraph,
      statements: statements.map(({ id }) => id),
    })),
  }).toEqual({
    id: 'article',
    title: 'An article',
    detail: 'A paper · 2025-04-29',
    url: 'https://example.org/article',
    note: undefined,
    hasText: false,
    elsewhere: [],
    statements: 7,
    hidden: 0,
    uncited: 0,
    paragraphs: [
      {
        number: 1,
        heading: 'The laboratory',
        role: 'text',
        statements: ['trained-1', 'offers-1', 'succeeds-1', 'based-in-1'],
        cited: true,
        words: [],
      },
      {
        number: 2,
        heading: 'The money',
        role: 'text',
        statements: ['works-with-1', 'wrote-1', 'value-98'],
        cited: true,
        words: [],
      },
    ],
  })
})

test('a paragraph that nothing cites is listed and counted; one that the source lacks is listed', () => {
  const knowledge = sevenNodes()
  const article = knowledge.sources.get(sourceId('article'))
  if (article === undefined) throw new Error('no article')
  const paragraphs = new Map([[3, { heading: 'The end', role: 'text' as const }]])
  const changed = new Map(knowledge.sources).set(article.id, { ...article, paragraphs })
  const [view] = sourcesView({ ...knowledge, sources: changed })
  expect([
    view?.uncited,
    view?.paragraphs.map(({ number, heading, statements }) => [number, heading, statements.length]),
  ]).toEqual([
    1,
    [
      [1, undefined, 4],
      [2, undefined, 3],
      [3, 'The end', 0],
    ],
  ])
})

test('nasty ids are ids like any other', () => {
  expect(sourcesView(sevenNodes(nasty)).map(({ statements }) => statements)).toEqual([7])
})

test('what is hidden is left out and counted, and is no paragraph that nothing cites', () => {
  const [view] = sourcesView(sevenNodes(), (id) => id === 'wrote-1')
  expect([view?.statements, view?.hidden, view?.uncited]).toEqual([1, 6, 0])
  expect(view?.paragraphs.map(({ statements }) => statements.map(({ id }) => id))).toEqual([
    [],
    ['wrote-1'],
  ])
})
