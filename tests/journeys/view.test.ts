import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { firstPicture, screenshot, withPage } from './browser.ts'
import { cameraOn, cardTitle, linkPart, middleOfPicture, placeOf } from './china-ai.ts'

const sizeText = (page: Page): Promise<string> => page.locator('.legend-size').innerText()

test('the legend filters to policies, its counts stay true, and all filters are cleared at once', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const before = await sizeText(page)
    const policies = page.locator('.facet-row', { hasText: 'Policies' })
    const place = await policies.boundingBox()
    const total = await policies.locator('.facet-count').innerText()
    await policies.hover()
    // The button to show them alone stands in its place.
    const count = policies.locator('.facet-count')
    expect(await count.evaluate((element) => getComputedStyle(element).opacity)).toBe('0')
    await page.getByRole('button', { name: 'Show only Policies' }).click()
    expect(await sizeText(page)).toMatch(new RegExp(`^${total} of `))
    expect(await page.locator('.facet-row', { hasText: 'Institutions' }).innerText()).toContain(
      '0 of',
    )
    await screenshot(page, 'policies')
    // A second click at the same spot must meet the same facet.
    expect(await policies.boundingBox()).toEqual(place)
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    expect(await sizeText(page)).toBe(before)
  })
})

test('what is not around the selected node fades, and comes back without it', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const opacities = (): Promise<readonly string[]> =>
        page
          .locator('.scene canvas')
          .evaluateAll((all) =>
            all.map((each) => `${each.className} ${getComputedStyle(each).opacity}`),
          )
      await expect.poll(opacities).toContain('sigma-nodes 0.2')
      expect(await opacities()).toContain('sigma-hoverNodes 1')
      await page.getByRole('button', { name: 'Close the card' }).click()
      await expect.poll(opacities).toContain('sigma-nodes 1')
    },
    { hash: 'v=1&node=alibaba' },
  )
})

test('hiding every kind says so and offers the way back', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const boxes = page.locator('.facet').first().getByRole('checkbox')
    for (let index = 0; index < (await boxes.count()); index += 1) await boxes.nth(index).uncheck()
    expect(await page.locator('.nothing-drawn').innerText()).toContain('Nothing to draw')
    await screenshot(page, 'empty-result')
    await page.locator('.nothing-drawn').getByRole('button').click()
    await page.locator('#graph:focus').waitFor()
    expect(await sizeText(page)).toMatch(/^(\d+) of \1 entities/)
  })
})

test('the disputed statements alone: their two subjects stay', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.locator('.facet-row', { hasText: 'Disputed' }).hover()
    await page.getByRole('button', { name: 'Show only Disputed' }).click()
    expect(await sizeText(page)).toMatch(/^2 of /)
    await screenshot(page, 'disputed-only')
  })
})

test('a focus whose own kind is hidden keeps its centre and says so; clearing gives the whole back', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const bar = page.getByRole('group', { name: 'Focus' })
      expect(await bar.innerText()).not.toContain('hidden')
      await page.locator('.facet-row', { hasText: 'Institutions' }).getByRole('checkbox').uncheck()
      expect(await bar.innerText()).toContain('Alibaba (its kind is hidden) and what is within')
      expect(await sizeText(page)).toMatch(/^[2-9]\d* of 218 entities, [1-9]/)
      await screenshot(page, 'focus-of-hidden-kind')
      await page.getByRole('button', { name: 'Clear all filters' }).click()
      await bar.waitFor({ state: 'detached' })
      expect(await sizeText(page)).toMatch(/^218 of 218 entities/)
      expect(await page.getByRole('button', { name: 'Clear all filters' }).isDisabled()).toBe(true)
    },
    { hash: 'v=1&focus=alibaba:1' },
  )
})

test('the focus narrows the picture to one, two, three steps and goes back to the whole', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const whole = await sizeText(page)
      const sizes: number[] = []
      for (const steps of ['1 step', '2 steps', '3 steps']) {
        await page.locator('.focus-choice').getByRole('button', { name: steps }).click()
        sizes.push(Number.parseInt(await sizeText(page), 10))
      }
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
      await screenshot(page, 'focus')
      await page.getByRole('button', { name: 'Whole graph' }).click()
      expect(await sizeText(page)).toBe(whole)
    },
    { hash: 'v=1&node=qwen' },
  )
})

