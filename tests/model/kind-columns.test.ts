import { describe, expect, test } from 'vitest'
import { columnId, entityId } from '../../src/model/ids.ts'
import { kindColumns, withKindsFrom } from '../../src/model/kind-columns.ts'
import type { Column, Entity, Knowledge } from '../../src/model/knowledge.ts'
import { sevenNodes } from '../seven-nodes.ts'

const column = (title: string, rest: Partial<Column> = {}): Column => ({
  id: columnId(title),
  title,
  datatype: 'string',
  dynamic: false,
  ...rest,
})

/** Entities whose cells are given by row, "" where there is none. */
function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Knowledge {
  const entities = rows.map((cells, index): Entity => {
    const attributes = cells.flatMap((text, at) => {
      const { id } = columns[at] ?? column('none')
      return text === '' ? [] : [{ column: id, text }]
    })
    return { id: entityId(`e${index}`), aliases: [], parents: [], spans: [], attributes }
  })
  return {
    ...sevenNodes(),
    kinds: new Map(),
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    statements: new Map(),
    columns: { entity: columns, statement: [] },
  }
}

const repeated = (count: number, cell: (row: number) => readonly string[]): readonly string[][] =>
  Array.from({ length: count }, (_, row) => [...cell(row)])

describe('the columns that can give kinds', () => {
  test('are those with few values on many entities, the best named first', () => {
    const columns = [
      column('Colour'),
      column('Id number'),
      column('Modularity Class', { datatype: 'integer' }),
      column('Degree', { datatype: 'integer' }),
      column('type'),
      column('weight', { datatype: 'decimal' }),
      column('nearly empty'),
      column('always the same'),
    ]
    const knowledge = table(
      columns,
      repeated(40, (row) => [
        row % 2 === 0 ? 'red' : 'blue',
        `n${row}`,
        String(row % 4),
        String(row % 5),
        row % 3 === 0 ? 'person' : 'place',
        String((row % 2) + 0.5),
        row < 2 ? 'x' : '',
        'same',
      ]),
    )
    expect(kindColumns(knowledge).map(({ title }) => title)).toEqual([
      'type',
      'Modularity Class',
      'Colour',
      'Degree',
    ])
  })

  test('are none where values change over time', () => {
    const columns = [column('type', { dynamic: true })]
    expect(
      kindColumns(
        table(
          columns,
          repeated(9, (row) => [String(row % 2)]),
        ),
      ),
    ).toEqual([])
  })

  test('count the default text of a column', () => {
    const columns = [column('type', { defaultText: 'person' })]
    const knowledge = table(
      columns,
      repeated(9, (row) => [row < 3 ? 'place' : '']),
    )
    const kinds = [...withKindsFrom(knowledge, column('type', { defaultText: 'person' })).kinds]
    expect(kinds.map(([id]) => id)).toEqual(['person', 'place'])
  })
})

describe('kinds from a column', () => {
  test('are its values, the most frequent first; a bare number is named with its column on cards', () => {
    const modularity = column('Community')
    const knowledge = table([modularity], [['2'], ['1'], ['2'], ['']])
    const { kinds, entities } = withKindsFrom(knowledge, modularity)
    expect([...kinds.values()]).toEqual([
      { id: '2', label: 'Community 2', plural: '2' },
      { id: '1', label: 'Community 1', plural: '1' },
    ])
    expect([...entities.values()].map(({ kind }) => kind)).toEqual(['2', '1', '2', undefined])
  })

  test('beyond 24 the rarest are one kind together, whatever the values are called', () => {
    const country = column('country')
    const rows = repeated(60, (row) => [row === 59 ? 'other' : `c${Math.floor(row / 2)}`])
    const { kinds, entities } = withKindsFrom(table([country], rows), country)
    expect([kinds.size, [...kinds.values()].at(-1)?.plural]).toEqual([24, 'Other (8 values)'])
    expect([...entities.values()].every(({ kind }) => kind !== undefined && kinds.has(kind))).toBe(
      true,
    )
  })

  test('take the place of kinds that were there, and attributes stay', () => {
    const rank = sevenNodes().columns.entity[0]
    if (rank === undefined) throw new Error('no column')
    const before = sevenNodes()
    const after = withKindsFrom(before, rank)
    expect([...after.entities.values()].map(({ kind: _kind, ...rest }) => rest)).toEqual(
      [...before.entities.values()].map(({ kind: _kind, ...rest }) => rest),
    )
  })
})
