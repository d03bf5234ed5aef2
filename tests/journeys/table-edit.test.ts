import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { gexf, graphShown, openFiles } from './own-files.ts'

const grid = (page: Page) => page.locator('.table-scroll table')
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.id ?? '')

/** Two towns with a road that has words, a weight and a time of its own, and one without any. */
const roads = gexf(
  'roads.gexf',
  `<gexf xmlns="http://gexf.net/1.3" version="1.3"><meta><title>Roads</title></meta>
<graph defaultedgetype="directed" timeformat="date">
<nodes><node id="a" label="Town A" start="1901-01-01"/><node id="b" label="Town B"/></nodes>
<edges><edge id="x" source="a" target="b" kind="road" label="High Road" weight="2.5" end="2002-05-01"/><edge id="y" source="b" target="a" kind="road" label="Low Road" weight="1.5" type="undirected"/></edges>
</graph></gexf>`,
)

/** Goes along the first row to the cell under that title, and presses F2; says what has the focus then. */
async function editCell(page: Page, title: string): Promise<string> {
  const titles = await page.locator('.table-scroll thead th').allInnerTexts()
  const at = titles.findIndex((each) => each.trim() === title)
  expect(at, `${title} among ${titles.join(', ')}`).toBeGreaterThan(-1)
  await grid(page).focus()
  await page.keyboard.press('Home')
  for (let left = 0; left <= titles.length; left += 1) await page.keyboard.press('ArrowLeft')
  for (let column = 0; column <= at; column += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await page.locator('.edit:focus-within').waitFor()
  return focused(page)
}

async function cancel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.locator('.table-scroll table:focus').waitFor()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a cell is edited at the field that it shows, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await openFiles(page, roads)
        await graphShown(page, 'Roads')
        await page.getByLabel('Show the graph as').selectOption('Table')
        await page.getByRole('button', { name: /^Statements/ }).click()
        const fields: string[] = []
        for (const title of [
          'Subject',
          'Predicate',
          'Value',
          'Qualifiers',
          'Evidence',
          'End',
          'Direction',
          'Label',
          'Weight',
        ]) {
          fields.push(await editCell(page, title))
          if (title === 'Direction') {
            await screenshot(page, `table-cell-direction-${colorScheme}`)
            await expectNoAxeViolations(page)
          }
          await cancel(page)
        }
        expect(fields).toEqual([
          'edit-subject-change',
          'edit-predicate',
          'edit-value-change',
          // A file without qualifiers has no field for them.
          'edit-subject-change',
          '',
          'edit-time-0-end',
          'edit-direction',
          'edit-own-label',
          'edit-weight',
        ])
        expect(await editCell(page, 'Weight')).toBe('edit-weight')
        await page.keyboard.press('Control+a')
        await page.keyboard.type('7')
        await page.keyboard.press('Enter')
        await page.locator('.table-scroll td', { hasText: /^7$/ }).waitFor()
      },
      { colorScheme },
    )
  })
}

test('a cell of a node is edited at its kind, its names and the fact that it shows', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.getByLabel('Show the graph as').selectOption('Table')
    await page.locator('.table-scroll tbody tr[aria-rowindex]').first().waitFor()
    const fields: string[] = []
    for (const title of ['Name', 'Kind', 'Degree', 'Also called', 'Description']) {
      fields.push(await editCell(page, title))
      await cancel(page)
    }
    expect(fields).toEqual([
      'edit-label',
      'edit-kind',
      'edit-label',
      'edit-aliases',
      'edit-description',
    ])
    const fact = page.locator('.table-scroll thead th', { hasText: 'launched in year' })
    await fact.getByRole('button').click()
    const title = (await fact.innerText()).trim()
    expect(await editCell(page, title)).toBe('edit-value')
    await page.getByRole('heading', { name: 'Edit statement' }).waitFor()
    await screenshot(page, 'table-cell-fact')
    await cancel(page)
  })
})
