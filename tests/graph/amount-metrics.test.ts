import { expect, test } from 'vitest'
import { amountMetrics, metrics } from '../../src/graph/metrics.ts'

test('the metrics to size by are those that are amounts', () => {
  expect(amountMetrics).toEqual(
    metrics.filter(({ scale }) => scale === 'amount').map(({ id }) => id),
  )
})