test('a link opens exactly the view that it was taken from', async () => {
  let hash = ''
  const state = async (page: Page): Promise<readonly string[]> => [
    await cardTitle(page),
    await sizeText(page),
    new URL(page.url()).hash,
  ]
  let before: readonly string[] = []
  await withPage(async (page) => {
    await firstPicture(page)
    await page.locator('#search').fill('sense time')
    await page.locator('#search-results').getByRole('option').first().click()
    await page.locator('.focus-choice').getByRole('button', { name: '2 steps' }).click()
    await page.getByRole('checkbox', { name: /Technologies/ }).uncheck()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await expect.poll(() => linkPart(page, 'camera')).toBeDefined()
    await page.waitForTimeout(600)
    before = await state(page)
    hash = new URL(page.url()).hash.slice(1)
  })
  await withPage(
    async (page) => {
      await firstPicture(page)
      expect(await state(page)).toEqual(before)
    },
    { hash },
  )
})

test('undo takes back one step after the other, redo brings them again', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const first = await sizeText(page)
    await page.getByRole('checkbox', { name: /Policies/ }).uncheck()
    const second = await sizeText(page)
    await page.getByRole('checkbox', { name: /Goals/ }).uncheck()
    const third = await sizeText(page)
    await page.locator('h1').click()
    await page.keyboard.press('Control+z')
    expect(await sizeText(page)).toBe(second)
    await page.keyboard.press('Control+z')
    expect(await sizeText(page)).toBe(first)
    await page.keyboard.press('Control+Shift+z')
    await page.getByRole('button', { name: 'Redo' }).click()
    expect(await sizeText(page)).toBe(third)
    expect([first, second, third].length).toBe(new Set([first, second, third]).size)
  })
})

test('a dragged node stays where it is put, and undo takes it back', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const { x, y } = await middleOfPicture(page)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 60, y - 40, { steps: 6 })
      await page.mouse.up()
      await expect.poll(() => linkPart(page, 'moved')).toMatch(/^baidu:.*:pin$/)
      // Sooner, the press and this click would be one double click.
      await page.waitForTimeout(700)
      await page.mouse.click(x + 60, y - 40)
      await page.locator('#card-title', { hasText: 'Baidu' }).waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.getByRole('button', { name: 'Undo' }).click()
      expect(linkPart(page, 'moved')).toBeUndefined()
    },
    { hash: `v=1&${cameraOn(placeOf('baidu'))}` },
  )
})

test('laying out moves the nodes, leaves a dragged one, settles by itself and can be undone', async () => {
  const pinned = `moved=qwen:300:200:pin`
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Lay out' }).click()
      await page.getByRole('button', { name: 'Let forces move the nodes' }).click()
      await page.getByRole('button', { name: 'Lay out' }).waitFor({ timeout: 60_000 })
      const moved = linkPart(page, 'moved')?.split(',') ?? []
      expect(moved.length).toBeGreaterThan(100)
      expect(moved).toContain('qwen:300:200:pin')
      await screenshot(page, 'laid-out')
      await page.getByRole('button', { name: 'Undo' }).click()
      expect(`moved=${linkPart(page, 'moved') ?? ''}`).toBe(pinned)
    },
    { hash: `v=1&${pinned}` },
  )
})

test('undo takes back forces that are still moving the nodes, and nothing before them', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.getByRole('checkbox', { name: /^Technologies/ }).uncheck()
    const filtered = page.url()
    await page.getByRole('button', { name: 'Lay out' }).click()
    await page.getByRole('button', { name: 'Let forces move the nodes' }).click()
    await page.getByRole('button', { name: 'Stop' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Lay out' }).waitFor()
    await page.waitForTimeout(1500)
    expect(page.url()).toBe(filtered)
    await page.keyboard.press('Control+z')
    expect(linkPart(page, 'hide-kinds')).toBe(undefined)
    await page.keyboard.press('Control+Shift+z')
    expect(page.url()).toBe(filtered)
  })
})
