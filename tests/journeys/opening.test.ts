import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { expectNoAxeViolations, firstPicture, screenshot, withPage } from './browser.ts'

const datasetFile = join(import.meta.dirname, '../../graph-data/china-ai/dataset.yaml')
const assets = join(import.meta.dirname, '../../dist/assets')

test('the page opens with its dataset, without an error, a stranger or an axe violation', async () => {
  const { title } = parse(await readFile(datasetFile, 'utf8')) as { title: string }
  await withPage(async (page) => {
    await firstPicture(page)
    await expect.poll(() => page.title()).toContain(title)
    await screenshot(page, 'opening')
    await expectNoAxeViolations(page)
  })
})

test('every response carries the strict policy, the worker and a missing file among them', async () => {
  const worker = (await readdir(assets)).find((name) => name.includes('worker'))
  const addresses = ['./', './datasets/china-ai.json', `./assets/${worker}`, './no-such-file']
  await withPage(
    async (page) => {
      const answers = await page.evaluate(
        (asked) =>
          Promise.all(
            asked.map(async (address) => {
              const { status, headers } = await fetch(address)
              return { status, policy: headers.get('Content-Security-Policy') }
            }),
          ),
        addresses,
      )
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404])
      for (const { policy } of answers) {
        expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
      }
    },
    { complaints: 'expected' },
  )
})
