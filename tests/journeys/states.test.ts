import { expect, test } from 'vitest'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'
import { cardTitle } from './china-ai.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no state has an axe violation in ${colorScheme} colours`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        await screenshot(page, `first-view-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.locator('#search').fill('shang')
        await page.locator('#search-results').getByRole('option').first().waitFor()
        await expectNoAxeViolations(page)
        await page.keyboard.press('Enter')
        await page.locator('.focus-choice').getByRole('button', { name: '1 step' }).click()
        await screenshot(page, `node-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.locator('.relation .icon-button').first().click()
        await screenshot(page, `edge-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.getByRole('button', { name: 'Export', exact: true }).click()
        await page.getByRole('button', { name: 'Save' }).isEnabled()
        await screenshot(page, `export-${colorScheme}`)
        await expectNoAxeViolations(page)
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Keys and help' }).click()
        await expectNoAxeViolations(page)
        await page.keyboard.press('Escape')
        await page.getByLabel('Show the graph as').selectOption('List')
        await screenshot(page, `list-${colorScheme}`)
        await expectNoAxeViolations(page)
      },
      { colorScheme },
    )
  })
}

test('on a phone the card is a sheet from below that grows, and the legend opens over the picture until Esc', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await screenshot(page, 'phone-first-view')
      await page.getByRole('button', { name: 'More' }).click()
      await screenshot(page, 'phone-card')
      await expectNoAxeViolations(page)
      await page.getByRole('button', { name: 'Less' }).click()
      await page.getByRole('button', { name: 'Legend and filter' }).click()
      await screenshot(page, 'phone-legend')
      await expectNoAxeViolations(page)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBe(0)
      await page.getByRole('checkbox').first().focus()
      await page.keyboard.press('Escape')
      await page.locator('.legend-toggle[aria-expanded=false]:focus').waitFor()
    },
    { ...phone, hash: 'v=1&node=shanghai' },
  )
})

for (const width of [320, 330]) {
  test(`a window of ${width} pixels has nothing beside it`, async () => {
    await withPage(
      async (page) => {
        await firstPicture(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      },
      { viewport: { width, height: 700 } },
    )
  })
}

test('the colours follow the switch and outlive the visit', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const scheme = (): Promise<string | undefined> =>
      page.evaluate(() => document.documentElement.dataset['scheme'])
    expect(await scheme()).toBe('light')
    await page.getByRole('button', { name: /Colours: as the system/ }).click()
    await page.getByRole('button', { name: /Colours: light/ }).click()
    expect(await scheme()).toBe('dark')
    await page.reload()
    await firstPicture(page)
    expect(await scheme()).toBe('dark')
  })
})

test('without WebGL there is a clear word and a list that leads to the cards', async () => {
  await withPage(
    async (page) => {
      await page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null
      })
      await page.reload()
      await page.locator('.list-view').waitFor()
      expect(await page.locator('.notice').innerText()).toContain('no WebGL')
      await page.locator('.list-view').getByRole('button', { name: 'Baidu', exact: true }).click()
      expect(await cardTitle(page)).toBe('Baidu')
      await screenshot(page, 'no-webgl')
      await expectNoAxeViolations(page)
    },
    { complaints: 'expected' },
  )
})

test('a broken link opens the graph and says once what it could not use', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const notice = await page.locator('.notice').innerText()
      expect(notice).toContain('nobody')
      await screenshot(page, 'broken-link')
      await page.getByRole('button', { name: 'Dismiss' }).click()
      expect(await page.locator('.notice').count()).toBe(0)
    },
    { hash: 'v=1&dataset=china-ai@1.0.0&node=nobody&camera=a:b&zzz=1' },
  )
})

test('a dataset that cannot be read is named with its issue instead of a blank page', async () => {
  await withPage(
    async (page) => {
      await page.route('**/datasets/china-ai.json', (route) =>
        route.fulfill({
          body: '{"orrery":1,"dataset":{"id":"x"}}',
          contentType: 'application/json',
        }),
      )
      await page.reload()
      expect(await page.locator('.failure').innerText()).toMatch(
        /could not read[\s\S]*dataset\.title/,
      )
      await screenshot(page, 'failure')
      await expectNoAxeViolations(page)
    },
    { complaints: 'expected' },
  )
})

test('a lost graphics context is said and the picture comes back', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.evaluate(() => {
        for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.scene canvas')) {
          canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
        }
      })
      await page.locator('.notice', { hasText: 'drawn again' }).waitFor()
      const painted = (): Promise<boolean> =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLCanvasElement>('.scene canvas')].every(
            (canvas) => canvas.getContext('webgl2')?.isContextLost() !== true,
          ),
        )
      await expect.poll(painted, { timeout: 10_000 }).toBe(true)
      await screenshot(page, 'context-restored')
    },
    { complaints: 'expected' },
  )
})

test('on paper the picture stands as a drawing, without the controls', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const drawn = page.locator('.print-picture svg')
    // What draws it is loaded once the page is idle.
    await expect
      .poll(async () => {
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
        return drawn.count()
      })
      .toBe(1)
    await page.emulateMedia({ media: 'print' })
    const [picture, paper] = [await drawn.boundingBox(), page.viewportSize()]
    expect(picture?.width).toBe(paper?.width)
    expect(await page.locator('.legend-panel').isVisible()).toBe(false)
    await screenshot(page, 'print')
  })
})

test('an address that asks for a dataset which is not there says so', async () => {
  await withPage(
    async (page) => {
      await page.goto(`${new URL(page.url()).origin}/?dataset=no-such-graph`)
      expect(await page.locator('.failure').innerText()).toContain('404')
      await page.getByRole('link', { name: 'Open the built-in graph again' }).click()
      await firstPicture(page)
    },
    { complaints: 'expected' },
  )
})

test('on a phone a notice stands below search and legend', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      const box = async (selector: string) => {
        const found = await page.locator(selector).boundingBox()
        if (found === null) throw new Error(`There is no ${selector}`)
        return { top: found.y, bottom: found.y + found.height }
      }
      const { top } = await box('.notice')
      expect(top).toBeGreaterThan((await box('#search')).bottom)
      expect(top).toBeGreaterThanOrEqual((await box('.legend-toggle')).bottom)
      await screenshot(page, 'notice-phone')
      await expectNoAxeViolations(page)
    },
    { ...phone, hash: 'v=1&node=nobody' },
  )
})

test('on a phone the words of the legend are whole', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Legend and filter' }).tap()
      const cut = await page.locator('.facet-label').evaluateAll((labels) =>
        labels.flatMap((label) => {
          const { firstChild: text } = label
          const words = [...(text?.textContent ?? '').matchAll(/\S+/g)]
          return words.flatMap(({ 0: word, index }) => {
            if (text === null) return []
            const range = new Range()
            range.setStart(text, index)
            range.setEnd(text, index + word.length)
            return range.getClientRects().length > 1 ? [word] : []
          })
        }),
      )
      expect(cut).toEqual([])
      expect(
        await page
          .locator('.legend-scroll')
          .evaluate((part) => part.scrollWidth - part.clientWidth),
      ).toBe(0)
      await screenshot(page, 'legend-phone-narrowed')
    },
    { ...phone, hash: 'v=1&only=qwen,alibaba,chinese-llms' },
  )
})
