import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Picture, PictureEdge } from '../../src/display/picture.ts'
import { allAtOnce } from '../../src/model/steps.ts'
import { packedColour } from '../../src/scene/colour.ts'
import { edgeFields } from '../../src/scene/edge-strips.ts'
import { nodeFields } from '../../src/scene/node-strips.ts'
import { floatsPerRow } from '../../src/scene/rows.ts'
import { inOtherPlaces, sceneContent, type SceneContent } from '../../src/scene/scene-content.ts'
import { framedBox } from '../../src/scene/viewpoint.ts'
import { pictureEdge, pictureNode, picturesOf } from './pictured.ts'

const frame = { left: -10, right: 30, bottom: -5, top: 15 }
const nodes = ['a', 'b', 'c', 'd'].map((id, index) => pictureNode(id, 7 * index, 3 - index))
const ids = nodes.map(({ id }) => String(id))
const anyEdges: fc.Arbitrary<readonly PictureEdge[]> = fc
  .array(
    fc.record({
      source: fc.constantFrom(...ids),
      target: fc.constantFrom(...ids, 'nobody'),
      bend: fc.constantFrom(0, 0.1, -0.2),
      width: fc.constantFrom(1, 2.5),
      colour: fc.constantFrom('#ff0000', '#0000ff', '#ffffff'),
    }),
  )
  .map((all) =>
    all.map(({ source, target, bend, ...rest }, index) =>
      pictureEdge(`e${index}`, source, target, {
        ...rest,
        bend: source === target ? 1 + index : bend,
      }),
    ),
  )

function madeOf(picture: Picture): SceneContent {
  return allAtOnce(sceneContent(picture, frame, '#ffffff'))
}

/** The values of one row by their names: all up to where the next begins. */
function rowOf(
  floats: Float32Array,
  row: number,
  fields: typeof edgeFields | typeof nodeFields,
): Readonly<Record<string, readonly number[]>> {
  const begins = Object.entries(fields)
  const values = begins.map(([name, at], index) => {
    const end = begins[index + 1]?.[1] ?? at + 1
    const from = row * floatsPerRow
    return [name, [...floats.subarray(from + at, from + end)]] as const
  })
  return Object.fromEntries(values)
}

function framed(id: string): readonly number[] {
  const { left, bottom } = framedBox(
    nodes.filter((node) => node.id === id),
    frame,
  )
  return [Math.fround(left), Math.fround(bottom)]
}

describe('a picture as the scene draws it', () => {
  test('has every edge whose ends are there once, the straight ones first', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const made = madeOf({ nodes, edges })
        const there = edges.filter(({ target }) => ids.includes(target))
        expect(
          picturesOf(made.edges)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(there.map(({ id }) => id).toSorted())
        picturesOf(made.edges).forEach((edge, place) => {
          const straight = edge.bend === 0 && edge.source !== edge.target
          expect(place < made.edges.straight).toBe(straight)
          expect(made.nodes.at(made.edges.source(place)).id).toBe(edge.source)
          expect(made.nodes.at(made.edges.target(place)).id).toBe(edge.target)
        })
      }),
    )
  })

  test('has for each edge a strip from node to node, with its width, bend and colour', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const { edges: drawn, edgeStrips: strips } = madeOf({ nodes, edges })
        expect([strips.count, strips.straight]).toEqual([drawn.count, drawn.straight])
        picturesOf(drawn).forEach((edge, place) => {
          const isLoop = edge.source === edge.target
          expect(rowOf(strips.floats, place, edgeFields)).toEqual({
            source: framed(edge.source),
            target: framed(edge.target),
            radii: [8, 8],
            bend: [isLoop ? 0 : Math.fround(edge.bend)],
            loop: [isLoop ? edge.bend : 0],
            width: [edge.width],
            // A plain line with an arrow at its target.
            style: [8],
            colour: [packedColour(edge.colour)],
            pattern: [edge.width],
          })
        })
      }),
    )
  })

  test('has for each node its place, size and outline; what has not changed is pale', () => {
    const [plain = pictureNode('a'), other = pictureNode('b')] = nodes
    const same = { ...other, change: 'same' as const, disputed: true }
    const { nodeStrips: strips } = madeOf({ nodes: [plain, same], edges: [] })
    expect(rowOf(strips.floats, 0, nodeFields)).toEqual({
      place: framed('a'),
      size: [8],
      outline: [0, 0, 1, 1],
      marks: [0],
      colour: [packedColour('#123456')],
    })
    const second = rowOf(strips.floats, 1, nodeFields)
    expect(second).toMatchObject({ place: framed('b'), marks: [1] })
    expect(second['colour']).not.toEqual([packedColour('#123456')])
  })

  test('with some nodes elsewhere has the rows that it would have anew', () => {
    const anyMove = fc.record({
      x: fc.integer({ min: -9, max: 9 }),
      y: fc.integer({ min: -4, max: 9 }),
    })
    fc.assert(
      fc.property(anyEdges, fc.array(anyMove, { maxLength: 4 }), (edges, moves) => {
        const before = { nodes, edges }
        const after = { nodes: nodes.map((node, rank) => ({ ...node, ...moves[rank] })), edges }
        const world = { ...madeOf(before), frame }
        const made = inOtherPlaces(world, before, after, frame, '#ffffff')
        const anew = madeOf(after)
        expect(made?.edgeStrips).toEqual(anew.edgeStrips)
        expect(made?.nodeStrips).toEqual(anew.nodeStrips)
        expect(made?.nodes.place(0)).toEqual(anew.nodes.place(0))
      }),
    )
  })

  test('that is another one is made anew', () => {
    const before = { nodes, edges: [] }
    const world = { ...madeOf(before), frame }
    const others = [
      { nodes, edges: [] },
      { nodes: nodes.toReversed(), edges: before.edges },
      { nodes: nodes.slice(1), edges: before.edges },
    ]
    for (const picture of others)
      expect(inOtherPlaces(world, before, picture, frame, '#ffffff')).toBeUndefined()
    const wider = { ...frame, right: 100 }
    expect(inOtherPlaces(world, before, before, wider, '#ffffff')).toBeUndefined()
  })
})
