import { expect, test } from 'vitest'
import { outputFormats, outputIds, outputOfName, writeAs } from '../../src/formats/output.ts'
import { entityId } from '../../src/model/ids.ts'
import { withNote } from '../../src/model/note-changes.ts'
import { emptyNotebook } from '../../src/model/notebook.ts'
import type { Notebook } from '../../src/model/notebook.ts'
import { noDrawing } from '../drawings.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

test('every format but our own says that it cannot hold notes, saved views and named sets, and none where there are none', async () => {
  const noted = withNote(emptyNotebook, { of: 'entity', id: entityId('qwen') }, 'Mine')
  const stop = { title: 'Qwen', text: '', view: 'node=qwen' }
  const notebook: Notebook = {
    ...noted,
    stops: [stop, stop],
    sets: new Map([['None', new Set()]]),
  }
  const graph = {
    knowledge: sevenNodes(),
    layout: sevenPlaces,
    drawing: () => noDrawing,
  }
  const tells = async (id: (typeof outputIds)[number], book = notebook): Promise<boolean> => {
    const { losses } = await writeAs(id, { ...graph, notebook: book })
    const told = losses.map(({ what, count }) => `${count} ${what}`)
    return ['1 notes of your own', '2 saved views', '1 named sets'].every((each) =>
      told.includes(each),
    )
  }
  const saying = await Promise.all(outputIds.map((id) => tells(id)))
  expect(outputIds.filter((_, at) => saying[at] !== true)).toEqual(['orrery-json'])
  const silent = await Promise.all(outputIds.map((id) => tells(id, emptyNotebook)))
  expect(silent.every((said) => !said)).toBe(true)
})

test('every format but our own says that it cannot hold the texts of sources', async () => {
  const knowledge = sevenNodes()
  const [source] = knowledge.sources.values()
  if (source === undefined) throw new Error('no source')
  const sources = new Map(knowledge.sources).set(source.id, { ...source, hasText: true })
  const graph = {
    knowledge: { ...knowledge, sources },
    layout: sevenPlaces,
    texts: new Map([[source.id, ['Words.']]]),
    drawing: () => noDrawing,
  }
  const told = await Promise.all(
    outputIds.map(async (id) => (await writeAs(id, graph)).losses.map(({ what }) => what)),
  )
  expect(outputIds.filter((_, at) => told[at]?.includes('texts of sources') !== true)).toEqual([
    'orrery-json',
  ])
})

test('a name tells the format, for the files of no two formats are called alike', () => {
  expect(outputIds.map((id) => outputOfName(`A.${outputFormats[id].extension}`))).toEqual(outputIds)
  expect(['a.JSON', 'v1.2.gexf', 'node-link.json', 'gexf'].map(outputOfName)).toEqual([
    'orrery-json',
    'gexf',
    'orrery-json',
    undefined,
  ])
})
