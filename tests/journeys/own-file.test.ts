import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle, linkPart } from './china-ai.ts'
import { graphShown, openFiles, verona } from './own-files.ts'

const sizeText = (page: Page): Promise<string> => page.locator('.legend-size').innerText()

test('a reader opens a GEXF file by the button, sees it in the colours of its houses, and goes back', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, verona('verona.gexf'))
    await graphShown(page, 'Verona')
    expect(await page.title()).toBe('Verona · Orrery')
    expect(await cardTitle(page)).toBe('Verona')
    expect(await sizeText(page)).toBe('24 of 24 entities, 24 of 24 relations shown')
    expect(linkPart(page, 'dataset')).toBe('verona.gexf')
    expect(await page.locator('.kinds-from select').inputValue()).toBe('0')
    expect(await page.locator('.facet').first().innerText()).toMatch(/Capulet\s+8[\s\S]*Montague/)
    await page.waitForTimeout(500)
    await screenshot(page, 'own-file')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Back to China' }).click()
    await graphShown(page, 'China')
    await screenshot(page, 'own-file-back')
  })
})
