import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'

const datasetFile = join(import.meta.dirname, '../../graph-data/china-ai/dataset.yaml')

test('the page opens with its dataset, without an error, a stranger or an axe violation', async () => {
  const { title } = parse(await readFile(datasetFile, 'utf8')) as { title: string }
  await withPage(async (page) => {
    await firstPicture(page)
    expect(await page.title()).toContain(title)
    await screenshot(page, 'opening')
    await expectNoAxeViolations(page)
  })
})

test('every response carries the strict policy, the worker and a missing file among them', async () => {
  await withPage(
    async (page) => {
      const policies = await page.evaluate(async () => {
        const addresses = ['./', './datasets/china-ai.json', './no-such-file']
        const responses = await Promise.all(addresses.map((address) => fetch(address)))
        return responses.map((response) => response.headers.get('Content-Security-Policy'))
      })
      expect(policies).toHaveLength(3)
      for (const policy of policies)
        expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    },
    { complaints: 'expected' },
  )
})
