import { describe, expect, test } from 'vitest'
import type { GraphSize } from '../../src/graph/part.ts'
import { entityId } from '../../src/model/ids.ts'
import { runReading } from '../../src/workers/reading-run.ts'
import type { ReadingAnswer, ReadingOrder } from '../../src/workers/reading-messages.ts'

/**
 * A clique of five (c0 … c4), a wheel's rim of twelve (r0 … r11) joined to c0 by r0, and a chain
 * of 20 apart (k0 … k19).
 */
const clique = [0, 1, 2, 3, 4].flatMap((a) =>
  [0, 1, 2, 3, 4].filter((b) => a < b).map((b) => [`c${a}`, `c${b}`] as const),
)
const rim = Array.from({ length: 12 }, (_, at) => [`r${at}`, `r${(at + 1) % 12}`] as const)
const chain = Array.from({ length: 19 }, (_, at) => [`k${at}`, `k${at + 1}`] as const)
const edges = [...clique, ...rim, ['c0', 'r0'] as const, ...chain]
const json = JSON.stringify({
  nodes: [...new Set(edges.flat())].map((id) => ({ id, name: `Node ${id}` })),
  links: edges.map(([source, target]) => ({ source, target })),
})

const read = async (limit: GraphSize, more: Partial<ReadingOrder> = {}) => {
  const told: ReadingAnswer[] = []
  const files = [{ name: 'g.json', content: new Blob([json]) }]
  const held = await runReading({ files, limit, ...more }, (answer) => {
    if (answer.type !== 'progress') told.push(answer)
  })
  return { told, held }
}
const typesOf = (told: readonly ReadingAnswer[]): readonly string[] => told.map(({ type }) => type)
const shown = (told: readonly ReadingAnswer[]): readonly string[] =>
  told.flatMap((answer) => (answer.type === 'entities' ? answer.packed.ids : []))

const small = { nodes: 17, edges: 21 }

describe('a graph over the limit', () => {
  test('is held back, with its size and what fits', async () => {
    const { told } = await read(small)
    expect(told).toEqual([
      {
        type: 'too-large',
        offer: {
          whole: { nodes: 37, edges: 42 },
          limit: small,
          component: { nodes: 20, edges: 19 },
          core: { k: 4, size: { nodes: 5, edges: 10 } },
        },
      },
    ])
  })

  test('opens as its core when that is chosen, and says of what it is a part', async () => {
    const { told, held } = await read(small)
    await held?.open({ type: 'core' })
    expect(shown(told)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4'])
    const [head] = told.flatMap((answer) => (answer.type === 'head' ? [answer] : []))
    expect(head?.part).toEqual({ kind: { type: 'core', k: 4 }, of: { nodes: 37, edges: 42 } })
    expect(typesOf(told).at(-1)).toBe('end')
  })

  test('finds nodes by name, with the widest neighbourhood that fits, and opens that', async () => {
    const { told, held } = await read(small)
    held?.find('node k19')
    expect(told.at(-1)).toEqual({
      type: 'found',
      query: 'node k19',
      found: [
        { id: 'k19', name: 'Node k19', around: { steps: 12, size: { nodes: 13, edges: 12 } } },
      ],
    })
    await held?.open({ type: 'neighbourhood', id: entityId('k19') })
    expect(shown(told).length).toBe(13)
  })

  test('is offered once more where the chosen part does not fit', async () => {
    const { told, held } = await read(small)
    await held?.open({ type: 'component' })
    expect(typesOf(told)).toEqual(['too-large', 'too-large'])
  })

  test('opens at once where the part was chosen before, and whole where that is wanted', async () => {
    const { told } = await read(small, { part: { type: 'core' } })
    expect([typesOf(told)[0], shown(told).length]).toEqual(['head', 5])
    const whole = await read(small, { part: { type: 'whole' } })
    expect(shown(whole.told).length).toBe(37)
  })

  test('is none where it just fits', async () => {
    const { told, held } = await read({ nodes: 37, edges: 42 })
    expect([typesOf(told)[0], held]).toEqual(['head', undefined])
  })
})

describe('an XML file that is too long to be read at once', () => {
  const gexf = [
    '<gexf version="1.3"><graph><nodes count="37">',
    ...[...new Set(edges.flat())].map((id) => `<node id="${id}" label="Node ${id}"/>`),
    '</nodes><edges count="42">',
    ...edges.map(([source, target]) => `<edge source="${source}" target="${target}"/>`),
    '</edges></graph></gexf>',
  ].join('\n')

  const readLong = async (limit: GraphSize, text = gexf, more: Partial<ReadingOrder> = {}) => {
    const told: ReadingAnswer[] = []
    const files = [{ name: 'g.gexf', content: new Blob([text]) }]
    const post = (answer: ReadingAnswer): void => {
      if (answer.type !== 'progress') told.push(answer)
    }
    const held = await runReading({ files, limit, ...more }, post, { mostAtOnce: 100 })
    return { told, held }
  }

  test('says how large its graph is before it is read in full, as a smaller one does', async () => {
    const { told, held } = await readLong(small)
    expect(told).toEqual((await read(small)).told)
    held?.find('node k19')
    expect(told.at(-1)).toMatchObject({ found: [{ id: 'k19', name: 'Node k19' }] })
  })

  test('opens in part, and says of what', async () => {
    const { told, held } = await readLong(small)
    await held?.open({ type: 'core' })
    expect(shown(told)).toEqual(expect.arrayContaining(['c0', 'c1', 'c2', 'c3', 'c4']))
    const [head] = told.flatMap((answer) => (answer.type === 'head' ? [answer] : []))
    expect(head?.part).toEqual({ kind: { type: 'core', k: 4 }, of: { nodes: 37, edges: 42 } })
    expect(head?.report.issues).toEqual([])
    expect(typesOf(told).at(-1)).toBe('end')
  })

  test('opens whole where its graph is not too large, or where that is wanted', async () => {
    const fits = await readLong({ nodes: 37, edges: 42 })
    const wanted = await readLong(small, gexf, { part: { type: 'whole' } })
    for (const { told } of [fits, wanted]) expect(typesOf(told).at(-1)).toBe('end')
  })

  test('is rejected for a fault anywhere in it', async () => {
    const { told } = await readLong(small, gexf.replace('</edges>', '</edge>'))
    expect(typesOf(told)).toEqual(['rejected'])
  })
})
