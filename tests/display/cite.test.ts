import { describe, expect, test } from 'vitest'
import { cite, citationStyles } from '../../src/display/cite.ts'
import type { Citable, CitationStyle } from '../../src/display/cite.ts'
import { evidenceOf } from '../../src/model/evidence.ts'
import { entityId, statementId } from '../../src/model/ids.ts'
import { nasty, sevenNodes } from '../seven-nodes.ts'

const context = { link: 'https://orrery.example/#v=1&s=n:qwen', accessed: '2026-11-24' }
const basedIn = { type: 'statement', id: statementId('based-in-1') } as const
const cited = (citable: Citable, style: CitationStyle): string =>
  cite(sevenNodes(), citable, context, style)

describe('a citation', () => {
  test('of a statement names it, the dataset, the link, the day and the place in the source', () => {
    expect(cited(basedIn, 'text')).toBe(
      [
        '“Alibaba Cloud is based in Shanghai”. Seven nodes, version 1.2.3, Orrery. https://orrery.example/#v=1&s=n:qwen. Accessed 2026-11-24.',
        'Source: “An article”. A paper, 2025-04-29. ¶\u00a01. https://example.org/article.',
      ].join('\n'),
    )
  })

  test('of a node rests on all places where something is said about it', () => {
    expect(cited({ type: 'node', id: entityId('ministry') }, 'markdown')).toBe(
      [
        '“Ministry of Science”. *Seven nodes*, version 1.2.3, Orrery. <https://orrery.example/#v=1&s=n:qwen>. Accessed 2026-11-24.',
        'Source: “An article”. A paper, 2025-04-29. ¶\u00a02. <https://example.org/article>.',
      ].join('\n\n'),
    )
  })

  test('says what a statement rests on where it is not simply cited', () => {
    const [disputed, uncited] = (['disputed', 'uncited'] as const).map((evidence) =>
      [...sevenNodes().statements.values()].find((one) => evidenceOf(one) === evidence),
    )
    if (disputed === undefined || uncited === undefined) throw new Error('the graph lacks one')
    expect(cited({ type: 'statement', id: disputed.id }, 'text')).toContain(
      'The statement is disputed.',
    )
    expect(cited({ type: 'statement', id: uncited.id }, 'bibtex')).toContain(
      'note = {The statement is without a source}',
    )
    const path: Citable = {
      type: 'statements',
      ids: [basedIn.id, uncited.id].map(statementId),
      title: 'A to B',
    }
    expect(cited(path, 'bibtex')).toMatch(/^@misc\{orrery-seven-a-to-b,/)
    expect(cited(path, 'markdown')).toMatch(
      /^“A to B”\. .* 1 of 2 statements is without a source\. .*\n\nSource: /,
    )
  })

  test('says that the reader has changed the graph, and how much of it a view shows', () => {
    const shown = '2 of 7 entities and 1 of 8 relations'
    const view = { ...context, changed: true, shown }
    for (const style of citationStyles) {
      const text = cite(sevenNodes(), { type: 'view' }, view, style)
      expect(text).toContain(`Shows ${shown}`)
      expect(text).toContain('With changes of its reader’s own')
    }
    expect(cite(sevenNodes(), basedIn, view, 'text')).not.toContain('Shows')
  })

  test('in BibTeX has one entry for the dataset and one for each source', () => {
    expect(cited(basedIn, 'bibtex')).toBe(
      [
        '@misc{orrery-seven-based-in-1,',
        '  title = {{Alibaba Cloud is based in Shanghai}},',
        '  howpublished = {Seven nodes},',
        '  version = {1.2.3},',
        '  url = {https://orrery.example/#v=1&s=n:qwen},',
        '  urldate = {2026-11-24},',
        '}',
        '',
        '@misc{orrery-article,',
        '  title = {{An article}},',
        '  publisher = {A paper},',
        '  year = {2025},',
        '  month = {04},',
        '  url = {https://example.org/article},',
        '  note = {¶\u00a01},',
        '}',
      ].join('\n'),
    )
  })

  test('in CSL-JSON is a list of items with dates in parts', () => {
    expect(JSON.parse(cited({ type: 'view' }, 'csl-json'))).toEqual([
      {
        id: 'orrery-seven-view',
        type: 'dataset',
        title: 'Seven nodes',
        version: '1.2.3',
        accessed: { 'date-parts': [[2026, 11, 24]] },
        URL: 'https://orrery.example/#v=1&s=n:qwen',
      },
      {
        id: 'orrery-article',
        type: 'article',
        title: 'An article',
        publisher: 'A paper',
        issued: { 'date-parts': [[2025, 4, 29]] },
        URL: 'https://example.org/article',
      },
    ])
  })

  test('has balanced braces and keys of plain letters in BibTeX, whatever the names', () => {
    const knowledge = sevenNodes(nasty)
    const texts = [...knowledge.statements.keys()].map((id) =>
      cite(knowledge, { type: 'statement', id }, context, 'bibtex').replace(/\\[{}]/g, ''),
    )
    const balance = (text: string): number =>
      [...text].reduce((depth, sign) => depth + (sign === '{' ? 1 : sign === '}' ? -1 : 0), 0)
    expect(texts.map(balance)).toEqual(texts.map(() => 0))
    expect(texts.filter((text) => !/^@misc\{[a-z0-9-]+,\n/.test(text))).toEqual([])
  })

  test('of what is no longer there names its id, in every style', () => {
    const gone: Citable = { type: 'node', id: entityId('gone') }
    expect(citationStyles.filter((style) => !cited(gone, style).includes('gone'))).toEqual([])
  })
})
