import type { Point } from '../model/knowledge.ts'
import type { MapCamera } from '../view/view.ts'
import { spread } from './map-picture.ts'
import { mostAlone } from './map-stacks.ts'
import { bounds, fitCamera } from './world-map.ts'
import type { Margins, Size } from './world-map.ts'

/** Half of the widest mark and a little room, in CSS pixels. */
const clear = 20
/** Further away others gather otherwise around the same spots; it changes little after so often. */
const rounds = 3

/** The camera that has all spots in sight, and whole the marks that find their places beside them. */
export function fitMarks(spots: readonly Point[], size: Size): MapCamera {
  let camera = fitCamera(spots, size)
  // Very many share marks, which stay on their spots.
  if (spots.length === 0 || spots.length > mostAlone) return camera
  for (let round = 0; round < rounds; round += 1)
    camera = fitCamera(spots, size, marginsAt(spots, camera.scale))
  return camera
}

/** How far marks stand out beyond the outermost spots at this zoom. */
function marginsAt(spots: readonly Point[], scale: number): Margins {
  const offsets = spread(
    spots.map((spot) => ({ spot })),
    scale,
  )
  const places = spots.map(({ x, y }, at) => ({
    x: x * scale + (offsets[at]?.x ?? 0),
    y: y * scale + (offsets[at]?.y ?? 0),
  }))
  const [left, right] = bounds(spots.map(({ x }) => x * scale))
  const [top, bottom] = bounds(spots.map(({ y }) => y * scale))
  const [leftmost, rightmost] = bounds(places.map(({ x }) => x))
  const [topmost, lowest] = bounds(places.map(({ y }) => y))
  return {
    left: left - leftmost + clear,
    right: rightmost - right + clear,
    top: top - topmost + clear,
    bottom: lowest - bottom + clear,
  }
}
