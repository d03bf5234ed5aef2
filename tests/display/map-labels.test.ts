import { expect, test } from 'vitest'
import { fitMarks } from '../../src/display/map-fit.ts'
import { mapLabels } from '../../src/display/map-labels.ts'
import { marksOnScreen, spread } from '../../src/display/map-picture.ts'
import type { MapMark } from '../../src/display/map-picture.ts'
import { pictureNode } from '../scene/pictured.ts'

const phone = { width: 390, height: 470 }
/** A town with others around it, a second town near it, and one far away. */
const spots = [
  { x: 837, y: 409 },
  { x: 800, y: 405 },
  { x: 240, y: 390 },
  ...Array.from({ length: 19 }, () => ({ x: 837, y: 409 })),
]
const marks = spots.map((spot, at): MapMark => {
  const node = { ...pictureNode(`n${at}`), label: at < 3 ? `Town ${at}` : 'Institution' }
  return { node, spot, leads: at < 3, others: [] }
})
const camera = fitMarks(spots, phone)
const placed = marksOnScreen(marks, spread(marks, camera.scale), camera, phone)

test('a map that is fitted cuts no mark, however many stand around its outermost places', () => {
  for (const { x, y } of placed) {
    expect(x > 14 && x < phone.width - 14 && y > 14 && y < phone.height - 14).toBe(true)
  }
})

test('a place that others stand around has its name beside all of them', () => {
  const labels = mapLabels(placed, (label) => 7 * label.length, undefined, phone)
  const town = labels.find(({ mark }) => mark.node.label === 'Town 0')
  expect(town?.heading).toBe(true)
  const touched = placed.filter(
    ({ x, y }) =>
      town !== undefined &&
      x > town.box.left - 5 &&
      x < town.box.right + 5 &&
      y > town.box.top - 5 &&
      y < town.box.bottom + 5,
  )
  expect(touched).toEqual([])
  const around = placed.filter(({ spot: { x } }) => x === 837)
  const { bottom = 0 } = town?.box ?? {}
  // At the side it would be taken for the name of one of them.
  expect(around.every(({ y }) => y > bottom)).toBe(true)
})
