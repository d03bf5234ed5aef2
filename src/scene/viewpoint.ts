import type { Extent } from '../layout/extent.ts'
import type { Point } from '../model/knowledge.ts'

/**
 * Where the scene is looked at from: the middle of the view in sigma's framed coordinates (the
 * frame's longer side is 1 long and its middle lies at 0.5, 0.5), and how much of it is seen
 * (1: the whole frame).
 */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly ratio: number
}

/** CSS pixels of the container that something else covers. */
export interface Padding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** The window that a camera looks through. `unit` is the framed unit in CSS pixels at ratio 1. */
export interface Window {
  readonly width: number
  readonly height: number
  readonly unit: number
  readonly padding: Padding
}

/** A stretch of framed coordinates, y upwards. */
export interface FramedBox {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** The points that the frame lies between. */
export function cornersOf({ left, right, bottom, top }: Extent): readonly Point[] {
  return [
    { x: left, y: bottom },
    { x: right, y: top },
  ]
}

/** How sigma frames graph units: (`x`, `y`) lies at (0.5, 0.5), and `span` units are 1 long. */
export interface Framing extends Point {
  readonly span: number
}

export function framingOf({ left, right, bottom, top }: Extent): Framing {
  return {
    x: (left + right) / 2,
    y: (bottom + top) / 2,
    span: Math.max(right - left, top - bottom) || 1,
  }
}

/** The smallest framed box around points in graph units. */
export function framedBox(points: readonly Point[], frame: Extent): FramedBox {
  const { x: middle, y: centre, span } = framingOf(frame)
  const across = (x: number): number => 0.5 + (x - middle) / span
  const up = (y: number): number => 0.5 + (y - centre) / span
  const xs = points.map(({ x }) => across(x))
  const ys = points.map(({ y }) => up(y))
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b))
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b))
  return { left: least(xs), right: most(xs), bottom: least(ys), top: most(ys) }
}

/** The ratio at which a single point is shown, which has no size to fit. */
const closest = 0.05

/**
 * The camera that shows the box as large as the uncovered part of the window allows, though no
 * larger than the ratio `nearest`.
 */
export function cameraFor(
  box: FramedBox,
  window: Window,
  clearance: number,
  nearest = closest,
): Camera {
  const room = uncovered(window, clearance)
  const ratio = Math.max(
    nearest,
    ((box.right - box.left) * window.unit) / room.width,
    ((box.top - box.bottom) * window.unit) / room.height,
  )
  const middle = { x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2 }
  return cameraWith(middle, room, window, ratio)
}

/**
 * The nearest camera from which the whole box is seen: the same one where it is seen already,
 * else moved as little as needed, and zoomed out only where the box would not fit.
 */
export function cameraRevealing(
  camera: Camera,
  box: FramedBox,
  window: Window,
  clearance: number,
): Camera {
  const fitting = cameraFor(box, window, clearance, camera.ratio)
  if (fitting.ratio > camera.ratio) return fitting
  const scale = window.unit / camera.ratio
  const { padding, width, height } = window
  const screen = {
    left: width / 2 + (box.left - camera.x) * scale - padding.left - clearance,
    right: width - padding.right - clearance - width / 2 - (box.right - camera.x) * scale,
    top: height / 2 - (box.top - camera.y) * scale - padding.top - clearance,
    bottom: height - padding.bottom - clearance - height / 2 + (box.bottom - camera.y) * scale,
  }
  const moveX = Math.min(0, screen.left) - Math.min(0, screen.right)
  const moveY = Math.min(0, screen.top) - Math.min(0, screen.bottom)
  return { x: camera.x + moveX / scale, y: camera.y - moveY / scale, ratio: camera.ratio }
}

interface Room {
  readonly middle: Point
  readonly width: number
  readonly height: number
}

/** The uncovered part of the window; the whole of it where hardly any is left. */
function uncovered({ width, height, padding }: Window, clearance: number): Room {
  const roomWidth = width - padding.left - padding.right - 2 * clearance
  const roomHeight = height - padding.top - padding.bottom - 2 * clearance
  if (roomWidth < 40 || roomHeight < 40)
    return { middle: { x: width / 2, y: height / 2 }, width, height }
  return {
    middle: {
      x: (padding.left + width - padding.right) / 2,
      y: (padding.top + height - padding.bottom) / 2,
    },
    width: roomWidth,
    height: roomHeight,
  }
}

function cameraWith(point: Point, room: Room, window: Window, ratio: number): Camera {
  const scale = window.unit / ratio
  return {
    x: point.x - (room.middle.x - window.width / 2) / scale,
    y: point.y + (room.middle.y - window.height / 2) / scale,
    ratio,
  }
}
