import type Sigma from 'sigma'
import type { MouseCoords } from 'sigma/types'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import type { Hover } from './emphasis.ts'

/** What the pointer does. */
export interface PointerEvents {
  clickNode(id: EntityId): void
  clickEdge(id: StatementId): void
  clickNothing(): void
  doubleClickNode(id: EntityId): void
  /** A right click, or a finger that stays, on a node or line; `at` is in CSS pixels of the container. */
  openMenu(of: Hover, at: Point): void
  hover(at: Hover): void
  /** While dragging: the node's new place in graph units. */
  dragNode(id: EntityId, point: Point): void
  dropNode(id: EntityId, point: Point): void
  /** The reader may be moving the camera, and holds it as long as `held` says. */
  touchCamera(held: boolean): void
}

/** What can be pointed at. */
export interface Pointable {
  /** What is at a point of the container, in CSS pixels; sigma knows of nothing there. */
  at(point: Point): Hover
  /** Where the node is, in graph units. */
  placeOf(id: EntityId): Point | undefined
}

/** A click or tap that wanders further than this many CSS pixels is a drag. */
const clickReach = { mouse: 4, touch: 10 } as const
/** A finger that stays for so many milliseconds asks for a menu. */
const longPress = 550

interface Drag {
  readonly id: EntityId
  /** From the pointer to the node's centre, so that a node does not jump when it is taken. */
  readonly grip: Point
  point: Point | undefined
}

/**
 * Turns sigma's events into clicks, hovers and node drags, kept apart by how far the pointer went.
 */
export function listenToPointer(sigma: Sigma, things: Pointable, events: PointerEvents): void {
  let pressed: MouseCoords | undefined
  let drag: Drag | undefined
  let waiting = 0
  let menuOpened = false

  const openMenu = ({ x, y }: Point): boolean => {
    const of = things.at({ x, y })
    if ((of.node ?? of.edge) === undefined) return false
    menuOpened = true
    drag = undefined
    events.openMenu(of, { x, y })
    return true
  }
  const wandered = (event: MouseCoords): boolean =>
    pressed !== undefined &&
    Math.hypot(event.x - pressed.x, event.y - pressed.y) >
      clickReach[isTouch(event) ? 'touch' : 'mouse']

  sigma.on('downStage', ({ event }) => {
    pressed = event
    drag = undefined
    menuOpened = false
    clearTimeout(waiting)
    if (isTouch(event) && touches(event) === 1)
      waiting = window.setTimeout(() => openMenu(event), longPress)
    events.touchCamera(true)
    if (touches(event) > 1 || isSecondaryButton(event)) return
    const { node: id } = things.at(event)
    const place = id === undefined ? undefined : things.placeOf(id)
    if (id === undefined || place === undefined) return
    const at = sigma.viewportToGraph(event)
    drag = { id, grip: { x: place.x - at.x, y: place.y - at.y }, point: undefined }
  })
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (wandered(event)) clearTimeout(waiting)
    // Under a menu nothing moves.
    if (menuOpened && isTouch(event)) return preventSigmaDefault()
    if (drag === undefined) return
    preventSigmaDefault()
    if (drag.point === undefined && !wandered(event)) return
    const at = sigma.viewportToGraph(event)
    drag.point = { x: at.x + drag.grip.x, y: at.y + drag.grip.y }
    setCursor(sigma, 'grabbing')
    events.dragNode(drag.id, drag.point)
  })
  sigma.on('upStage', () => {
    clearTimeout(waiting)
    events.touchCamera(false)
    if (drag?.point !== undefined) events.dropNode(drag.id, drag.point)
    drag = undefined
    setCursor(sigma, '')
  })

  sigma.on('clickStage', ({ event }) => {
    if (menuOpened || wandered(event)) return
    const { node, edge } = things.at(event)
    if (node !== undefined) events.clickNode(node)
    else if (edge !== undefined) events.clickEdge(edge)
    else events.clickNothing()
  })
  sigma.on('doubleClickStage', ({ event, preventSigmaDefault }) => {
    const { node } = things.at(event)
    if (node === undefined) return events.touchCamera(false)
    preventSigmaDefault()
    events.doubleClickNode(node)
  })
  sigma.on('rightClickStage', ({ event }) => {
    if (openMenu(event)) event.original.preventDefault()
  })
  sigma.on('wheelStage', () => events.touchCamera(false))

  listenToHover(sigma, things, events)
}

function listenToHover(sigma: Sigma, things: Pointable, events: PointerEvents): void {
  let over: Hover = {}
  /** Where the pointer is, until the next frame asks what is there. */
  let pointer: Point | undefined
  const hover = (next: Hover): void => {
    if (next.node === over.node && next.edge === over.edge) return
    over = next
    setCursor(sigma, (next.node ?? next.edge) === undefined ? '' : 'pointer')
    events.hover(next)
  }
  const captor = sigma.getMouseCaptor()
  captor.on('mousemove', ({ x, y, original }) => {
    // While a button is held the reader drags, and what is pointed at stays as it was.
    if ('buttons' in original && original.buttons !== 0) return
    if (pointer === undefined)
      requestAnimationFrame(() => {
        if (pointer !== undefined) hover(things.at(pointer))
        pointer = undefined
      })
    pointer = { x, y }
  })
  captor.on('mouseleave', () => {
    pointer = undefined
    hover({})
  })
}

function setCursor(sigma: Sigma, cursor: string): void {
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
