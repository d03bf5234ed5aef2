import type { LaidOut } from '../model/knowledge.ts'
import { firstView, selectionOf } from '../view/view.ts'
import { createComparison } from './compare.ts'
import type { Session } from './session.ts'

/** Lays a version that has come in beside the graph: one step, unless the view waits for it. */
export function layBeside(
  session: Session,
  id: string,
  name: string,
  before: Pick<LaidOut, 'knowledge' | 'layout'>,
): void {
  const { versions, dispatch } = session
  versions.value = new Map([
    ...versions.peek(),
    [id, () => createComparison(session, name, before)],
  ])
  if (session.view.peek().compared?.with === id) return dropStranger(session, name)
  dispatch({ type: 'compare', compared: { with: id, hidden: new Set() } })
  dispatch({ type: 'select', selection: { type: 'nothing' } }, true)
}

/** Selects nothing where a link is about what neither the version nor the graph has. */
function dropStranger({ view, selection, notices, dispatch }: Session, name: string): void {
  const { type } = selectionOf(view.peek())
  if (type !== 'gone' || selection.peek().type !== 'nothing') return
  dispatch({ type: 'restore', view: { ...view.peek(), trail: firstView.trail } }, true)
  notices.value = [...notices.peek(), `What the link is about is not in ${name}.`]
}

/** Ends a comparison with a version that has not come, so that neither view nor link promises it. */
export function dropMissing({ view, versions, dispatch }: Session): void {
  const { compared } = view.peek()
  if (compared !== undefined && !versions.peek().has(compared.with))
    dispatch({ type: 'compare', compared: undefined }, true)
}
