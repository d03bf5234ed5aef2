import { expect, test } from 'vitest'
import { firstVisit, firstVisitLimit } from '../../scripts/first-visit.ts'
import { withPage } from './browser.ts'

test('a first visit ships at most 130 kB of code, styles and data after gzip', async () => {
  await withPage(async (page) => {
    const shipped = await firstVisit(page, page.url())
    const total = shipped.reduce((sum, { gzip }) => sum + gzip, 0)
    expect(shipped.map(({ path }) => path)).toContain('/datasets/china-ai.json')
    expect(total).toBeLessThanOrEqual(firstVisitLimit)
  })
})
