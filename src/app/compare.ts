import { computed, signal } from '@preact/signals'
import { classedRecords, withoutDrawing } from '../display/change-classes.ts'
import { comparedPicture } from '../display/compared-picture.ts'
import { comparisonList, countsOf, referenceCounts } from '../display/comparison-list.ts'
import type { ComparedPart, ComparedRecord } from '../display/comparison-list.ts'
import type { ChangeClass } from '../model/change-class.ts'
import { difference } from '../model/difference.ts'
import type { EntityId } from '../model/ids.ts'
import type { LaidOut } from '../model/knowledge.ts'
import { kindOf } from '../view/kind-of.ts'
import type { Comparison } from './comparison.ts'
import type { Session } from './session.ts'

/** Compares the graph of a session, as it is now, with an older version. */
export function createComparison(
  session: Session,
  name: string,
  before: Pick<LaidOut, 'knowledge' | 'layout'>,
): Comparison {
  const after = session.content
  const found = withoutDrawing(difference(before.knowledge, after))
  const classes = classedRecords(found, before.knowledge, after)
  const hidden = computed(() => session.view.value.compared?.hidden ?? new Set<ChangeClass>())
  const pointedAt = signal<string | undefined>(undefined)
  const parts = comparisonList(found, before.knowledge, after)
  const about = byCard(parts)
  const isHiddenKind = (id: EntityId): boolean => {
    const entity = before.knowledge.entities.get(id)
    return entity !== undefined && session.view.value.hidden.kinds.has(kindOf(entity))
  }
  return {
    name,
    entities: countsOf(found.entities),
    statements: countsOf(found.statements),
    references: referenceCounts(found, before.knowledge, after),
    parts,
    hidden,
    toggle: (change) => {
      const { compared } = session.view.peek()
      if (compared === undefined) return
      const next = new Set(compared.hidden)
      if (!next.delete(change)) next.add(change)
      session.dispatch({ type: 'compare', compared: { ...compared, hidden: next } })
    },
    picture: computed(() =>
      comparedPicture(
        session.picture.value,
        { before, classes, hidden: hidden.value },
        isHiddenKind,
        session.scheme.value,
      ),
    ),
    recordsAbout: (id) => about.get(id) ?? [],
    pointedAt,
    pointAt: (id) => {
      pointedAt.value = id
      session.dispatch({ type: 'select', selection: { type: 'nothing' } })
    },
    close: () => session.dispatch({ type: 'compare', compared: undefined }),
  }
}

/** Records by the entity or the statement whose card tells of them. */
function byCard(parts: readonly ComparedPart[]): ReadonlyMap<string, readonly ComparedRecord[]> {
  const cards = new Map<string, ComparedRecord[]>()
  for (const record of parts.flatMap(({ records }) => records)) {
    const { selection } = record
    if (selection?.type !== 'node' && selection?.type !== 'edge') continue
    const list = cards.get(selection.id)
    if (list === undefined) cards.set(selection.id, [record])
    else list.push(record)
  }
  return cards
}
