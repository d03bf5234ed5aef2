import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle, linkPart } from './china-ai.ts'
import { graphShown, openFiles, verona } from './own-files.ts'

/** A file that the site itself serves, beside its own. */
const served = join(import.meta.dirname, '../../dist/journey-verona.gexf')
writeFileSync(served, verona('').buffer)
afterAll(() => rmSync(served))

test('a link with ?url= shows the address and asks before it fetches anything', async () => {
  await withPage(async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(
      `${inject('address')}?url=journey-verona.gexf#v=1&dataset=journey-verona.gexf&node=p3`,
    )
    const dialog = page.getByRole('dialog', { name: 'Open the file of this link?' })
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain(`${inject('address')}journey-verona.gexf`)
    await screenshot(page, 'own-file-asking')
    await expectNoAxeViolations(page)
    expect(asked).not.toContain('/journey-verona.gexf')
    await dialog.getByRole('button', { name: 'Open', exact: true }).click()
    await graphShown(page, 'Verona')
    expect(await cardTitle(page)).toBe('Capulet 4')
    expect(new URL(page.url()).searchParams.get('url')).toBe(
      `${inject('address')}journey-verona.gexf`,
    )
  })
})

test('an address on another host is refused with what the policy of the site allows', async () => {
  await withPage(
    async (page) => {
      await page.goto(`${inject('address')}?url=https://example.org/graph.gexf`)
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      expect(await dialog.innerText()).toMatch(/another site, example\.org/)
      await dialog.getByRole('button', { name: 'Open', exact: true }).click()
      await page.getByRole('dialog', { name: 'This could not be opened' }).waitFor()
      expect(await page.getByRole('dialog').innerText()).toMatch(
        /may fetch files only from localhost[\s\S]*download the file[\s\S]*connect-src/,
      )
      await page.keyboard.press('Escape')
      expect(await cardTitle(page)).toContain('China')
      await page.goto(`${inject('address')}?url=javascript:alert(1)`)
      expect(await page.getByRole('dialog').innerText()).toContain('none of the web')
    },
    { complaints: 'expected' },
  )
})

test('a reload brings the file and its view back; it is listed, and can be forgotten', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await openFiles(page, verona('verona.gexf'))
    await graphShown(page, 'Verona')
    await page.getByRole('checkbox', { name: /Church/ }).uncheck()
    const link = page.url()
    await page.addInitScript(() => {
      const titles: string[] = []
      Object.assign(window, { titles })
      const look = (): void => {
        titles.push(document.querySelector('.graph-title')?.textContent ?? '')
        requestAnimationFrame(look)
      }
      look()
    })
    await page.reload()
    await graphShown(page, 'Verona')
    const titles = await page.evaluate(
      () => (window as unknown as { readonly titles: readonly string[] }).titles,
    )
    // Nothing else is shown before it.
    expect(new Set(titles)).toEqual(new Set(['', 'Verona']))
    expect(page.url()).toBe(link)
    expect(await page.locator('.legend-size').innerText()).toMatch(/^16 of 24/)
    await page.keyboard.press('Control+o')
    const dialog = page.getByRole('dialog', { name: 'Open a graph of your own' })
    expect(await dialog.getByRole('region', { name: 'Opened before' }).innerText()).toMatch(
      /verona\.gexf\s+24 entities, 24 relations/,
    )
    await screenshot(page, 'own-file-choosing')
    await expectNoAxeViolations(page)
    await dialog.getByRole('button', { name: 'Forget verona.gexf' }).click()
    await expect.poll(() => dialog.getByRole('region', { name: 'Opened before' }).count()).toBe(0)
    await page.goto(link)
    await page.reload()
    await page.locator('.notice', { hasText: '“verona.gexf”, which is not kept' }).waitFor()
    expect(await cardTitle(page)).toContain('China')
  })
})

test('closed storage is said once and harms nothing', async () => {
  await withPage(async (page) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('closed', 'SecurityError')
      }
    })
    await page.reload()
    await firstPicture(page)
    await openFiles(page, verona('verona.gexf'))
    await graphShown(page, 'Verona')
    await page.locator('.notice', { hasText: 'keeps no files' }).waitFor()
    await openFiles(page, verona('verona-2.gexf'))
    await expect.poll(() => linkPart(page, 'dataset')).toBe('verona-2.gexf')
    await expect.poll(() => page.locator('.notice').count()).toBe(0)
  })
})

test('by keyboard alone: o on the graph opens the dialog, which gives the focus back', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    await page.locator('#graph').focus()
    await page.keyboard.press('o')
    await page.getByRole('dialog', { name: 'Open a graph of your own' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file')
    await page.keyboard.press('Tab')
    await page.keyboard.type('journey-verona.gexf')
    await page.keyboard.press('Enter')
    await graphShown(page, 'Verona')
    await page.keyboard.press('Control+o')
    await page.keyboard.press('Escape')
    await page.locator('#graph').focus()
    await page.keyboard.press('o')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('graph')
  })
})

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

test('on a phone in dark colours everything of it fits and has no axe violation', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await openFiles(page, verona('verona.gexf', { dangling: 3 }))
      await graphShown(page, 'Verona')
      await page.waitForTimeout(500)
      await screenshot(page, 'own-file-phone')
      await expectNoAxeViolations(page)
      await page.getByRole('button', { name: 'Read the report' }).click()
      await page.getByRole('dialog').waitFor()
      await screenshot(page, 'own-file-phone-report')
      await expectNoAxeViolations(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Open a graph of your own' }).click()
      await page.getByRole('region', { name: 'Opened before' }).waitFor()
      await screenshot(page, 'own-file-phone-choosing')
      await expectNoAxeViolations(page)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBe(0)
    },
    { ...phone, colorScheme: 'dark' },
  )
})

test('a link to a file that is not here shows its view as soon as that file is opened', async () => {
  await withPage(
    async (page) => {
      await page.getByText('open it to see what the link shows').waitFor()
      await openFiles(page, verona('other.gexf'))
      await graphShown(page, 'Verona')
      expect(linkPart(page, 'node')).toBe(undefined)
      await openFiles(page, verona('verona.gexf'))
      await expect.poll(() => cardTitle(page)).toBe('Montague 2')
      expect(linkPart(page, 'focus')).toBe('p1:1')
      await openFiles(page, verona('verona.gexf'))
      await expect.poll(() => cardTitle(page)).toBe('Verona')
    },
    { hash: 'v=1&dataset=verona.gexf&node=p1&focus=p1:1' },
  )
})
