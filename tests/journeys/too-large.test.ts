import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle } from './china-ai.ts'
import { graphShown, openFiles } from './own-files.ts'
import type { Payload } from './own-files.ts'

/** A ring of 9,000 people, of whom the first 200 know each other well; a pair apart. */
function people(): Payload {
  const nodes = Array.from({ length: 9000 }, (_, at) => ({ id: `p${at}`, name: `Person ${at}` }))
  const ring = nodes.map(({ id }, at) => ({ source: id, target: `p${(at + 1) % 9000}` }))
  const court = nodes.slice(0, 200).flatMap(({ id }, at) =>
    Array.from({ length: 20 }, (_, step) => ({
      source: id,
      target: `p${(at + 2 + step * 5) % 200}`,
    })),
  )
  const apart = [
    { id: 'x', name: 'Robinson' },
    { id: 'y', name: 'Friday' },
  ]
  const text = JSON.stringify({
    nodes: [...nodes, ...apart],
    links: [...ring, ...court, { source: 'x', target: 'y' }],
  })
  return { name: 'people.json', mimeType: 'application/json', buffer: Buffer.from(text) }
}

/** The site on a machine with a quarter of a gibibyte, where about 31,000 relations fit. */
async function onSmallMachine(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 0.25 })
  })
  await page.reload()
  await firstPicture(page)
}

const title = 'This graph is too large to be shown whole'

test('a graph that is too large says so before it is tried, and opens in part', async () => {
  await withPage(async (page) => {
    await onSmallMachine(page)
    await openFiles(page, people())
    const dialog = page.getByRole('dialog', { name: title })
    await dialog.waitFor()
    const text = await dialog.innerText()
    expect(text).toContain('people.json holds 9,002 entities and 13,001 relations.')
    expect(text).toContain('up to about 31,000 relations here, between at most 7,800 entities')
    const component = dialog.getByRole('radio', { name: /largest component/ })
    const core = dialog.getByRole('radio', { name: /densest core/ })
    expect([await component.isDisabled(), await core.isChecked()]).toEqual([true, true])
    expect(text).toMatch(/200 entities and 4,\d{3} relations/)
    await screenshot(page, 'too-large')
    await expectNoAxeViolations(page)
    await dialog.getByRole('button', { name: 'Open this part' }).click()
    await graphShown(page, 'people.json')
    expect(await page.locator('.legend-size').innerText()).toMatch(/^200 of 200 entities/)
    const notice = page.locator('.notice', { hasText: 'the densest core of a larger graph' })
    expect(await notice.innerText()).toContain('200 of 9,002 entities')
    await screenshot(page, 'too-large-core')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Read the report' }).click()
    expect(await page.getByRole('dialog').innerText()).toMatch(
      /of a larger graph: 200 of 9,002 entities, 4,\d{3} of 13,001 relations\. Everything in it has \d+ neighbours or more within it/,
    )
    await page.keyboard.press('Escape')
    await page.reload()
    await graphShown(page, 'people.json')
    expect(await page.locator('.legend-size').innerText()).toMatch(/^200 of 200 entities/)
  })
})

test('by keyboard alone, in dark: the neighbourhood of someone searched by name', async () => {
  await withPage(
    async (page) => {
      await onSmallMachine(page)
      await openFiles(page, people())
      const dialog = page.getByRole('dialog', { name: title })
      await dialog.waitFor()
      // From the part that is chosen, the next stop is the search.
      await page.keyboard.press('Tab')
      await page.keyboard.type('robin')
      const robinson = dialog.getByRole('radio', { name: /Robinson/ })
      await robinson.waitFor()
      await page.keyboard.type('x')
      await dialog.getByText('Nothing in it is called “robinx”.').waitFor()
      await page.keyboard.press('Backspace')
      await robinson.waitFor()
      await screenshot(page, 'too-large-search')
      await expectNoAxeViolations(page)
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('ArrowDown')
      expect(await robinson.isChecked()).toBe(true)
      await page.keyboard.press('Enter')
      await graphShown(page, 'people.json')
      expect(await page.locator('.legend-size').innerText()).toMatch(/^2 of 2 entities, 1 of 1/)
      await page
        .locator('.notice', { hasText: 'This is the neighbourhood of Robinson of a larger graph' })
        .waitFor()
    },
    { colorScheme: 'dark' },
  )
})

test('it can be left, or tried whole; on a phone it fits', async () => {
  await withPage(
    async (page) => {
      await onSmallMachine(page)
      await openFiles(page, people())
      const dialog = page.getByRole('dialog', { name: title })
      await dialog.waitFor()
      await screenshot(page, 'too-large-phone')
      await expectNoAxeViolations(page)
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      expect(await cardTitle(page)).toContain('China')
      await openFiles(page, people())
      await dialog.getByRole('button', { name: 'Try all of it anyway' }).click()
      await graphShown(page, 'people.json')
      await expect
        .poll(() => page.locator('.legend-size').textContent())
        .toMatch(/^9,?002 of 9,?002 entities/)
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  )
})
