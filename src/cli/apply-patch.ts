import { readFile } from 'node:fs/promises'
import { readPatch } from '../formats/json/patch.ts'
import { placedBeside } from '../layout/new-places.ts'
import { applyDraft } from '../model/edit.ts'
import type { Issue, ReadResult } from '../model/issue.ts'
import type { LaidOut } from '../model/knowledge.ts'
import { emptyNotebook } from '../model/notebook.ts'

/**
 * The graph with the patch in a file applied, and its notebook in place of the graph's; what the
 * patch adds is placed beside its neighbours. A patch that was made of another version of a record
 * that it changes is refused whole.
 */
export async function applyPatch(graph: LaidOut, path: string): Promise<ReadResult<LaidOut>> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return { ok: false, issues: [refusal(path, 'it cannot be read')] }
  const read = readPatch(text, path, { notebook: emptyNotebook, ...graph })
  if (!read.ok) return read
  const { draft, notebook } = read.content
  const knowledge = applyDraft(graph.knowledge, draft)
  const lost = [...draft.statements].filter(
    ([id, change]) => change !== 'removed' && !knowledge.statements.has(id),
  )
  const issues = [
    ...read.issues.map(({ message }) =>
      refusal(path, message, 'make the patch anew from this version of the graph'),
    ),
    ...lost.map(([id]) =>
      refusal(path, `the statement “${id}” is about an entity that this graph does not have`),
    ),
  ]
  if (issues.length > 0) return { ok: false, issues }
  const layout = graph.layout.size === 0 ? graph.layout : placedBeside(graph.layout, knowledge)
  return { ok: true, content: { ...graph, knowledge, layout, notebook }, issues }
}

function refusal(file: string, message: string, advice?: string): Issue {
  return { severity: 'error', file, message, ...(advice === undefined ? {} : { advice }) }
}
