import type { JSX } from 'preact'
import type { KindLook } from '../display/appearance.ts'
import { corners } from '../display/shape.ts'

/** A node as small as a letter: the colour and shape of its kind, as the picture draws it. */
export function KindMark({ look }: { readonly look: KindLook }): JSX.Element {
  const points = corners(look.shape)
  return (
    <svg class="kind-mark" viewBox="-1.6 -1.6 3.2 3.2" width="14" height="14" aria-hidden="true">
      {points.length === 0 ? (
        <circle r="1" fill={look.colour} />
      ) : (
        <polygon points={points.map(([x, y]) => `${x},${y}`).join(' ')} fill={look.colour} />
      )}
    </svg>
  )
}
