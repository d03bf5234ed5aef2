import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Point } from '../../src/model/knowledge.ts'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { builtIn, cameraOn, cardTitle, linkPart, middleOfPicture, placeOf } from './china-ai.ts'
import { compareWithOlder } from './older-graph.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })
const card = (page: Page) => page.locator('.card')
const note = 'Compared with older.json'

const beside = (): Point => ({ x: placeOf('qwen').x + 70, y: placeOf('qwen').y + 70 })

test('what a version alone has opens from the list, leads on, is in the link, undone, and kept', async () => {
  await withPage(async (page) => {
    await compareWithOlder(page, beside())
    const list = page.locator('.comparison')
    expect(await list.innerText()).toMatch(/References\s+1[\s\S]*¶\s2: Names the older model\./)
    await screenshot(page, 'gone-list')
    await list.getByRole('button', { name: 'Older model', exact: true }).click()
    await card(page).getByRole('heading', { name: 'Older model' }).waitFor()
    expect(await card(page).innerText()).toMatch(
      /Removed · Model[\s\S]*Only older\.json has it[\s\S]*2019[\s\S]*launched by[\s\S]*Names the older model/,
    )
    expect(linkPart(page, 'gone')).toBe('entity:old-model')
    await page.waitForTimeout(600)
    await screenshot(page, 'gone-entity')
    await expectNoAxeViolations(page)

    await card(page)
      .getByRole('button', { name: /^The statement about/ })
      .click()
    expect(await cardTitle(page)).toBe('Alibaba launched Older model')
    await page.waitForTimeout(600)
    await screenshot(page, 'gone-statement')
    await expectNoAxeViolations(page)
    await page.reload()
    await card(page).getByRole('heading', { name: 'Alibaba launched Older model' }).waitFor()
    await card(page).getByRole('button', { name: 'Alibaba', exact: true }).click()
    expect(await cardTitle(page)).toBe('Alibaba')
    const told = page.getByRole('complementary', { name: note })
    await told.getByRole('button', { name: 'Alibaba launched Older model' }).click()
    expect(linkPart(page, 'gone')).toBe('statement:made-1')
    await button(page, 'Undo').click()
    expect(await cardTitle(page)).toBe('Alibaba')
    await button(page, 'Back').click()
    expect(linkPart(page, 'gone')).toBe('statement:made-1')
    await button(page, 'End the comparison').click()
    expect([linkPart(page, 'gone'), await cardTitle(page)]).toEqual([
      undefined,
      "China's AI ecosystem",
    ])
  })
})

test('a ghost outside of the picture is in sight, and opens by click and by keyboard', async () => {
  await withPage(
    async (page) => {
      const points = [...builtIn().layout.values()]
      const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
      const [right, width] = [Math.max(...xs), Math.max(...xs) - Math.min(...xs)]
      const middle = (Math.min(...ys) + Math.max(...ys)) / 2
      await compareWithOlder(page, { x: right + 2 * width, y: middle })
      await page.waitForTimeout(600)
      await screenshot(page, 'gone-far-dark')
      await expectNoAxeViolations(page)
      const box = await page.locator('.scene').boundingBox()
      if (box === null) throw new Error('There is no picture')
      // As near to the edge as what is fitted may come.
      await page.mouse.click(box.x + box.width - 44, box.y + box.height / 2)
      await card(page).getByRole('heading', { name: 'Older model' }).waitFor()

      await card(page).getByRole('button', { name: 'Alibaba', exact: true }).press('Enter')
      expect(await cardTitle(page)).toBe('Alibaba')
      await page.locator('#graph').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowLeft')
      const heard = page.locator('.graph-frame > [role="status"]')
      await expect
        .poll(() => heard.innerText())
        .toMatch(/^removed: launched Older model, Model, 1 of 1/)
      await page.keyboard.press('Enter')
      await card(page).getByRole('heading', { name: 'Older model' }).waitFor()
      expect(await heard.innerText()).toBe('Older model, removed, Model, 1 connection')
    },
    { colorScheme: 'dark' },
  )
})

test('what the reader removes stays as a ghost, which the picture and the list lead to and back from', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await button(page, 'Edit').click()
      await page.getByRole('button', { name: /^Remove with its \d+ statements$/ }).click()
      const legend = page.getByRole('group', { name: 'Your draft' })
      expect(await legend.innerText()).toMatch(/Removed\s*1/)
      await page.waitForTimeout(600)
      await screenshot(page, 'gone-draft')
      await expectNoAxeViolations(page)
      const { x, y } = await middleOfPicture(page)
      await page.mouse.click(x, y)
      await card(page).getByRole('heading', { name: 'Qwen' }).waitFor()
      expect(await card(page).innerText()).toMatch(/Removed · Model[\s\S]*You have removed it/)
      await page.waitForTimeout(600)
      await screenshot(page, 'gone-draft-card')
      await expectNoAxeViolations(page)
      await card(page).getByRole('button', { name: 'Alibaba', exact: true }).click()
      const told = page.getByRole('complementary', { name: 'Your draft' })
      await told.getByRole('button', { name: /Qwen/ }).first().click()
      await card(page).getByText('It went with Qwen, which you have removed.').waitFor()
      await screenshot(page, 'gone-draft-statement')
      await expectNoAxeViolations(page)

      await button(page, 'Review').click()
      const dialog = page.getByRole('dialog', { name: 'Draft' })
      await dialog.getByRole('button', { name: 'Bring back Qwen' }).waitFor()
      await screenshot(page, 'gone-draft-list')
      await expectNoAxeViolations(page)
      await dialog.getByRole('button', { name: 'Qwen', exact: true }).press('Enter')
      await card(page).getByText('You have removed it').waitFor()
      await card(page).getByRole('button', { name: 'Bring back', exact: true }).press('Enter')
      await card(page).getByRole('button', { name: 'Cite', exact: true }).waitFor()
      expect([await cardTitle(page), linkPart(page, 'node')]).toEqual(['Qwen', undefined])
      expect(await page.getByText('Draft: 1 change').count()).toBe(0)
      await button(page, 'Undo').click()
      await card(page).getByText('You have removed it').waitFor()
    },
    { hash: `v=1&node=qwen&${cameraOn(placeOf('qwen'))}` },
  )
})

test('on a phone what is gone has its card too', async () => {
  await withPage(
    async (page) => {
      await compareWithOlder(page, beside())
      await page
        .locator('.comparison')
        .getByRole('button', { name: 'Older model', exact: true })
        .click()
      await card(page).getByRole('heading', { name: 'Older model' }).waitFor()
      await page.waitForTimeout(600)
      await screenshot(page, 'gone-phone')
      await expectNoAxeViolations(page)
    },
    { viewport: { width: 390, height: 780 } },
  )
})
