import { expect, test } from 'vitest'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { graphShown, openFiles, villages } from './own-files.ts'

test('a large picture names its communities from afar and says so; a filter names them anew', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    expect(await page.getByText('bold names').count()).toBe(0)
    await openFiles(page, villages('villages.gexf', 6, 160))
    await graphShown(page, 'villages.gexf')
    await page.getByText('From afar, bold names stand for communities').waitFor()
    await screenshot(page, 'regions')
    await expectNoAxeViolations(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.waitForFunction(() => document.documentElement.dataset['scheme'] === 'dark')
    await page.waitForTimeout(300)
    expect(await page.getByText('bold names').count()).toBe(1)
    await screenshot(page, 'regions-dark')
    for (const step of ['Zoom in', 'Zoom in']) {
      await page.getByRole('button', { name: step }).click()
    }
    // Single names are drawn there.
    await page.getByText('bold names').waitFor({ state: 'detached' })
    await screenshot(page, 'regions-nearer')
    await page.getByRole('button', { name: 'Show everything' }).click()
    await page.getByText('bold names').waitFor()
    await page.getByRole('checkbox', { name: /odd/ }).uncheck()
    await page.getByText('bold names').waitFor({ state: 'detached' })
    await page.getByText('bold names').waitFor()
  })
})
