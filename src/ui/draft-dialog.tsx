import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import { createDraftDesk } from '../app/draft-desk.ts'
import type { DraftDesk } from '../app/draft-desk.ts'
import type { DraftChange } from '../display/draft-changes.ts'
import { Dialog } from './dialog.tsx'
import './explore.css'
import './edit.css'

/** What the reader has changed, with the way back for each, and the ways out of this browser. */
export function DraftDialog({ desk }: { readonly desk: Desk }): JSX.Element {
  const { session } = desk
  const draft = useMemo(() => createDraftDesk(session), [session])
  const changes = draft.changes.value
  return (
    <Dialog title="Draft" open={desk.draftOpen}>
      <div class="draft">
        <p class="muted">
          {changes.length === 0
            ? 'Nothing is changed: the graph is as it was opened.'
            : 'Your changes are kept in this browser alone, until you discard them. Undo goes back step by step.'}
        </p>
        <ul>
          {changes.map((change) => (
            <ChangeLine key={Object.values(change.record).join(' ')} {...{ change, draft, desk }} />
          ))}
        </ul>
        {changes.length > 0 && <Ways desk={desk} draft={draft} />}
      </div>
    </Dialog>
  )
}

interface LineProps {
  readonly change: DraftChange
  readonly draft: DraftDesk
  readonly desk: Desk
}

const labels = { added: 'Added', changed: 'Changed', removed: 'Removed' } as const

function ChangeLine({ change, draft, desk }: LineProps): JSX.Element {
  const { record, how, selection, text, before, detail } = change
  const back = how === 'removed' ? 'Bring back' : 'Revert'
  return (
    <li>
      <span class={`badge draft-${how}`}>{labels[how]}</span>
      <div>
        {selection === undefined ? (
          <p>{text}</p>
        ) : (
          <button
            type="button"
            class="statement-line"
            onClick={() => {
              desk.draftOpen.value = false
              desk.session.dispatch({ type: 'select', selection })
            }}
          >
            {how === 'removed' ? <s>{text}</s> : text}
          </button>
        )}
        {before !== undefined && (
          <p class="muted">
            was <s>{before}</s>
          </p>
        )}
        {detail !== undefined && <p class="muted">{detail}</p>}
      </div>
      <button
        type="button"
        class="text-button"
        aria-label={`${back} ${text}`}
        onClick={() => draft.revert(record)}
      >
        {back}
      </button>
    </li>
  )
}

function Ways({ desk, draft }: { readonly desk: Desk; readonly draft: DraftDesk }): JSX.Element {
  return (
    <div class="dialog-actions">
      <button
        type="button"
        class="edit-remove"
        onClick={() => {
          desk.draftOpen.value = false
          draft.discard()
        }}
      >
        Discard all
      </button>
      <button type="button" onClick={draft.savePatch}>
        Save as a patch
      </button>
      <button
        type="button"
        class="primary"
        onClick={() => {
          desk.draftOpen.value = false
          desk.exportChoice.format.value = 'orrery-json'
          desk.exportChoice.scope.value = 'whole'
          desk.openExport()
        }}
      >
        Export the graph
      </button>
    </div>
  )
}
