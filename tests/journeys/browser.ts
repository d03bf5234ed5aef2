import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { launchChromium } from '../../scripts/chromium.ts'

const artefacts = join(import.meta.dirname, '..', '..', 'artefacts')
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** One for all the files: it ends with the process. */
let browser: Promise<Browser> | undefined

/** What a page must never do; collected while it is open. */
export interface Complaints {
  /** Errors of the console and of scripts, breaches of the Content-Security-Policy among them. */
  readonly errors: readonly string[]
  /** Addresses outside the site's own origin that were asked for. */
  readonly strangers: readonly string[]
}

/**
 * Opens the built site in a fresh context, runs the journey, and closes it. `hash` is the link's
 * part after `#`. The journey fails where the page raised an error or asked another origin for
 * something, unless it expects so itself and says `complaints: 'expected'`.
 */
export async function withPage(
  journey: (page: Page, complaints: Complaints) => Promise<void>,
  options: BrowserContextOptions & {
    readonly hash?: string
    readonly complaints?: 'expected'
  } = {},
): Promise<void> {
  const { hash = '', complaints, ...context } = options
  browser ??= launch()
  const opened = await (
    await browser
  ).newContext({ viewport: { width: 1280, height: 800 }, ...context })
  try {
    const page = await opened.newPage()
    page.setDefaultTimeout(30_000)
    const seen = listen(page)
    await page.goto(`${inject('address')}${hash === '' ? '' : `#${hash}`}`)
    await journey(page, seen)
    if (complaints !== 'expected') expect(seen).toEqual({ errors: [], strangers: [] })
  } finally {
    await opened.close()
  }
}

async function launch(): Promise<Browser> {
  // Putting the page together is not what the journeys check: without the emulated GPU, which is
  // left to WebGL, it is a fifth less work.
  const launched = await launchChromium(inject('chromiumPath'), ['--disable-gpu-compositing'])
  // One that crashes fails the journey it was on, and none after it.
  launched.once('disconnected', () => {
    browser = undefined
  })
  return launched
}

function listen(page: Page): Complaints {
  const errors: string[] = []
  const strangers: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (!['data:', 'blob:'].includes(protocol) && origin !== new URL(inject('address')).origin) {
      strangers.push(request.url())
    }
  })
  return { errors, strangers }
}

/** Waits until the picture has been drawn for the first time. */
export async function firstPicture(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('orrery:first-picture').length > 0)
}

/** Keeps what the page shows now as `artefacts/screenshots/NAME.png`, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = join(artefacts, 'screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** Fails with every violation that axe finds on the page as it stands, and the elements at fault. */
export async function expectNoAxeViolations(page: Page, options: RunOptions = {}): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  // A world of its own: the page's policy forbids axe's script, and the page's built-in prototypes
  // are frozen, which axe cannot do without changing.
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  })
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails === undefined) return result.value
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  }
  await evaluate(`${axeSource}; undefined`)
  // What has passed is most of the results, and nobody reads it here.
  const violations = (await evaluate(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )) as AxeResults['violations']
  await session.detach()
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      elements: nodes.map(({ target }) => target.join(' ')),
    })),
  ).toEqual([])
}
