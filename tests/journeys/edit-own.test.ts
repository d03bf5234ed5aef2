import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { gexf, graphShown, openFiles } from './own-files.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const card = (page: Page) => page.locator('.card')

/** Four streets, joined by walks with a length. */
const streets = gexf(
  'streets.gexf',
  `<gexf xmlns="http://gexf.net/1.3" version="1.3"><meta><title>Streets</title></meta>
<graph defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="quarter" type="string"/><attribute id="1" title="width" type="double"/><attribute id="2" title="trees" type="integer"/></attributes>
<attributes class="edge"><attribute id="0" title="steps" type="integer"/></attributes>
<nodes>${['North', 'North', 'South', 'South']
    .map(
      (quarter, index) =>
        `<node id="s${index}" label="Street ${index}"><attvalues><attvalue for="0" value="${quarter}"/><attvalue for="1" value="${index + 1}.5"/></attvalues></node>`,
    )
    .join('')}</nodes>
<edges>${[0, 1, 2]
    .map(
      (index) =>
        `<edge id="e${index}" source="s${index}" target="s${index + 1}"><attvalues><attvalue for="0" value="${100 * (index + 1)}"/></attvalues></edge>`,
    )
    .join('')}</edges>
</graph></gexf>`,
)

async function openStreets(page: Page): Promise<void> {
  await firstPicture(page)
  await openFiles(page, streets)
  await graphShown(page, 'Streets')
}

async function selectNode(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(name)
  await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await card(page).getByRole('heading', { name }).waitFor()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`attributes of a file are corrected, added and taken away, checked and undone, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await openStreets(page)
        await selectNode(page, 'Street 1')
        await button(page, 'Edit').click()
        await field(page, 'width').fill('wide')
        await page.getByText('Write a number, like 8.2.').waitFor()
        await screenshot(page, `edit-attributes-wrong-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Save').click()
        await page.locator('#edit-attribute-1:focus').waitFor()
        await field(page, 'width').fill('12.25')
        await field(page, 'quarter').fill('Harbour')
        await button(page, 'Add an attribute').click()
        await field(page, 'Attribute 3').selectOption('trees')
        await field(page, 'Value of attribute 3').fill('7')
        await button(page, 'Add an attribute').click()
        await field(page, 'Attribute 4').selectOption('New attribute…')
        await field(page, 'Name of attribute 4').fill('Paved')
        await field(page, 'Type of attribute 4').selectOption('True or false')
        await field(page, 'Value of attribute 4').fill('true')
        await screenshot(page, `edit-attributes-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Save').click()
        await card(page).getByText('12.25').waitFor()
        await card(page).getByText('Paved').waitFor()
        // The quarter gives the kinds of this file.
        await page.locator('.facet-label', { hasText: 'Harbour' }).waitFor()
        await button(page, 'Review').click()
        await page.getByText('width: 12.25, was 2.5').waitFor()
        await screenshot(page, `edit-attributes-draft-${colorScheme}`)
        await expectNoAxeViolations(page)
        await button(page, 'Revert Paved').click()
        await page.getByText('Paved').first().waitFor({ state: 'detached' })
        await button(page, 'Close').click()
        await button(page, 'Undo').click()
        await card(page).getByText('Paved').waitFor()
        await button(page, 'Undo').click()
        await card(page).getByText('2.5', { exact: true }).waitFor()
        expect(await page.locator('.facet-label', { hasText: 'Harbour' }).count()).toBe(0)
      },
      { colorScheme },
    )
  })
}

test('a cell of an attribute is edited from the table, by a double click and by keyboard alone', async () => {
  await withPage(async (page) => {
    await openStreets(page)
    await page.getByLabel('Show the graph as').selectOption('Table')
    const row = (text: string) => page.locator('tr[aria-rowindex]', { hasText: text })
    const cell = (text: string, value: string) => row(text).locator('td').filter({ hasText: value })
    await cell('Street 2', '3.5').dblclick()
    await page.locator('#edit-attribute-1:focus').fill('4.75')
    await page.keyboard.press('Enter')
    await cell('Street 2', '4.75').waitFor()
    await page.locator('table:focus').waitFor()
    await page.keyboard.press('Home')
    for (let column = 0; column < 7; column += 1) await page.keyboard.press('ArrowRight')
    await screenshot(page, 'table-cell')
    await expectNoAxeViolations(page)
    const active = await page.getByRole('grid').getAttribute('aria-activedescendant')
    expect(await page.locator(`#${active}`).innerText()).toBe('1.5')
    await page.keyboard.press('F2')
    await page.locator('#edit-attribute-1:focus').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    await cell('Street 0', '9').waitFor()

    await page.getByRole('button', { name: /^Statements/ }).click()
    await row('Street 0').first().locator('td', { hasText: '100' }).dblclick()
    await page.locator('#edit-attribute-0').fill('many')
    await page.getByText('Write a whole number, like 12.').waitFor()
    await screenshot(page, 'edit-statement-attribute')
    await expectNoAxeViolations(page)
    await page.locator('#edit-attribute-0').fill('150')
    await button(page, 'Save').click()
    await cell('Street 0', '150').first().waitFor()
    await page.getByText('Draft: 3 changes').waitFor()
    await button(page, 'Undo').click()
    await cell('Street 0', '100').first().waitFor()
    await page.getByText('Draft: 2 changes').waitFor()
  })
})

test('on a phone a new attribute has room', async () => {
  await withPage(
    async (page) => {
      await openStreets(page)
      await page.goto(`${page.url().replace(/#.*/, '')}#v=1&dataset=streets.gexf&node=s1`)
      await button(page, 'Edit').first().tap()
      await button(page, 'Add an attribute').tap()
      await field(page, 'Attribute 3').selectOption('New attribute…')
      await page.getByLabel('Name of attribute 3').and(page.locator(':focus')).waitFor()
      await field(page, 'Value of attribute 3').focus()
      await screenshot(page, 'edit-attributes-phone')
      await expectNoAxeViolations(page)
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  )
})
