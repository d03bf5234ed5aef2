import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { writePatch } from '../formats/json/patch.ts'
import { draftChanges } from '../display/draft-changes.ts'
import type { DraftChange } from '../display/draft-changes.ts'
import type { RecordName } from '../model/edit.ts'
import { fileName } from '../save/file-name.ts'
import { saveFile } from '../save/file.ts'
import { change } from './change.ts'
import type { Session } from './session.ts'

/** The draft of an open graph: what it changes, and the ways back and out. */
export interface DraftDesk {
  readonly changes: ReadonlySignal<readonly DraftChange[]>
  readonly revert: (record: RecordName) => void
  /** Undone like any other step. */
  readonly discard: () => void
  readonly savePatch: () => void
}

/** A draft that follows the session. */
export function createDraftDesk(session: Session): DraftDesk {
  const { opened } = session
  const draft = computed(() => session.view.value.draft)
  const changes = computed(() => draftChanges(opened.knowledge, session.content, draft.value))
  return {
    changes,
    revert: (record) => change(session, [{ type: 'revert', record }]),
    discard: () =>
      change(
        session,
        changes.peek().map(({ record }) => ({ type: 'revert', record })),
      ),
    savePatch: () =>
      saveFile(
        fileName(opened.knowledge.dataset.title, 'patch', 'json'),
        writePatch(opened, session.view.peek()),
        'application/json',
      ),
  }
}
