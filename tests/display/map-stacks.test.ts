import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spacing, spread } from '../../src/display/map-picture.ts'
import type { MapNode } from '../../src/display/map-picture.ts'
import { levelOf, linesAmong, marksAt } from '../../src/display/map-stacks.ts'
import { entityId } from '../../src/model/ids.ts'
import { pictureEdge, pictureNode } from '../scene/pictured.ts'

/** So many nodes, every other one in one of ten towns. */
function crowd(count: number, seed: number): readonly MapNode[] {
  let state = seed
  const random = (): number => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  return Array.from({ length: count }, (_, at) => {
    const town = { x: 100 * (at % 10) + 3, y: 400 }
    return {
      node: pictureNode(`n${at}`),
      spot: at % 2 === 0 ? town : { x: 1000 * random(), y: 1000 * random() },
      leads: false,
    }
  })
}

const zoom = fc.double({ min: 0.2, max: 600, noNaN: true })
const seed = fc.integer({ min: 1, max: 1e6 })

describe('the marks of many nodes', () => {
  test('stand for every node once, the most important first, and for what is selected alone', () => {
    fc.assert(
      fc.property(zoom, seed, fc.nat(3999), (scale, from, at) => {
        const nodes = crowd(4000, from)
        const kept = entityId(`n${at}`)
        const marks = marksAt({ nodes }, levelOf(scale), kept)
        const told = marks.flatMap(({ node, others }) => [node, ...others]).map(({ id }) => id)
        expect(told.length).toBe(4000)
        expect(new Set(told).size).toBe(4000)
        expect(marks.find(({ node }) => node.id === kept)?.others).toEqual([])
        const order = marks.map(({ node }) => Number(node.id.slice(1)))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }),
      { numRuns: 20 },
    )
  })

  test('are no more in a window than have room there, at any zoom', () => {
    fc.assert(
      fc.property(zoom, seed, (scale, from) => {
        const marks = marksAt({ nodes: crowd(10_000, from) }, levelOf(scale), undefined)
        const inWindow = marks.filter(
          ({ spot }) =>
            Math.abs(spot.x - 503) * scale < 640 && Math.abs(spot.y - 400) * scale < 400,
        )
        const cellsAcross = 1280 / (3 * spacing) + 2
        const cellsDown = 800 / (3 * spacing) + 2
        expect(inWindow.length).toBeLessThan(7 * cellsAcross * cellsDown)
      }),
      { numRuns: 20 },
    )
  })

  test('are one for each node as long as a browser draws them at ease', () => {
    const nodes = crowd(1500, 7)
    expect(marksAt({ nodes }, 0.2, undefined).length).toBe(1500)
  })

  test('of one spot stay together however near one comes', () => {
    const spot = { x: 500, y: 400 }
    const nodes = Array.from({ length: 2000 }, (_, at) => ({
      node: pictureNode(`n${at}`),
      spot,
      leads: at === 0,
    }))
    const [mark, ...others] = marksAt({ nodes }, 600, undefined)
    expect([mark?.node.id, mark?.others.length, others]).toEqual(['n0', 1999, []])
  })

  test('find their places in no time', () => {
    const marks = marksAt({ nodes: crowd(10_000, 3) }, 600, undefined)
    expect(spread(marks, 600).length).toBe(marks.length)
  })
})

describe('the lines among marks', () => {
  const spot = (x: number) => ({ x, y: 400 })
  const [a, b, c] = [pictureNode('a'), pictureNode('b'), pictureNode('c')]
  const marks = [
    { node: a, spot: spot(1), leads: true, others: [b] },
    { node: c, spot: spot(9), leads: true, others: [] },
  ]

  test('lead to the mark that a node shares, and not from a mark to itself', () => {
    const edges = [pictureEdge('ab', 'a', 'b'), pictureEdge('bc', 'b', 'c')]
    expect(linesAmong(edges, marks, () => false)).toEqual({
      lines: [{ edge: edges[1], from: 0, to: 1 }],
      notDrawn: 0,
    })
  })

  test('are those of what is selected where there are too many, and the others are counted', () => {
    const edges = Array.from({ length: 3000 }, (_, at) => pictureEdge(`e${at}`, 'a', 'c'))
    const { lines, notDrawn } = linesAmong(edges, marks, ({ id }) => id === 'e7')
    expect([lines.map(({ edge }) => edge.id), notDrawn]).toEqual([['e7'], 2999])
  })
})
