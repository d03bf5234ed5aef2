import type { TargetedPointerEvent } from 'preact'
import type { Places } from '../app/places.ts'
import { panned, zoomed } from '../display/world-map.ts'
import type { Point } from '../model/knowledge.ts'

interface Gestures {
  readonly onPointerDown: (event: TargetedPointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: TargetedPointerEvent<HTMLElement>) => void
  readonly onPointerUp: (event: TargetedPointerEvent<HTMLElement>) => void
  readonly onWheel: (event: WheelEvent) => void
}

/** How far a pointer may slip in a click, in CSS pixels. */
const slip = 4

/** Moves the map with one pointer, zooms with two or with the wheel. A click stays a click. */
export function mapGestures({ move, size }: Places): Gestures {
  const pointers = new Map<number, Point>()
  let start: Point | undefined
  const fromMiddle = ({ x, y }: Point, box: DOMRect): Point => ({
    x: x - box.left - size.peek().width / 2,
    y: y - box.top - size.peek().height / 2,
  })
  return {
    onPointerDown: ({ pointerId, button, clientX, clientY }) => {
      if (button !== 0) return
      pointers.set(pointerId, { x: clientX, y: clientY })
      start = pointers.size === 1 ? { x: clientX, y: clientY } : undefined
    },
    onPointerMove: ({ pointerId, clientX, clientY, currentTarget }) => {
      const before = pointers.get(pointerId)
      if (before === undefined) return
      const now = { x: clientX, y: clientY }
      if (start !== undefined) {
        if (Math.hypot(now.x - start.x, now.y - start.y) < slip) return
        start = undefined
        // Only now: a captured pointer clicks nothing.
        currentTarget.setPointerCapture(pointerId)
      }
      pointers.set(pointerId, now)
      const other = [...pointers].find(([id]) => id !== pointerId)?.[1]
      move((camera) => {
        const share = other === undefined ? 1 : 0.5
        const by = { x: (now.x - before.x) * share, y: (now.y - before.y) * share }
        const there = panned(camera, by)
        if (other === undefined) return there
        const apart = (point: Point): number => Math.hypot(point.x - other.x, point.y - other.y)
        const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }
        const at = fromMiddle(middle, currentTarget.getBoundingClientRect())
        return zoomed(there, apart(now) / Math.max(1, apart(before)), at)
      })
    },
    onPointerUp: ({ pointerId }) => {
      pointers.delete(pointerId)
      start = undefined
    },
    onWheel: (event) => {
      event.preventDefault()
      const box = (event.currentTarget as HTMLElement).getBoundingClientRect()
      const at = fromMiddle({ x: event.clientX, y: event.clientY }, box)
      move((camera) => zoomed(camera, Math.exp(-event.deltaY / 300), at))
    },
  }
}
