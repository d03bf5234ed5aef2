import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ShownTable } from '../app/table-desk.ts'
import { sameSelection } from '../view/same-view.ts'
import type { Selection } from '../view/view.ts'

/** In CSS pixels; the style sheet has it too. */
export const rowHeight = 34

/**
 * Another order begins at its top; what was selected elsewhere comes into sight, and stays there
 * while the picture has other rows or the table has another height.
 */
export function useReveal(
  { shown, selection }: Seen,
  scroller: { readonly current: HTMLDivElement | null },
): void {
  const seen = useRef<Seen>(undefined)
  /** Where the selected row is, -1 where there is none; and whether it was in sight, at which height. */
  const selected = useRef({ position: -1, isInSight: false, height: 0 })
  const look = (): void => {
    const element = scroller.current
    if (element === null) return
    const { position, isInSight: was, height } = selected.current
    // A frame may bring another height and a scrolling that came before it at once.
    if (was && element.clientHeight !== height) reveal(element, position)
    selected.current.isInSight = isInSight(element, position)
    selected.current.height = element.clientHeight
  }
  // As soon as the rows are in the page: what is scrolled must be there.
  useLayoutEffect(() => {
    const { table, rows, choice } = shown
    const before = seen.current
    seen.current = { shown, selection }
    const element = scroller.current
    if (element === null) return
    const isReordered = before !== undefined && before.shown.choice !== choice
    const stays = selected.current.isInSight && !isReordered
    if (before !== undefined && before.shown !== shown && !stays) element.scrollTop = 0
    const position = rows.findIndex(
      (row) => selection.type !== 'nothing' && sameSelection(table.selection(row), selection),
    )
    selected.current.position = position
    const sameRows = before?.shown.table === table && before.shown.rows.length > 0
    const isNew = !sameRows || before.selection !== selection
    if ((isNew || stays) && !isInSight(element, position)) reveal(element, position)
    look()
  }, [shown, selection])
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
}

interface Seen {
  readonly shown: ShownTable
  readonly selection: Selection
}

/** In CSS pixels: it is higher with fields in it. */
export function headHeight(element: HTMLElement): number {
  return element.querySelector('thead')?.offsetHeight ?? 0
}

/** True where the whole row is in sight. */
function isInSight(element: HTMLElement, position: number): boolean {
  if (position === -1) return false
  const { scrollTop, clientHeight } = element
  const bottom = scrollTop + clientHeight - headHeight(element)
  return position * rowHeight >= scrollTop && (position + 1) * rowHeight <= bottom
}

/** Scrolls no further than it takes to have the row in sight. */
export function reveal(element: HTMLElement | null, position: number): void {
  if (element === null || position === -1) return
  const lowest = (position + 1) * rowHeight + headHeight(element) - element.clientHeight
  const highest = position * rowHeight
  element.scrollTop = Math.min(highest, Math.max(lowest, element.scrollTop))
}
