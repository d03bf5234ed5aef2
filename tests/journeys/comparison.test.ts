import { expect, inject, test } from 'vitest'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle, linkPart } from './china-ai.ts'
import { gexf, graphShown, openFiles, verona } from './own-files.ts'
import type { Payload } from './own-files.ts'

/** Verona as it was: another house for the second, one more person, and other edges. */
function olderVerona(): Payload {
  const text = verona('')
    .buffer.toString()
    .replace('label="Montague 2"', 'label="Montague the Elder"')
    .replace(/<edge source="p5"[^>]*>\n/, '<edge source="p5" target="ghost"/>\n')
    .replace(
      '</nodes>',
      '<node id="ghost" label="Rosaline"><attvalues><attvalue for="0" value="Capulet"/></attvalues></node>\n</nodes>',
    )
    .replace(/<node id="p23".*?<\/node>\n/, '')
    .replaceAll(/<edge source="p23"[^>]*>\n?/g, '')
    .replaceAll(/<edge [^>]*target="p23"\/>\n/g, '')
  return gexf('verona-2020.gexf', text)
}

const compareButton = { name: 'Compare with another version…' }

async function compare(page: Page): Promise<void> {
  await firstPicture(page)
  await openFiles(page, verona('verona.gexf'))
  await graphShown(page, 'Verona')
  await page.getByRole('button', compareButton).click()
  await page.locator('.drop-zone input').setInputFiles([olderVerona()])
  await page.getByRole('heading', { name: 'What changed since verona-2020.gexf' }).waitFor()
}

test('a reader lays an older version beside the graph, reads what changed, and ends it', async () => {
  await withPage(async (page) => {
    await compare(page)
    const legend = page.getByRole('group', { name: 'Compared with verona-2020.gexf' })
    expect(await legend.innerText()).toMatch(
      /verona-2020\.gexf[\s\S]*Added[\s\S]*1[\s\S]*Removed[\s\S]*1[\s\S]*Changed/,
    )
    const list = page.locator('.comparison')
    expect(await list.innerText()).toMatch(
      /Statements\s+4[\s\S]*Removed:\s+Church 6 is linked to Rosaline/,
    )
    expect(await list.innerText()).toMatch(/Name\s+Montague the Elder\s*→\s*Montague 2/)
    await page.waitForTimeout(600)
    await screenshot(page, 'comparison')
    await expectNoAxeViolations(page)
    await list.getByRole('button', { name: 'Montague 2' }).first().click()
    expect(await cardTitle(page)).toBe('Montague 2')
    expect(
      await page.getByRole('complementary', { name: 'Compared with verona-2020.gexf' }).innerText(),
    ).toContain('Montague the Elder')
    await screenshot(page, 'comparison-card')
    await page.getByRole('button', { name: 'Close the card' }).click()
    await legend.getByRole('checkbox', { name: /Removed/ }).uncheck()
    await page.waitForTimeout(300)
    await screenshot(page, 'comparison-without-removed')
    await list.getByRole('button', { name: 'End the comparison' }).click()
    expect(await cardTitle(page)).toBe('Verona')
    expect(await legend.count()).toBe(0)
  })
})

test('a comparison is undone like any step, is in the link, and is there after a reload', async () => {
  await withPage(async (page) => {
    await compare(page)
    const title = page.getByRole('heading', { name: 'What changed since verona-2020.gexf' })
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await cardTitle(page)).toBe('Verona')
    await page.getByRole('button', { name: 'Redo' }).click()
    await title.waitFor()
    const legend = page.getByRole('group', { name: 'Compared with verona-2020.gexf' })
    await legend.getByRole('checkbox', { name: /Removed/ }).uncheck()
    expect(linkPart(page, 'compared')).toBe('verona-2020.gexf:removed')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy the link to this view' }).click()
    await page
      .getByText(
        'cannot bring the file “verona.gexf” itself and the file “verona-2020.gexf” that the graph is compared with',
      )
      .waitFor()
    await screenshot(page, 'comparison-link')

    await page.reload()
    await title.waitFor()
    expect(await legend.getByRole('checkbox', { name: /Removed/ }).isChecked()).toBe(false)
  })
})

test('a link that compares with a file that is not here says so, and goes on without it', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByText('was compared with the file “old.gexf”, which is not kept').waitFor()
      expect(linkPart(page, 'compared')).toBe(undefined)
    },
    { hash: 'v=1&compared=old.gexf' },
  )
})

test('a link that compares with an address shows it and asks, and compares or goes on without it', async () => {
  const address = new URL('datasets/orrery.json', inject('address')).href
  const hash = `v=1&compared=${encodeURIComponent(address)}`
  await withPage(
    async (page) => {
      await firstPicture(page)
      const dialog = page.getByRole('dialog', { name: 'Compare with the file of this link?' })
      await dialog.getByText(address).waitFor()
      await screenshot(page, 'comparison-asked')
      await expectNoAxeViolations(page)
      await dialog.getByRole('button', { name: 'Do not compare' }).click()
      await expect.poll(() => linkPart(page, 'compared')).toBe(undefined)

      await page.evaluate((to) => {
        location.hash = to
      }, hash)
      await dialog.getByRole('button', { name: 'Compare', exact: true }).click()
      await page.getByRole('heading', { name: 'What changed since orrery.json' }).waitFor()
      expect(linkPart(page, 'compared')).toBe(encodeURIComponent(address))
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.locator('.comparison').waitFor({ state: 'detached' })
    },
    { hash },
  )
})

test('by keyboard alone, in the dark scheme', async () => {
  await withPage(
    async (page) => {
      await compare(page)
      await page.waitForTimeout(600)
      await screenshot(page, 'comparison-dark')
      await expectNoAxeViolations(page)
      const removed = page
        .getByRole('group', { name: /Compared with/ })
        .getByRole('checkbox', { name: /Removed/ })
      await removed.focus()
      await page.keyboard.press('Space')
      expect(await removed.isChecked()).toBe(false)
      const first = page.locator('.comparison .statement-line').first()
      await first.focus()
      const name = await first.innerText()
      await page.keyboard.press('Enter')
      expect(await cardTitle(page)).toBe(name)
    },
    { colorScheme: 'dark' },
  )
})

test('on a phone, and a file that cannot be read leaves everything as it was', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('button', compareButton).click()
      await page.locator('.drop-zone input').setInputFiles([gexf('broken.gexf', '<gexf><graph>')])
      await page.getByText('This could not be opened').waitFor()
      await page.getByRole('button', { name: 'Choose another file' }).click()
      await page.getByRole('heading', { name: 'Compare with another version' }).waitFor()
      await screenshot(page, 'comparison-phone-choosing')
      await page.locator('.drop-zone input').setInputFiles([olderVerona()])
      await page.getByRole('heading', { name: 'What changed since verona-2020.gexf' }).waitFor()
      await screenshot(page, 'comparison-phone')
      await expectNoAxeViolations(page)
    },
    { viewport: { width: 390, height: 780 } },
  )
})
