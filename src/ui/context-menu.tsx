import type { JSX, TargetedKeyboardEvent } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import { menuOf } from '../app/menu-items.ts'
import type { MenuItem } from '../app/menu-items.ts'
import type { MenuTarget } from '../app/menu-target.ts'
import './context-menu.css'

/** CSS pixels that stay between the menu and the edge of the window. */
const margin = 8

/** What can be done with a node or statement, where it stands; after the WAI-ARIA pattern of a menu. */
export function ContextMenu({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const target = desk.menu.value
  return target === undefined ? null : (
    <OpenMenu key={`${target.about.type} ${target.about.id}`} desk={desk} target={target} />
  )
}

interface Props {
  readonly desk: Desk
  readonly target: MenuTarget
}

function OpenMenu({ desk, target }: Props): JSX.Element {
  const menu = useRef<HTMLDivElement>(null)
  const { title, items } = menuOf(desk, target)
  const close = (): void => {
    desk.menu.value = undefined
  }
  const from = target.from ?? document.getElementById('graph')
  /** The focus goes first, so that a dialog can give it back. */
  const leave = (): void => {
    close()
    from?.focus()
  }
  const choose = ({ act, inCard = false }: MenuItem): void => {
    const around = from?.parentElement?.closest<HTMLElement>('[tabindex]')
    leave()
    act()
    if (inCard) document.querySelector<HTMLElement>('.card-scroll')?.focus()
    // What was hidden has taken the focus with it.
    else requestAnimationFrame(() => from?.isConnected === false && around?.focus())
  }
  useLayoutEffect(() => {
    if (menu.current === null) return
    place(menu.current, target)
    entries(menu.current)[0]?.focus()
  }, [target])
  useEffect(() => {
    const closeOutside = ({ target: at }: Event): void => {
      if (!(at instanceof Node) || menu.current?.contains(at) !== true) close()
    }
    // Before the picture has it for itself.
    const options = { capture: true }
    const types = ['pointerdown', 'wheel'] as const
    for (const type of types) addEventListener(type, closeOutside, options)
    addEventListener('resize', close)
    return () => {
      for (const type of types) removeEventListener(type, closeOutside, options)
      removeEventListener('resize', close)
    }
  }, [])
  return (
    <div
      ref={menu}
      class="context-menu"
      role="menu"
      tabIndex={-1}
      aria-label={title}
      onKeyDown={(event) => onKey(event, leave)}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        // The window itself has lost it, or something else has it now.
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close()
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      <p aria-hidden="true">{title}</p>
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => choose(item)}
        >
          {item.label}
        </button>
      ))}
    </div>
  )
}

/** At the point if there is room, else as near to it as the window allows. */
function place(menu: HTMLElement, { at }: MenuTarget): void {
  const { offsetWidth, offsetHeight } = menu
  const fit = (wish: number, size: number, room: number): string =>
    `${Math.max(margin, Math.min(wish, room - size - margin))}px`
  menu.style.left = fit(at.x, offsetWidth, document.documentElement.clientWidth)
  menu.style.top = fit(at.y, offsetHeight, document.documentElement.clientHeight)
}

function entries(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')]
}

function onKey(event: TargetedKeyboardEvent<HTMLElement>, leave: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const all = entries(event.currentTarget)
  const at = all.findIndex((entry) => entry === document.activeElement)
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: -1,
  }
  const typed = event.key.length === 1 && event.key !== ' ' ? event.key.toLowerCase() : undefined
  const leads = event.key === 'Escape' || event.key === 'Tab'
  const to = typed === undefined ? moves[event.key] : beginningWith(all, at, typed)
  if (!leads && to === undefined && typed === undefined) return
  event.preventDefault()
  event.stopPropagation()
  if (leads) leave()
  else if (to !== undefined) all.at(to % all.length)?.focus()
}

/** The next entry from the present one on whose label begins so. */
function beginningWith(
  all: readonly HTMLElement[],
  at: number,
  letter: string,
): number | undefined {
  const found = all.findIndex(
    (_, step) =>
      all[(at + 1 + step) % all.length]?.innerText.toLowerCase().startsWith(letter) === true,
  )
  return found < 0 ? undefined : at + 1 + found
}
