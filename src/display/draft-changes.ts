import { fieldChanges } from '../model/difference.ts'
import type { ColumnOf, Draft } from '../model/draft.ts'
import { statementsAbout } from '../model/edit.ts'
import type { RecordName } from '../model/edit.ts'
import type { ColumnId } from '../model/ids.ts'
import type { Column, Entity, Knowledge, Statement } from '../model/knowledge.ts'
import type { Selection } from '../view/view.ts'
import { nameOf } from './appearance.ts'
import { cardOf } from './comparison-list.ts'
import { sentenceText } from './sentence.ts'

/** One record that a draft changes, in words. */
export interface DraftChange {
  readonly record: RecordName
  readonly how: 'added' | 'changed' | 'removed'
  /** Whose card tells of it; undefined for a source. */
  readonly selection: Selection | undefined
  /** "Qwen", "Alibaba Cloud trained Qwen". */
  readonly text: string
  /** What it was called before, where that is something else. */
  readonly before: string | undefined
  /** "other names; Rank: 2, was 1", or what goes with it. */
  readonly detail: string | undefined
}

/**
 * Everything that the draft changes: entities, then statements, then sources, as they were changed,
 * and last what it adds for their sake.
 */
export function draftChanges(
  opened: Knowledge,
  now: Knowledge,
  draft: Draft,
): readonly DraftChange[] {
  const entities = [...draft.entities].map(([id, after]): DraftChange => {
    const before = opened.entities.get(id)
    const record = { of: 'entity', id } as const
    if (after !== 'removed') {
      const told = changed(record, before, after, nameOf, now.columns.entity)
      return { selection: { type: 'node', id }, ...told }
    }
    const count = statementsAbout(opened, id).length
    const detail =
      count === 0 ? undefined : `and ${count} ${count === 1 ? 'statement' : 'statements'}`
    const selection = { type: 'gone', from: 'draft', ...record } as const
    const text = before ? nameOf(before) : id
    return { record, how: 'removed', selection, text, before: undefined, detail }
  })
  const statements = [...draft.statements].map(([id, after]): DraftChange => {
    const before = opened.statements.get(id)
    const record = { of: 'statement', id } as const
    const tell = (statement: Statement): string =>
      sentenceText(statement === before ? opened : now, statement)
    if (after !== 'removed') {
      const told = changed(record, before, after, tell, now.columns.statement)
      return { selection: cardOf(after), ...told }
    }
    const selection = { type: 'gone', from: 'draft', ...record } as const
    const text = before === undefined ? id : tell(before)
    return { record, how: 'removed', selection, text, before: undefined, detail: undefined }
  })
  const sources = [...draft.sources.values()].map(({ id, title }) =>
    added({ of: 'source', id }, title, 'source'),
  )
  return [...entities, ...statements, ...sources, ...vocabularyChanges(draft)]
}

function vocabularyChanges({ kinds, predicates, columns }: Draft): readonly DraftChange[] {
  const columnsOf = (on: ColumnOf): readonly DraftChange[] =>
    [...columns[on].values()].map(({ id, title }) =>
      added({ of: 'column', on, id }, title, 'attribute'),
    )
  return [
    ...[...kinds.values()].map(({ id, label }) => added({ of: 'kind', id }, label, 'kind')),
    ...[...predicates.values()].map(({ id, label }) =>
      added({ of: 'predicate', id }, label, 'predicate'),
    ),
    ...columnsOf('entity'),
    ...columnsOf('statement'),
  ]
}

function added(record: RecordName, text: string, detail: string): DraftChange {
  return { record, how: 'added', selection: undefined, text, before: undefined, detail }
}

function changed<Item extends Entity | Statement>(
  record: RecordName,
  before: Item | undefined,
  after: Item,
  tell: (item: Item) => string,
  columns: readonly Column[],
): Omit<DraftChange, 'selection'> {
  const text = tell(after)
  if (before === undefined) return { record, how: 'added', text, before, detail: undefined }
  const was = tell(before)
  const fields = fieldChanges(before, after)
    .flatMap(({ field }) =>
      field === 'attributes'
        ? attributeChanges(before, after, columns)
        : (fieldNames[field] ?? field),
    )
    .filter((name) => name !== '')
  return {
    record,
    how: 'changed',
    text,
    before: was === text ? undefined : was,
    detail: fields.length === 0 ? undefined : fields.join('; '),
  }
}

/** One for each column: "Rank: 2, was 1". */
function attributeChanges(
  before: Entity | Statement,
  after: Entity | Statement,
  columns: readonly Column[],
): readonly string[] {
  const ids = new Set([...before.attributes, ...after.attributes].map(({ column }) => column))
  return [...ids].flatMap((id) => {
    const [was, is] = [textIn(before, id), textIn(after, id)]
    if (was === is) return []
    const title = columns.find((column) => column.id === id)?.title ?? id
    if (is === undefined) return [`${title} taken away, was ${was}`]
    return [was === undefined ? `${title}: ${is}` : `${title}: ${is}, was ${was}`]
  })
}

function textIn({ attributes }: Entity | Statement, id: ColumnId): string | undefined {
  const own = attributes.filter(({ column }) => column === id)
  return own.length === 0 ? undefined : own.map(({ text }) => text).join(', ')
}

/** What fields are called in a sentence; "" for those that the text shows. */
const fieldNames: Readonly<Record<string, string>> = {
  label: '',
  isPlural: 'plural',
  subject: '',
  predicate: '',
  value: '',
  qualifiers: '',
  kind: 'kind',
  aliases: 'other names',
  spans: 'time',
  references: 'references',
}
