import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import { createFinder } from '../app/finder.ts'
import { nameOf } from '../display/appearance.ts'
import { listText } from '../display/growth-words.ts'
import { mostSeeds } from '../view/view.ts'
import { Modal } from './dialog.tsx'
import { SearchBox } from './search-box.tsx'
import './explore.css'

/** Asks for one more of the entities whose connection is looked for. */
export function ConnectionDialog({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { connector, session } = desk
  const finder = useMemo(() => createFinder(session, connector.answer), [session, connector])
  const seeds = connector.asking.value
  if (seeds === undefined) return null
  const names = seeds.map((id) => {
    const entity = session.knowledge.entities.get(id)
    return entity === undefined ? id : nameOf(entity)
  })
  return (
    <Modal
      title={`Connect ${listText(names, mostSeeds)} with …`}
      onClose={() => {
        connector.asking.value = undefined
      }}
    >
      <div class="path-question">
        <SearchBox
          session={session}
          finder={finder}
          id="connect-with"
          label="What to connect it with"
        />
        <p class="muted">
          You will see the shortest ways that join them all, and which neighbours they share. Up to{' '}
          {mostSeeds} can be connected, one after the other.
        </p>
      </div>
    </Modal>
  )
}
