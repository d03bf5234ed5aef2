import type { Draft, Removed } from '../model/draft.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Mark, Marks } from './marks.ts'

/**
 * Marks what a draft adds and changes; an entity has changed too where a fact about it has come,
 * gone or changed.
 */
export function draftMarks(draft: Draft, opened: Knowledge): Omit<Marks, 'notes'> {
  const entities = marked(draft.entities, opened.entities)
  const touch = (id: EntityId): void => {
    if (!entities.has(id)) entities.set(id, 'changed')
  }
  for (const [id, change] of draft.statements) {
    const statement = change === 'removed' ? opened.statements.get(id) : change
    if (statement?.value.type === 'literal') touch(statement.subject)
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
