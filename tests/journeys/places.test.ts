import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle, linkPart } from './china-ai.ts'
import { graphShown, openFiles, shops, verona } from './own-files.ts'

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
      .getByRole('button', { name: /^SenseTime.*through: SenseTime is based in Shanghai/ })
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
    // Beside a mark, so that it stays in sight and yet moves.
    await page.mouse.move((before?.x ?? 0) + 40, (before?.y ?? 0) + 30)
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

const stacks = (page: Page) => page.locator('.map-node.is-stack')
/** How many nodes all marks in the window stand for. */
const stoodFor = async (page: Page): Promise<number> => {
  const names = await marks(page).evaluateAll((all) =>
    all.map((mark) => mark.getAttribute('aria-label') ?? ''),
  )
  return names.map(countIn).reduce((sum, count) => sum + count, 0)
}
const largestStack = async (page: Page): Promise<string> => {
  const names = await stacks(page).evaluateAll((all) =>
    all.map((mark) => mark.getAttribute('aria-label') ?? ''),
  )
  return names.toSorted((a, b) => countIn(b) - countIn(a))[0] ?? ''
}
const countIn = (name: string): number =>
  Number(/^([\d,]+) nodes at/.exec(name)?.[1]?.replace(',', '') ?? 1)

for (const [device, options] of [
  ['a desk', { colorScheme: 'light' }],
  ['a phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
] as const) {
  test(`ten thousand nodes are all on the map, in marks that open, on ${device}`, async () => {
    await withPage(async (page) => {
      await firstPicture(page)
      await openFiles(page, shops('shops.json', 10_000))
      await graphShown(page, 'shops.json')
      await page.getByLabel('Show the graph as').selectOption('Map')
      await page.locator('.land').waitFor()
      expect(await stoodFor(page)).toBe(10_000)
      await page.getByText(/^[\d,]+ lines are not drawn/).waitFor()
      await screenshot(page, `places-many-${options.colorScheme}`)
      await expectNoAxeViolations(page)

      const largest = await largestStack(page)
      const leader = largest.split(' at or near ')[1] ?? ''
      await page.getByRole('button', { name: largest }).focus()
      await page.keyboard.press('Enter')
      const list = page.getByRole('region', { name: `At or near ${leader}` })
      await expect.poll(() => list.evaluate((each) => each === document.activeElement)).toBe(true)
      const listed = await list.getByRole('listitem').count()
      expect([listed, listed >= 300]).toEqual([countIn(largest), true])
      const chosen = list.getByRole('button').nth(3)
      await chosen.click()
      expect(await cardTitle(page)).toBe(await chosen.innerText())
      // It has a mark of its own now, and its lines.
      await page.locator('.map-node[aria-pressed="true"]').waitFor()
      expect(await page.locator('.map-edge.is-near').count()).toBeGreaterThan(0)
      expect(await stoodFor(page)).toBe(10_000)
      await screenshot(page, `places-stack-${options.colorScheme}`)
      await expectNoAxeViolations(page)
      const before = await stacks(page).count()
      await page.getByRole('button', { name: 'Go nearer' }).click()
      await expect.poll(() => stacks(page).count()).not.toBe(before)
      await page.getByRole('button', { name: 'Close the list' }).click()
      await list.waitFor({ state: 'detached' })
    }, options)
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what asks for a menu opens the list of a mark for many, whose nodes have menus, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await openFiles(page, shops('shops.json', 2000))
        await graphShown(page, 'shops.json')
        await page.getByLabel('Show the graph as').selectOption('Map')
        await page.locator('.land').waitFor()
        const browsers = (): Promise<boolean> =>
          page.evaluate(
            () =>
              new Promise<boolean>((resolve) => {
                addEventListener('contextmenu', (event) => resolve(!event.defaultPrevented), {
                  once: true,
                })
              }),
          )
        const mark = page.getByRole('button', { name: await largestStack(page) })
        const list = page.getByRole('region', { name: /^At or near/ })
        const asked = browsers()
        await mark.click({ button: 'right' })
        expect(await asked).toBe(false)
        await expect.poll(() => list.evaluate((each) => each === document.activeElement)).toBe(true)
        await list.getByRole('button').nth(1).click({ button: 'right' })
        await page.getByRole('menuitem', { name: 'Open card' }).waitFor()
        await screenshot(page, `places-stack-menu-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Close the list' }).click()
        await mark.focus()
        await page.keyboard.press('Shift+F10')
        await list.waitFor()
        expect(await page.getByRole('menu').count()).toBe(0)
      },
      { colorScheme },
    )
  })
}

test('a finger that stays on a mark for many opens its list', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await openFiles(page, shops('shops.json', 2000))
      await graphShown(page, 'shops.json')
      await page.getByLabel('Show the graph as').selectOption('Map')
      await page.locator('.land').waitFor()
      const box = await page.getByRole('button', { name: await largestStack(page) }).boundingBox()
      const [x, y] = [(box?.x ?? 0) + 8, (box?.y ?? 0) + 8]
      const touch = await page.context().newCDPSession(page)
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
      await page.getByRole('region', { name: /^At or near/ }).waitFor()
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      await page.getByRole('button', { name: 'Close the list' }).waitFor()
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  )
})

test('arrows lead to marks outside the window, which come into sight', async () => {
  await withPage(
    async (page) => {
      await page.locator('.land').waitFor()
      await page.locator('.map-node[tabindex="0"]').focus()
      for (let times = 0; times < 4; times += 1) await page.keyboard.press('ArrowLeft')
      const states = page.locator('.map-node:focus')
      expect(await states.getAttribute('aria-label')).toMatch(/^United States/)
      const [mark, map] = [await states.boundingBox(), await page.locator('.map').boundingBox()]
      expect((mark?.x ?? -1) > (map?.x ?? 0)).toBe(true)
    },
    { hash: 'v=1&map=837:409:4&mode=places' },
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
      await page.locator('.map-labels', { hasText: 'Shanghai' }).waitFor()
      const cut = await page.locator('.map-mark').evaluateAll((all) => {
        const map = document.querySelector('.map')?.getBoundingClientRect() ?? new DOMRect()
        return all.filter((mark) => {
          const { left, right, top, bottom } = mark.getBoundingClientRect()
          return left < map.left || right > map.right || top < map.top || bottom > map.bottom
        }).length
      })
      expect(cut).toBe(0)
      await expectNoAxeViolations(page)
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  )
})

test('a file whose columns are called latitude and longitude has a map', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const text =
      'id,label,latitude,longitude\nb,Berlin,52.5,13.4\nq,Quito,-0.2,-78.5\nn,Nowhere,,\nz,Zero,0,0\n'
    await openFiles(page, {
      name: 'towns.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })
    const dialog = page.getByRole('dialog', { name: 'What do the columns mean?' })
    await dialog.getByRole('button', { name: 'Open', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await graphShown(page, 'towns.csv')
    await page.getByLabel('Show the graph as').selectOption('Map')
    await page.locator('.land').waitFor()
    expect(await marks(page).count()).toBe(2)
    await page.getByText('2 not on the map').click()
    await page.getByText('Coordinates 0, 0, which mostly stand for none').waitFor()
    await screenshot(page, 'places-columns')
    await expectNoAxeViolations(page)
  })
})
