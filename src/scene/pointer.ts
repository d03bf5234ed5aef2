import type Sigma from 'sigma'
import type { MouseCoords } from 'sigma/types'
import type { Point } from '../model/knowledge.ts'
import type { SceneNode } from './scene-nodes.ts'

/** What the pointer does, by keys of nodes and places of edges. */
export interface PointerEvents {
  clickNode(key: string): void
  clickEdge(place: number): void
  clickNothing(): void
  doubleClickNode(key: string): void
  hoverNode(key: string | undefined): void
  hoverEdge(place: number | undefined): void
  /** While dragging: the node's new place in graph units. */
  dragNode(key: string, point: Point): void
  dropNode(key: string, point: Point): void
  /** The reader may be moving the camera, and holds it as long as `held` says. */
  touchCamera(held: boolean): void
}

/** A click or tap that wanders further than this many CSS pixels is a drag. */
const clickReach = { mouse: 4, touch: 10 } as const

interface Drag {
  readonly key: string
  /** From the pointer to the node's centre, so that a node does not jump when it is taken. */
  readonly grip: Point
  point: Point | undefined
}

/** The place of the edge at a point of the container, of which sigma knows nothing. */
export type EdgeAt = (point: Point) => number | undefined

/**
 * Turns sigma's events into clicks, hovers and node drags, kept apart by how far the pointer went.
 */
export function listenToPointer(
  sigma: Sigma<SceneNode>,
  edgeAt: EdgeAt,
  events: PointerEvents,
): void {
  let pressed: MouseCoords | undefined
  let drag: Drag | undefined

  const wandered = (event: MouseCoords): boolean =>
    pressed !== undefined &&
    Math.hypot(event.x - pressed.x, event.y - pressed.y) >
      clickReach[isTouch(event) ? 'touch' : 'mouse']
  const press = (event: MouseCoords): void => {
    pressed = event
    drag = undefined
    events.touchCamera(true)
  }
  const release = (): void => {
    events.touchCamera(false)
    if (drag?.point !== undefined) events.dropNode(drag.key, drag.point)
    drag = undefined
    setCursor(sigma, '')
  }

  sigma.on('downStage', ({ event }) => press(event))
  sigma.on('downNode', ({ event, node }) => {
    press(event)
    if (touches(event) > 1 || isSecondaryButton(event)) return
    const at = sigma.viewportToGraph(event)
    const { x, y } = sigma.getGraph().getNodeAttributes(node)
    drag = { key: node, grip: { x: x - at.x, y: y - at.y }, point: undefined }
  })
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (drag === undefined) return
    preventSigmaDefault()
    if (drag.point === undefined && !wandered(event)) return
    const at = sigma.viewportToGraph(event)
    drag.point = { x: at.x + drag.grip.x, y: at.y + drag.grip.y }
    setCursor(sigma, 'grabbing')
    events.dragNode(drag.key, drag.point)
  })
  sigma.on('upNode', release)
  sigma.on('upStage', release)

  sigma.on('clickNode', ({ event, node }) => {
    if (!wandered(event)) events.clickNode(node)
  })
  sigma.on('clickStage', ({ event }) => {
    if (wandered(event)) return
    const edge = edgeAt(event)
    if (edge === undefined) events.clickNothing()
    else events.clickEdge(edge)
  })
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault()
    events.doubleClickNode(node)
  })
  for (const wheel of ['wheelNode', 'wheelStage', 'doubleClickStage'] as const)
    sigma.on(wheel, () => events.touchCamera(false))

  listenToHover(sigma, edgeAt, events, () => drag?.point !== undefined)
}

function listenToHover(
  sigma: Sigma<SceneNode>,
  edgeAt: EdgeAt,
  events: PointerEvents,
  isDragging: () => boolean,
): void {
  let overNode = false
  let edge: number | undefined
  /** Where the pointer is, until the next frame asks what edge is there. */
  let pointer: Point | undefined
  const hoverEdge = (next: number | undefined): void => {
    if (next === edge) return
    edge = next
    setCursor(sigma, next === undefined ? '' : 'pointer')
    events.hoverEdge(next)
  }
  const hoverNode = (key: string | undefined): void => {
    overNode = key !== undefined
    if (isDragging()) return
    edge = undefined
    setCursor(sigma, key === undefined ? '' : 'pointer')
    events.hoverNode(key)
  }
  const look = (): void => {
    const at = pointer
    pointer = undefined
    if (at !== undefined && !overNode && !isDragging()) hoverEdge(edgeAt(at))
  }
  sigma.on('enterNode', ({ node }) => hoverNode(node))
  sigma.on('leaveNode', () => hoverNode(undefined))
  const captor = sigma.getMouseCaptor()
  captor.on('mousemove', ({ x, y, original }) => {
    // While a button is held the reader moves the camera, and what is under it stays as it was.
    if ('buttons' in original && original.buttons !== 0) return
    if (pointer === undefined) requestAnimationFrame(look)
    pointer = { x, y }
  })
  captor.on('mouseleave', () => {
    pointer = undefined
    if (!overNode) hoverEdge(undefined)
  })
}

function setCursor(sigma: Sigma<SceneNode>, cursor: string): void {
  sigma.getContainer().style.cursor = cursor
}

function isTouch(event: MouseCoords): boolean {
  return 'touches' in event.original
}

function touches(event: MouseCoords): number {
  return 'touches' in event.original ? event.original.touches.length : 1
}

function isSecondaryButton(event: MouseCoords): boolean {
  return 'button' in event.original && event.original.button !== 0
}
