import { preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../../scripts/chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built site is served, with a slash at its end. */
    readonly address: string
    readonly chromiumPath: string
  }
}

/** Before the journeys: finds a browser, and serves the built site as `npm start` does. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromiumPath = await findChromium()
  const server = await preview({ logLevel: 'error', preview: { port: 0 } })
  const [address] = server.resolvedUrls?.local ?? []
  if (address === undefined) throw new Error('The preview server gave no address')
  project.provide('address', address)
  project.provide('chromiumPath', chromiumPath)
  return () => server.close()
}
