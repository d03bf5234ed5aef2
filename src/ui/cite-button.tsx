import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import type { Citable } from '../display/cite.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly desk: Desk
  readonly citable: Citable
}

/** Opens the citation of something. */
export function CiteButton({ desk, citable }: Props): JSX.Element {
  return (
    <button
      type="button"
      onClick={() => {
        desk.citer.citable.value = citable
      }}
    >
      <Icon name="cite" />
      Cite
    </button>
  )
}
