import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { builtIn, cardTitle, linkPart } from './china-ai.ts'
import { openFiles } from './own-files.ts'

const rows = (page: Page) => page.locator('.table-scroll tbody tr[aria-rowindex]')
const cells = (page: Page, column: number): Promise<string[]> =>
  page.locator(`.table-scroll tbody td:nth-child(${column})`).allInnerTexts()
const rowCount = (page: Page): Promise<number> =>
  page
    .getByRole('grid')
    .getAttribute('aria-rowcount')
    .then((count) => Number(count) - 1)

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nodes and statements as tables, sorted, filtered and saved, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await page.getByLabel('Show the graph as').selectOption('Table')
        await rows(page).first().waitFor()
        expect(await rowCount(page)).toBe(builtIn().knowledge.entities.size)
        await screenshot(page, `table-nodes-${colorScheme}`)
        await expectNoAxeViolations(page)

        await page.getByRole('columnheader', { name: 'Degree' }).getByRole('button').click()
        const ends = await page
          .locator('thead th:nth-child(3) button, tbody td:nth-child(3)')
          .evaluateAll((parts) =>
            parts.slice(0, 2).map((part) => {
              const range = new Range()
              range.selectNodeContents(part.querySelector('span') ?? part)
              return Math.round(range.getBoundingClientRect().right)
            }),
          )
        expect(ends[0]).toBe(ends[1])
        const degrees = (await cells(page, 3)).map(Number)
        expect(degrees).toEqual(degrees.toSorted((a, b) => b - a))
        expect(linkPart(page, 'table')).toBe('nodes:down:degree:')

        await page.getByLabel('Only rows with these words').pressSequentially('shanghai')
        await page.getByText(/^\d+ of \d+$/).waitFor()
        const found = await rowCount(page)
        const download = page.waitForEvent('download')
        await page.getByRole('button', { name: 'Save as CSV' }).click()
        const saved = await download
        expect(saved.suggestedFilename()).toMatch(/-nodes\.csv$/)
        const lines = readFileSync(await saved.path(), 'utf8')
          .trimEnd()
          .split('\r\n')
        expect([lines[0]?.startsWith('Name,Kind,Degree,In,Out,'), lines.length]).toEqual([
          true,
          found + 1,
        ])

        await page.getByRole('button', { name: /^Statements/ }).click()
        await page.getByRole('grid', { name: 'Statements' }).waitFor()
        await screenshot(page, `table-statements-${colorScheme}`)
        await expectNoAxeViolations(page)
        await rows(page).first().click()
        expect(linkPart(page, 'edge') ?? linkPart(page, 'node')).toBeDefined()
        expect(await page.locator('tr[aria-selected=true]').count()).toBeGreaterThan(0)
        await page.getByLabel('Only rows with these words').fill('no such words')
        await page.getByText('No row that the picture shows').waitFor()
        await expectNoAxeViolations(page)
      },
      { colorScheme },
    )
  })
}

test('by keyboard alone: along the rows, to a card, and what was typed is undone at once', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.getByLabel('Show the graph as').selectOption('Table')
    await page.getByRole('grid').focus()
    const active = (): Promise<string> => page.locator('tr.is-active td').first().innerText()
    const [, second = ''] = await cells(page, 1)
    await page.keyboard.press('ArrowDown')
    expect(await active()).toBe(second)
    await page.keyboard.press('Enter')
    expect(await cardTitle(page)).toBe(second)
    await page.keyboard.press('End')
    const last = await rowCount(page)
    expect(await page.locator('tr.is-active').getAttribute('aria-rowindex')).toBe(`${last + 1}`)
    await page.keyboard.press('PageUp')
    await page.keyboard.press('Home')
    await page.keyboard.press(' ')
    const first = await active()
    expect(await cardTitle(page)).toBe(first)
    await screenshot(page, 'table-keyboard')

    await page.keyboard.press('F2')
    expect(await page.locator('#edit-label').inputValue()).toBe(first)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.locator('table:focus').waitFor()

    await page.getByLabel('Only rows with these words').focus()
    await page.keyboard.type('model', { delay: 20 })
    await page.getByText(/^\d+ of \d+$/).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(linkPart(page, 'table')).toBe(undefined)
    expect(await cardTitle(page)).toBe(first)
    expect(await page.getByLabel('Only rows with these words').inputValue()).toBe('')
  })
})

