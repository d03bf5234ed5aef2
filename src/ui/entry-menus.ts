import { useEffect } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import { menuOf } from '../app/menu-items.ts'
import type { MenuTarget } from '../app/menu-target.ts'
import { entityId, statementId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import { entry } from './at-first-sign.ts'
import './entry-menus.css'

interface Props {
  readonly desk: Desk
  /** What the reader did last while this was loaded; to be taken once it listens itself. */
  readonly takeSign: () => Event | undefined
}

/** A finger that stays for so many milliseconds asks for a menu, where the browser knows no such sign. */
const longPress = 550
/** CSS pixels that it may slip meanwhile. */
const slip = 10
/** Milliseconds after which no click comes any more from a finger that has gone. */
const clickAfter = 300

/**
 * Opens the menu of a node or statement wherever one is named or marked outside of the picture: by a
 * right click, by a finger that stays, by Shift F10 and by the menu key.
 */
export function EntryMenus({ desk, takeSign }: Props): null {
  useEffect(() => {
    const life = new AbortController()
    const open: Open = (target) => {
      // What is gone from the graph is listed all the same, and has no menu.
      if (target === undefined || menuOf(desk, target).items.length === 0) return false
      desk.menu.value = target
      return true
    }
    listen(open, takeSign(), life.signal)
    return () => life.abort()
  }, [desk])
  return null
}

/** Opens a menu; false where there is none, and the browser's own may come. */
type Open = (target: MenuTarget | undefined) => boolean

function listen(open: Open, sign: Event | undefined, signal: AbortSignal): void {
  let pressed: (Point & { readonly stop: () => void }) | undefined
  const letGo = (): void => {
    pressed?.stop()
    pressed = undefined
  }
  const press = (event: PointerEvent): void => {
    letGo()
    if (event.pointerType !== 'touch' || !event.isPrimary) return
    const { clientX: x, clientY: y, timeStamp, target: on } = event
    const wait = setTimeout(
      () => {
        if (!open(targetAt(on, { x, y })) && !answersItself(on)) return
        endOf(event)
        withoutItsClick()
      },
      longPress - (performance.now() - timeStamp),
    )
    pressed = { x, y, stop: () => clearTimeout(wait) }
  }
  const on = <Type extends keyof DocumentEventMap>(
    type: Type,
    act: (event: DocumentEventMap[Type]) => void,
  ): void => document.addEventListener(type, act, { signal })
  on('pointerdown', press)
  on('pointerup', letGo)
  on('pointercancel', letGo)
  on('pointermove', ({ clientX, clientY }) => {
    if (pressed !== undefined && Math.hypot(clientX - pressed.x, clientY - pressed.y) > slip)
      letGo()
  })
  const ask = (event: PointerEvent): void => {
    if (!open(targetAt(event.target, { x: event.clientX, y: event.clientY }))) return
    event.preventDefault()
    endOf(event)
  }
  on('contextmenu', (event) => {
    if (!event.defaultPrevented) ask(event)
  })
  on('keydown', (event) => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return
    if (open(targetOfKeys())) event.preventDefault()
  })
  if (!(sign instanceof PointerEvent)) return
  if (sign.type === 'pointerdown') press(sign)
  if (sign.type === 'contextmenu') ask(sign)
}

/** What is under the pointer is told that it is gone: the map lies still under a menu. */
function endOf({ target, pointerId }: PointerEvent): void {
  target?.dispatchEvent(new PointerEvent('pointercancel', { pointerId, bubbles: true }))
}

/** True for what has a list in place of a menu, which it then opens: a mark for many on the map. */
function answersItself(on: EventTarget | null): boolean {
  const mark = on instanceof Element ? on.closest('.map-node.is-stack') : null
  return mark?.dispatchEvent(new MouseEvent('contextmenu', { cancelable: true })) === false
}

/** The menu of what is there; undefined where the browser's own has its place. */
function targetAt(on: EventTarget | null, at: Point): MenuTarget | undefined {
  if (!(on instanceof Element)) return undefined
  const holder = on.closest('a, button, input, textarea, [tabindex], [role=option]')
  // Links and fields have menus of their own.
  if (holder?.matches('a, input, textarea') === true) return undefined
  // Results of a search leave the focus in its field.
  const from = holder?.matches('[role=option]') === true ? document.activeElement : holder
  return targetOf(on, at, from)
}

/** The menu of what has the focus, or of the row or result that stands for it. */
function targetOfKeys(): MenuTarget | undefined {
  const { activeElement: from } = document
  const id = from?.getAttribute('aria-activedescendant')
  const on = typeof id === 'string' ? document.getElementById(id) : from
  if (on === null) return undefined
  const { left, bottom, width } = on.getBoundingClientRect()
  return targetOf(on, { x: left + Math.min(width / 2, 24), y: bottom }, from)
}

function targetOf(
  on: Element,
  at: Point,
  from: Element | null | undefined,
): MenuTarget | undefined {
  const found = on.closest<HTMLElement | SVGElement>(entry)
  // What is chosen in a dialog is an answer to it.
  if (found === null || found.closest('dialog') !== null) return undefined
  const { node, statement } = found.dataset
  return {
    about:
      node === undefined
        ? { type: 'statement', id: statementId(statement ?? '') }
        : { type: 'node', id: entityId(node) },
    at,
    ...(from instanceof HTMLElement || from instanceof SVGElement ? { from } : {}),
  }
}

/** A finger that has opened a menu presses nothing when it goes. */
function withoutItsClick(): void {
  const life = new AbortController()
  const { signal } = life
  const keep = (event: Event): void => {
    event.preventDefault()
    event.stopPropagation()
  }
  // A press of the mouse that is made of the touch would take the focus from the menu.
  for (const type of ['touchend', 'mousedown', 'click'])
    document.addEventListener(type, keep, { signal, capture: true, passive: false })
  addEventListener('pointerup', () => setTimeout(() => life.abort(), clickAfter), { signal })
  addEventListener('pointerdown', () => life.abort(), { signal, capture: true })
}
