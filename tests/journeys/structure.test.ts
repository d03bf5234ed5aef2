import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { builtIn, linkPart } from './china-ai.ts'
import { crowd, graphShown, openFiles, verona } from './own-files.ts'

const panel = (page: Page) => page.locator('.structure')
const shownNodes = async (page: Page): Promise<number> =>
  Number(await page.locator('.legend-size strong').first().innerText())

const chosen = (page: Page, menu: string): Promise<string> =>
  page.getByLabel(menu).locator('option:checked').innerText()

for (const colorScheme of ['light', 'dark'] as const) {
  test(`colours by an amount, with a ramp in the legend, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await page.getByText('Size and colour').click()
        await page.getByLabel('Colour by').selectOption('Betweenness')
        const legend = page.getByRole('group', { name: 'Colours: Betweenness' })
        await legend.getByRole('img', { name: /^Histogram along the colours/ }).waitFor()
        expect(await legend.innerText()).toMatch(/^0\s+0\.08\s+0\.32\d\s+Most figures are small/)
        expect(linkPart(page, 'colour')).toBe('metric:betweenness')
        await screenshot(page, `structure-colours-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.getByLabel('Colour by').selectOption('target year')
        await page.getByRole('group', { name: 'Colours: target year' }).waitFor()
        await page.getByText(/No figure\s*217/).waitFor()
        await page.reload()
        await page.getByText(/No figure\s*217/).waitFor()
        expect(await chosen(page, 'Colour by')).toBe('target year')
        await page.getByLabel('Colour by').selectOption('Kind')
        expect(linkPart(page, 'colour')).toBe(undefined)
      },
      { colorScheme },
    )
  })

  test(`sizes by PageRank, colours by community, a range by keyboard, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        const before = await shownNodes(page)
        await page.getByText('Size and colour').click()
        await panel(page).locator('.brush-bars').waitFor()
        await screenshot(page, `structure-degree-${colorScheme}`)
        await expectNoAxeViolations(page)

        await page.getByLabel('Size by').selectOption('PageRank')
        await page.getByText(/rewards being listed/).waitFor()
        await panel(page).locator('.brush-bars').waitFor()
        expect(linkPart(page, 'size')).toBe('metric:page-rank')
        await page.getByLabel('Colour by').selectOption('Community')
        await page.getByText('Community 1', { exact: true }).waitFor()
        await screenshot(page, `structure-community-${colorScheme}`)
        await expectNoAxeViolations(page)

        await page.getByLabel('At least').focus()
        for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowRight')
        const after = await shownNodes(page)
        expect(after).toBeLessThan(before)
        expect(after).toBeGreaterThan(0)
        expect(linkPart(page, 'range')).toBeDefined()
        await screenshot(page, `structure-range-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.getByRole('button', { name: 'Undo' }).click()
        expect(await shownNodes(page)).toBe(before)
        expect(linkPart(page, 'range')).toBe(undefined)
      },
      { colorScheme },
    )
  })
}

test('a link restores sizes, groups, a hidden community and a range', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByText('Community 2', { exact: true }).waitFor()
      await page.locator('.brush-bars').waitFor()
      const hidden = page.getByRole('checkbox', { name: /^Community 1 / })
      expect(await hidden.isChecked()).toBe(false)
      expect(await chosen(page, 'Size by')).toBe('Betweenness')
      expect(await page.getByLabel('At least').getAttribute('aria-valuetext')).toBe('0.001')
      const nodes = await shownNodes(page)
      expect([nodes > 0, nodes < builtIn().knowledge.entities.size]).toEqual([true, true])
      await page.getByRole('button', { name: 'Clear all filters' }).click()
      expect(await shownNodes(page)).toBe(builtIn().knowledge.entities.size)
      expect(await chosen(page, 'Size by')).toBe('Betweenness')
    },
    {
      hash: 'v=1&kinds=metric:community&hide-kinds=community-1&size=metric:betweenness&range=0.001:1',
    },
  )
})

test('the bars are brushed with the mouse, and what is dragged in one go is undone in one', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const before = await shownNodes(page)
    await page.getByText('Size and colour').click()
    const box = await page.locator('.brush-bars').boundingBox()
    if (box === null) throw new Error('There are no bars')
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + box.width * 0.1, y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, y, { steps: 5 })
    await page.mouse.up()
    expect(await shownNodes(page)).toBeLessThan(before)
    await screenshot(page, 'structure-brushed')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await shownNodes(page)).toBe(before)
  })
})

test('the overview tells how the graph hangs together when it is asked', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.locator('.card summary', { hasText: 'Structure' }).click()
    await page.locator('.structure-figures').waitFor()
    expect(await page.locator('.structure-figures dt').allInnerTexts()).toEqual([
      'Components',
      'Density',
      'Bridges',
      'Cut nodes',
    ])
    await page.locator('.structure-figures').scrollIntoViewIfNeeded()
    await screenshot(page, 'structure-overview')
    await expectNoAxeViolations(page)
  })
})

test('a column of a file gives sizes as well', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, verona('verona.gexf'))
    await graphShown(page, 'Verona')
    await page.locator('.legend-scroll summary', { hasText: 'Size' }).click()
    await page.getByLabel('Size by').selectOption('Rank')
    await page.getByText('What this column of the file says.').waitFor()
    await page.getByLabel('Colour by').selectOption('Component')
    await page.getByText('Component 1', { exact: true }).waitFor()
    await screenshot(page, 'structure-file')
    await expectNoAxeViolations(page)
  })
})

test('what takes long shows its progress and is cancelled; the sizes stay those of the degree', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, crowd('crowd.gexf', 8000))
    await graphShown(page, 'crowd.gexf')
    // Without a GPU a picture of this size would keep the page busy for longer than the worker.
    await page.getByLabel('Show the graph as').selectOption('Sources')
    await page.locator('.legend-scroll summary', { hasText: 'Size' }).click()
    await page.getByLabel('Size by').selectOption('Betweenness')
    await page.getByRole('progressbar', { name: 'Computing Betweenness' }).waitFor()
    const working = () => page.workers().filter((worker) => worker.url().includes('metrics')).length
    await expect.poll(working).toBe(1)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    expect(await chosen(page, 'Size by')).toBe('Degree')
    expect(linkPart(page, 'size')).toBe(undefined)
    await expect.poll(working).toBe(0)
  })
})

test('on a phone', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Legend and filter' }).tap()
      await page.getByText('Size and colour').tap()
      await page.getByLabel('Size by').selectOption('Closeness')
      await page.locator('.brush-bars').waitFor()
      await screenshot(page, 'structure-phone')
      await expectNoAxeViolations(page)
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  )
})
