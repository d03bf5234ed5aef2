import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { gexf, graphShown, openFiles } from './own-files.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const card = (page: Page) => page.locator('.card')

/** Three offices: one with a time, joined by a relation with a time and one without direction. */
const offices = gexf(
  'offices.gexf',
  `<gexf xmlns="http://gexf.net/1.2draft" version="1.2"><meta><title>Offices</title></meta>
<graph defaultedgetype="directed" timeformat="date">
<nodes><node id="a" label="Office A" startopen="2001-01-01" end="2004-12-31"/><node id="b" label="Office B"/><node id="c" label="Office C"/></nodes>
<edges><edge id="x" source="a" target="b" label="reports to" weight="2.5" start="2002-05-01"/><edge id="y" source="b" target="c" label="meets" type="undirected"/></edges>
</graph></gexf>`,
)

async function openOffices(page: Page): Promise<void> {
  await firstPicture(page)
  await openFiles(page, offices)
  await graphShown(page, 'Offices')
}

async function goTo(page: Page, selected: string): Promise<void> {
  await page.goto(`${page.url().replace(/#.*/, '')}#v=1&dataset=offices.gexf&${selected}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the direction and the time of a line are edited, told and undone, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await openOffices(page)
        await goTo(page, 'edge=x')
        await card(page).getByText('since 2002-05-01').waitFor()
        await button(page, 'Edit').click()
        await field(page, 'Direction').selectOption('both ways')
        await field(page, 'End of time 1').fill('2002-04')
        await page.getByText('It ends before it begins.').waitFor()
        await button(page, 'Add a time').click()
        await page.locator('#edit-time-1-start:focus').fill('2010')
        await page.locator('#edit-time-0-end').scrollIntoViewIfNeeded()
        await screenshot(page, `edit-time-wrong-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Save').click()
        await page.locator('#edit-time-0-end:focus').fill('2003-04')
        await button(page, 'Save').click()
        await card(page).getByText('2002-05-01 – 2003-04, since 2010').waitFor()
        await button(page, 'Review').click()
        await page.getByText('direction; time').waitFor()
        await screenshot(page, `edit-time-draft-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Close').click()
        await button(page, 'Undo').click()
        await card(page).getByText('since 2002-05-01').waitFor()
        expect(await page.getByText('since 2010').count()).toBe(0)

        await goTo(page, 'node=a')
        await card(page).getByText('after 2001-01-01 until 2004-12-31').waitFor()
        await button(page, 'Edit').first().click()
        await field(page, 'Start itself left out').uncheck()
        await screenshot(page, `edit-time-node-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Save').click()
        await card(page).getByText('2001-01-01 – 2004-12-31', { exact: true }).waitFor()
      },
      { colorScheme },
    )
  })
}

test('on a phone a time has room', async () => {
  await withPage(
    async (page) => {
      await openOffices(page)
      await goTo(page, 'edge=x')
      await button(page, 'Edit').first().tap()
      await button(page, 'Add a time').tap()
      await page.locator('#edit-time-1-start:focus').fill('2010-03-01')
      await page.locator('#edit-time-1-end').fill('2011')
      await screenshot(page, 'edit-time-phone')
      await expectNoAxeViolations(page)
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  )
})
