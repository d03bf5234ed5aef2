import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { builtIn, linkPart } from './china-ai.ts'
import { gexf, graphShown, openFiles } from './own-files.ts'

const strip = (page: Page) => page.getByRole('region', { name: 'Timeline' })
const all = builtIn().knowledge.entities.size
const shownNodes = async (page: Page): Promise<number> =>
  Number(await page.locator('.legend-size strong').first().innerText())
const counts = (page: Page) => page.locator('.timeline-counts').innerText()

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the timeline opens, is brushed by keyboard and closed, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        const toggle = page.getByRole('button', { name: 'Timeline', exact: true })
        await toggle.focus()
        await page.keyboard.press('Enter')
        await strip(page).waitFor()
        expect(await toggle.getAttribute('aria-expanded')).toBe('true')
        await screenshot(page, `timeline-${colorScheme}`)
        await expectNoAxeViolations(page)

        const from = page.getByLabel('From', { exact: true })
        await from.focus()
        await page.keyboard.press('ArrowRight')
        await expect.poll(() => linkPart(page, 'time')).toBeDefined()
        expect(await counts(page)).toMatch(/undated/)
        expect(await counts(page)).toMatch(/outside, hidden/)
        const undated = page.getByLabel(/undated/)
        await undated.focus()
        await page.keyboard.press('Space')
        await expect.poll(() => shownNodes(page)).toBeLessThan(all / 4)
        expect(await counts(page)).toMatch(/undated, hidden/)
        await screenshot(page, `timeline-undated-hidden-${colorScheme}`)
        await expectNoAxeViolations(page)

        await page.getByRole('button', { name: 'All time' }).click()
        await expect.poll(() => shownNodes(page)).toBe(all)
        await page.getByRole('button', { name: 'Close the timeline' }).click()
        expect(await strip(page).count()).toBe(0)
        expect(await toggle.evaluate((element) => element === document.activeElement)).toBe(true)
      },
      { colorScheme },
    )
  })
}

test('a link restores range and undated; the table follows, and the legend clears it', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await strip(page).waitFor()
      expect(await page.getByText('2023 to 2024', { exact: true }).count()).toBe(1)
      await expect.poll(() => shownNodes(page)).toBeLessThan(all / 4)
      await page.getByLabel('Show the graph as').selectOption('Table')
      await page.locator('.table-view').waitFor()
      await screenshot(page, 'timeline-table')
      await expectNoAxeViolations(page)
      await page.getByRole('button', { name: 'Clear all filters' }).click()
      await expect.poll(() => shownNodes(page)).toBe(all)
      expect(linkPart(page, 'time')).toBe(undefined)
    },
    { hash: 'v=1&time=2023-01-01:2024-12-31:undated' },
  )
})

test('what is dragged in one go is undone in one', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.getByRole('button', { name: 'Timeline', exact: true }).click()
    await strip(page).waitFor()
    const box = await page.locator('.timeline .brush-bars').boundingBox()
    if (box === null) throw new Error('There are no bars')
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + 4, y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.4, y, { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => counts(page)).toMatch(/outside, hidden/)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await counts(page)).not.toMatch(/outside/)
  })
})

const dynamic = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <graph mode="dynamic" timeformat="date" defaultedgetype="directed">
    <nodes>
      <node id="a" label="Ada" start="2009-03-01" end="2009-03-20"/>
      <node id="b" label="Ben" start="2009-03-05"/>
      <node id="c" label="Cid"><spells><spell end="2009-03-03"/><spell start="2009-03-18" end="2009-03-20"/></spells></node>
    </nodes>
    <edges>
      <edge id="ab" source="a" target="b" start="2009-03-06" end="2009-03-08"/>
      <edge id="bc" source="b" target="c" start="2009-03-19"/>
    </edges>
  </graph>
</gexf>`

test('a dynamic GEXF file has its days on the timeline, those of its nodes too', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, gexf('days.gexf', dynamic))
    await graphShown(page, 'days.gexf')
    await page.getByRole('button', { name: 'Timeline', exact: true }).click()
    await page.getByText('2009-03-01 to 2009-03-20', { exact: true }).waitFor()
    expect(await counts(page)).toMatch(/3 entities have dates of their own/)
    await page.getByLabel('To', { exact: true }).focus()
    for (let day = 0; day < 10; day += 1) await page.keyboard.press('ArrowLeft')
    await expect.poll(() => counts(page)).toMatch(/1 outside, hidden/)
    await screenshot(page, 'timeline-file')
  })
})

test('on a phone the strip stands above the card', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Timeline', exact: true }).tap()
      await strip(page).waitFor()
      await page.getByLabel(/undated/).tap()
      await expect.poll(() => counts(page)).toMatch(/undated, hidden/)
      await screenshot(page, 'timeline-phone')
      await expectNoAxeViolations(page)
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  )
})
