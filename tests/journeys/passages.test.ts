import { expect, inject, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle } from './china-ai.ts'
import { graphShown } from './own-files.ts'

async function openOrrery(page: Page, hash = ''): Promise<void> {
  await page.goto(`${inject('address')}?dataset=orrery${hash}`)
  await graphShown(page, 'Orrery, explained by itself')
}

test('another graph of the site is chosen, and its statements lead to the passages', async () => {
  await withPage(async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await firstPicture(page)
    await page.getByRole('button', { name: 'Open a graph of your own' }).click()
    await page.getByRole('link', { name: 'Orrery, explained by itself' }).waitFor()
    await screenshot(page, 'graphs-of-the-site')
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'Orrery, explained by itself' }).click()
    await graphShown(page, 'Orrery, explained by itself')
    await page.waitForTimeout(500)
    await screenshot(page, 'orrery-dataset')
    await page.goto(`${page.url()}&node=scan-xml`)
    await page.getByRole('heading', { name: 'the XML scanner' }).waitFor()
    expect(asked.filter((path) => path.includes('/datasets/orrery/'))).toEqual([])
    await page.getByText('Read the passage').first().click()
    await page.locator('.passage mark').first().waitFor()
    expect(await page.locator('.passage mark').first().innerText()).toBe('scans XML')
    const around = page.locator('.passage .is-at').first()
    expect((await around.innerText()).length).toBeGreaterThan(100)
    expect(asked.filter((path) => path.includes('/datasets/orrery/'))).toEqual([
      '/datasets/orrery/d8.json',
    ])
    await screenshot(page, 'passage')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Show it in the whole source' }).first().click()
    const source = page.getByRole('region', { name: /^Decision 8/ })
    expect(await source.locator('.is-cited > .source-text').first().innerText()).toContain(
      'scans XML',
    )
    expect(await source.innerText()).toContain('nothing cites it')
    const shown = await source.locator('.is-cited').first().boundingBox()
    expect(shown?.y).toBeGreaterThan(0)
    expect(shown?.y).toBeLessThan(800)
    expect(await source.locator('.is-at mark').allInnerTexts()).toContain('scans XML')
    await screenshot(page, 'passage-source')
    await expectNoAxeViolations(page)
  })
})

test('by keyboard, in the dark, and on a phone; a text that cannot be had is told', async () => {
  await withPage(
    async (page) => {
      await openOrrery(page, '#v=1&dataset=orrery@1.0.0&node=saxes')
      expect(await cardTitle(page)).toBe('saxes')
      await page.route('**/datasets/orrery/d8.json', (route) => route.abort())
      const more = page.getByRole('button', { name: 'More' })
      await more.click()
      const summary = page.getByText('Read the passage').first()
      await summary.focus()
      await page.keyboard.press('Enter')
      await page.getByText('The text could not be loaded').waitFor()
      await page.unroute('**/datasets/orrery/d8.json')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await page.locator('.passage mark').first().waitFor()
      await screenshot(page, 'passage-phone-dark')
      await expectNoAxeViolations(page)
    },
    { viewport: { width: 390, height: 780 }, colorScheme: 'dark', complaints: 'expected' },
  )
})
