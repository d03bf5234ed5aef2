import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle } from './china-ai.ts'

const said = (page: Page): Promise<string> => page.locator('.graph-frame > [aria-live]').innerText()

test('the keyboard enters the graph, turns through relations, walks an edge and comes back', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.locator('#graph').focus()
      await page.keyboard.press('Enter')
      expect(await said(page)).toMatch(/^Qwen, Model, \d+ connections/)
      await page.keyboard.press('ArrowRight')
      const first = await said(page)
      expect(first).toMatch(/, 1 of \d+, \d+ references?/)
      await screenshot(page, 'keyboard-walk')
      await page.keyboard.press(']')
      expect(await said(page)).not.toBe(first)
      await page.keyboard.press('[')
      expect(await said(page)).toBe(first)
      while (!(await said(page)).startsWith('launched by Alibaba')) {
        await page.keyboard.press('ArrowLeft')
      }
      await page.keyboard.press('p')
      expect(await said(page)).toMatch(/¶\s78/)
      await page.keyboard.press('Enter')
      expect(await cardTitle(page)).toBe('Alibaba')
      expect(await said(page)).toMatch(/^Alibaba, Institution/)
      await page.keyboard.press('Backspace')
      expect(await cardTitle(page)).toBe('Qwen')
      await page.keyboard.press('Home')
      expect(await cardTitle(page)).toBe('China')
      await page.keyboard.press('h')
      expect(await said(page)).toMatch(/^China, Country, \d+ connections/)
      await page.keyboard.press('Escape')
      expect(await said(page)).toContain('Left the graph')
    },
    { hash: 'v=1&node=qwen' },
  )
})

test('the graph is one stop on the way of the Tab key, and every stop shows its focus', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const stops: string[] = []
    for (let press = 0; press < 150; press += 1) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement
        if (element === null || element === document.body) return undefined
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const visible = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
        return `${element.id === 'graph' ? 'graph' : element.tagName}${visible ? '' : ' without focus'}`
      })
      if (stop === undefined) break
      stops.push(stop)
    }
    expect(stops.filter((stop) => stop === 'graph')).toHaveLength(1)
    expect(stops.filter((stop) => stop.endsWith('without focus'))).toEqual([])
  })
})

test('letters typed into the search are not commands', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.keyboard.press('/')
    await page.keyboard.type('h?p/')
    expect(await page.locator('#search').inputValue()).toBe('h?p/')
    expect(await page.locator('dialog').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.locator('h1').click()
    await page.keyboard.press('?')
    expect(await page.locator('dialog').innerText()).toContain('Inside the graph')
  })
})
