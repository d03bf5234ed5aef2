import type Sigma from 'sigma'
import type { MouseCoords } from 'sigma/types'
import type { Point } from '../model/knowledge.ts'
import type { SceneEdge, SceneNode } from './scene-graph.ts'

/** What the pointer does, by keys. */
export interface PointerEvents {
  clickNode(key: string): void
  clickEdge(key: string): void
  clickNothing(): void
  doubleClickNode(key: string): void
  hoverNode(key: string | undefined): void
  hoverEdge(key: string | undefined): void
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

/** Turns sigma's events into clicks, hovers and node drags, kept apart by how far the pointer went. */
export function listenToPointer(sigma: Sigma<SceneNode, SceneEdge>, events: PointerEvents): void {
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
  sigma.on('downEdge', ({ event }) => press(event))
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
  sigma.on('upEdge', release)
  sigma.on('upStage', release)

  sigma.on('clickNode', ({ event, node }) => {
    if (!wandered(event)) events.clickNode(node)
  })
  sigma.on('clickEdge', ({ event, edge }) => {
    if (!wandered(event)) events.clickEdge(edge)
  })
  sigma.on('clickStage', ({ event }) => {
    if (!wandered(event)) events.clickNothing()
  })
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault()
    events.doubleClickNode(node)
  })
  for (const wheel of ['wheelNode', 'wheelEdge', 'wheelStage', 'doubleClickStage'] as const)
    sigma.on(wheel, () => events.touchCamera(false))

  listenToHover(sigma, events, () => drag?.point !== undefined)
}

function listenToHover(
  sigma: Sigma<SceneNode, SceneEdge>,
  events: PointerEvents,
  isDragging: () => boolean,
): void {
  const hover = (cursor: string, tell: () => void): void => {
    if (isDragging()) return
    setCursor(sigma, cursor)
    tell()
  }
  sigma.on('enterNode', ({ node }) => hover('pointer', () => events.hoverNode(node)))
  sigma.on('leaveNode', () => hover('', () => events.hoverNode(undefined)))
  sigma.on('enterEdge', ({ edge }) => hover('pointer', () => events.hoverEdge(edge)))
  sigma.on('leaveEdge', () => hover('', () => events.hoverEdge(undefined)))
}

function setCursor(sigma: Sigma<SceneNode, SceneEdge>, cursor: string): void {
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
