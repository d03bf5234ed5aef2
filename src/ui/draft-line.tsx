import type { JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import { draftSize } from '../model/draft.ts'
import './edit.css'

/** Says above every card that the graph is not as it was opened. */
export function DraftLine({ desk }: { readonly desk: Desk }): JSX.Element {
  const size = draftSize(desk.session.choices.value.draft)
  return (
    <p class="draft-line">
      <span>
        Draft: {size} {size === 1 ? 'change' : 'changes'}
      </span>
      <button
        type="button"
        class="text-button"
        onClick={() => {
          desk.draftOpen.value = true
        }}
      >
        Review
      </button>
    </p>
  )
}
