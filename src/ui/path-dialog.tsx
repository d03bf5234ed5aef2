import type { JSX } from 'preact'
import { useSignalEffect } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import { createFinder } from '../app/finder.ts'
import { nameOf } from '../display/appearance.ts'
import { Modal } from './dialog.tsx'
import { SearchBox } from './search-box.tsx'
import './explore.css'

/** Asks where a path is to end. */
export function PathDialog({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { pathfinder, session } = desk
  const finder = useMemo(() => createFinder(session, pathfinder.answer), [session, pathfinder])
  useSignalEffect(() => pathfinder.expect(finder.hits.value[finder.active.value]?.id))
  const from = pathfinder.asking.value
  const entity = from === undefined ? undefined : session.knowledge.entities.get(from)
  if (entity === undefined) return null
  return (
    <Modal title={`A path from ${nameOf(entity)} to …`} onClose={pathfinder.close}>
      <div class="path-question">
        <SearchBox session={session} finder={finder} id="path-end" label="Where the path ends" />
        <p class="muted">
          The shortest ways are found first, whichever way the statements point, and told with their
          sources.
        </p>
      </div>
    </Modal>
  )
}
