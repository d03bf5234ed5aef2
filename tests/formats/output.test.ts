import { expect, test } from 'vitest'
import { outputIds, writeAs } from '../../src/formats/output.ts'
import { entityId } from '../../src/model/ids.ts'
import { emptyNotebook, withNote } from '../../src/model/notebook.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

test('every format but our own says that it cannot hold the notes, and none where there are none', async () => {
  const notebook = withNote(emptyNotebook, { of: 'entity', id: entityId('qwen') }, 'Mine')
  const graph = {
    knowledge: sevenNodes(),
    layout: sevenPlaces,
    drawing: () => ({ nodes: new Map(), edges: new Map() }),
  }
  const told = async (id: (typeof outputIds)[number], book = notebook): Promise<boolean> => {
    const { losses } = await writeAs(id, { ...graph, notebook: book })
    return losses.some(({ what, count }) => what === 'notes of your own' && count === 1)
  }
  const saying = await Promise.all(outputIds.map((id) => told(id)))
  expect(outputIds.filter((_, at) => saying[at] !== true)).toEqual(['orrery-json'])
  const silent = await Promise.all(outputIds.map((id) => told(id, emptyNotebook)))
  expect(silent.every((said) => !said)).toBe(true)
})
