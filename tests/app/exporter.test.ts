import { effect, signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createExportChoice } from '../../src/app/export-choice.ts'
import { exportFiles } from '../../src/app/export-files.ts'
import type { Export, ExportFormat, ExportScope } from '../../src/app/export-files.ts'
import { createExporter } from '../../src/app/exporter.ts'
import { createPassages } from '../../src/app/passages.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { readGexf } from '../../src/formats/gexf/read.ts'
import { readOrreryJson } from '../../src/formats/json/read-orrery-json.ts'
import { entityId, kindId } from '../../src/model/ids.ts'
import { decodeView } from '../../src/view/url-decoded.ts'
import { firstView } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

/** An export dialog that has just been opened, with other choices than the usual ones. */
function opened(
  session: Session,
  { format = 'gexf', scope = 'whole' }: { format?: ExportFormat; scope?: ExportScope } = {},
) {
  const choice = createExportChoice()
  choice.format.value = format
  choice.scope.value = scope
  return { choice, ...createExporter(session, choice) }
}

const sevenOpen = (knowledge = sevenNodes()): Session =>
  createSession(withOwnKinds(knowledge, sevenPlaces), firstView, signal('light'))

test('what was begun before the dialog was closed is not offered when it opens again', async () => {
  const session = sevenOpen()
  opened(session, { format: 'csv', scope: 'visible' }).end()
  session.dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kindId('model') } })
  const { ready, lossless } = opened(session, { format: 'csv', scope: 'visible' })
  const { files } = await firstOffer(ready)
  expect(files.map(({ name }) => name)).toEqual([
    'seven-nodes-visible-nodes.csv',
    'seven-nodes-visible-edges.csv',
  ])
  expect(await files[0]?.content.text()).not.toContain('qwen')
  await expect.poll(() => lossless.value, { timeout: 20_000 }).toContain('orrery-json')
})

test('what is not wanted any more is not written on', async () => {
  const session = sevenOpen()
  const life = new AbortController()
  const writing = exportFiles(session, 'gexf', 'whole', { marked: true, wanted: life.signal })
  life.abort()
  await expect(writing).rejects.toThrow('aborted')
  const { choice, ready, failure, end } = opened(session)
  choice.format.value = 'turtle'
  const { files } = await firstOffer(ready)
  expect(files.map(({ name }) => name)).toEqual(['seven-nodes.ttl'])
  end()
  choice.format.value = 'csv'
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([ready.value?.files[0]?.name, failure.value]).toEqual(['seven-nodes.ttl', undefined])
})

test('of a choice that loses nothing other formats are not told, even if another lost something', async () => {
  const { choice, ready, lossless } = opened(sevenOpen(), { format: 'csv' })
  await firstOffer(ready)
  await expect.poll(() => lossless.value, { timeout: 20_000 }).not.toEqual([])
  choice.format.value = 'orrery-json'
  expect([ready.value, lossless.value]).toEqual([undefined, []])
  const { losses } = await firstOffer(ready)
  expect([losses, lossless.value]).toEqual([[], []])
})

test('a text that cannot be loaded is missing, which says nothing of the format', async () => {
  const knowledge = sevenNodes()
  const sources = new Map(
    [...knowledge.sources].map(([id, source]) => [id, { ...source, hasText: true }]),
  )
  const offline = { has: () => true, load: () => Promise.resolve(undefined) }
  const passages = createPassages(offline)
  const graph = { ...withOwnKinds({ ...knowledge, sources }, sevenPlaces), passages }
  const session = createSession(graph, firstView, signal('light'))
  const { ready, lossless } = opened(session, { format: 'orrery-json' })
  const { losses, missing } = await firstOffer(ready)
  expect([losses, missing, lossless.value]).toEqual([[], sources.size, []])
})

test('nodes of a part are as large in its file as in the picture', async () => {
  const session = sevenOpen()
  session.dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kindId('model') } })
  const { ready } = opened(session, { scope: 'visible' })
  const { files } = await firstOffer(ready)
  const text = (await files[0]?.content.text()) ?? ''
  const read = readGexf(new TextEncoder().encode(text), 'part.gexf')
  if (!read.ok) throw new Error('not read')
  const sizes = [...read.content.entities].map(([id, { drawing }]) => [id, drawing?.size])
  const { nodes } = session.picture.value
  expect(sizes).toEqual(
    [...read.content.entities.keys()].map((id) => {
      const drawn = nodes.find((node) => node.id === id)
      return [id, drawn && Math.round(drawn.size * 100) / 100]
    }),
  )
})

test('a dataset folder is one archive, with what is written otherwise', async () => {
  const { ready } = opened(sevenOpen(), { format: 'dataset' })
  const { files, losses } = await firstOffer(ready)
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
  const session = createSession(graph, view, signal('light'))
  const { ready } = opened(session, { format: 'orrery-json' })
  const { files } = await firstOffer(ready)
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
