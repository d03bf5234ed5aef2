import * as v from 'valibot'
import { fieldChanges } from '../../model/difference.ts'
import { emptyDraft } from '../../model/draft.ts'
import type { Draft, Removed } from '../../model/draft.ts'
import { edited } from '../../model/edit.ts'
import type { Edit } from '../../model/edit.ts'
import type { Issue, ReadResult } from '../../model/issue.ts'
import type { Entity, Knowledge, Statement } from '../../model/knowledge.ts'
import { sourceOf, statementOf } from './read-orrery-json.ts'
import {
  entityRecord as entitySchema,
  sourceRecord as sourceSchema,
  statementRecord as statementSchema,
} from './schema.ts'
import { orreryText, slim, sourceRecord, statementRecord } from './write-orrery-json.ts'

const changeOf = <Record extends v.GenericSchema>(record: Record) =>
  v.object({ before: v.exactOptional(record), after: v.exactOptional(record) })

/**
 * A patch, version 1: changes against the version of a graph that was opened. A change without
 * `before` adds a record, one without `after` removes it; records are those of Orrery JSON.
 */
const patchFile = v.object({
  'orrery-patch': v.literal(1, 'this Orrery reads version 1 of patches'),
  dataset: v.object({ id: v.string(), version: v.exactOptional(v.string()) }),
  sources: v.optional(v.array(sourceSchema), []),
  entities: v.optional(v.array(changeOf(entitySchema)), []),
  statements: v.optional(v.array(changeOf(statementSchema)), []),
})

/** Writes a draft as a patch of the graph that was opened: same draft, same bytes. */
export function writePatch(opened: Knowledge, draft: Draft): string {
  const { id, version } = opened.dataset
  return orreryText(
    {
      'orrery-patch': 1,
      dataset: { id, version },
      sources: [...draft.sources.values()].map(sourceRecord),
      entities: changesOf(opened.entities, draft.entities, slim),
      statements: changesOf(opened.statements, draft.statements, statementRecord),
    },
    2,
  )
}

/**
 * Reads a patch as a draft over `opened`. Where a record is not what the patch says it was before,
 * the patch wins and a warning says so.
 */
export function readPatch(text: string, file: string, opened: Knowledge): ReadResult<Draft> {
  const error = (message: string): ReadResult<Draft> => ({
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
  const { dataset, sources, entities, statements } = parsed.output
  if (dataset.id !== opened.dataset.id) {
    return error(`the patch is for “${dataset.id}”, and this graph is “${opened.dataset.id}”`)
  }
  const issues: Issue[] = []
  const compare = (what: string, was: object | undefined, is: object | undefined): void => {
    if (fieldChanges(was ?? {}, is ?? {}).length === 0) return
    const message = `${what} is not what it was when the patch was made`
    issues.push({ severity: 'warning', file, message, advice: 'the patch’s words are taken' })
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
  return { ok: true, content: edited(opened, emptyDraft, edits), issues }
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
