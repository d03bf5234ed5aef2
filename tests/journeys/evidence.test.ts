import { expect, test } from 'vitest'
import { firstPicture, screenshot, withPage } from './browser.ts'
import { cameraOn, cardTitle, linkPart, middleOfPicture, placeOf } from './china-ai.ts'

test('a reader finds Qwen by 通义, reads who launched it and where the article says so, and walks on to Shanghai', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.keyboard.press('/')
    await page.keyboard.type('通义')
    await page.locator('#search-results').getByRole('option').first().waitFor()
    expect(await page.locator('#search-results').getByRole('option').first().innerText()).toMatch(
      /Qwen[\s\S]*通义/,
    )
    await screenshot(page, 'search')
    await page.keyboard.press('Enter')
    expect(await cardTitle(page)).toBe('Qwen')

    const launchedBy = page.locator('.relations details', { hasText: 'launched by' })
    expect(await launchedBy.innerText()).toContain('Alibaba')
    await launchedBy.locator('.marker').first().click()
    expect(await page.locator('.citations li:focus').innerText()).toMatch(/¶\s78/)
    await screenshot(page, 'node-card')

    await launchedBy.getByRole('button', { name: 'The statement about Alibaba' }).click()
    expect(await cardTitle(page)).toBe('Alibaba launched Qwen')
    await screenshot(page, 'edge-card')
    await page.locator('.ends').getByRole('button', { name: 'Alibaba' }).click()
    await page
      .locator('.relations')
      .getByRole('button', { name: 'Alibaba DAMO Academy', exact: true })
      .click()
    expect(await cardTitle(page)).toBe('Alibaba DAMO Academy')
    await page.locator('.relations').getByRole('button', { name: 'Shanghai', exact: true }).click()
    expect(await cardTitle(page)).toBe('Shanghai')

    await page.getByRole('button', { name: 'Back', exact: true }).click()
    expect(await cardTitle(page)).toBe('Alibaba DAMO Academy')
    await page.getByRole('button', { name: 'Forward', exact: true }).click()
    expect(await cardTitle(page)).toBe('Shanghai')
  })
})

test('a click on a node opens its card, a click beside everything closes it, the browser goes back', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const { x, y } = await middleOfPicture(page)
      await page.mouse.click(x, y)
      await page.locator('#card-title', { hasText: 'Baidu' }).waitFor()
      expect(linkPart(page, 'node')).toBe('baidu')
      await page.goBack()
      await page.locator('#card-title', { hasText: 'ecosystem' }).waitFor()
      expect(linkPart(page, 'node')).toBeUndefined()
    },
    { hash: `v=1&${cameraOn(placeOf('baidu'))}` },
  )
})

test('a click on a line opens the statement with its source', async () => {
  const [a, b] = [placeOf('alibaba'), placeOf('qwen')]
  await withPage(
    async (page) => {
      await firstPicture(page)
      const { x, y } = await middleOfPicture(page)
      await page.mouse.click(x, y)
      await page.locator('#card-title', { hasText: 'Alibaba launched Qwen' }).waitFor()
      expect(await page.locator('.citations').innerText()).toMatch(/¶\s78/)
    },
    { hash: `v=1&${cameraOn({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, 0.1)}` },
  )
})

test('a disputed figure shows the other side, its citation and why', async () => {
  await withPage(
    async (page) => {
      const dispute = page.locator('.dispute')
      await dispute.first().waitFor()
      expect(await dispute.innerText()).toMatch(/US\$98\s+billion[\s\S]*¶\s97/)
      await dispute.getByRole('button', { name: 'Go to China' }).click()
      expect(await cardTitle(page)).toBe('China')
      expect(await page.locator('.dispute').innerText()).toMatch(/15\s+%[\s\S]*¶\s111/)
      await screenshot(page, 'dispute')
    },
    { hash: 'v=1&node=shanghai' },
  )
})
