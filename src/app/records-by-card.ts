import type { ComparedPart, ComparedRecord } from '../display/comparison-list.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Selection } from '../view/view.ts'

/**
 * Finds the records that the card of a selection tells of: those that lead to it, and statements
 * that are gone of the entities that they were about. References are told with their statements.
 */
export function recordsByCard(
  parts: readonly ComparedPart[],
  before: Knowledge,
): (selection: Selection) => readonly ComparedRecord[] {
  const cards = new Map<string, ComparedRecord[]>()
  const add = (selection: Selection, record: ComparedRecord): void => {
    const key = keyOf(selection)
    const list = cards.get(key)
    if (list === undefined) cards.set(key, [record])
    else list.push(record)
  }
  for (const record of parts.flatMap(({ of, records }) => (of === 'references' ? [] : records))) {
    const { selection } = record
    if (selection === undefined) continue
    if (selection.type !== 'gone') add(selection, record)
    else if (selection.of === 'statement')
      for (const id of endsOf(before, selection.id)) add({ type: 'node', id }, record)
  }
  return (selection) => cards.get(keyOf(selection)) ?? []
}

function keyOf(selection: Selection): string {
  return 'id' in selection ? `${selection.type} ${selection.id}` : selection.type
}

function endsOf({ statements }: Knowledge, id: StatementId): ReadonlySet<EntityId> {
  const statement = statements.get(id)
  if (statement === undefined) return new Set()
  const { subject, value } = statement
  return new Set(value.type === 'entity' ? [subject, value.entity] : [subject])
}
