import { useLayoutEffect, useRef } from 'preact/hooks'
import type { RefObject } from 'preact'

/**
 * Brings into sight what is marked as current in the element, as soon as it is there and whenever
 * `about` is another; nothing moves where some of it is in sight already.
 */
export function useCurrentInSight(about: unknown): RefObject<HTMLDivElement | null> {
  const holder = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current: element } = holder
    if (element === null) return
    const marked = [...element.querySelectorAll('[aria-current]')]
    if (!marked.some(isInSight)) marked[0]?.scrollIntoView({ block: 'center' })
  }, [about])
  return holder
}

/** On a phone the card may lie over what the window has. */
function isInSight(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  const there = document.elementFromPoint(left + width / 2, top + height / 2)
  return there !== null && element.contains(there)
}
