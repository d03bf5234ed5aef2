import { draftMarks } from '../display/draft-marks.ts'
import { placedBeside } from '../layout/new-places.ts'
import { emptyDraft } from '../model/draft.ts'
import { applyDraft } from '../model/edit.ts'
import { draftGhosts } from './draft-ghosts.ts'
import type { Drafting } from './session.ts'

/** Applies a draft to what was opened; new nodes stand beside their neighbours, others stay. */
export const drafting: Drafting = {
  apply: (opened, draft) => {
    if (draft === emptyDraft) return opened
    const knowledge = applyDraft(opened.knowledge, draft)
    return { knowledge, layout: placedBeside(opened.layout, knowledge) }
  },
  marks: draftMarks,
  ghosts: draftGhosts,
}
