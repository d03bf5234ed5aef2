import { computed } from '@preact/signals'
import { classedRecords, withoutDrawing } from '../display/change-classes.ts'
import { comparedPicture } from '../display/compared-picture.ts'
import { comparisonList, countsOf } from '../display/comparison-list.ts'
import type { ChangeClass } from '../model/change-class.ts'
import { difference } from '../model/difference.ts'
import type { LaidOut } from '../model/knowledge.ts'
import { createBygone, withPresentKinds } from './ghosting.ts'
import type { Comparison } from './comparison.ts'
import type { Session } from './session.ts'

/** Compares the graph of a session, as it is now, with an older version. */
export function createComparison(
  session: Session,
  name: string,
  before: Pick<LaidOut, 'knowledge' | 'layout'>,
): Comparison {
  const after = session.content
  const all = difference(before.knowledge, after)
  const found = withoutDrawing(all)
  const classes = classedRecords(found, before.knowledge, after)
  const hidden = computed(() => session.view.value.compared?.hidden ?? none)
  const parts = comparisonList(found, before.knowledge, after)
  const kinded = { knowledge: withPresentKinds(session, before.knowledge), layout: before.layout }
  const bygone = createBygone({
    session,
    from: 'compared',
    by: `Compared with ${name}`,
    gone: { before: kinded, entities: classes.entities.gone, statements: classes.statements.gone },
    now: after,
    renamed: new Map(all.statements.changed.map((change) => [change.before, change.id])),
    parts,
    withGhosts: (picture, style) =>
      comparedPicture(picture, { before: kinded, classes, hidden: hidden.value }, style),
  })
  return {
    ...bygone,
    name,
    entities: countsOf(found.entities),
    statements: countsOf(found.statements),
    parts,
    hidden,
    toggle: (change) => {
      const { compared } = session.view.peek()
      if (compared === undefined) return
      const next = new Set(compared.hidden)
      if (!next.delete(change)) next.add(change)
      session.dispatch({ type: 'compare', compared: { ...compared, hidden: next } })
    },
    close: () => session.dispatch({ type: 'compare', compared: undefined }),
  }
}

const none: ReadonlySet<ChangeClass> = new Set()
