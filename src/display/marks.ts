import type { EntityId, StatementId } from '../model/ids.ts'
import { emptyNotebook } from '../model/notebook.ts'
import type { Notebook } from '../model/notebook.ts'

/** What the picture marks: what is new or other than it was, and what has a note. */
export interface Marks {
  readonly entities: ReadonlyMap<EntityId, Mark>
  readonly statements: ReadonlyMap<StatementId, Mark>
  readonly notes: Notebook
}

export type Mark = 'added' | 'changed'

/** Marks nothing. */
export const noMarks: Marks = {
  entities: new Map(),
  statements: new Map(),
  notes: emptyNotebook,
}
