import type { JSX } from 'preact'
import { changeSigns } from '../display/change-signs.ts'
import type { ChangeClass } from '../model/change-class.ts'

/** The sign that the picture puts on nodes and lines of this class. */
export function ChangeMark({ change }: { readonly change: ChangeClass }): JSX.Element {
  return (
    <svg
      class={`change-mark is-${change}`}
      viewBox="-7 -7 14 14"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <circle r="6.5" />
      <path d={changeSigns[change]} />
    </svg>
  )
}
