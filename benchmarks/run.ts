import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { findChromium, launchChromium } from '../scripts/chromium.ts'
import { firstVisit, firstVisitLimit } from '../scripts/first-visit.ts'
import type { Shipped } from '../scripts/first-visit.ts'
import { coreFigures } from './core.ts'
import { buildGexfPage, gexfFigures, gexfRows } from './gexf.ts'
import { openings } from './opening.ts'
import { ownFileFigures } from './own-file.ts'
import { buildOrrery, buildPage, serve } from './sites.ts'
import { table } from './table.ts'
import type { Row } from './table.ts'

const runs = 5

const site = await buildOrrery()
const [bareSite, gexfSite] = [await buildBare(site), await buildGexfPage()]
const core = await coreFigures()
const app = await serve(site)
const bare = await serve(bareSite)
const gexf = await serve(gexfSite)
const browser = await launchChromium(await findChromium())
try {
  const addresses = { app: app.address, bare: bare.address }
  const appShips = await shippedBy(browser, app.address)
  const bareShips = await shippedBy(browser, bare.address)
  const free = await openings(browser, addresses, 1, runs)
  const slow = await openings(browser, addresses, 4, runs)
  const gexfTable = gexfRows(await gexfFigures(browser, gexf.address, runs))
  const own = await ownFileFigures(browser, app.address, runs)
  const rows: readonly Row[] = [
    ['First visit, gzip', 'kB', kilobytes(appShips), kilobytes(bareShips), firstVisitLimit / 1000],
    ['First picture', 'ms', free.app.firstPicture, free.bare.firstPicture, 1000],
    ['First picture, CPU 4x slower', 'ms', slow.app.firstPicture, slow.bare.firstPicture, 3000],
    ['Longest task', 'ms', free.app.longestTask, free.bare.longestTask, 150],
    ['Longest task, CPU 4x slower', 'ms', slow.app.longestTask, slow.bare.longestTask],
    ['Own file of 10k/50k, to its picture', 'ms', own.picture, undefined, 2500],
    ['Own file of 10k/50k, longest task', 'ms', own.openingTask, undefined, 100],
    ['In it: first search, until listed', 'ms', own.searchFirst],
    ['In it: next search, until listed', 'ms', own.search],
    ['In it: selecting, until the card', 'ms', own.select, undefined, 100],
    ['In it: a path, until it is told', 'ms', own.path, undefined, 100],
    ['In it: filtering, until shown', 'ms', own.filter, undefined, 100],
    ['In it: longest task of all these', 'ms', own.answerTask, undefined, 100],
    ['In it: search itself, 95 of 100', 'ms', core.ownSearchP95, undefined, 16],
    ['In it: shortest path itself, 95 of 100', 'ms', core.ownPathP95, undefined, 100],
    ['Search, median', 'ms', core.searchMedian, undefined, 16],
    ['Search, 95 of 100', 'ms', core.searchP95, undefined, 16],
    ['Building the search index', 'ms', core.searchIndex],
    ['Layout at build', 'ms', core.layout],
  ]
  const conditions = {
    date: new Date().toISOString(),
    node: process.version,
    chromium: browser.version(),
    cores: availableParallelism(),
    graph: { nodes: core.nodes, edges: core.edges },
    runs,
  }
  console.log(
    `\n${core.nodes} nodes, ${core.edges} edges; Chromium ${conditions.chromium}, Node ` +
      `${conditions.node}, ${conditions.cores} cores, WebGL in software; medians of ${runs} visits ` +
      `with an empty cache, taking turns with a bare sigma page of the same graph.\n`,
  )
  console.log(table(rows))
  console.log(
    '\nA generated GEXF file of 10,000 nodes and 50,000 edges, in a worker and on the page:\n',
  )
  console.log(table(gexfTable, 'graphology-gexf'))
  console.log('\nWhat a first visit ships, kB after gzip -9:')
  for (const { path, gzip } of appShips) console.log(`  ${(gzip / 1000).toFixed(1)}  ${path}`)
  const results = join(import.meta.dirname, 'results')
  mkdirSync(results, { recursive: true })
  const file = join(results, `${conditions.date.replaceAll(':', '-')}.json`)
  writeFileSync(
    file,
    `${JSON.stringify({ conditions, rows, gexfTable, appShips, bareShips }, null, 2)}\n`,
  )
} finally {
  await browser.close()
  await Promise.all([app.close(), bare.close(), gexf.close()])
}

async function buildBare(orrery: string): Promise<string> {
  const folder = await buildPage('bare')
  cpSync(join(orrery, 'datasets'), join(folder, 'datasets'), { recursive: true })
  return folder
}

async function shippedBy(from: Browser, address: string): Promise<readonly Shipped[]> {
  const page = await from.newPage()
  try {
    return await firstVisit(page, address)
  } finally {
    await page.close()
  }
}

function kilobytes(shipped: readonly Shipped[]): number {
  return shipped.reduce((sum, { gzip }) => sum + gzip, 0) / 1000
}
