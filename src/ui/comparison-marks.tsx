import type { JSX } from 'preact'
import type { ChangeClass } from '../model/change-class.ts'

export const changeTexts: Readonly<Record<ChangeClass, string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
}

const signs: Readonly<Record<ChangeClass, string>> = {
  added: 'M-3 0h6M0-3v6',
  removed: 'M-3 0h6',
  changed: 'M-3-1.5h6M-3 1.5h6',
}

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
      <path d={signs[change]} />
    </svg>
  )
}
