import { expect, test } from 'vitest'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle, linkPart } from './china-ai.ts'

test('two entities are connected by keyboard, and a third; each step can be undone', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Connect with…' }).press('Enter')
      await page.getByRole('dialog').waitFor()
      await expectNoAxeViolations(page)
      await page.keyboard.type('上海')
      await page.locator('#connect-with-results [role=option]').first().waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.prose').waitFor()
      expect(await cardTitle(page)).toBe('Qwen and Shanghai')
      expect(linkPart(page, 'connect')).toBe('qwen:shanghai')

      await page.getByRole('button', { name: 'Add another…' }).press('Enter')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type('Xi Jinping')
      await page.locator('#connect-with-results [role=option]').first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByText('Shared by all 3').waitFor()
      expect(linkPart(page, 'connect')).toBe('qwen:shanghai:xi-jinping')
      expect(await page.locator('.citations li').count()).toBeGreaterThan(0)
      await page.waitForTimeout(600)
      await screenshot(page, 'connection-light')
      await expectNoAxeViolations(page)

      await page.keyboard.press('Control+z')
      expect(linkPart(page, 'connect')).toBe('qwen:shanghai')
    },
    { hash: 'v=1&node=qwen' },
  )
})

test('a link to a connection opens it in the dark; its nodes can be shown alone', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.locator('.prose').waitFor()
      await expectNoAxeViolations(page)
      await page.getByRole('button', { name: 'Show these alone' }).click()
      await page.getByText(/^Narrowed to/).waitFor()
      await page.waitForTimeout(600)
      await screenshot(page, 'connection-dark')
      await expectNoAxeViolations(page)
      await page.locator('.paths li button').first().click()
      expect(linkPart(page, 'path')).toBeDefined()
      expect(linkPart(page, 'connect')).toBe(undefined)
    },
    { hash: 'v=1&connect=shanghai:fudan-university:sensetime', colorScheme: 'dark' },
  )
})

test('a link to a connection shown alone is framed as it was when it was copied', async () => {
  let link = ''
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Show these alone' }).click()
      await page.getByText(/^Narrowed to/).waitFor()
      await page.waitForTimeout(600)
      link = new URL(page.url()).hash.slice(1)
    },
    { hash: 'v=1&connect=qwen:shanghai:xi-jinping' },
  )
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.locator('.prose').waitFor()
      await page.waitForTimeout(1000)
      expect(new URL(page.url()).hash.slice(1)).toBe(link)
    },
    { hash: link },
  )
})

test('a connection on a phone', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.locator('.prose').waitFor()
      await page.getByRole('button', { name: 'More' }).click()
      await screenshot(page, 'connection-phone')
      await expectNoAxeViolations(page)
    },
    { viewport: { width: 390, height: 780 }, hash: 'v=1&connect=qwen:shanghai:xi-jinping' },
  )
})
