import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { readOrreryJson } from '../../src/formats/json/read-orrery-json.ts'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle, linkPart } from './china-ai.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })
const titles = (page: Page): Promise<string[]> =>
  page.locator('.saved-views .stop-head button').allInnerTexts()

/** Goes to a view by its link, as a reader does who edits the address. */
const goTo = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

/** Saves the present view under a title, by keyboard alone. */
const saveView = async (page: Page, title: string | undefined, text: string): Promise<void> => {
  await page.locator('#stop-save').press('Enter')
  await page.locator('.own-words input:focus').waitFor()
  if (title !== undefined) await page.keyboard.type(title)
  await page.keyboard.press('Tab')
  await page.keyboard.type(text)
  await page.keyboard.press('Control+Enter')
  await page.locator('#stop-save:focus').waitFor()
}

const savedThree = async (page: Page): Promise<void> => {
  await button(page, 'Notebook').press('Enter')
  await saveView(page, 'Everything', 'It begins with the whole.')
  await goTo(page, 'v=1&node=qwen&focus=qwen:1')
  await button(page, 'Notebook').press('Enter')
  await saveView(page, undefined, 'One model.\n\nSee https://example.org/qwen.')
  await goTo(page, 'v=1&path=qwen:shanghai:1&hide-kinds=city')
  await button(page, 'Notebook').press('Enter')
  await saveView(page, 'A way', '')
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`views are saved, put in order and played by keyboard alone; Esc leads back, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await savedThree(page)
        expect(await titles(page)).toEqual(['Everything', 'Qwen', 'A way'])
        await screenshot(page, `saved-views-${colorScheme}`)
        await expectNoAxeViolations(page)

        await page.locator('#stop-up-2').press('Enter')
        await page.locator('#stop-up-1:focus').waitFor()
        expect(await titles(page)).toEqual(['Everything', 'A way', 'Qwen'])
        await page.keyboard.press('Control+z')
        expect(await titles(page)).toEqual(['Everything', 'Qwen', 'A way'])
        await page.keyboard.press('Control+Shift+Z')

        await goTo(page, 'v=1&mode=list&node=alibaba')
        await page.getByRole('heading', { name: 'Alibaba', exact: true }).first().waitFor()
        const before = page.url()
        await button(page, 'Notebook').press('Enter')
        await button(page, 'Play as a tour').press('Enter')
        await page.locator('.tour h2:focus').waitFor()
        expect([await cardTitle(page), linkPart(page, 'mode')]).toEqual(['Everything', undefined])
        await page.keyboard.press('ArrowRight')
        await page.getByRole('heading', { name: 'A way' }).waitFor()
        expect([linkPart(page, 'path'), linkPart(page, 'hide-kinds')]).toEqual([
          'qwen:shanghai:1',
          'city',
        ])
        await page.getByText(/^Rests on/).waitFor()
        await screenshot(page, `tour-path-${colorScheme}`)
        await page.keyboard.press('PageDown')
        await page.getByRole('heading', { name: 'Qwen', exact: true }).waitFor()
        expect([linkPart(page, 'node'), linkPart(page, 'focus')]).toEqual(['qwen', 'qwen:1'])
        expect(await page.locator('.side-panel [role=status]').first().innerText()).toMatch(
          /^3 of 3: Qwen\. One model\./,
        )
        await screenshot(page, `tour-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.keyboard.press('ArrowRight')
        await page.keyboard.press('PageUp')
        await page.getByRole('heading', { name: 'A way' }).waitFor()
        await page.keyboard.press('Escape')
        await page.getByRole('heading', { name: 'Alibaba', exact: true }).first().waitFor()
        expect(page.url()).toBe(before)

        await page.reload()
        await button(page, 'Notebook').press('Enter')
        await page.locator('.saved-views .stop-head').first().waitFor()
        expect(await titles(page)).toEqual(['Everything', 'A way', 'Qwen'])
      },
      { colorScheme },
    )
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the built-in graph has a tour of its own, each stop with its sources, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await screenshot(page, `site-tour-offered-${colorScheme}`)
        await button(page, 'Take the tour').press('Enter')
        await page.locator('.tour h2:focus').waitFor()
        await screenshot(page, `site-tour-first-${colorScheme}`)
        await expectNoAxeViolations(page)
        for (let stop = 1; stop <= 7; stop += 1) {
          await page.locator('.tour .count', { hasText: `${stop} of 7` }).waitFor()
          expect(await page.locator('.tour .note').count()).toBe(0)
          expect(await page.locator('.resting li').count()).toBeGreaterThan(0)
          expect(await page.locator('.citations li').count()).toBeGreaterThan(0)
          if (stop === 3) await screenshot(page, `site-tour-third-${colorScheme}`)
          await page.keyboard.press('ArrowRight')
        }
        await page.keyboard.press('Escape')
        await button(page, 'Take the tour').waitFor()
        expect(new URL(page.url()).hash).toBe('#v=1&dataset=china-ai@1.0.0')
      },
      { colorScheme },
    )
  })
}

