import type { Page } from 'playwright-core'
import { findChromium, launchChromium } from '../scripts/chromium.ts'
import { gexfSample } from './gexf-sample.ts'
import { buildOrrery, serve } from './sites.ts'
import { markdownTable } from './table.ts'

/**
 * Opens a file and goes back to the built-in graph, again and again, and tells what is left of it:
 * `tsx benchmarks/cycles.ts 1000`. What is given back stays level; what grows with the cycles leaks.
 */
const cycles = Number(process.argv[2] ?? 100)
/** So many lines are told. */
const lines = 10

const builtIn = "China's AI ecosystem"
const name = 'sample.gexf'
const text = gexfSample({ nodes: 200, edges: 600, seed: 1 })

const site = await serve(await buildOrrery())
const browser = await launchChromium(await findChromium())
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await countResources(page)
  await page.goto(site.address)
  const rows = [['cycles', ...Object.keys(await left(page))]]
  for (let cycle = 0; cycle <= cycles; cycle += 1) {
    if (cycle > 0) await openAndClose(page)
    if (cycle % Math.ceil(cycles / lines) === 0)
      rows.push([String(cycle), ...Object.values(await left(page))])
  }
  console.log(markdownTable(rows))
} finally {
  await browser.close()
  await site.close()
}

async function openAndClose(page: Page): Promise<void> {
  // Dropped, for a field that the driver fills is held by the driver.
  await page.evaluate(
    ([file, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content], file))
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
      )
    },
    [name, text] as const,
  )
  await page.locator('.graph-title', { hasText: name }).waitFor()
  await page.getByRole('button', { name: `Back to ${builtIn}` }).click()
  await page.locator('.graph-title', { hasText: builtIn }).waitFor()
}

/** Counts what the browser does not: contexts of WebGL that are in use, and addresses of blobs. */
async function countResources(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const alive = { contexts: new Set<WeakRef<WebGL2RenderingContext>>(), addresses: 0 }
    Object.assign(globalThis, { alive })
    // eslint-disable-next-line typescript/unbound-method -- called on whatever it is called on
    const getContext = HTMLCanvasElement.prototype.getContext
    const known = new WeakSet()
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      ...given: Parameters<typeof getContext>
    ) {
      const context = getContext.apply(this, given)
      if (context instanceof WebGL2RenderingContext && !known.has(context)) {
        known.add(context)
        alive.contexts.add(new WeakRef(context))
      }
      return context
    } as typeof getContext
    const { createObjectURL, revokeObjectURL } = URL
    URL.createObjectURL = (of) => {
      alive.addresses += 1
      return createObjectURL.call(URL, of)
    }
    URL.revokeObjectURL = (address) => {
      alive.addresses -= 1
      revokeObjectURL.call(URL, address)
    }
  })
}

/** What the page holds after a collection of garbage, by name. */
async function left(page: Page): Promise<Readonly<Record<string, string>>> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN
  const { contexts, addresses } = await page.evaluate(() => {
    const { alive } = globalThis as unknown as {
      readonly alive: {
        readonly contexts: ReadonlySet<WeakRef<WebGL2RenderingContext>>
        readonly addresses: number
      }
    }
    const inUse = [...alive.contexts].filter((each) => each.deref()?.isContextLost() === false)
    return { contexts: inUse.length, addresses: alive.addresses }
  })
  return {
    'heap, MB': (of('JSHeapUsedSize') / 1e6).toFixed(1),
    'DOM nodes': String(of('Nodes')),
    listeners: String(of('JSEventListeners')),
    workers: String(page.workers().length),
    'WebGL contexts': String(contexts),
    'blob addresses': String(addresses),
  }
}
