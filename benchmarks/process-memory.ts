import { existsSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'

/** Resident memory now, or at its highest since the process began. */
export type MemoryField = 'VmRSS' | 'VmHWM'

/**
 * What Linux says of the memory of each process that shows pages, in bytes; a page's workers live
 * in its process. Empty where the system does not tell.
 */
export async function rendererMemory(
  browser: Browser,
  field: MemoryField,
): Promise<readonly number[]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => `/proc/${id}/status`)
    .filter((file) => existsSync(file))
    .map((file) => 1024 * kilobytes(readFileSync(file, 'utf8'), field))
}

function kilobytes(status: string, field: MemoryField): number {
  return Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0)
}
