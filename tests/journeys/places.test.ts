import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle, linkPart } from './china-ai.ts'
import { graphShown, openFiles, verona } from './own-files.ts'

const marks = (page: Page) => page.locator('.map-node')
const openMap = async (page: Page): Promise<void> => {
  await firstPicture(page)
  await page.getByLabel('Show the graph as').selectOption('Map')
  await page.locator('.land').waitFor()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nodes stand where they are; one is reached by keyboard, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await openMap(page)
        expect(linkPart(page, 'mode')).toBe('places')
        await screenshot(page, `places-${colorScheme}`)
        await expectNoAxeViolations(page)

        await page.locator('.map-node[tabindex="0"]').focus()
        const names = new Set<string | null>()
        for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
          await page.keyboard.press(key)
          names.add(await page.locator('.map-node:focus').getAttribute('aria-label'))
        }
        expect(names.size).toBeGreaterThan(1)
        await page.keyboard.press('Enter')
        const name = await page.locator('.map-node[aria-pressed="true"]').getAttribute('aria-label')
        expect(name?.startsWith((await cardTitle(page)).slice(0, 5))).toBe(true)
        await screenshot(page, `places-selected-${colorScheme}`)
        await expectNoAxeViolations(page)
      },
      { colorScheme },
    )
  })
}

test('what is based in Shanghai stands around it and says so; no two overlap', async () => {
  await withPage(async (page) => {
    await openMap(page)
    await page
      .getByRole('button', { name: /^SenseTime.*through: SenseTime based in Shanghai/ })
      .click()
    expect(await cardTitle(page)).toBe('SenseTime')
    const middles = await marks(page).evaluateAll((elements) =>
      elements.map((element) => {
        const { x, y, width, height } =
          element.querySelector('.map-mark')?.getBoundingClientRect() ?? new DOMRect()
        return { x: x + width / 2, y: y + height / 2 }
      }),
    )
    const apart = middles.flatMap((one, at) =>
      middles.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
    )
    expect(Math.min(...apart)).toBeGreaterThan(20)
  })
})

test('what has no place is counted and listed, and a filter filters here as well', async () => {
  await withPage(async (page) => {
    await openMap(page)
    const before = await marks(page).count()
    const tray = page.getByText(/^\d+ not on the map$/)
    expect(Number.parseInt(await tray.innerText(), 10) + before).toBe(218)
    await tray.click()
    await page.getByRole('heading', { name: /^Somewhere in China/ }).waitFor()
    await screenshot(page, 'places-tray')
    await expectNoAxeViolations(page)
    await page.getByLabel('Institutions').first().uncheck()
    await expect.poll(() => marks(page).count()).toBeLessThan(before)
  })
})

test('the map is moved and zoomed by mouse, and fitted again', async () => {
  await withPage(async (page) => {
    await openMap(page)
    const china = page.locator('.map-node', { has: page.locator('title', { hasText: /^China, / }) })
    const where = async () => (await china.boundingBox())?.x ?? 0
    const before = await where()
    const box = await page.locator('.map').boundingBox()
    if (box === null) throw new Error('There is no map')
    await page.mouse.move(box.x + 60, box.y + 60)
    await page.mouse.down()
    await page.mouse.move(box.x + 160, box.y + 60, { steps: 4 })
    await page.mouse.up()
    expect(Math.round((await where()) - before)).toBe(100)
    await page.mouse.wheel(0, -300)
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await screenshot(page, 'places-near')
    await page.getByRole('button', { name: 'Show everything' }).click()
    await expect.poll(where).toBe(before)
  })
})

test('where the reader stands on the map is in the link, and undone as one step', async () => {
  let link = ''
  const box = async (page: Page) => await marks(page).last().boundingBox()
  let seen: Awaited<ReturnType<typeof box>> = null
  await withPage(async (page) => {
    await openMap(page)
    const before = await box(page)
    await page.locator('.map').hover()
    for (let times = 0; times < 4; times += 1) await page.mouse.wheel(0, -60)
    await expect.poll(() => linkPart(page, 'map')).toBeDefined()
    await page.waitForTimeout(500)
    seen = await box(page)
    expect(seen).not.toEqual(before)
    link = new URL(page.url()).hash.slice(1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => box(page)).toEqual(before)
    expect([linkPart(page, 'map'), linkPart(page, 'mode')]).toEqual([undefined, 'places'])
    await page.getByRole('button', { name: 'Redo' }).click()
    expect(await box(page)).toEqual(seen)
  })
  await withPage(
    async (page) => {
      await page.locator('.land').waitFor()
      expect(await box(page)).toEqual(seen)
    },
    { hash: link },
  )
})

test('a graph without a place offers no map', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, verona('verona.gexf'))
    await graphShown(page, 'Verona')
    const ways = await page.getByLabel('Show the graph as').locator('option').allInnerTexts()
    expect(ways).not.toContain('Map')
  })
})

test('on a phone', async () => {
  await withPage(
    async (page) => {
      await openMap(page)
      await screenshot(page, 'places-phone')
      await expectNoAxeViolations(page)
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  )
})
