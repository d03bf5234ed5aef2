import { expect, test } from 'vitest'
import { placeDoubt } from '../../src/app/place-doubt.ts'
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

test('of a place both figures are needed, or none', () => {
  const nodes = { ...withTableRole(edges, 'nodes'), columns: { id: 0 } }
  expect([
    missingRoles(withRole(nodes, 1, 'latitude')),
    missingRoles(withRole(withRole(nodes, 1, 'latitude'), 2, 'longitude')),
  ]).toEqual([['the longitude'], []])
})

test('columns chosen for a place are judged by the first rows', () => {
  const mapping: TableMapping = {
    ...withTableRole(edges, 'nodes'),
    columns: { id: 0, latitude: 1, longitude: 2 },
  }
  const doubt = (...rows: readonly (readonly string[])[]): string | undefined =>
    placeDoubt({ rows: [['id', 'y', 'x'], ...rows] }, mapping)
  expect([
    doubt(['a', '31.2', '121.5'], ['b', '', ''], ['c', '0', '0']),
    doubt(['a', '121.5', '31.2'], ['b', '-118', '34']),
    doubt(['a', '431200', '912150'], ['b', '48', '11']),
    doubt(['a', 'north', '']),
    placeDoubt({ rows: [['a', '200', '2']] }, withTableRole(mapping, 'matrix')),
  ]).toEqual([
    undefined,
    '“121.5” and “31.2” are no latitude and longitude in degrees, as in 2 of the first rows. Are the two columns exchanged?',
    '“431200” and “912150” are no latitude and longitude in degrees: a latitude goes from -90 to 90, a longitude from -180 to 180.',
    '“north” and “” are no latitude and longitude in degrees: a latitude goes from -90 to 90, a longitude from -180 to 180.',
    undefined,
  ])
})
