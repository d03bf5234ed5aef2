import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutDrawing } from '../../src/display/change-classes.ts'
import { comparisonList, countsOf } from '../../src/display/comparison-list.ts'
import { difference, differenceSize } from '../../src/model/difference.ts'
import { columnId, entityId, sourceId, statementId } from '../../src/model/ids.ts'
import type { StatementId } from '../../src/model/ids.ts'
import type { Entity, Knowledge, Statement } from '../../src/model/knowledge.ts'
import { anyKnowledge } from '../formats/knowledge-arbitrary.ts'
import { sevenNodes } from '../seven-nodes.ts'

const before = sevenNodes()

function edited(
  entities: Readonly<Record<string, Partial<Entity> | undefined>>,
  statements: Readonly<Record<string, Partial<Statement> | undefined>>,
): Knowledge {
  const change = <Id extends string, Item extends object>(
    records: ReadonlyMap<Id, Item>,
    edits: Readonly<Record<string, Partial<Item> | undefined>>,
  ): ReadonlyMap<Id, Item> =>
    new Map(
      [...records].flatMap(([id, record]): [Id, Item][] => {
        if (!Object.hasOwn(edits, id)) return [[id, record]]
        return edits[id] === undefined ? [] : [[id, { ...record, ...edits[id] }]]
      }),
    )
  return {
    ...before,
    entities: change(before.entities, entities),
    statements: change(before.statements, statements),
  }
}

const lines = (after: Knowledge): readonly string[] =>
  comparisonList(withoutDrawing(difference(before, after)), before, after).flatMap(
    ({ title, records }) =>
      records.flatMap(({ change, text, selection, fields }) => [
        `${title}: ${change}: ${text}${selection === undefined ? '' : ` (${selection.type})`}`,
        ...fields.map(({ label, before: was, after: is }) => `  ${label}: ${was} → ${is}`),
      ]),
  )

describe('the list of a comparison', () => {
  test('says in words what each field was and is, and leads to the cards that are there', () => {
    const after = edited(
      {
        lab: {
          label: 'Alibaba',
          aliases: [{ text: '阿里云' }],
          attributes: [{ column: columnId('rank'), text: '2' }],
        },
        island: undefined,
      },
      {
        'based-in-1': { value: { type: 'entity', entity: entityId('plan') } },
        'value-98': {
          references: [{ source: sourceId('article'), paragraph: 1, gloss: 'Another place.' }],
          qualifiers: [],
        },
        'tested-1': undefined,
      },
    )
    expect(lines(after)).toEqual([
      'Entities: removed: Élan (gone)',
      'Entities: changed: Alibaba (node)',
      '  Name: Alibaba Cloud → Alibaba',
      '  Other names: 阿里云, Ālǐyún → 阿里云',
      '  Rank: 1 → 2',
      'Statements: removed: Qwen tested Alibaba Cloud (gone)',
      'Statements: changed: Alibaba is based in Development plan (edge)',
      '  Value: Shanghai → Development plan',
      'Statements: changed: AI market — value: US$98\u00a0billion (node)',
      '  Qualifiers: precision more than → undefined',
      '  Reference: An article, ¶\u00a02: Gives the higher figure. → undefined',
      '  Reference: undefined → An article, ¶\u00a01: Another place.',
      'References: added: AI market — value: US$98\u00a0billion (node)',
      '  Reference: undefined → An article, ¶\u00a01: Another place.',
      'References: removed: AI market — value: US$98\u00a0billion (node)',
      '  Reference: An article, ¶\u00a02: Gives the higher figure. → undefined',
    ])
  })

  test('tells every reference that differs, its place, and the statement that it leads to', () => {
    const after = edited(
      {},
      {
        'wrote-1': undefined,
        'tested-1': { references: [{ source: sourceId('article'), paragraph: 1 }] },
        'value-98': {
          references: [{ source: sourceId('article'), paragraph: 2, gloss: 'The higher one.' }],
        },
      },
    )
    const references = comparisonList(difference(before, after), before, after).find(
      ({ of }) => of === 'references',
    )
    expect(
      references?.records.map(({ change, text, selection, fields }) => [
        change,
        text,
        selection,
        ...fields.map((field) => [field.before, field.after]),
      ]),
    ).toEqual([
      [
        'added',
        'Qwen tested Alibaba Cloud',
        { type: 'edge', id: 'tested-1' },
        [undefined, 'An article, ¶\u00a01'],
      ],
      [
        'removed',
        'Ministry of Science wrote Development plan',
        { type: 'gone', from: 'compared', of: 'statement', id: 'wrote-1' },
        ['An article, ¶\u00a02: Names the author.', undefined],
      ],
      [
        'changed',
        'AI market — value: more than US$98\u00a0billion',
        { type: 'node', id: 'market' },
        ['An article, ¶\u00a02: Gives the higher figure.', 'An article, ¶\u00a02: The higher one.'],
      ],
    ])
  })

  test('names what is removed as it was, though another record has its id now', () => {
    const numbered = (...ids: readonly string[]): Knowledge => ({
      ...before,
      statements: new Map(
        ids.flatMap((id, index): [StatementId, Statement][] => {
          const one = before.statements.get(statementId(id))
          const number = statementId(`e${index}`)
          return one === undefined ? [] : [[number, { ...one, id: number, disputes: [] }]]
        }),
      ),
    })
    const [then, now] = [numbered('wrote-1', 'guides-1'), numbered('guides-1')]
    const [part] = comparisonList(withoutDrawing(difference(then, now)), then, now)
    expect(part?.records.map(({ change, text, id }) => [change, text, id])).toEqual([
      ['removed', 'Ministry of Science wrote Development plan', 'e0'],
    ])
  })

  test('does not count how a file draws things', () => {
    const after = edited({ lab: { drawing: { size: 9 } } }, { 'wrote-1': { drawing: {} } })
    expect(lines(after)).toEqual([])
  })

  test('has every record of the difference once, in its class', () => {
    fc.assert(
      fc.property(anyKnowledge, anyKnowledge, (one, other) => {
        const found = withoutDrawing(difference(one, other))
        const parts = comparisonList(found, one, other)
        const records = parts.flatMap((part) => (part.of === 'records' ? part.records : []))
        const about = found.dataset.length === 0 ? 0 : found.dataset.length - 1
        expect(records.length).toBe(differenceSize(found) - about)
        const statements = parts.find(({ title }) => title === 'Statements')?.records ?? []
        expect(
          (['added', 'removed', 'changed'] as const).map(
            (change) => statements.filter((record) => record.change === change).length,
          ),
        ).toEqual(Object.values(countsOf(found.statements)))
      }),
      { numRuns: 40 },
    )
  })

  test('of a graph and itself is empty', () => {
    expect(comparisonList(difference(before, sevenNodes()), before, sevenNodes())).toEqual([])
  })
})

test('a statement that was numbered anew is the same statement', () => {
  const renamed = statementId('renamed')
  const statements = new Map(before.statements)
  const tested = statements.get(statementId('tested-1'))
  if (tested === undefined) throw new Error('there is no such statement')
  statements.delete(tested.id)
  statements.set(renamed, { ...tested, id: renamed })
  const after = { ...before, statements }
  expect(lines(after)).toEqual([])
})
