import type { Page } from 'playwright-core'
import type { Figures } from './measures.ts'
import { longestTaskSince, pageTime, untilTextChanges } from './probe.ts'
import { pressing } from './subject.ts'
import type { Subject } from './subject.ts'

/** Words of the generated names. */
const words = ['institute', 'Zürich'] as const

/** From entering the field, a word at once, until the results; an index may be made for it. */
export async function searchFirst(page: Page): Promise<Figures> {
  const listed = await untilTextChanges(page, 'focusin', '#search-results', async () => {
    await page.locator('#search').focus()
    await page.keyboard.insertText(words[0])
  })
  return { searchFirst: listed }
}

/** From another word in the same field until its results. */
export async function searchNext(page: Page): Promise<Figures> {
  await page.locator('#search').selectText()
  const listed = await untilTextChanges(page, 'input', '#search-results', () =>
    page.keyboard.insertText(words[1]),
  )
  return { search: listed }
}

/** From Enter in the search field until the card of what was found. */
export async function select(page: Page): Promise<Figures> {
  const shown = await untilTextChanges(page, 'keydown', '#card-title', () =>
    page.keyboard.press('Enter'),
  )
  return { select: shown }
}

/** From a click on a kind of the legend until the counts without it. */
export async function filter(page: Page): Promise<Figures> {
  const kind = page.locator('.facet input').first()
  const shown = await untilTextChanges(page, 'click', '.legend-size', () => kind.click())
  return { filter: shown }
}

/** From the click that asks for an export until the browser has the file. */
export async function exported(page: Page, subject: Subject): Promise<Figures> {
  await subject.reachExport(page)
  await page.waitForTimeout(pressing)
  const start = await pageTime(page)
  const download = page.waitForEvent('download')
  await subject.export(page)
  await download
  const end = await pageTime(page)
  // The observer hears of a task a little later.
  await page.waitForTimeout(500)
  return { export: end - start, exportTask: await longestTaskSince(page, start) }
}
