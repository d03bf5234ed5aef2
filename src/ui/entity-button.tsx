import type { JSX } from 'preact'
import { nodeLook } from '../app/node-look.ts'
import type { EntityLine } from '../display/card-lines.ts'
import type { Session } from '../app/session.ts'
import { KindMark } from './kind-mark.tsx'

/** A name that leads to its card. */
export function EntityButton({
  line,
  session,
  current = false,
}: {
  readonly line: EntityLine
  readonly session: Session
  /** True where it stands for what is selected. */
  readonly current?: boolean
}): JSX.Element {
  const { dispatch } = session
  return (
    <button
      type="button"
      class="entity-button"
      data-node={line.id}
      {...(current ? { 'aria-current': 'true' as const } : {})}
      onClick={() => dispatch({ type: 'select', selection: { type: 'node', id: line.id } })}
    >
      <KindMark look={nodeLook(session, line)} />
      <span>{line.name}</span>
    </button>
  )
}
