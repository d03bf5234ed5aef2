import { expect, test } from 'vitest'
import { metrics } from '../../src/graph/metrics.ts'
import { groupKind, groupMetrics, isGroupKind, sizeMetrics } from '../../src/view/measured.ts'

test('every metric but the degree is there to size or to colour by', () => {
  const ofScale = (amount: boolean): readonly string[] =>
    metrics.filter(({ scale }) => (scale === 'amount') === amount).map(({ id }) => id)
  expect([['degree', ...sizeMetrics], groupMetrics]).toEqual([ofScale(true), ofScale(false)])
})

test('kinds that stand for groups are known before the groups are', () => {
  const ids = [
    groupKind('community', 1),
    groupKind('community', 24),
    groupKind('community', 'other'),
    'community-25',
    'community-01',
    'community-',
    'component-1',
    '1',
    '',
  ]
  expect(ids.filter((id) => isGroupKind('community', id))).toEqual([
    'community-1',
    'community-24',
    'community-other',
  ])
})
