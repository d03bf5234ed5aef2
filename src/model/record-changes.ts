import { fieldChanges } from './difference.ts'
import type { Removed } from './draft.ts'

/** Records of one sort by their ids, with what a draft puts in the place of some. */
type Changes<Id extends string, Item extends object> = ReadonlyMap<Id, Item | Removed>

/** The ids of records that are no longer there, in their order. */
export function removedIds<Id>(
  before: ReadonlyMap<Id, unknown>,
  after: ReadonlyMap<Id, unknown>,
): readonly Id[] {
  return [...before.keys()].filter((id) => !after.has(id))
}

/** What was opened with the changes in it: changed records keep their place, new ones come last. */
export function withRecords<Id extends string, Item extends object>(
  opened: ReadonlyMap<Id, Item>,
  changes: Changes<Id, Item>,
): Map<Id, Item> {
  const records = new Map(opened)
  for (const [id, record] of changes) {
    if (record === 'removed') records.delete(id)
    else records.set(id, record)
  }
  return records
}

/** The changes with this record; without any about it where it is as it was opened. */
export function withRecord<Id extends string, Item extends { readonly id: Id }>(
  changes: Changes<Id, Item>,
  record: Item,
  opened: ReadonlyMap<Id, Item>,
): Changes<Id, Item> {
  return isAsItWas(record, opened.get(record.id))
    ? without(changes, record.id)
    : new Map(changes).set(record.id, record)
}

/** What a draft adds, with this too, unless `original` is there and the same. */
export function withAdded<Id extends string, Item extends { readonly id: Id }>(
  added: ReadonlyMap<Id, Item>,
  item: Item,
  original: Item | undefined,
): ReadonlyMap<Id, Item> {
  return isAsItWas(item, original) ? without(added, item.id) : new Map(added).set(item.id, item)
}

function isAsItWas(record: object, original: object | undefined): boolean {
  return original !== undefined && fieldChanges(original, record).length === 0
}

/** The changes with the record taken away. */
export function withRemoved<Id extends string, Item extends object>(
  changes: Changes<Id, Item>,
  id: Id,
  opened: ReadonlyMap<Id, Item>,
): Changes<Id, Item> {
  return opened.has(id) ? new Map(changes).set(id, 'removed') : without(changes, id)
}

/** The changes without any about the record. */
export function without<Id extends string, Change>(
  changes: ReadonlyMap<Id, Change>,
  id: Id,
): ReadonlyMap<Id, Change> {
  const rest = new Map(changes)
  rest.delete(id)
  return rest
}
