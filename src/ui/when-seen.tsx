import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** What costs something to show, once its place has come into the window. */
export function WhenSeen({ content }: { readonly content: () => JSX.Element }): JSX.Element {
  const place = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
    })
    if (place.current !== null) observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return seen ? content() : <div ref={place} class="not-seen-yet" />
}
