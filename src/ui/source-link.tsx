import type { JSX } from 'preact'
import { safeLink } from './safe-link.ts'

/** A source's title, as a link where it has a safe address. */
export function SourceLink({
  text,
  url,
}: {
  readonly text: string
  readonly url: string | undefined
}): JSX.Element {
  const href = url === undefined ? undefined : safeLink(url)
  if (href === undefined) return <>{text}</>
  return (
    <a href={href} rel="noopener noreferrer" target="_blank">
      {text}
    </a>
  )
}
