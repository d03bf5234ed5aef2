import { columnId } from '../model/ids.ts'
import type { ColumnId } from '../model/ids.ts'
import { isMeasure, withKindsFrom, withoutKinds } from '../model/kind-columns.ts'
import type { Column, Knowledge } from '../model/knowledge.ts'
import type { KindChoice } from '../view/view.ts'
import type { Kinding } from './session.ts'

/**
 * Kinds for a graph of the reader's: its own where it has some, else those of its best column,
 * and any other of `ranked` on request.
 */
export function ownKinding(knowledge: Knowledge, ranked: readonly ColumnId[]): Kinding {
  const known = new Map(knowledge.columns.entity.map((column) => [column.id, column]))
  const columns = ranked.flatMap((id) => known.get(columnId(id)) ?? [])
  const best = knowledge.kinds.size > 0 ? undefined : columns.find((column) => !isMeasure(column))
  const opening: Kinding['opening'] =
    best !== undefined
      ? { from: 'column', column: best.id }
      : knowledge.kinds.size > 0
        ? undefined
        : { from: 'nothing' }
  let last:
    { readonly column: Column; readonly of: Knowledge; readonly made: Knowledge } | undefined
  const withColumn = (now: Knowledge, column: Column): Knowledge => {
    // Asked for again and again, and long in the making for a large graph.
    if (last?.column !== column || last.of !== now)
      last = { column, of: now, made: withKindsFrom(now, column, knowledge) }
    return last.made
  }
  const wantedOf = (choice: KindChoice): Kinding['opening'] =>
    choice.from === 'opening' ? opening : choice
  const knowledgeWith = (choice: KindChoice, now: Knowledge): Knowledge => {
    const wanted = wantedOf(choice)
    if (wanted === undefined) return now
    // Where nothing gives kinds, those that a draft brings do.
    if (choice.from === 'opening' && wanted.from === 'nothing') return now
    if (wanted.from !== 'column') {
      return now.kinds.size === 0 ? now : withoutKinds(now)
    }
    const column = known.get(wanted.column)
    return column === undefined ? now : withColumn(now, column)
  }
  const titleOf = (choice: KindChoice): string | undefined => {
    const wanted = wantedOf(choice)
    return wanted?.from === 'column' ? known.get(wanted.column)?.title : undefined
  }
  return { columns, opening, knowledgeWith, titleOf }
}
