import { expect, test } from 'vitest'
import { missingRoles, roleOf, withRole, withTableRole } from '../../src/app/table-choice.ts'
import type { TableMapping } from '../../src/app/table-choice.ts'

const edges: TableMapping = {
  role: 'edges',
  encoding: 'UTF-8',
  delimiter: ',',
  top: 0,
  header: true,
  decimalComma: false,
  columns: { source: 0, target: 1, weight: 2 },
  direction: 'directed',
  reasons: {},
  doubt: 'no column is called like an end',
}

test('a role goes to one column, which had another before, and away from the one that had it', () => {
  const changed = withRole(edges, 2, 'target')
  expect([changed.columns, changed.doubt]).toEqual([{ source: 0, target: 2 }, undefined])
  expect([0, 1, 2].map((column) => roleOf(changed, column))).toEqual([
    'source',
    undefined,
    'target',
  ])
})

test('a column without a role is an attribute', () => {
  expect(withRole(edges, 2, undefined).columns).toEqual({ source: 0, target: 1 })
})

test('what is missing is named, for edges, nodes and matrices', () => {
  const nodes = withTableRole(edges, 'nodes')
  expect([
    missingRoles(withRole(edges, 0, 'label')),
    missingRoles(edges),
    missingRoles(nodes),
    missingRoles(withTableRole(edges, 'matrix')),
  ]).toEqual([['the source'], [], ['the id'], []])
})

test('another kind of table keeps the columns that both know', () => {
  const dated = withRole(edges, 2, 'date')
  expect(withTableRole(dated, 'nodes').columns).toEqual({ date: 2 })
})
