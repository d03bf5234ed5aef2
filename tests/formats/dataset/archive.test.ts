import { expect, test } from 'vitest'
import { withBoundedTexts } from '../../../src/formats/bounded-texts.ts'
import { restedStops, viewIn } from '../../../src/display/rested-stops.ts'
import { openFiles } from '../../../src/formats/open.ts'
import { writeDataset } from '../../../src/formats/dataset/write.ts'
import { readOrreryJson } from '../../../src/formats/json/read-orrery-json.ts'
import { compileDataset } from '../../../src/cli/compile.ts'
import { sourceId } from '../../../src/model/ids.ts'
import type { Knowledge } from '../../../src/model/knowledge.ts'
import type { Stop } from '../../../src/model/stops.ts'
import { zipOf } from '../../../src/save/zip.ts'

const builtIn = async (): Promise<Knowledge> => {
  const compiled = await compileDataset('graph-data/china-ai')
  const read = compiled.ok ? readOrreryJson(compiled.content, 'china-ai') : compiled
  if (!read.ok) throw new Error('the built-in dataset has issues')
  return read.content.knowledge
}
const stop = (title: string, view: string, text = ''): Stop => ({ title, text, view })
const packed = (knowledge: Knowledge, stops: readonly Stop[]) =>
  writeDataset(
    { knowledge },
    {
      stops: restedStops(stops, knowledge),
      unknownIn: (view, written) => viewIn({ view }, written).notes,
    },
  )

test('a tour leaves in the archive of a dataset and comes back with it, with what it rests on', async () => {
  const knowledge = await builtIn()
  const edge = 'v=1&dataset=china-ai@1.0.0&edge=alibaba.launched.qwen'
  const { files, losses } = packed(knowledge, [
    stop('A launch', edge, 'Who launched it.'),
    stop('Qwen', 'v=1&dataset=elsewhere.json&node=qwen&mode=list'),
  ])
  expect(losses).toEqual([])
  for (const folder of ['', 'china-ai/']) {
    const inFolder = new Map([...files].map(([path, text]) => [`${folder}${path}`, text]))
    const { format, result } = await openFiles([{ name: 'china-ai.zip', bytes: zipOf(inFolder) }])
    if (!result.ok) throw new Error('not read')
    const { content, issues } = result
    expect([format, issues, content.knowledge]).toEqual(['dataset', [], knowledge])
    expect(content.notebook?.stops).toEqual([
      { title: 'A launch', text: 'Who launched it.', view: edge, rests: ['alibaba.launched.qwen'] },
      expect.objectContaining({ title: 'Qwen', text: 'Qwen' }),
    ])
  }
})

test('a saved view that rests on nothing cited, or shows what is not there, is a loss that is told', async () => {
  const { files, losses } = packed(await builtIn(), [
    stop('All', 'v=1&dataset=china-ai'),
    stop('Gone', 'v=1&dataset=china-ai&edge=alibaba.launched.qwen&focus=nobody:2'),
  ])
  expect([files.has('tour.yaml'), losses]).toEqual([
    false,
    [
      {
        what: 'saved views that rest on no cited statement, or show what the folder lacks',
        count: 2,
      },
    ],
  ])
})

const withTexts = new Map([
  [
    'dataset.yaml',
    'id: d\ntitle: D\ndescription: D.\nlicence: CC0-1.0\nversion: 1.0.0\nkinds: {}\npredicates: {}\n',
  ],
  ['sources.yaml', 'a: { title: A, text: texts/a.md }\nb: { title: B, text: texts/b.md }\n'],
  ['texts/a.md', '# Orbits\n\nA planet goes\nround `its` star.\n'],
  ['texts/b.md', 'Short.'],
])

test('an archive gives the texts of its sources, paragraph by paragraph', async () => {
  const opened = await openFiles([{ name: 'd.zip', bytes: zipOf(withTexts) }])
  const { result } = opened
  if (!result.ok) throw new Error('not read')
  expect(result.content.texts).toEqual(
    new Map([
      [sourceId('a'), ['Orbits', 'A planet goes\nround its star.']],
      [sourceId('b'), ['Short.']],
    ]),
  )
  const fewer = withBoundedTexts(opened, 30).result
  expect(fewer.ok && [fewer.content.texts, fewer.issues]).toEqual([
    undefined,
    [
      {
        severity: 'warning',
        message: 'the texts of 2 sources cannot be shown, because all together are too long',
      },
    ],
  ])
})
