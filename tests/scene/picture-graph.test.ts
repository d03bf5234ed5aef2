import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Picture, PictureEdge } from '../../src/display/picture.ts'
import type { EntityId } from '../../src/model/ids.ts'
import { allAtOnce } from '../../src/model/steps.ts'
import { packedColour } from '../../src/scene/colour.ts'
import { floatsPerStrip, stripFields } from '../../src/scene/edge-strips.ts'
import { createKeys } from '../../src/scene/keys.ts'
import { pictureGraph, type PictureGraph } from '../../src/scene/picture-graph.ts'
import { framedBox } from '../../src/scene/viewpoint.ts'
import { pictureEdge, pictureNode } from './pictured.ts'

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

function madeOf(picture: Picture): PictureGraph {
  return allAtOnce(pictureGraph(picture, createKeys<EntityId>(), frame))
}

describe('a picture as the scene draws it', () => {
  test('has every edge whose ends are there once, the straight ones first', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const made = madeOf({ nodes, edges })
        const there = edges.filter(({ target }) => ids.includes(target))
        expect(made.edges.pictures.map(({ id }) => id).toSorted()).toEqual(
          there.map(({ id }) => id).toSorted(),
        )
        made.edges.pictures.forEach((edge, place) => {
          const straight = edge.bend === 0 && edge.source !== edge.target
          expect(place < made.edges.straight).toBe(straight)
          expect(made.nodes.at(made.edges.source(place)).picture.id).toBe(edge.source)
          expect(made.nodes.at(made.edges.target(place)).picture.id).toBe(edge.target)
        })
      }),
    )
  })

  test('has for each edge a strip from node to node, with its width, bend and colour', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const { edges: drawn, strips } = madeOf({ nodes, edges })
        expect([strips.count, strips.straight]).toEqual([drawn.count, drawn.straight])
        drawn.pictures.forEach((edge, place) => {
          const at = place * floatsPerStrip
          const value = (field: keyof typeof stripFields, next = 0): number =>
            strips.floats[at + stripFields[field] + next] ?? Number.NaN
          const framed = (id: string): readonly [number, number] => {
            const point = nodes.filter((node) => node.id === id)
            const { left, bottom } = framedBox(point, frame)
            return [Math.fround(left), Math.fround(bottom)]
          }
          expect([value('source'), value('source', 1)]).toEqual(framed(edge.source))
          expect([value('target'), value('target', 1)]).toEqual(framed(edge.target))
          const isLoop = edge.source === edge.target
          expect(value('bend')).toBe(isLoop ? 0 : Math.fround(edge.bend))
          expect(value('loop')).toBe(isLoop ? edge.bend : 0)
          expect([value('radii'), value('radii', 1)]).toEqual([8, 8])
          expect(value('width')).toBe(edge.width)
          expect(strips.bytes[at + stripFields.colour]).toBe(packedColour(edge.colour))
        })
      }),
    )
  })

  test('does not take a node that is nowhere', () => {
    const lost = pictureNode('a', Number.NaN)
    expect(() => madeOf({ nodes: [lost], edges: [] })).toThrow('no finite position')
  })
})
