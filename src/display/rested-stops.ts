import { statementsAbout } from '../model/edit.ts'
import type { StatementId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Stop } from '../model/stops.ts'
import { decodeView } from '../view/url-decoded.ts'
import { aboutGraph } from '../view/url.ts'
import type { DecodedView } from '../view/url-decoded.ts'
import { selectionOf } from '../view/view.ts'

/** The view of a stop in this graph, and what it says that this graph does not know. */
export function viewIn({ view }: Pick<Stop, 'view'>, knowledge: Knowledge): DecodedView {
  return decodeView(aboutGraph(view, knowledge.dataset), knowledge)
}

/** The stops with what each rests on: what it says itself, else the node or edge that it selects. */
export function restedStops(stops: readonly Stop[], knowledge: Knowledge): readonly Stop[] {
  return stops.map((stop) =>
    stop.rests === undefined ? { ...stop, rests: behind(stop, knowledge) } : stop,
  )
}

function behind(stop: Stop, knowledge: Knowledge): readonly StatementId[] {
  const selection = selectionOf(viewIn(stop, knowledge).view)
  if (selection.type === 'edge') return [selection.id]
  if (selection.type !== 'node') return []
  return statementsAbout(knowledge, selection.id).map(({ id }) => id)
}
