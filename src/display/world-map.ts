import type { Place, Point } from '../model/knowledge.ts'
import { mapScales, worldWidth } from '../view/map-camera.ts'
import type { MapCamera } from '../view/view.ts'

/** How far east the map begins, where no land but the tip of Alaska's islands is cut. */
const leftmost = -169
/** Beyond it Mercator's map has no end. */
const northmost = 84

/** The point of the map, by Mercator's projection: shapes are true, sizes are not. */
export function project({ latitude, longitude }: Place): Point {
  const around = longitude < leftmost ? longitude + 360 : longitude
  const north = (Math.min(northmost, Math.max(-northmost, latitude)) * Math.PI) / 180
  return {
    x: ((around + 180) / 360) * worldWidth,
    y: (0.5 - Math.log(Math.tan(Math.PI / 4 + north / 2)) / (2 * Math.PI)) * worldWidth,
  }
}

/**
 * The land as the outlines of one SVG path, from `world-map.json`: rings of longitude and latitude
 * in tenths of a degree, each point after the first as its distance from the one before.
 */
export function landPath(rings: readonly (readonly number[])[]): string {
  return rings.map(ringPath).join('')
}

function ringPath(ring: readonly number[]): string {
  let [longitude, latitude] = [0, 0]
  const points: string[] = []
  for (let at = 0; at + 1 < ring.length; at += 2) {
    longitude += ring[at] ?? 0
    latitude += ring[at + 1] ?? 0
    const { x, y } = onMap(longitude / 10, latitude / 10)
    points.push(`${x.toFixed(2)} ${y.toFixed(2)}`)
  }
  return `M${points.join('L')}Z`
}

/** A ring is whole: it may go on beyond the edge of the map. */
function onMap(longitude: number, latitude: number): Point {
  const { y } = project({ latitude, longitude: 0 })
  return { x: ((longitude + 180) / 360) * worldWidth, y }
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** CSS pixels between what is in sight and the border of the window. */
export interface Margins {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** As near as a country is large, in CSS pixels per unit of the map. */
const nearestFit = 15
const noMargins: Margins = { left: 0, right: 0, top: 0, bottom: 0 }

/**
 * The camera that has all points in sight, with at least these margins around them, and is no nearer
 * than a country is large.
 */
export function fitCamera(
  points: readonly Point[],
  { width, height }: Size,
  margins: Margins = noMargins,
): MapCamera {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, right] = points.length === 0 ? [0, worldWidth] : bounds(xs)
  const [top, bottom] = points.length === 0 ? [200, 700] : bounds(ys)
  // The outermost places have names.
  const least = Math.min(110, width / 6, height / 6)
  const free = {
    left: Math.max(least, margins.left),
    right: Math.max(least, margins.right),
    top: Math.max(least, margins.top),
    bottom: Math.max(least, margins.bottom),
  }
  const across = Math.max(40, width - free.left - free.right) / Math.max(1e-9, right - left)
  const down = Math.max(40, height - free.top - free.bottom) / Math.max(1e-9, bottom - top)
  const scale = Math.min(across, down, nearestFit)
  return {
    x: (left + right) / 2 + (free.right - free.left) / 2 / scale,
    y: (top + bottom) / 2 + (free.bottom - free.top) / 2 / scale,
    scale,
  }
}

/** The least and the greatest. */
export function bounds(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  )
}

/** The camera nearer by the factor; what lies `at` pixels from the middle stays there. */
export function zoomed(camera: MapCamera, factor: number, at: Point = { x: 0, y: 0 }): MapCamera {
  const scale = Math.min(mapScales.nearest, Math.max(mapScales.furthest, camera.scale * factor))
  const shift = 1 / camera.scale - 1 / scale
  return within({ x: camera.x + at.x * shift, y: camera.y + at.y * shift, scale })
}

/** The camera after the map was moved by so many pixels. */
export function panned(camera: MapCamera, by: Point): MapCamera {
  return within({
    ...camera,
    x: camera.x - by.x / camera.scale,
    y: camera.y - by.y / camera.scale,
  })
}

/** The middle never leaves the map. */
function within(camera: MapCamera): MapCamera {
  const kept = (value: number): number => Math.min(worldWidth + 40, Math.max(0, value))
  return { ...camera, x: kept(camera.x), y: kept(camera.y) }
}

/** True where a point is in the window, or no further beyond than so many pixels. */
export function isInSight({ x, y }: Point, { width, height }: Size, beyond = 0): boolean {
  return x >= -beyond && y >= -beyond && x <= width + beyond && y <= height + beyond
}

/** Where a point of the map is in the window, in pixels. */
export function onScreen({ x, y }: Point, camera: MapCamera, { width, height }: Size): Point {
  return {
    x: width / 2 + (x - camera.x) * camera.scale,
    y: height / 2 + (y - camera.y) * camera.scale,
  }
}
