import type { Draft, Removed } from '../model/draft.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { emptyNotebook } from '../model/notebook.ts'
import type { Notebook } from '../model/notebook.ts'

/** What the picture marks: what is new or other than it was, and what has a note. */
export interface Marks {
  readonly entities: ReadonlyMap<EntityId, Mark>
  readonly statements: ReadonlyMap<StatementId, Mark>
  readonly notes: Notebook
}

type Mark = 'added' | 'changed'

/** Marks nothing. */
export const noMarks: Marks = {
  entities: new Map(),
  statements: new Map(),
  notes: emptyNotebook,
}

/** Marks what a draft adds and changes; an entity has changed too where a fact about it has. */
export function draftMarks(draft: Draft, opened: Knowledge): Omit<Marks, 'notes'> {
  const entities = marked(draft.entities, opened.entities)
  for (const statement of draft.statements.values()) {
    if (statement === 'removed' || statement.value.type === 'entity') continue
    if (!entities.has(statement.subject)) entities.set(statement.subject, 'changed')
  }
  return { entities, statements: marked(draft.statements, opened.statements) }
}

function marked<Id extends string>(
  changes: ReadonlyMap<Id, object | Removed>,
  opened: ReadonlyMap<Id, object>,
): Map<Id, Mark> {
  const marks = new Map<Id, Mark>()
  for (const [id, change] of changes) {
    if (change !== 'removed') marks.set(id, opened.has(id) ? 'changed' : 'added')
  }
  return marks
}