test('a click in a tour pauses it with a card, and the tour goes on from there or ends', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await savedThree(page)
    await button(page, 'Play as a tour').click()
    await button(page, 'Next').click()
    await page.locator('.resting-more summary').click()
    await page.locator('.resting a').first().click()
    await page.getByText('Your tour: 2 of 3').waitFor()
    await screenshot(page, 'tour-paused')
    await expectNoAxeViolations(page)
    await button(page, 'Go on').click()
    await page.locator('.tour').waitFor()
    expect([await cardTitle(page), linkPart(page, 'node')]).toEqual(['Qwen', 'qwen'])
    await button(page, 'Stay here').click()
    await page.locator('.tour').waitFor({ state: 'detached' })
    expect(linkPart(page, 'focus')).toBe('qwen:1')
  })
})

test('a view is renamed, taken anew and removed, each undone like any step; the tour leaves in Orrery JSON and comes back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-tour-'))
  await withPage(
    async (page) => {
      await firstPicture(page)
      await savedThree(page)
      await page.locator('#stop-edit-0').press('Enter')
      await page.keyboard.type('The way, not the whole')
      await page.getByRole('checkbox', { name: /^Show what I see now/ }).check()
      await button(page, 'Save').click()
      await page.locator('#stop-remove-2').click()
      expect(await titles(page)).toEqual(['The way, not the whole', 'Qwen'])
      expect(await page.locator('.saved-views .is-shown button').first().innerText()).toBe(
        'The way, not the whole',
      )
      await page.keyboard.press('Control+z')
      expect(await titles(page)).toEqual(['The way, not the whole', 'Qwen', 'A way'])

      await button(page, 'Export with the graph').click()
      const save = page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true })
      await expect.poll(() => save.isEnabled(), { timeout: 20_000 }).toBe(true)
      const saved = page.waitForEvent('download')
      await save.click()
      const path = join(folder, 'with-tour.json')
      await (await saved).saveAs(path)
      const read = readOrreryJson(readFileSync(path, 'utf8'), path)
      expect(read.ok && read.content.notebook?.stops.map(({ title }) => title)).toEqual([
        'The way, not the whole',
        'Qwen',
        'A way',
      ])
      await button(page, 'Open a graph of your own').click()
      await page.locator('.drop-zone input').setInputFiles([path])
      await page.waitForFunction(() => location.hash.includes('dataset=with-tour.json'))
      await button(page, 'Notebook').click()
      await button(page, 'Play as a tour').click()
      await page.locator('.tour h2:focus').waitFor()
      await page.keyboard.press('ArrowRight')
      await page.locator('.tour').getByRole('heading', { name: 'Qwen', exact: true }).waitFor()
      expect(linkPart(page, 'focus')).toBe('qwen:1')
    },
    { acceptDownloads: true },
  )
})

test('a link begins the tour of the graph at one of its stops, and the tour gives such links', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.locator('.tour .count', { hasText: '3 of 7' }).waitFor()
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.keyboard.press('ArrowRight')
      await page.locator('.tour .count', { hasText: '4 of 7' }).waitFor()
      await button(page, 'Link').click()
      await page.getByText('it begins the tour at this stop').waitFor()
      await screenshot(page, 'site-tour-link')
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(new URL(copied).hash).toBe('#v=1&dataset=china-ai@1.0.0&tour=4')
      await page.keyboard.press('Escape')
      await button(page, 'Take the tour').waitFor()
      await page.evaluate((hash) => {
        location.hash = hash
      }, new URL(copied).hash)
      await page.locator('.tour .count', { hasText: '4 of 7' }).waitFor()
    },
    { hash: 'v=1&tour=3' },
  )
})

test('a tour leaves in the archive of a dataset folder, and comes back when that is opened', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-tour-zip-'))
  await withPage(
    async (page) => {
      await firstPicture(page)
      await savedThree(page)
      await button(page, 'Export with the graph').click()
      await page.getByRole('radio', { name: /^Dataset folder/ }).check()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('saved views that rest on no cited statement').waitFor()
      await screenshot(page, 'tour-archive')
      await expectNoAxeViolations(page)
      const save = dialog.getByRole('button', { name: 'Save', exact: true })
      await expect.poll(() => save.isEnabled(), { timeout: 20_000 }).toBe(true)
      const saved = page.waitForEvent('download')
      await save.click()
      const path = join(folder, 'china.zip')
      await (await saved).saveAs(path)
      await button(page, 'Open a graph of your own').click()
      await page.locator('.drop-zone input').setInputFiles([path])
      await page.waitForFunction(() => location.hash.includes('dataset=china.zip'))
      await button(page, 'Notebook').click()
      expect(await titles(page)).toEqual(['Qwen'])
      await button(page, 'Play as a tour').click()
      await page.locator('.tour h2:focus').waitFor()
      expect(await cardTitle(page)).toBe('Qwen')
    },
    { acceptDownloads: true },
  )
})

test('a tour plays on a phone, and does not glide where motion is not wanted', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await savedThree(page)
      await screenshot(page, 'saved-views-phone')
      await expectNoAxeViolations(page)
      await button(page, 'Play as a tour').tap()
      await button(page, 'Next').tap()
      await page.locator('.tour').getByText('One model.').waitFor()
      await screenshot(page, 'tour-phone')
      await expectNoAxeViolations(page)
      await button(page, 'End').tap()
      expect(linkPart(page, 'path')).toBe('qwen:shanghai:1')
    },
    {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    },
  )
})
