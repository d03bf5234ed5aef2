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
    const { top, bottom } = element.getBoundingClientRect()
    const marked = [...element.querySelectorAll('[aria-current]')]
    const isInSight = marked.some((one) => {
      const box = one.getBoundingClientRect()
      return box.top >= top && box.bottom <= bottom
    })
    if (!isInSight) marked[0]?.scrollIntoView({ block: 'center' })
  }, [about])
  return holder
}
