import * as v from 'valibot'
import { fieldChanges } from '../../model/difference.ts'
import { emptyDraft } from '../../model/draft.ts'
import type { Draft, Removed } from '../../model/draft.ts'
import { edited } from '../../model/edit.ts'
import type { Edit } from '../../model/edit.ts'
import type { Issue, ReadResult } from '../../model/issue.ts'
import type { Entity, Knowledge, Statement } from '../../model/knowledge.ts'
import { sameNotebook } from '../../model/note-changes.ts'
import type { Notebook } from '../../model/notebook.ts'
import { notebookOf, notebookRecord, recordOfNotebook } from './notebook-record.ts'
import { sourceOf, statementOf } from './read-orrery-json.ts'
import {
  entityRecord as entitySchema,
  sourceRecord as sourceSchema,
  statementRecord as statementSchema,
} from './schema.ts'
import { entityRecord, statementRecord } from '../orrery-record.ts'
import { orreryText, sourceRecord } from './write-orrery-json.ts'

const changeOf = <Record extends v.GenericSchema>(record: Record) =>
  v.object({ before: v.exactOptional(record), after: v.exactOptional(record) })

/** What a patch is made for: a graph as it was opened, with what its file has of a notebook. */
export interface Patched {
  readonly knowledge: Knowledge
  readonly notebook: Notebook
}

/** All that a reader has done to a graph which no link carries. */
export interface Patch {
  readonly draft: Draft
  readonly notebook: Notebook
}

/**
 * A patch, version 1: changes against the version of a graph that was opened. A change without
 * `before` adds a record, one without `after` removes it; records are those of Orrery JSON. A notebook is
 * there where it is another one than that of the graph's file.
 */
const patchFile = v.object({
  'orrery-patch': v.literal(1, 'this Orrery reads version 1 of patches'),
  dataset: v.object({ id: v.string(), version: v.exactOptional(v.string()) }),
  sources: v.optional(v.array(sourceSchema), []),
  entities: v.optional(v.array(changeOf(entitySchema)), []),
  statements: v.optional(v.array(changeOf(statementSchema)), []),
  notebook: v.exactOptional(v.object({ before: notebookRecord, after: notebookRecord })),
})

/** Writes a draft and a notebook as a patch of the graph that was opened: same input, same bytes. */
export function writePatch(
  { knowledge: opened, ...of }: Patched,
  { draft, notebook }: Patch,
): string {
  const { id, version } = opened.dataset
  return orreryText(
    {
      'orrery-patch': 1,
      dataset: { id, version },
      sources: [...draft.sources.values()].map(sourceRecord),
      entities: changesOf(opened.entities, draft.entities, entityRecord),
      statements: changesOf(opened.statements, draft.statements, statementRecord),
      notebook: sameNotebook(of.notebook, notebook)
        ? undefined
        : { before: recordOfNotebook(of.notebook), after: recordOfNotebook(notebook) },
    },
    2,
  )
}

/**
 * Reads a patch as a draft and a notebook over what was opened. Where a record is not what the patch
 * says it was before, the patch wins and a warning says so.
 */
export function readPatch(
  text: string,
  file: string,
  { knowledge: opened, ...of }: Patched,
): ReadResult<Patch> {
  const error = (message: string): ReadResult<Patch> => ({
    ok: false,
    issues: [{ severity: 'error', file, message }],
  })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (reason) {
    return error(`not JSON: ${reason instanceof Error ? reason.message : String(reason)}`)
  }
  const parsed = v.safeParse(patchFile, json)
  if (!parsed.success) {
    const [issue] = parsed.issues
    return error(`${v.getDotPath(issue) ?? 'the patch'}: ${issue.message}`)
  }
  const { dataset, sources, entities, statements, notebook } = parsed.output
  if (dataset.id !== opened.dataset.id) {
    return error(`the patch is for “${dataset.id}”, and this graph is “${opened.dataset.id}”`)
  }
  const issues: Issue[] = []
  const warn = (what: string): void => {
    const message = `${what} is not what it was when the patch was made`
    issues.push({ severity: 'warning', file, message, advice: 'the patch’s words are taken' })
  }
  const compare = (what: string, was: object | undefined, is: object | undefined): void => {
    if (fieldChanges(was ?? {}, is ?? {}).length > 0) warn(what)
  }
  const edits: Edit[] = sources.map((source) => ({ type: 'add-source', source: sourceOf(source) }))
  for (const { before, after } of entities) {
    const id = (after ?? before)?.id
    if (id === undefined) continue
    compare(`the entity “${id}”`, before, opened.entities.get(id))
    edits.push(
      after === undefined ? { type: 'remove-entity', id } : { type: 'set-entity', entity: after },
    )
  }
  for (const { before, after } of statements) {
    const id = (after ?? before)?.id
    if (id === undefined) continue
    compare(
      `the statement “${id}”`,
      before === undefined ? undefined : statementOf(before)[0],
      opened.statements.get(id),
    )
    const [statement] = after === undefined ? [] : statementOf(after)
    edits.push(
      statement === undefined
        ? { type: 'remove-statement', id }
        : { type: 'set-statement', statement },
    )
  }
  if (notebook !== undefined && !sameNotebook(notebookOf(notebook.before), of.notebook)) {
    warn('the notebook')
  }
  const written = notebook === undefined ? of.notebook : notebookOf(notebook.after)
  const content = { draft: edited(opened, emptyDraft, edits), notebook: written }
  return { ok: true, content, issues }
}

function changesOf<Id extends string, Item extends Entity | Statement>(
  opened: ReadonlyMap<Id, Item>,
  changes: ReadonlyMap<Id, Item | Removed>,
  recordOf: (item: Item) => object,
): readonly object[] {
  return [...changes].map(([id, change]) => {
    const before = opened.get(id)
    return {
      ...(before === undefined ? {} : { before: recordOf(before) }),
      ...(change === 'removed' ? {} : { after: recordOf(change) }),
    }
  })
}
