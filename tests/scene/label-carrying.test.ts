import { expect, test } from 'vitest'
import type { Point } from '../../src/model/knowledge.ts'
import { canCarry, carrying, type LabelSight } from '../../src/scene/label-carrying.ts'

/** 800 by 600 CSS pixels, of so many for each unit, with the graph's origin at a point of it. */
const sight = (scale: number, origin: Point = { x: 100, y: 500 }): LabelSight => ({
  width: 800,
  height: 600,
  scale,
  screenPoint: ({ x, y }) => ({ x: origin.x + x * scale, y: origin.y - y * scale }),
})
const box = { left: 120, top: 440, right: 160, bottom: 460 }

test('a label goes along with its node when the picture is moved', () => {
  const carried = carrying(sight(10), sight(10, { x: 130, y: 480 }))
  expect(carried(box, { x: 110, y: 450 })).toEqual({ left: 150, top: 420, right: 190, bottom: 440 })
})

test('a label keeps its distance from its node when the picture grows', () => {
  const [before, now] = [sight(100), sight(105)]
  const node = { x: 3, y: 2 }
  const [from, to] = [before.screenPoint(node), now.screenPoint(node)]
  const carried = carrying(before, now)({ ...box, left: from.x + 9, top: from.y - 8 }, from)
  expect([carried.left - to.x, carried.top - to.y]).toEqual([9, -8])
})

test('labels are carried a little way, not into another picture', () => {
  const before = sight(10)
  const others = {
    same: sight(10),
    moved: sight(10, { x: 200, y: 500 }),
    far: sight(10, { x: 300, y: 500 }),
    grown: { ...sight(10.5), screenPoint: sight(10.5, { x: 85, y: 510 }).screenPoint },
    larger: sight(11),
    smaller: sight(9),
    wider: { ...sight(10), width: 900 },
  }
  const carried = Object.entries(others).filter(([, now]) => canCarry(before, now))
  expect(carried.map(([name]) => name)).toEqual(['same', 'moved', 'grown'])
})
