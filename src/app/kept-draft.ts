import { readPatch, writePatch } from '../formats/json/patch.ts'
import type { Patch } from '../formats/json/patch.ts'
import { emptyDraft } from '../model/draft.ts'
import { sameNotebook } from '../model/note-changes.ts'
import { findDraft, storeDraft } from '../save/kept-drafts.ts'
import { drafting } from './drafting.ts'
import type { Drafting, Notice, OpenGraph } from './session.ts'

/** A draft and a notebook that were kept, with what applies the one, and what should be known. */
export interface RestoredDraft extends Patch {
  readonly drafting: Drafting
  readonly notices: readonly Notice[]
}

/** The draft and notebook of a graph that the browser keeps; undefined where there is none. */
export async function restoredDraft(graph: OpenGraph): Promise<RestoredDraft | undefined> {
  const patch = await findDraft(graph.name.id).catch(() => undefined)
  if (patch === undefined) return undefined
  const read = readPatch(patch, 'draft', graph)
  if (!read.ok) {
    const notices = ['The draft that this browser keeps for this graph does not fit it any more.']
    return { draft: emptyDraft, notebook: graph.notebook, drafting, notices }
  }
  const changed = read.issues.length
  const notices =
    changed === 0
      ? []
      : [
          `This graph has changed since your draft was made: ${changed === 1 ? 'one record is' : `${changed} records are`} other than then. Your words are shown.`,
        ]
  return { ...read.content, drafting, notices }
}

/** Keeps a draft and a notebook in the browser; what the reader should know where that fails. */
export async function keptDraft(graph: OpenGraph, patch: Patch): Promise<string | undefined> {
  const changed = patch.draft !== emptyDraft || !sameNotebook(patch.notebook, graph.notebook)
  try {
    await storeDraft(graph.name.id, changed ? writePatch(graph, patch) : undefined)
    return undefined
  } catch {
    return 'This browser keeps neither drafts nor notes, because its storage is full or closed: export the graph as Orrery JSON before you leave.'
  }
}