test('every column is filtered by itself: a choice, an amount, words; in the link, undone, cleared', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.getByLabel('Show the graph as').selectOption('Table')
    await rows(page).first().waitFor()
    const all = await rowCount(page)
    await page.getByRole('button', { name: 'Filter columns' }).click()
    await page.getByLabel('Filter Kind').selectOption('Model')
    await page.getByLabel('Filter Degree').pressSequentially('>= 5')
    await page.getByText(/^\d+ of \d+$/).waitFor()
    const kept = await rowCount(page)
    expect(kept).toBeLessThan(all)
    expect(new Set(await cells(page, 2))).toEqual(new Set(['Model']))
    expect((await cells(page, 3)).every((degree) => Number(degree) >= 5)).toBe(true)
    expect(linkPart(page, 'table')).toBe('nodes:none:::value;kind;Model,typed;degree;%3E%3D%205')
    await screenshot(page, 'table-filtered')
    await expectNoAxeViolations(page)
    await page.getByLabel('Filter Name').fill('no such name')
    await page.getByText('is as asked').waitFor()
    expect(await page.getByLabel('Filter Name').inputValue()).toBe('no such name')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => rowCount(page)).toBe(kept)
    await page.getByRole('button', { name: 'Clear 2 filters' }).click()
    await expect.poll(() => rowCount(page)).toBe(all)
    expect(linkPart(page, 'table')).toBe(undefined)
  })
})

test('the table stands below the picture, which stays as it is: one selection, in the link, undone', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page
      .locator('.scene canvas')
      .first()
      .evaluate((canvas) => canvas.setAttribute('data-first', ''))
    await page.getByLabel('Show the graph as').selectOption('Picture and table')
    await rows(page).first().waitFor()
    expect(await page.locator('[data-first]').count()).toBe(1)
    const box = async (selector: string) =>
      (await page.locator(selector).boundingBox()) ?? { y: 0, height: 0 }
    const [picture, table] = [await box('.graph-frame'), await box('.table-view')]
    expect(picture.height).toBeGreaterThan(300)
    expect(table.height).toBeGreaterThan(250)
    expect(Math.round(picture.y + picture.height)).toBe(Math.round(table.y))
    const name = await rows(page).nth(1).locator('td').first().innerText()
    await rows(page).nth(1).click()
    expect(await cardTitle(page)).toBe(name)
    await page.waitForTimeout(1000)
    await screenshot(page, 'table-beside')
    await expectNoAxeViolations(page)
    expect(linkPart(page, 'mode')).toBe('beside')
    await page.getByRole('button', { name: 'Timeline' }).click()
    await page.getByRole('button', { name: 'Beside the picture' }).click()
    expect(linkPart(page, 'mode')).toBe('table')
    expect(await page.locator('.graph-frame').count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('.graph-frame').waitFor()
    await screenshot(page, 'table-beside-timeline')
  })
})

test('a link to something far down in the table opens there, whatever comes after it', async () => {
  // What was selected by the link was out of sight every other time.
  for (const time of ['', '', '', '&time=2000-01-01:2024-12-31', '&time=2000-01-01:2024-12-31'])
    await withPage(
      async (page) => {
        if (time !== '') await page.locator('.timeline').waitFor()
        const isInSight = async (): Promise<boolean> => {
          const [row, table] = [
            await page.locator('tr[data-node=qwen]').boundingBox(),
            await page.locator('.table-scroll').boundingBox(),
          ]
          if (row === null || table === null) return false
          return row.y > table.y && row.y + row.height <= table.y + table.height
        }
        await expect.poll(isInSight).toBe(true)
        await page.waitForTimeout(500)
        expect(await isInSight()).toBe(true)
      },
      { hash: `v=1&mode=beside&node=qwen${time}` },
    )
})

test('in a narrow window the table of such a link stands instead of the picture', async () => {
  await withPage(
    async (page) => {
      await rows(page).first().waitFor()
      expect(await page.locator('.graph-frame').count()).toBe(0)
      expect(await page.getByLabel('Show the graph as').inputValue()).toBe('table')
    },
    { viewport: { width: 390, height: 844 }, hash: 'v=1&mode=beside' },
  )
})

test('what is selected elsewhere is marked and comes into sight', async () => {
  await withPage(
    async (page) => {
      const marked = page.locator('tr[aria-selected=true]')
      await marked.waitFor()
      expect(await marked.locator('td').first().innerText()).toBe('Shanghai')
      expect(await inSight(page, 'Shanghai')).toBe(true)
      const other = page.locator('.relation .entity-button').last()
      const name = (await other.innerText()).trim()
      await other.click()
      await marked.filter({ hasText: name }).waitFor()
      expect(await inSight(page, name)).toBe(true)
    },
    { hash: 'v=1&mode=table&node=shanghai' },
  )
})

