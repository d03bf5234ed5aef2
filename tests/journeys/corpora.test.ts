import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ReadingAnswer, ReadingOrder } from '../../src/workers/reading-messages.ts'
import { corpora, rowsOf, wantedOf, wantsAccepted } from '../corpus-index.ts'
import type { Row } from '../corpus-index.ts'
import { firstPicture, withPage } from './browser.ts'

const assets = join(import.meta.dirname, '../../dist/assets')

interface Answer {
  readonly ok: boolean
  readonly nodes: number
  readonly edges: number
  readonly issues: number
  readonly unpolluted: boolean
}

/** Has the page's own worker read a file, tables as they are taken to be. */
async function readInPage(page: Page, worker: string, path: string): Promise<Answer> {
  const base64 = readFileSync(join(corpora, path)).toString('base64')
  return page.evaluate(
    async ([address, name, text]) => {
      const content = new Blob([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))])
      const ask = (order: ReadingOrder): Promise<Answer> =>
        new Promise((resolve, reject) => {
          const reader = new Worker(address, { type: 'module' })
          let [nodes, edges, issues] = [0, 0, 0]
          const end = (ok: boolean): void => {
            reader.terminate()
            const unpolluted = Object.keys(Object.prototype).length === 0
            resolve({ ok, nodes, edges, issues, unpolluted })
          }
          reader.addEventListener('error', () => reject(new Error(`the worker broke at ${name}`)))
          reader.addEventListener('message', ({ data }: MessageEvent<ReadingAnswer>) => {
            if (data.type === 'head') issues = data.report.issues.length
            else if (data.type === 'entities') nodes += data.packed.ids.length
            else if (data.type === 'statements') {
              const { ids, whole } = data.block
              const facts = [...whole.values()].filter(({ value }) => value.type === 'literal')
              edges += ids.length - facts.length
            } else if (data.type === 'end') end(true)
            else if (data.type === 'failed') reject(new Error(`${name}: ${data.message}`))
            else if (data.type === 'rejected') {
              issues = data.report.issues.length
              end(false)
            } else if (data.type === 'tables') {
              reader.terminate()
              const mappings = data.sketches.map(({ mapping }) => mapping)
              // A guess at a wrong encoding is for a person to confirm.
              issues = data.sketches.filter(({ fault }) => fault !== undefined).length
              if (issues > 0) end(false)
              else ask({ ...order, mappings }).then(resolve, reject)
            }
          })
          reader.postMessage(order)
        })
      return ask({ files: [{ name, content }], limit: { nodes: Infinity, edges: Infinity } })
    },
    [worker, path.split('/').at(-1) ?? path, base64] as const,
  )
}

/** What is wrong with an answer; nothing where it is as the index says. */
function faultOf(folder: 'corpus' | 'hostile', path: string, row: Row, answer: Answer): string[] {
  const { ok, nodes, edges, issues, unpolluted } = answer
  // RDF counts resources and triples, which only the reader itself knows.
  const counted = !/^(?:rdf|ttl)\//.test(path)
  const wanted =
    folder === 'hostile'
      ? {
          ok: wantsAccepted(row, ok),
          nodes: Number(row.get('nodes')),
          edges: Number(row.get('edges')),
        }
      : wantedOf(path, row)
  const faults = [
    wanted.ok !== undefined && wanted.ok !== ok ? 'read or refused' : '',
    unpolluted ? '' : 'a prototype was polluted',
    ok || issues > 0 ? '' : 'no answer',
    // The corpus counts what the file holds, skipped records among it.
    ok && counted && issues === 0 && wanted.nodes !== undefined && wanted.nodes !== nodes
      ? 'nodes'
      : '',
    ok && counted && issues === 0 && wanted.edges !== undefined && wanted.edges !== edges
      ? 'edges'
      : '',
  ].filter((fault) => fault !== '')
  return faults.map((fault) => `${folder}/${path}: ${fault}`)
}

test('every real and hostile file beside the checkout ends in the page as its index says', async ({
  skip,
}) => {
  const all = (['corpus', 'hostile'] as const).flatMap((folder) =>
    rowsOf(folder).map(([path, row]) => ({ folder, path, row })),
  )
  skip(all.length === 0, `no INDEX.tsv in the folders of ${corpora}`)
  const worker = readdirSync(assets).find((name) => name.startsWith('reading.worker'))
  await withPage(async (page) => {
    await firstPicture(page)
    const faults: string[] = []
    const waiting = all.values()
    const readOn = async (): Promise<void> => {
      for (const { folder, path, row } of waiting) {
        const answer = await readInPage(page, `./assets/${worker ?? ''}`, join(folder, path))
        faults.push(...faultOf(folder, path, row, answer))
      }
    }
    // A few side by side: a worker waits for its code longer than it reads.
    await Promise.all([readOn(), readOn(), readOn(), readOn()])
    expect(faults).toEqual([])
  })
}, 300_000)
