import { mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { readGexf } from '../../src/formats/gexf/read.ts'
import { readOrreryJson } from '../../src/formats/json/read-orrery-json.ts'
import { entityId } from '../../src/model/ids.ts'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { linkPart, placeOf } from './china-ai.ts'
import { crowd, graphShown, openFiles } from './own-files.ts'

const menu = (page: Page) => page.getByRole('group', { name: 'Layouts' })
const offer = (page: Page, name: string) => menu(page).getByRole('button', { name, exact: true })
const open = (page: Page) => page.getByRole('button', { name: 'Lay out' }).click()
const along = (page: Page) => menu(page).getByRole('combobox', { name: 'Along' })
/** The picture as it is drawn now, but for the controls at its lower edge, which have the focus. */
async function drawn(page: Page): Promise<string> {
  const box = await page.locator('.scene').boundingBox()
  if (box === null) throw new Error('There is no picture')
  const clip = { ...box, height: box.height - 80 }
  return (await page.screenshot({ clip })).toString('base64')
}

/** The picture once nothing moves any more. */
async function resting(page: Page): Promise<string> {
  let before = await drawn(page)
  for (;;) {
    await page.waitForTimeout(700)
    const now = await drawn(page)
    if (now === before) return now
    before = now
  }
}

/**
 * Presses the button that stops the forces as soon as they have moved a name, and gives its words.
 * The page does so itself: before they move anything there is nothing to keep, and soon they end.
 */
async function stopOnceMoved(page: Page): Promise<string> {
  await page.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('.lay-out > button')
    const names = document.querySelector<HTMLCanvasElement>('.scene .sigma-labels')
    const before = names?.toDataURL()
    delete document.documentElement.dataset['stopped']
    const look = (): void => {
      if (names?.toDataURL() === before) {
        requestAnimationFrame(look)
        return
      }
      document.documentElement.dataset['stopped'] = button?.innerText
      button?.click()
    }
    look()
  })
  // Asked for and not awaited on the page: the browser may drop a promise that nobody there holds.
  const words = await page.waitForFunction(() => document.documentElement.dataset['stopped'])
  return (await words.jsonValue()) ?? ''
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`each layout by mouse, told in words, in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await open(page)
        await menu(page).getByText('What is connected is near to each other.').waitFor()
        expect(await offer(page, 'Force').getAttribute('aria-pressed')).toBe('true')
        await offer(page, 'By kind').click()
        await menu(page).getByText('Every kind has a circle of its own.').waitFor()
        expect(linkPart(page, 'layout')).toBe('kind')
        await resting(page)
        await screenshot(page, `layouts-kind-${colorScheme}`)
        await expectNoAxeViolations(page)

        await offer(page, 'Around China').click()
        await menu(page).getByText('Rings tell how many steps it is to China.').waitFor()
        expect(linkPart(page, 'layout')).toBe('radial:china')
        await resting(page)
        await screenshot(page, `layouts-radial-${colorScheme}`)

        await along(page).selectOption({ label: 'part of (35)' })
        await menu(page).getByText('“part of” leads downwards.').waitFor()
        await resting(page)
        await screenshot(page, `layouts-hierarchy-${colorScheme}`)
        await offer(page, 'Turn over').click()
        await menu(page).getByText('“part of” leads upwards.').waitFor()
        expect(linkPart(page, 'layout')).toBe('hierarchy:part-of:turned')
        await resting(page)
        await screenshot(page, `layouts-turned-${colorScheme}`)
        await expectNoAxeViolations(page)
      },
      { colorScheme, viewport: { width: 1440, height: 900 } },
    )
  })
}

test('by keyboard alone; undone exactly, and a link opens the same picture', async () => {
  let link = ''
  let rings = ''
  await withPage(async (page) => {
    await firstPicture(page)
    const before = await resting(page)
    await page.getByRole('button', { name: 'Lay out' }).focus()
    await page.keyboard.press('Enter')
    await offer(page, 'Force').waitFor()
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab')
    expect(await offer(page, 'Around China').evaluate((it) => it === document.activeElement)).toBe(
      true,
    )
    await page.keyboard.press('Space')
    await menu(page).getByText('Rings tell').waitFor()
    await page.keyboard.press('Escape')
    await menu(page).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Lay out')
    rings = await resting(page)
    expect(rings).not.toBe(before)
    link = new URL(page.url()).hash.slice(1)
    expect(link).toBe('v=1&dataset=china-ai@1.0.0&layout=radial:china')
    await page.keyboard.press('Control+z')
    await expect.poll(() => linkPart(page, 'layout')).toBe(undefined)
    expect(await resting(page)).toBe(before)
    await page.keyboard.press('Control+Shift+z')
    expect(await resting(page)).toBe(rings)
  })
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Lay out' }).focus()
      expect(await resting(page)).toBe(rings)
    },
    { hash: link },
  )
})

test('a selected node comes to the middle, a dragged one is put back, and forces go on from there', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Original places' }).click()
      await expect.poll(() => linkPart(page, 'moved')).toBe(undefined)
      await page.getByRole('button', { name: 'Undo' }).click()
      await open(page)
      await offer(page, 'Around Qwen').click()
      await menu(page).getByText('steps it is to Qwen').waitFor()
      await expect
        .poll(() => [linkPart(page, 'layout'), linkPart(page, 'moved')])
        .toEqual(['radial:qwen', undefined])
      await resting(page)
      const stopped = stopOnceMoved(page)
      await menu(page).getByText('Let forces move the nodes').click()
      expect(await stopped).toBe('Stop')
      await page.getByRole('button', { name: 'Lay out' }).waitFor()
      await expect.poll(() => linkPart(page, 'layout')).toBe(undefined)
      await expect.poll(() => linkPart(page, 'moved')).toContain('qwen:')
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect.poll(() => linkPart(page, 'layout')).toBe('radial:qwen')
    },
    { hash: 'v=1&node=qwen&layout=kind&moved=qwen:300:200:pin' },
  )
})

test('other kinds are laid out anew, and the exports show what the picture does', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByText('Community 1', { exact: true }).waitFor()
      await resting(page)
      await screenshot(page, 'layouts-communities')
      const saved = async (format: string): Promise<string> => {
        await page.getByRole('button', { name: 'Export', exact: true }).click()
        await page.getByRole('radio', { name: format }).check()
        const save = page.getByRole('button', { name: 'Save' })
        await expect.poll(() => save.isEnabled(), { timeout: 20_000 }).toBe(true)
        const coming = page.waitForEvent('download')
        await save.click()
        return readFile(await (await coming).path(), 'utf8')
      }
      const svg = await saved('SVG')
      expect(svg).toContain('>Community 1</text>')
      expect(svg).toMatch(/<circle [^>]*fill="none" stroke="#e4e6ea"/)
      const gexf = readGexf(Buffer.from(await saved('GEXF 1.3')), 'saved.gexf')
      const china = gexf.ok ? gexf.content.entities.get(entityId('china')) : undefined
      expect(china?.drawing?.position).toBeDefined()
      expect(china?.drawing?.position).not.toMatchObject(placeOf('china'))
    },
    { hash: 'v=1&layout=kind&kinds=metric:community' },
  )
})

test('a session that is saved in another layout opens in it, and leads back to the places of the graph', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-layouts-'))
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('radio', { name: /^Orrery JSON/ }).check()
      const save = page.getByRole('button', { name: 'Save' })
      await expect.poll(() => save.isEnabled(), { timeout: 20_000 }).toBe(true)
      const coming = page.waitForEvent('download')
      await save.click()
      const path = join(folder, 'saved.json')
      await (await coming).saveAs(path)
      const before = await resting(page)

      await page.getByRole('button', { name: 'Open a graph of your own' }).click()
      await page.locator('.drop-zone input').setInputFiles([path])
      await page.waitForFunction(() => location.hash.includes('dataset=saved.json'))
      // The same graph stands there until the file is read.
      await page.getByText('saved.json · ').waitFor()
      await graphShown(page, 'China')
      expect(linkPart(page, 'layout')).toBe('radial:china')
      expect(linkPart(page, 'moved')).toBe('qwen:300:200:pin')
      const read = readOrreryJson(await readFile(path, 'utf8'), path)
      const china = read.ok ? read.content.layout.get(entityId('china')) : undefined
      expect(china).toEqual(placeOf('china'))
      await page.getByRole('button', { name: 'Lay out' }).focus()
      expect(await resting(page)).toBe(before)
    },
    { hash: 'v=1&layout=radial:china&moved=qwen:300:200:pin', acceptDownloads: true },
  )
})

test('with reduced motion the nodes are where they belong at once', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await open(page)
      await offer(page, 'By kind').click()
      await menu(page).getByText('Every kind').waitFor()
      await page.waitForTimeout(300)
      const soon = await drawn(page)
      expect(await resting(page)).toBe(soon)
    },
    { reducedMotion: 'reduce' },
  )
})

test('on a phone', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Lay out' }).tap()
      await offer(page, 'By kind').tap()
      await menu(page).getByText('Every kind').waitFor()
      await resting(page)
      await screenshot(page, 'layouts-phone-menu')
      await expectNoAxeViolations(page)
      await page.getByRole('button', { name: 'Lay out' }).tap()
      await menu(page).waitFor({ state: 'detached' })
      await screenshot(page, 'layouts-phone')
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  )
})

test('a large graph is laid out in a worker, which ends with it', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, crowd('crowd.gexf', 3000))
    await graphShown(page, 'crowd.gexf')
    await open(page)
    await offer(page, 'By kind').click()
    await expect.poll(() => linkPart(page, 'layout'), { timeout: 60_000 }).toBe('kind')
    const working = () => page.workers().filter((worker) => worker.url().includes('arrange')).length
    await expect.poll(working).toBe(0)
  })
})
