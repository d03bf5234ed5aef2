import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Picture } from '../../src/display/picture.ts'
import { allAtOnce } from '../../src/model/steps.ts'
import { edgeRadii } from '../../src/scene/edge-strips.ts'
import { edgeNear } from '../../src/scene/edge-hit.ts'
import { nodeNear } from '../../src/scene/node-hit.ts'
import { nodeRadii } from '../../src/scene/node-strips.ts'
import { partContent } from '../../src/scene/part-content.ts'
import { ownRows } from '../../src/scene/rows.ts'
import { sceneContent } from '../../src/scene/scene-content.ts'
import type { SceneContent, WholeContent } from '../../src/scene/scene-content.ts'
import { pictureEdge, pictureNode, picturesOf } from './pictured.ts'

const frame = { left: -10, right: 30, bottom: -5, top: 15 }
const ids = ['a', 'b', 'c', 'd', 'e']
const nodes = ids.map((id, index) => pictureNode(id, 5 * index, 3 - index))

const madeOf = (picture: Picture): WholeContent =>
  allAtOnce(sceneContent(picture, frame, '#ffffff'))

const anyWhole: fc.Arbitrary<Picture> = fc
  .array(
    fc.record({
      source: fc.constantFrom(...ids),
      target: fc.constantFrom(...ids),
      bend: fc.constantFrom(0, 0.1),
    }),
  )
  .map((all) => ({
    nodes,
    edges: all.map(({ source, target, bend }, index) =>
      pictureEdge(`e${index}`, source, target, { bend: source === target ? 1 : bend }),
    ),
  }))

/** A picture, and a part of it in which nodes are twice as large. */
const anyPart = fc
  .tuple(anyWhole, fc.subarray(ids), fc.array(fc.boolean(), { minLength: 1 }))
  .map(([whole, kept, flags]) => {
    const part: Picture = {
      nodes: nodes
        .filter(({ id }) => kept.includes(id))
        .map((node) => ({ ...node, size: 2 * node.size })),
      edges: whole.edges.filter(
        ({ source, target }, index) =>
          flags[index % flags.length] === true && kept.includes(source) && kept.includes(target),
      ),
      crowding: 0.5,
    }
    return { whole: { ...whole, crowding: 0.25 }, part }
  })

/** What it says of its nodes and edges to whoever asks. */
function toldBy(
  { nodes, edges, ink, nodeStrips, edgeStrips }: SceneContent,
  { edges: all }: Picture,
): object {
  const ranks = nodes.pictures.map(({ id }) => nodes.rankOf(id))
  return {
    ranks: [...ranks, nodes.rankOf(pictureNode('nowhere').id)],
    absent: ids.filter((id) => nodes.rankOf(pictureNode(id).id) === undefined),
    places: ranks.map((rank) => nodes.place(rank ?? -1)),
    count: edges.count,
    straight: edges.straight,
    edges: picturesOf(edges).map(({ id }, place) => [id, edges.source(place), edges.target(place)]),
    found: new Map(edges.placesOf(new Set(all.map(({ id }) => id)))),
    around: ranks.map((rank) => [...edges.around(rank ?? -1)]),
    ink,
    nodeStrips: ownRows(nodeStrips, nodeRadii),
    edgeStrips: ownRows(edgeStrips, edgeRadii),
  }
}

test('a part of a picture has what it would have anew', () => {
  fc.assert(
    fc.property(anyPart, ({ whole, part }) => {
      const made = partContent(madeOf(whole), whole, part)
      expect(made === undefined ? undefined : toldBy(made, whole)).toEqual(
        toldBy(madeOf(part), whole),
      )
    }),
  )
})

test('the pointer finds in a part what it would find there anew', () => {
  const anyPoint = fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 400 }),
  })
  const sight = { origin: { x: 0, y: 400 }, unit: 400, sizeRatio: 1 }
  fc.assert(
    fc.property(anyPart, anyPoint, ({ whole, part }, point) => {
      const found = (content: SceneContent | undefined): readonly unknown[] =>
        content === undefined
          ? []
          : [
              nodeNear(content.nodes, content.nodeStrips, sight, 1, point),
              edgeNear(content.edgeStrips, sight, { reach: 40, share: 1 }, point),
            ]
      expect(found(partContent(madeOf(whole), whole, part))).toEqual(found(madeOf(part)))
    }),
  )
})

test('a part of a large picture paints a fair sample first: the order of the whole', () => {
  const edges = Array.from({ length: 13_000 }, (_, index) =>
    pictureEdge(`e${index}`, ids[index % 5] ?? 'a', ids[(index * 3 + 1) % 5] ?? 'b'),
  )
  const whole: Picture = { nodes, edges }
  const part = { nodes, edges: edges.filter((_, index) => index % 2 === 0) }
  const made = partContent(madeOf(whole), whole, part)
  const kept = new Set(part.edges)
  expect(made === undefined ? [] : picturesOf(made.edges).map(({ id }) => id)).toEqual(
    picturesOf(madeOf(whole).edges)
      .filter((edge) => kept.has(edge))
      .map(({ id }) => id),
  )
  expect(made?.ink?.count).toBe(6500)
})

test('what is no part is not taken for one', () => {
  const whole: Picture = { nodes, edges: [pictureEdge('e', 'a', 'b')] }
  const [first = pictureNode('a'), ...others] = nodes
  const parts: readonly Picture[] = [
    { nodes, edges: [pictureEdge('e', 'a', 'b')] },
    { nodes: [{ ...first, x: 9 }, ...others], edges: whole.edges },
    { nodes: [{ ...first, colour: '#ff0000' }, ...others], edges: whole.edges },
    { nodes: [{ ...first, size: 2 * first.size }, ...others], edges: whole.edges },
    { nodes, edges: whole.edges, crowding: 0.5 },
    { nodes: [...others, first], edges: whole.edges },
    { nodes: [...nodes, pictureNode('f')], edges: whole.edges },
  ]
  for (const part of parts) expect(partContent(madeOf(whole), whole, part)).toBeUndefined()
})
