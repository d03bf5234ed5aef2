import { expect, test } from 'vitest'
import { firstVisit, firstVisitLimit } from '../../scripts/first-visit.ts'
import { firstPicture, withPage } from './browser.ts'

test('a first visit ships at most 130 kB of code, styles and data after gzip', async () => {
  await withPage(async (page) => {
    const shipped = await firstVisit(page, page.url())
    const total = shipped.reduce((sum, { gzip }) => sum + gzip, 0)
    expect(shipped.map(({ path }) => path)).toContain('/datasets/china-ai.json')
    expect(total).toBeLessThanOrEqual(firstVisitLimit)
  })
})

test('another dataset of the site is asked for once, and the built-in one not at all', async () => {
  await withPage(async (page) => {
    const asked: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.startsWith('/datasets/')) asked.push(pathname)
    })
    await page.goto(new URL('?dataset=orrery', page.url()).href)
    await firstPicture(page)
    expect(asked).toEqual(['/datasets/orrery.json'])
  })
})
