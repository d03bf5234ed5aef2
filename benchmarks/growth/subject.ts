import type { FileChooser, Locator, Page } from 'playwright-core'

/** A page that opens files, as the driver has to handle it; ids and marks are the same in all. */
export interface Subject {
  readonly name: 'orrery' | 'bare'
  /** Resolves when the page is ready for a reader. */
  readonly ready: (page: Page) => Promise<void>
  readonly chooser: (page: Page) => Promise<FileChooser>
  /** Moves the pointer to where an export begins, as a reader does before the click. */
  readonly reachExport: (page: Page) => Promise<void>
  /** The mark at which a file without places has a readable layout. */
  readonly laidOut: string
  /**
   * From the first click until the browser is about to save the file. Clicks are told to the page as
   * events: a real one waits in Playwright until nothing moves any more, and is not what is compared.
   */
  readonly export: (page: Page) => Promise<void>
}

export const firstPicture = 'orrery:first-picture'

/** What follows the first picture of the built-in graph is another figure; printing is loaded last. */
export const afterFirst = 4000
/** Nobody presses a button sooner after the pointer has come to it. */
export const pressing = 200
/** Nobody has found a file in less, and meanwhile the page comes to rest. */
export const searching = 1000

/** The built application. */
export const orrery: Subject = {
  name: 'orrery',
  ready: async (page) => {
    await page.waitForFunction(
      (mark) => performance.getEntriesByName(mark).length > 0,
      firstPicture,
    )
    await page.waitForTimeout(afterFirst)
  },
  chooser: async (page) => {
    await page.keyboard.press('Control+o')
    return chosenBy(page, () => page.getByRole('button', { name: 'Choose a file' }).click())
  },
  // It lays out before it draws.
  laidOut: firstPicture,
  reachExport: (page) => exportButton(page).hover(),
  export: async (page) => {
    await exportButton(page).dispatchEvent('click')
    // Once it is free: Playwright's own waiting asks again after half a second only.
    await page.waitForFunction(() => {
      const save = document.querySelector('.export-actions .primary:not(:disabled)')
      if (save instanceof HTMLElement) save.click()
      return save !== null
    })
  },
}

/** The page of the libraries alone, in benchmarks/bare-file. */
export const bare: Subject = {
  name: 'bare',
  ready: () => Promise.resolve(),
  chooser: (page) => chosenBy(page, () => page.locator('#file').click()),
  laidOut: 'bare:laid-out',
  reachExport: (page) => page.locator('#export').hover(),
  export: (page) => page.locator('#export').dispatchEvent('click'),
}

const exportButton = (page: Page): Locator =>
  page.getByRole('button', { name: 'Export', exact: true })

async function chosenBy(page: Page, click: () => Promise<void>): Promise<FileChooser> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), click()])
  await page.waitForTimeout(searching)
  return chooser
}
