import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** One response of the first visit. */
export interface Shipped {
  /** The path inside the site. */
  readonly path: string
  /** Bytes after gzip at level 9, as a host would send them. */
  readonly gzip: number
}

/** What a first visit may ship: code, styles and data together, in bytes after gzip. */
export const firstVisitLimit = 130_000

/** Opens the address and gives everything that was sent until the first picture. */
export async function firstVisit(page: Page, address: string): Promise<readonly Shipped[]> {
  const pending: Promise<Shipped>[] = []
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    pending.push(
      response.body().then((body) => ({ path, gzip: gzipSync(body, { level: 9 }).length })),
    )
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.waitForFunction(() => performance.getEntriesByName('orrery:first-picture').length > 0)
  const shipped = await Promise.all(pending)
  // Some browsers ask for the icon twice.
  return [...new Map(shipped.map((response) => [response.path, response])).values()]
}