test('100,000 rows are scrolled with few of them in the page, and sorted and filtered', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const triples = Array.from(
      { length: 100_000 },
      (_, n) => `<urn:n${n % 200}> <urn:says> "Text ${(n * 7919) % 100_000}" .`,
    )
    await openFiles(page, {
      name: 'many.nt',
      mimeType: 'application/n-triples',
      buffer: Buffer.from(triples.join('\n')),
    })
    await page.waitForFunction(() => document.title.startsWith('many.nt'))
    await page.getByLabel('Show the graph as').selectOption('Table')
    await page.getByRole('button', { name: 'Statements 100,000' }).click()
    // While the rows are being put in order, those from before are shown, and then the first again.
    await expect
      .poll(async () => {
        await page.locator('.table-scroll').evaluate((element) => element.scrollTo(0, 1_700_000))
        return page.locator('tr[aria-rowindex="50010"]').count()
      })
      .toBe(1)
    expect(await rowCount(page)).toBe(100_000)
    expect(await rows(page).count()).toBeLessThan(80)
    await page.getByRole('columnheader', { name: 'Value' }).getByRole('button').click()
    await page.getByText('Text 0', { exact: true }).waitFor()
    expect((await cells(page, 3)).slice(0, 3)).toEqual(['Text 0', 'Text 1', 'Text 2'])
    await page.getByLabel('Only rows with these words').fill('text 99999')
    await page.getByText('1 of 100,000').waitFor()
    await page.getByLabel('Only rows with these words').fill('')
    await page.getByRole('button', { name: 'Filter columns' }).click()
    await page.getByLabel('Filter Value').fill('text 9999')
    await page.getByText('19 of 100,000').waitFor()
  })
})

test('on a phone the table scrolls sideways within itself, above the card', async () => {
  await withPage(
    async (page) => {
      await rows(page).first().waitFor()
      await screenshot(page, 'table-phone')
      const legend = await page.locator('.legend-panel').boundingBox()
      const query = await page.locator('.table-query').boundingBox()
      // What can be tapped has room around it.
      expect(query?.y).toBeGreaterThanOrEqual((legend?.y ?? 0) + (legend?.height ?? 0) + 6)
      await expectNoAxeViolations(page)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBe(0)
      const name = await rows(page).nth(1).locator('td').first().innerText()
      await rows(page).nth(1).tap()
      expect(await cardTitle(page)).toBe(name)
    },
    {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      hash: 'v=1&mode=table',
    },
  )
})

/** True where the row with that name is wholly between the head of the table and its lower end. */
function inSight(page: Page, name: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const box = document.querySelector('.table-scroll')?.getBoundingClientRect()
    const row = [...document.querySelectorAll('.table-scroll tbody tr')]
      .find((each) => each.querySelector('td')?.textContent === wanted)
      ?.getBoundingClientRect()
    if (box === undefined || row === undefined) return false
    return row.top >= box.top + 37 && row.bottom <= box.bottom + 1
  }, name)
}

test('the line between picture and table is moved by pointer and keys, kept, and put back', async () => {
  await withPage(
    async (page) => {
      await rows(page).first().waitFor()
      const divider = page.getByRole('separator', { name: 'Height of the picture' })
      const now = async (): Promise<number> => Number(await divider.getAttribute('aria-valuenow'))
      const heights = async (): Promise<readonly number[]> =>
        Promise.all(
          ['.graph-frame', '.table-view'].map(
            async (part) => (await page.locator(part).boundingBox())?.height ?? 0,
          ),
        )
      const [picture = 0, table = 0] = await heights()
      expect(await now()).toBe(55)
      const box = await divider.boundingBox()
      if (box === null) throw new Error('There is no divider')
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x, y + 150, { steps: 4 })
      await page.mouse.up()
      const [taller = 0, shorter = 0] = await heights()
      expect(Math.abs(taller - picture - 150)).toBeLessThan(8)
      expect(Math.abs(table - shorter - 150)).toBeLessThan(8)
      await screenshot(page, 'table-divider')
      const dragged = await now()
      await divider.press('ArrowUp')
      expect(await now()).toBe(dragged - 5)
      await divider.press('Home')
      expect(await now()).toBe(30)
      await page.waitForTimeout(500)
      await screenshot(page, 'table-divider-up')
      await expectNoAxeViolations(page)
      await page.reload()
      await rows(page).first().waitFor()
      expect(await now()).toBe(30)
      await divider.dblclick()
      expect(await now()).toBe(55)
      expect(await heights()).toEqual([picture, table])
      expect(linkPart(page, 'mode')).toBe('beside')
    },
    { hash: 'v=1&mode=beside' },
  )
})

test('a finger moves the line between picture and table on a tablet', async () => {
  await withPage(
    async (page) => {
      await rows(page).first().waitFor()
      const divider = page.getByRole('separator', { name: 'Height of the picture' })
      const box = await divider.boundingBox()
      const [x, y] = [(box?.x ?? 0) + 100, (box?.y ?? 0) + (box?.height ?? 0) / 2]
      const touch = await page.context().newCDPSession(page)
      for (const [type, at] of [
        ['touchStart', y],
        ['touchMove', y - 60],
        ['touchMove', y - 100],
        ['touchEnd', undefined],
      ] as const)
        await touch.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: at === undefined ? [] : [{ x, y: at }],
        })
      await expect.poll(() => divider.getAttribute('aria-valuenow')).toBe('42')
    },
    { viewport: { width: 1180, height: 820 }, hasTouch: true, hash: 'v=1&mode=beside' },
  )
})
