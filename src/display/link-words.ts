import { draftSize } from '../model/draft.ts'
import { noteCount } from '../model/note-changes.ts'
import type { Notebook } from '../model/notebook.ts'
import { mostInSet, setsOfLink } from '../view/url-sets.ts'
import type { View } from '../view/view.ts'

/**
 * What a reader is told who has copied the link to a view; `file` is the name of the graph's own
 * file, undefined where the link leads to the graph by itself.
 */
export function linkWords(view: View, file: string | undefined): string {
  const missing = [
    ...(file === undefined ? [] : [`the file “${file}” itself`]),
    ...comparedFile(view),
    ...(draftSize(view.draft) === 0 ? [] : ['your draft']),
    ...written(view.notebook),
  ]
  if (missing.length === 0) return 'The link is in the clipboard: it opens exactly this view.'
  return `The link is in the clipboard. It opens this view, but cannot bring ${listed(missing)}.`
}

/** A version with an address of the web can be fetched by whoever has the link. */
function comparedFile({ compared }: View): readonly string[] {
  if (compared === undefined || /^https?:/.test(compared.with)) return []
  return [`the file “${compared.with}” that the graph is compared with`]
}

function written(notebook: Notebook): readonly string[] {
  const long = notebook.sets.size - setsOfLink(notebook.sets).size
  return [
    ...(noteCount(notebook) === 0 ? [] : ['your notes']),
    ...(notebook.stops.length === 0 ? [] : ['your saved views']),
    ...(long === 0 ? [] : [`sets of more than ${mostInSet} nodes`]),
  ]
}

function listed(items: readonly string[]): string {
  const [last = '', ...others] = items.toReversed()
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`
}
