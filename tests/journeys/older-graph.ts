import type { Page } from 'playwright-core'
import { writeOrreryJson } from '../../src/formats/json/write-orrery-json.ts'
import { entityId, kindId, sourceId } from '../../src/model/ids.ts'
import type { Point } from '../../src/model/knowledge.ts'
import { edge, node } from '../seven-nodes.ts'
import { firstPicture } from './browser.ts'
import { builtIn } from './china-ai.ts'
import type { Payload } from './own-files.ts'

/** Opens the built-in graph and compares it with an older one, which had a model more at `place`. */
export async function compareWithOlder(page: Page, place: Point): Promise<void> {
  await firstPicture(page)
  await page.getByRole('button', { name: 'Compare with another version…', exact: true }).click()
  await page.locator('.drop-zone input').setInputFiles([older(place)])
  await page.getByRole('heading', { name: 'What changed since older.json' }).waitFor()
}

/** The built-in graph as it was: with one model more, which stood at `place`, and its statements. */
function older(place: Point): Payload {
  const { knowledge, layout } = builtIn()
  const id = entityId('old-model')
  const [source] = knowledge.sources.keys()
  const reference = {
    source: source ?? sourceId(''),
    paragraph: 2,
    gloss: 'Names the older model.',
  }
  const said = [
    edge('made-1', 'alibaba', 'launched', id, { references: [reference] }),
    edge('told-1', id, 'launch-year', '', {
      value: { type: 'literal', literal: { text: '2019', datatype: 'year' } },
    }),
  ]
  const text = writeOrreryJson(
    {
      ...knowledge,
      entities: new Map([...knowledge.entities, [id, node(id, 'Older model', kindId('model'))]]),
      statements: new Map([...knowledge.statements, ...said.map((one) => [one.id, one] as const)]),
    },
    new Map([...layout, [id, place]]),
    {},
  )
  return { name: 'older.json', mimeType: 'application/json', buffer: Buffer.from(text) }
}
