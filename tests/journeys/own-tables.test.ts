import { expect, test } from 'vitest'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle } from './china-ai.ts'
import { dropFiles, graphShown, openFiles, pasteText, table } from './own-files.ts'

const trade = `von;nach;Waren;Menge
Genua;Venedig;Seide;1,5
Venedig;Kairo;Glas;2,25
Kairo;Genua;Pfeffer;0,5
Venedig;Genua;Salz;4
`

test('a table is shown with what its columns are taken to mean, which the reader corrects', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, table('trade.csv', trade))
    const dialog = page.getByRole('dialog', { name: 'What do the columns mean?' })
    await dialog.waitFor()
    expect(
      await dialog
        .locator('.mapping-parts select')
        .evaluateAll((all) =>
          all.map((select) => (select as HTMLSelectElement).selectedOptions[0]?.text),
        ),
    ).toEqual([
      'a list of edges',
      'from the first to the second',
      'Semicolon',
      'UTF-8',
      'line 1: von, nach, Waren, Menge',
    ])
    expect(await dialog.getByRole('checkbox', { name: 'Decimal comma' }).isChecked()).toBe(true)
    await screenshot(page, 'own-table')
    await expectNoAxeViolations(page)
    await dialog.getByRole('combobox', { name: 'Meaning of nach' }).selectOption('Attribute')
    expect(await dialog.innerText()).toContain('Choose the column of the target')
    expect(await dialog.getByRole('button', { name: 'Open' }).isDisabled()).toBe(true)
    await dialog.getByRole('combobox', { name: 'Meaning of nach' }).selectOption('Target')
    await dialog.getByRole('combobox', { name: 'Meaning of Waren' }).selectOption('Predicate')
    await dialog.getByRole('button', { name: 'Open' }).click()
    await graphShown(page, 'trade.csv')
    expect(await page.locator('.legend-size').innerText()).toMatch(/^3 of 3 entities, 4 of 4/)
    expect(await page.locator('.legend').innerText()).toContain('Pfeffer')
    await screenshot(page, 'own-table-open')
    await page.reload()
    await graphShown(page, 'trade.csv')
    expect(await page.locator('.legend').innerText()).toContain('Pfeffer')
  })
})

test('another delimiter cuts the table anew', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, table('trade.csv', trade))
    const dialog = page.getByRole('dialog', { name: 'What do the columns mean?' })
    await dialog.getByRole('combobox', { name: 'Cells end at' }).selectOption('Comma')
    await dialog.getByRole('columnheader', { name: 'von;nach;Waren;Menge' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await cardTitle(page)).toContain('China')
  })
})

test('titles above a table are passed over, and the reader may say otherwise', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, table('trade.csv', `Trade of the sea;;;\n\nas of 1400;;;\n${trade}`))
    const dialog = page.getByRole('dialog', { name: 'What do the columns mean?' })
    const begin = dialog.getByRole('combobox', { name: 'The table begins in' })
    const shown = (): Promise<string | undefined> =>
      begin.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text)
    await begin.waitFor()
    expect(await shown()).toBe('line 4: von, nach, Waren, Menge')
    await screenshot(page, 'own-table-titles')
    await expectNoAxeViolations(page)
    await begin.selectOption('line 3: as of 1400')
    await dialog.getByRole('columnheader', { name: 'as of 1400' }).waitFor()
    await begin.selectOption('line 4: von, nach, Waren, Menge')
    await dialog.getByRole('columnheader', { name: 'Waren' }).waitFor()
    await dialog.getByRole('button', { name: 'Open' }).click()
    await graphShown(page, 'trade.csv')
    expect(await page.locator('.legend-size').innerText()).toMatch(/^3 of 3 entities, 4 of 4/)
    await page.getByRole('button', { name: 'Read the report' }).click()
    expect(await page.getByRole('dialog').innerText()).toContain('"Trade of the sea"')
  })
})

test('on a phone no part of the dialog about tables is wider than that', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await dropFiles(page, [
        table(
          'offices.csv',
          'Id,Label,Category,Latitude,Longitude,Floor,Rooms\n1,Paris,a,4,2,1,9\n',
        ),
      ])
      const dialog = page.getByRole('dialog', { name: 'What do the columns mean?' })
      await dialog.waitFor()
      expect(
        await dialog.evaluate((element) => {
          const { right } = element.getBoundingClientRect()
          return [...element.querySelectorAll('.mapping-parts *')].filter(
            (part) => part.getBoundingClientRect().right > right,
          ).length
        }),
      ).toBe(0)
    },
    { viewport: { width: 390, height: 844 } },
  )
})

test('tables of nodes and of edges come together, and cells from a spreadsheet are pasted', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await dropFiles(page, [
        table('people.csv', 'id,name,type\n1,Ada,person\n2,Babbage,person\n3,London,city\n'),
        table('ties.csv', 'source,target\n1,2\n1,3\n2,3\n'),
      ])
      const dialog = page.getByRole('dialog', { name: 'What do the columns mean?' })
      await dialog.waitFor()
      expect(await dialog.locator('.report-name').allInnerTexts()).toEqual([
        'people.csv',
        'ties.csv',
      ])
      await screenshot(page, 'own-tables')
      await expectNoAxeViolations(page)
      await dialog.getByRole('button', { name: 'Open' }).click()
      await graphShown(page, 'people.csv')
      expect(await page.locator('.legend-size').innerText()).toMatch(/^3 of 3 entities, 3 of 3/)
      await pasteText(page, 'source\ttarget\nRome\tParis\nParis\tLondon\n', 'body')
      await dialog.waitFor()
      await dialog.getByRole('button', { name: 'Open' }).click()
      await graphShown(page, 'Pasted text')
      expect(await page.locator('.legend-size').innerText()).toMatch(/^3 of 3 entities, 2 of 2/)
    },
    { colorScheme: 'dark' },
  )
})

test('columns of degrees under other names are chosen for places, and put the nodes on the map', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const cities = 'id,name,x,y\na,Shanghai,121.5,31.2\nb,Hangzhou,120.2,30.3\nc,Lima,-77,-12\n'
    await openFiles(page, table('cities.csv', cities))
    const dialog = page.getByRole('dialog', { name: 'What do the columns mean?' })
    const meaning = (name: string) => dialog.getByRole('combobox', { name: `Meaning of ${name}` })
    await meaning('x').selectOption('Latitude')
    expect(await dialog.innerText()).toContain('Choose the column of the longitude.')
    await meaning('y').selectOption('Longitude')
    expect(await dialog.innerText()).toContain('Are the two columns exchanged?')
    await screenshot(page, 'own-table-places')
    await expectNoAxeViolations(page)
    await meaning('y').selectOption('Latitude')
    await meaning('x').selectOption('Longitude')
    expect(await dialog.getByRole('status').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Open' }).click()
    await graphShown(page, 'cities.csv')
    await page.getByLabel('Show the graph as').selectOption('places')
    await page.locator('.map-node').first().waitFor()
    expect(await page.locator('.map-node').count()).toBeGreaterThan(1)
    expect(await page.locator('.places-view').innerText()).not.toContain('not on the map')
    await screenshot(page, 'own-table-places-open')
  })
})
