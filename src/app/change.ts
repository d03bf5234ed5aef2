import { placedBeside } from '../layout/new-places.ts'
import type { Draft } from '../model/draft.ts'
import { edited, statementsAbout } from '../model/edit.ts'
import type { Edit } from '../model/edit.ts'
import type { ColumnId, EntityId, StatementId } from '../model/ids.ts'
import type { Column, Knowledge, Layout, Point, Statement } from '../model/knowledge.ts'
import { removedIds } from '../model/record-changes.ts'
import { laidOut } from '../view/moved.ts'
import { withoutGone } from '../view/without-gone.ts'
import { drafting } from './drafting.ts'
import type { Session } from './session.ts'

/**
 * Makes edits in the draft of a session, as one step for undo. What the view says about things that
 * are there no more goes with them.
 */
export function change(session: Session, edits: readonly Edit[]): void {
  const { opened } = session
  session.drafting.value = drafting
  const before = session.content
  const draft = edited(opened.knowledge, session.view.peek().draft, edits)
  const { knowledge } = drafting.apply(opened, draft)
  const gone = {
    entities: new Set(removedIds(before.entities, knowledge.entities)),
    statements: noEdges(before, knowledge),
    kinds: new Set(removedIds(session.knowledge.kinds, kindsIn(session, knowledge))),
    predicates: new Set(removedIds(before.predicates, knowledge.predicates)),
    columns: new Set(removedIds(byId(before.columns.entity), byId(knowledge.columns.entity))),
  }
  const view = session.view.peek()
  const left = withoutGone(view, gone)
  const places = placesOf(session, draft, knowledge)
  const moved = laidOut(left.moved ?? view.moved, places, undefined)
  session.dispatch({ type: 'edit', draft, left: places.size === 0 ? left : { ...left, moved } })
}

/**
 * The kinds of the present view; groups found in the structure are not gone before they are found
 * anew.
 */
function kindsIn({ view, kinding, knowledge }: Session, next: Knowledge): Knowledge['kinds'] {
  const { kinds } = view.peek()
  return kinds.from === 'metric' ? knowledge.kinds : kinding.knowledgeWith(kinds, next).kinds
}

function byId(columns: readonly Column[]): ReadonlyMap<ColumnId, Column> {
  return new Map(columns.map((column) => [column.id, column]))
}

/** The edges that are gone, or facts now: a fact cannot be selected as an edge. */
function noEdges(before: Knowledge, after: Knowledge): Set<StatementId> {
  const isEdge = (statement: Statement | undefined): boolean => statement?.value.type === 'entity'
  const gone = [...before.statements.values()].filter(
    (statement) => isEdge(statement) && !isEdge(after.statements.get(statement.id)),
  )
  return new Set(gone.map(({ id }) => id))
}

/** Where new nodes are whose neighbours are not where they were when the graph was opened. */
function placesOf(
  { opened, view }: Session,
  draft: Draft,
  knowledge: Knowledge,
): ReadonlyMap<EntityId, Point> {
  const { layout, moved } = view.peek()
  // Any other layout is computed anew, with all that is new in it.
  if (layout.by !== 'force') return new Map()
  const added = [...draft.entities.keys()].filter(
    (id) =>
      knowledge.entities.has(id) &&
      !opened.layout.has(id) &&
      !moved.has(id) &&
      statementsAbout(knowledge, id).length > 0,
  )
  if (moved.size === 0 || added.length === 0) return new Map()
  const now: Layout = new Map([...opened.layout, ...moved])
  const places = placedBeside(now, knowledge)
  return new Map(
    added.flatMap((id): [EntityId, Point][] => {
      const point = places.get(id)
      return point === undefined ? [] : [[id, point]]
    }),
  )
}
