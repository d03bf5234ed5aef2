import * as v from 'valibot'
import { fieldChanges } from '../../model/difference.ts'
import { emptyDraft } from '../../model/draft.ts'
import type { ColumnOf, Draft, Removed } from '../../model/draft.ts'
import { edited } from '../../model/edit.ts'
import type { Edit } from '../../model/edit.ts'
import type { Issue, ReadResult } from '../../model/issue.ts'
import type { Knowledge, Predicate } from '../../model/knowledge.ts'
import { sameNotebook } from '../../model/note-changes.ts'
import type { Notebook } from '../../model/notebook.ts'
import { notebookOf, notebookRecord, recordOfNotebook } from './notebook-record.ts'
import { sourceOf, statementOf } from './read-orrery-json.ts'
import {
  columnRecord as columnSchema,
  entityRecord as entitySchema,
  kindRecord as kindSchema,
  predicateRecord as predicateSchema,
  sourceRecord as sourceSchema,
  statementRecord as statementSchema,
} from './schema.ts'
import { entityRecord, slim, statementRecord } from '../orrery-record.ts'
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
  kinds: v.optional(v.array(changeOf(kindSchema)), []),
  predicates: v.optional(v.array(changeOf(predicateSchema)), []),
  columns: v.optional(
    v.object({
      entity: v.optional(v.array(changeOf(columnSchema)), []),
      statement: v.optional(v.array(changeOf(columnSchema)), []),
    }),
    { entity: [], statement: [] },
  ),
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
      ...vocabularyOf(opened, draft),
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
  const { dataset, entities, statements, notebook } = parsed.output
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
  const edits: Edit[] = [
    ...parsed.output.sources.map((source): Edit => ({
      type: 'add-source',
      source: sourceOf(source),
    })),
    ...vocabularyEdits(parsed.output, opened, compare),
  ]
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

/** Kinds, predicates and columns that the draft adds; nothing where it adds none. */
function vocabularyOf(opened: Knowledge, { kinds, predicates, columns }: Draft): object {
  const columnsOf = (of: ColumnOf): readonly object[] =>
    changesOf(
      new Map(opened.columns[of].map((column) => [column.id, column])),
      columns[of],
      (column) => slim(column),
    )
  return {
    kinds: orNone(changesOf(opened.kinds, kinds, (kind) => slim(kind))),
    predicates: orNone(changesOf(opened.predicates, predicates, (predicate) => slim(predicate))),
    columns:
      columns.entity.size + columns.statement.size === 0
        ? undefined
        : { entity: orNone(columnsOf('entity')), statement: orNone(columnsOf('statement')) },
  }
}

function orNone<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list
}

/** What adds the kinds, predicates and columns of a patch that the graph does not have just so. */
function vocabularyEdits(
  { kinds, predicates, columns }: v.InferOutput<typeof patchFile>,
  opened: Knowledge,
  compare: (what: string, was: object | undefined, is: object | undefined) => void,
): readonly Edit[] {
  const edits = <Item extends { readonly id: string }>(
    word: string,
    changes: readonly { readonly before?: Item; readonly after?: Item }[],
    known: (item: Item) => Item | undefined,
    edit: (item: Item) => Edit,
  ): readonly Edit[] =>
    changes.flatMap(({ before, after }) => {
      const now = after === undefined ? undefined : known(after)
      if (after === undefined || (now !== undefined && fieldChanges(now, after).length === 0)) {
        return []
      }
      compare(`the ${word} “${after.id}”`, before, now)
      return [edit(after)]
    })
  const columnEdits = (of: ColumnOf): readonly Edit[] =>
    edits(
      'column',
      columns[of],
      ({ id }) => opened.columns[of].find((column) => column.id === id),
      (column) => ({ type: 'add-column', of, column }),
    )
  return [
    ...edits(
      'kind',
      kinds,
      ({ id }) => opened.kinds.get(id),
      (kind) => ({ type: 'add-kind', kind }),
    ),
    ...edits<Predicate>(
      'predicate',
      predicates,
      ({ id }) => opened.predicates.get(id),
      (predicate) => ({ type: 'add-predicate', predicate }),
    ),
    ...columnEdits('entity'),
    ...columnEdits('statement'),
  ]
}

function changesOf<Id extends string, Item extends object>(
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
