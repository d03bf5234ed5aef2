import { readPatch, writePatch } from '../formats/json/patch.ts'
import { emptyDraft } from '../model/draft.ts'
import type { Draft } from '../model/draft.ts'
import { findDraft, storeDraft } from '../save/kept-drafts.ts'
import { applied } from './apply-draft.ts'
import type { ApplyDraft, Notice, OpenGraph } from './session.ts'

/** A draft that was kept, with what applies it and what should be known of it. */
export interface RestoredDraft {
  readonly draft: Draft
  readonly apply: ApplyDraft
  readonly notices: readonly Notice[]
}

/** The draft of a graph that the browser keeps; undefined where there is none. */
export async function restoredDraft({
  name,
  knowledge,
}: OpenGraph): Promise<RestoredDraft | undefined> {
  const patch = await findDraft(name.id).catch(() => undefined)
  if (patch === undefined) return undefined
  const read = readPatch(patch, 'draft', knowledge)
  if (!read.ok) {
    const notices = ['The draft that this browser keeps for this graph does not fit it any more.']
    return { draft: emptyDraft, apply: applied, notices }
  }
  const changed = read.issues.length
  const notices =
    changed === 0
      ? []
      : [
          `This graph has changed since your draft was made: ${changed === 1 ? 'one record is' : `${changed} records are`} other than then. Your words are shown.`,
        ]
  return { draft: read.content, apply: applied, notices }
}

/** Keeps a draft in the browser; what the reader should know where that fails. */
export async function keptDraft(
  { name, knowledge }: OpenGraph,
  draft: Draft,
): Promise<string | undefined> {
  try {
    await storeDraft(name.id, draft === emptyDraft ? undefined : writePatch(knowledge, draft))
    return undefined
  } catch {
    return 'This browser keeps no drafts, because its storage is full or closed: save your changes before you leave.'
  }
}
