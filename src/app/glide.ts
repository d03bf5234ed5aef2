import type { Picture } from '../display/picture.ts'
import type { Extent } from '../layout/extent.ts'
import type { EntityId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import type { Scene } from '../scene/scene.ts'

/** Milliseconds. */
const duration = 480
/** Nodes and edges up to which a frame is drawn in time. */
const mostMoving = 6000

/** Shows pictures, and lets nodes glide to their places where those are of another layout. */
export interface Glider {
  /** `layout` is any value that tells the layout of this picture from that of another one. */
  readonly show: (picture: Picture, frame: Extent, layout: unknown) => void
  readonly stop: () => void
}

/** A glider that asks each time whether motion is welcome. */
export function createGlider(scene: Scene, isWelcome: () => boolean): Glider {
  let before:
    { readonly picture: Picture; readonly frame: Extent; readonly layout: unknown } | undefined
  let next = 0
  const stop = (): void => cancelAnimationFrame(next)
  const glide = (picture: Picture, start: ReadonlyMap<EntityId, Point>): void => {
    const begun = performance.now()
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - begun) / duration))
      const gone = share * share * (3 - 2 * share)
      scene.positions(
        new Map(
          picture.nodes.map(({ id, x, y }) => {
            const from = start.get(id) ?? { x, y }
            return [id, { x: from.x + (x - from.x) * gone, y: from.y + (y - from.y) * gone }]
          }),
        ),
      )
      if (share < 1) next = requestAnimationFrame(step)
    }
    next = requestAnimationFrame(step)
  }
  return {
    show: (picture, frame, layout) => {
      stop()
      const moves = before !== undefined && before.layout !== layout
      const small = picture.nodes.length + picture.edges.length <= mostMoving
      const start =
        before !== undefined && moves && small && isWelcome()
          ? startOf(before.picture, before.frame, frame)
          : undefined
      before = { picture, frame, layout }
      if (start === undefined) return scene.show(picture, frame)
      const nodes = picture.nodes.map((node) => ({ ...node, ...start.get(node.id) }))
      scene.show({ ...picture, nodes }, frame)
      glide(picture, start)
    },
    stop,
  }
}

/** Where nodes are seen in the picture before, in the units of the frame that comes. */
function startOf({ nodes }: Picture, from: Extent, to: Extent): ReadonlyMap<EntityId, Point> {
  const [old, now] = [middleOf(from), middleOf(to)]
  const scale = now.span / old.span
  return new Map(
    nodes.map(({ id, x, y }) => [
      id,
      { x: now.x + (x - old.x) * scale, y: now.y + (y - old.y) * scale },
    ]),
  )
}

function middleOf({ left, right, bottom, top }: Extent): Point & { readonly span: number } {
  const span = Math.max(right - left, top - bottom) || 1
  return { x: (left + right) / 2, y: (bottom + top) / 2, span }
}
