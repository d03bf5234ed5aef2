import { effect, signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createExporter } from '../../src/app/exporter.ts'
import type { Export } from '../../src/app/export-files.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { readOrreryJson } from '../../src/formats/json/read-orrery-json.ts'
import { entityId, kindId } from '../../src/model/ids.ts'
import { decodeView } from '../../src/view/url-decoded.ts'
import { firstView } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

test('what was begun before the dialog was closed is not offered when it opens again', async () => {
  const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), firstView, signal('light'))
  const exporter = createExporter(session)
  exporter.format.value = 'csv'
  exporter.scope.value = 'visible'
  exporter.open.value = true
  exporter.open.value = false
  session.dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kindId('model') } })
  exporter.open.value = true
  const { files } = await firstOffer(exporter.ready)
  expect(files.map(({ name }) => name)).toEqual([
    'seven-nodes-visible-nodes.csv',
    'seven-nodes-visible-edges.csv',
  ])
  expect(await files[0]?.content.text()).not.toContain('qwen')
  await expect.poll(() => exporter.lossless.value, { timeout: 20_000 }).toContain('orrery-json')
})

test('a dataset folder is one archive, with what is written otherwise', async () => {
  const session = createSession(withOwnKinds(sevenNodes(), sevenPlaces), firstView, signal('light'))
  const exporter = createExporter(session)
  exporter.format.value = 'dataset'
  exporter.open.value = true
  const { files, losses } = await firstOffer(exporter.ready)
  expect(files.map(({ name, type }) => [name, type])).toEqual([
    ['seven-nodes.zip', 'application/zip'],
  ])
  expect(losses.map(({ what }) => what)).toContain('entities without a kind, which are given one')
})

test('a saved session has the places of the graph itself, and in its view what was moved', async () => {
  const view: View = {
    ...firstView,
    moved: new Map([[entityId('qwen'), { x: 900, y: -900, pinned: true }]]),
  }
  const graph = withOwnKinds(sevenNodes(), sevenPlaces)
  const exporter = createExporter(createSession(graph, view, signal('light')))
  exporter.format.value = 'orrery-json'
  exporter.open.value = true
  const { files } = await firstOffer(exporter.ready)
  const content = await files[0]?.content.text()
  const read = readOrreryJson(content ?? '', 'saved.json')
  if (!read.ok) throw new Error('not read')
  const { knowledge, layout, view: saved } = read.content
  expect(layout).toEqual(sevenPlaces)
  expect(decodeView(saved ?? '', knowledge)).toEqual({ view, notes: [] })
})

function firstOffer(ready: { readonly value: Export | undefined }): Promise<Export> {
  return new Promise((resolve) => {
    effect(() => {
      if (ready.value !== undefined) resolve(ready.value)
    })
  })
}
