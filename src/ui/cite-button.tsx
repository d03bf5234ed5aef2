import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import type { Citable } from '../display/cite.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly desk: Desk
  readonly citable: Citable
  /** A mark alone, called so: where a word beside every line would be too much. */
  readonly quiet?: string
}

/** Opens the citation of something. */
export function CiteButton({ desk, citable, quiet }: Props): JSX.Element {
  return (
    <button
      type="button"
      {...(quiet === undefined
        ? {}
        : { class: 'icon-button quiet', title: 'Cite', 'aria-label': quiet })}
      onClick={() => {
        desk.citer.citable.value = citable
      }}
    >
      <Icon name="cite" />
      {quiet === undefined && 'Cite'}
    </button>
  )
}
