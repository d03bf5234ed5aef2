import type { Picture } from '../display/picture.ts'
import type { Extent } from '../layout/extent.ts'
import type { EntityId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import type { Glide, Shown } from './arrangement.ts'

/** Milliseconds. */
const duration = 480
/** Nodes and edges up to which a frame is drawn in time. */
const mostMoving = 6000

/**
 * Shows a picture, and lets its nodes glide to their places from where they were in another one. What
 * tells of the places, circles and words, comes when they have arrived: before, it is not true.
 */
export const glide: Glide = (scene, before, { picture, frame }) => {
  if (picture.nodes.length + picture.edges.length > mostMoving) {
    scene.show(picture, frame)
    return () => undefined
  }
  const start = startOf(before, frame)
  const nodes = picture.nodes.map((node) => ({ ...node, ...start.get(node.id) }))
  scene.show({ ...picture, nodes, guides: [] }, frame)
  const begun = performance.now()
  const step = (now: number): void => {
    const share = Math.min(1, Math.max(0, (now - begun) / duration))
    if (share === 1) return scene.show(picture, frame)
    scene.positions(placesBetween(picture, start, share * share * (3 - 2 * share)))
    next = requestAnimationFrame(step)
  }
  let next = requestAnimationFrame(step)
  return () => cancelAnimationFrame(next)
}

function placesBetween(
  { nodes }: Picture,
  start: ReadonlyMap<EntityId, Point>,
  gone: number,
): ReadonlyMap<EntityId, Point> {
  return new Map(
    nodes.map(({ id, x, y }) => {
      const from = start.get(id) ?? { x, y }
      return [id, { x: from.x + (x - from.x) * gone, y: from.y + (y - from.y) * gone }]
    }),
  )
}

/** Where nodes are seen in the picture before, in the units of the frame that comes. */
function startOf({ picture, frame }: Shown, to: Extent): ReadonlyMap<EntityId, Point> {
  const [old, now] = [middleOf(frame), middleOf(to)]
  const scale = now.span / old.span
  return new Map(
    picture.nodes.map(({ id, x, y }) => [
      id,
      { x: now.x + (x - old.x) * scale, y: now.y + (y - old.y) * scale },
    ]),
  )
}

function middleOf({ left, right, bottom, top }: Extent): Point & { readonly span: number } {
  const span = Math.max(right - left, top - bottom) || 1
  return { x: (left + right) / 2, y: (bottom + top) / 2, span }
}
