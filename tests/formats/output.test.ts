import { expect, test } from 'vitest'
import { outputIds, writeAs } from '../../src/formats/output.ts'
import { entityId } from '../../src/model/ids.ts'
import { emptyNotebook } from '../../src/model/notebook.ts'
import { withNote } from '../../src/model/note-changes.ts'
import type { Notebook } from '../../src/model/notebook.ts'
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
    drawing: () => ({ nodes: new Map(), edges: new Map() }),
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
