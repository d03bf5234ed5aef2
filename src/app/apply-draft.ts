import { emptyDraft } from '../model/draft.ts'
import { applyDraft } from '../model/edit.ts'
import { placedBeside } from '../layout/new-places.ts'
import type { ApplyDraft } from './session.ts'

/** Applies a draft to what was opened; new nodes stand beside their neighbours, others stay. */
export const applied: ApplyDraft = (opened, draft) => {
  if (draft === emptyDraft) return opened
  const knowledge = applyDraft(opened.knowledge, draft)
  return { knowledge, layout: placedBeside(opened.layout, knowledge) }
}
