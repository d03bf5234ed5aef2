import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, launchChromium } from '../../scripts/chromium.ts'
import { artefacts, buildOrrery, buildPage, serve } from '../sites.ts'
import { conditionsOf } from './conditions.ts'
import { flagsOf, usage } from './flags.ts'
import type { Flags } from './flags.ts'
import type { Figures } from './measures.ts'
import { plot } from './plot.ts'
import { publish } from './publish.ts'
import { report } from './report.ts'
import { mediansOf } from './results.ts'
import type { Results, SizeResult } from './results.ts'
import { sizedSample } from './sizes.ts'
import type { Size } from './sizes.ts'
import { bare, orrery } from './subject.ts'
import { visitPlaced, visitUnplaced } from './visit.ts'
import type { Visit } from './visit.ts'

type Place = Pick<Visit, 'chromium' | 'limit'> & {
  readonly addresses: Readonly<Record<'orrery' | 'bare', string>>
}

const flags = flagsOf(process.argv.slice(2))
if (flags === undefined) {
  console.error(usage)
  process.exitCode = 2
} else {
  await measured(flags)
}

async function measured({ planned, limit, publish: published }: Flags): Promise<void> {
  const chromium = await findChromium()
  const app = await serve(await buildOrrery())
  const peer = await serve(await buildPage('bare-file'))
  const place = { chromium, limit, addresses: { orrery: app.address, bare: peer.address } }
  const conditions = conditionsOf(await versionOf(chromium), limit)
  let results: Results = { conditions, sizes: [] }
  try {
    for (const { size, runs } of planned) {
      results = { ...results, sizes: [...results.sizes, await atSize(place, size, runs)] }
      // After each size, because the next one takes longer and may not come to its end.
      keep(results)
      if (published) publish(results)
    }
  } finally {
    await Promise.all([app.close(), peer.close()])
  }
  console.log(`\n${report(results)}`)
}

/** Both pages in turn, so that a busy moment of the machine falls on both. */
async function atSize(place: Place, size: Size, runs: number): Promise<SizeResult> {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-growth-'))
  const [placed, unplaced] = [join(folder, 'placed.gexf'), join(folder, 'unplaced.gexf')]
  writeFileSync(placed, sizedSample(size, true))
  writeFileSync(unplaced, sizedSample(size, false))
  const visits = { orrery: new Array<Figures>(), bare: new Array<Figures>() }
  try {
    for (let run = 1; run <= runs; run += 1)
      for (const subject of [orrery, bare]) {
        const start = Date.now()
        const visit = { ...place, subject, address: place.addresses[subject.name] }
        visits[subject.name].push({
          ...(await visitPlaced({ ...visit, file: placed })),
          ...(await visitUnplaced({ ...visit, file: unplaced })),
        })
        const seconds = Math.round((Date.now() - start) / 1000)
        console.error(`${size.name}, run ${run} of ${runs}, ${subject.name}: ${seconds} s`)
      }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return { size, runs, orrery: mediansOf(visits.orrery), bare: mediansOf(visits.bare) }
}

/** The figures for programs, and the plot where nobody keeps it. */
function keep(results: Results): void {
  const folder = join(import.meta.dirname, '..', 'results')
  mkdirSync(folder, { recursive: true })
  const name = `growth-${results.conditions.date.replaceAll(':', '-')}.json`
  const text = JSON.stringify(
    results,
    (_key, value: unknown) => (value === Infinity ? 'given up' : value),
    2,
  )
  writeFileSync(join(folder, name), `${text}\n`)
  writeFileSync(join(artefacts, 'performance.svg'), plot(results.sizes))
}

async function versionOf(chromium: string): Promise<string> {
  const browser = await launchChromium(chromium)
  try {
    return browser.version()
  } finally {
    await browser.close()
  }
}
