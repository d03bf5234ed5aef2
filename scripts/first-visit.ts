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

/** Opens the address and gives everything that the page asked for until its first picture. */
export async function firstVisit(page: Page, address: string): Promise<readonly Shipped[]> {
  const asked = new Set<string>()
  page.on('request', (request) => {
    if (request.url().startsWith('http')) asked.add(request.url())
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.waitForFunction(() => performance.getEntriesByName('orrery:first-picture').length > 0)
  return Promise.all([...asked].map(shipped))
}

/** Asked for anew, so that what the browser had in its cache counts in full. */
async function shipped(address: string): Promise<Shipped> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  const body = Buffer.from(await response.arrayBuffer())
  return { path: new URL(address).pathname, gzip: gzipSync(body, { level: 9 }).length }
}
