import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { readGexf } from '../../src/formats/gexf/read.ts'
import { firstPicture, screenshot, withPage } from './browser.ts'
import { builtIn } from './china-ai.ts'

const folder = mkdtempSync(join(tmpdir(), 'orrery-export-'))
const schema = join(import.meta.dirname, '../../../shared/schema/gexf.rng')
const skipped: string[] = []

afterAll(() => {
  for (const what of skipped) console.warn(`skipped: ${what}`)
})

/** Saves the whole or the visible graph in a format and gives the files' paths. */
async function exported(page: Page, format: string, count = 1): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('radio', { name: format }).check()
  const save = page.getByRole('button', { name: 'Save' })
  await expect.poll(() => save.isEnabled(), { timeout: 20_000 }).toBe(true)
  const downloads: Promise<string>[] = []
  page.on('download', (download) => {
    const path = join(folder, download.suggestedFilename())
    downloads.push(download.saveAs(path).then(() => path))
  })
  await save.click()
  await expect.poll(() => downloads.length).toBe(count)
  return Promise.all(downloads)
}

test('the exported GEXF says in a second parser what the graph says: nothing is missing', async () => {
  await withPage(async (page) => {
    await firstPicture(page)
    const [path = ''] = await exported(page, 'GEXF 1.3')
    const text = readFileSync(path, 'utf8')
    const counts = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml')
      const count = (name: string): number => parsed.getElementsByTagName(name).length
      return {
        errors: count('parsererror'),
        nodes: count('node'),
        edges: count('edge'),
        positions: count('viz:position'),
        colours: [...parsed.getElementsByTagName('node')].filter(
          (node) => node.getElementsByTagName('viz:color').length === 1,
        ).length,
      }
    }, text)
    const { knowledge } = builtIn()
    const relations = [...knowledge.statements.values()].filter(
      ({ value }) => value.type === 'entity',
    )
    const nodes = knowledge.entities.size
    expect(counts).toEqual({
      errors: 0,
      nodes,
      edges: relations.length,
      positions: nodes,
      colours: nodes,
    })

    const read = readGexf(readFileSync(path), path)
    if (!read.ok) throw new Error('Our own reader refuses our own file')
    expect(
      [...read.content.statements.values()].map(({ id, references }) => [id, references]),
    ).toEqual([...knowledge.statements.values()].map(({ id, references }) => [id, references]))
  })
})

test('the exported GEXF is valid against the official schema', async () => {
  if (!existsSync(schema) || spawnSync('xmllint', ['--version']).error !== undefined) {
    skipped.push('xmllint or the schema is not here')
    return
  }
  await withPage(async (page) => {
    await firstPicture(page)
    const [path = ''] = await exported(page, 'GEXF 1.3')
    expect(
      spawnSync('xmllint', ['--noout', '--relaxng', schema, path], { encoding: 'utf8' }).status,
    ).toBe(0)
  })
})

test('NetworkX opens the exported GEXF 1.2 with positions, colours, kinds and citations', async () => {
  if (spawnSync('python3', ['-c', 'import networkx']).status !== 0) {
    skipped.push('NetworkX is not here')
    return
  }
  await withPage(async (page) => {
    await firstPicture(page)
    const [path = ''] = await exported(page, 'GEXF 1.2')
    const program = [
      'import networkx, json, sys',
      'graph = networkx.read_gexf(sys.argv[1])',
      'qwen = graph.nodes["qwen"]',
      'launched = [d for u, v, d in graph.edges(data=True) if (u, v) == ("alibaba", "qwen")]',
      'print(json.dumps([len(graph), graph.number_of_edges(), qwen, launched]))',
    ].join('\n')
    const output = execFileSync('python3', ['-c', program, path], { encoding: 'utf8' })
    const { knowledge } = builtIn()
    const [nodes, edges, qwen, launched] = JSON.parse(output) as [number, number, object, object[]]
    const relations = [...knowledge.statements.values()].filter(
      ({ value }) => value.type === 'entity',
    )
    expect([nodes, edges]).toEqual([knowledge.entities.size, relations.length])
    expect(qwen).toMatchObject({ label: 'Qwen', viz: { position: {}, color: {} } })
    expect(JSON.stringify(qwen)).toContain('Model')
    expect(JSON.stringify(launched)).toMatch(/launched[\s\S]*78/)
  })
})

test('what is visible alone is exported as CSV, and the picture as PNG', async () => {
  await withPage(
    async (page) => {
      await firstPicture(page)
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('radio', { name: 'What is visible now' }).check()
      await screenshot(page, 'export-dialog')
      await page.keyboard.press('Escape')
      const paths = await exported(page, 'CSV', 2)
      const rows = readFileSync(paths.find((path) => path.includes('nodes')) ?? '', 'utf8')
      const shown = Number.parseInt(await page.locator('.legend-size').innerText(), 10)
      expect(rows.trim().split(/\r?\n/).length).toBeGreaterThan(shown)
      expect(rows).not.toContain('ieee')
    },
    { hash: 'v=1&focus=qwen:1' },
  )
  await withPage(async (page) => {
    await firstPicture(page)
    const [path = ''] = await exported(page, 'PNG')
    expect([...readFileSync(path).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  })
})
