import { fieldChanges } from '../model/difference.ts'
import type { Draft } from '../model/draft.ts'
import { statementsAbout } from '../model/edit.ts'
import type { RecordName } from '../model/edit.ts'
import type { Entity, Knowledge, Statement } from '../model/knowledge.ts'
import { nameOf } from './appearance.ts'
import { sentenceText } from './sentence.ts'

/** One record that a draft changes, in words. */
export interface DraftChange {
  readonly record: RecordName
  readonly how: 'added' | 'changed' | 'removed'
  /** "Qwen", "Alibaba Cloud trained Qwen". */
  readonly text: string
  /** What it was called before, where that is something else. */
  readonly before: string | undefined
  /** "also called, description", or what goes with it. */
  readonly detail: string | undefined
}

/** Everything that the draft changes: entities, then statements, then sources, as they were changed. */
export function draftChanges(
  opened: Knowledge,
  now: Knowledge,
  draft: Draft,
): readonly DraftChange[] {
  const entities = [...draft.entities].map(([id, after]): DraftChange => {
    const before = opened.entities.get(id)
    const record = { of: 'entity', id } as const
    if (after !== 'removed') return changed(record, before, after, nameOf)
    const count = statementsAbout(opened, id).length
    const detail =
      count === 0 ? undefined : `and ${count} ${count === 1 ? 'statement' : 'statements'}`
    return { record, how: 'removed', text: before ? nameOf(before) : id, before: undefined, detail }
  })
  const statements = [...draft.statements].map(([id, after]): DraftChange => {
    const before = opened.statements.get(id)
    const record = { of: 'statement', id } as const
    const tell = (statement: Statement): string =>
      sentenceText(statement === before ? opened : now, statement)
    if (after !== 'removed') return changed(record, before, after, tell)
    const text = before === undefined ? id : tell(before)
    return { record, how: 'removed', text, before: undefined, detail: undefined }
  })
  const sources = [...draft.sources.values()].map(({ id, title }): DraftChange => ({
    record: { of: 'source', id },
    how: 'added',
    text: title,
    before: undefined,
    detail: 'source',
  }))
  return [...entities, ...statements, ...sources]
}

function changed<Item extends Entity | Statement>(
  record: RecordName,
  before: Item | undefined,
  after: Item,
  tell: (item: Item) => string,
): DraftChange {
  const text = tell(after)
  if (before === undefined) return { record, how: 'added', text, before, detail: undefined }
  const was = tell(before)
  const fields = fieldChanges(before, after)
    .map(({ field }) => fieldNames[field] ?? field)
    .filter((name) => name !== '')
  return {
    record,
    how: 'changed',
    text,
    before: was === text ? undefined : was,
    detail: fields.length === 0 ? undefined : fields.join(', '),
  }
}

/** What fields are called in a sentence; "" for those that the text shows. */
const fieldNames: Readonly<Record<string, string>> = {
  label: '',
  subject: '',
  predicate: '',
  value: '',
  qualifiers: '',
  kind: 'kind',
  aliases: 'other names',
  references: 'references',
}
