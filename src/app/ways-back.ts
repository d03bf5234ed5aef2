import { removalsOf } from '../display/gone-card.ts'
import type { Removal } from '../display/gone-card.ts'
import type { GoneSelection } from '../view/view.ts'
import { change } from './change.ts'
import type { Session } from './session.ts'

/** One removal by which something is gone, and what takes it back. */
export interface WayBack extends Removal {
  /** "Bring back", "Bring back Qwen". */
  readonly label: string
  readonly act: () => void
}

/** How the reader brings back what is gone; empty where another version alone has it. */
export function waysBack(session: Session, selection: GoneSelection): readonly WayBack[] {
  // A statement of another version may have the id of one that the draft took away.
  if (selection.from !== 'draft' && selection.of !== 'entity') return []
  return removalsOf(session.opened.knowledge, session.choices.value.draft, selection).map(
    (removal) => ({
      ...removal,
      label: removal.name === undefined ? 'Bring back' : `Bring back ${removal.name}`,
      act: () => change(session, [{ type: 'revert', record: removal.record }]),
    }),
  )
}
