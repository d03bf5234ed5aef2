import { nameOf } from '../display/appearance.ts'
import type { Citable } from '../display/cite.ts'
import { sentenceText } from '../display/sentence.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import { kindOf } from '../view/kind-of.ts'
import type { FacetChoice } from '../view/update.ts'
import type { GoneSelection, Selection } from '../view/view.ts'
import type { Desk } from './desk.ts'
import type { EditTarget } from './edit-target.ts'
import type { MenuTarget } from './menu-target.ts'
import type { Session } from './session.ts'
import { waysBack } from './ways-back.ts'

/** One thing to do. */
export interface MenuItem {
  readonly label: string
  readonly act: () => void
  /** True where what it shows stands in the place of the card, and is to have the focus. */
  readonly inCard?: boolean
}

export interface Menu {
  /** What it is about. */
  readonly title: string
  readonly items: readonly MenuItem[]
}

/** What can be done with a node or statement, wherever it is met; nothing where there is none such. */
export function menuOf(desk: Desk, { about }: MenuTarget): Menu {
  if (about.type === 'gone') return menuOfGone(desk, about)
  return about.type === 'node' ? menuOfNode(desk, about.id) : menuOfStatement(desk, about.id)
}

const nothing: Menu = { title: '', items: [] }

function menuOfNode(desk: Desk, id: EntityId): Menu {
  const { session, pathfinder, connector } = desk
  const { knowledge, dispatch } = session
  const entity = knowledge.entities.get(id)
  if (entity === undefined) return nothing
  const kind = kindOf(entity)
  const isFocused = session.choices.peek().focus?.centre === id
  const select = (): void => dispatch({ type: 'select', selection: { type: 'node', id } })
  return {
    title: nameOf(entity),
    items: [
      { label: 'Open card', act: select, inCard: true },
      { label: 'Path to…', act: () => pathfinder.ask(id) },
      {
        label: 'Connect with…',
        act: () => {
          connector.asking.value = [id]
        },
      },
      { label: 'Grow from here', act: () => desk.growAt(id) },
      isFocused
        ? { label: 'Whole graph', act: () => dispatch({ type: 'focus', focus: undefined }) }
        : {
            label: 'Focus on 1 step around',
            act: () => dispatch({ type: 'focus', focus: { centre: id, steps: 1 } }),
          },
      hiding(
        session,
        { facet: 'kinds', value: kind },
        knowledge.kinds.get(kind)?.plural ?? 'all without a kind',
      ),
      ...lastItems(desk, { citable: { type: 'node', id }, editing: { of: 'entity', id }, select }),
    ],
  }
}

function menuOfStatement(desk: Desk, id: StatementId): Menu {
  const { session } = desk
  const { knowledge, dispatch } = session
  const statement = knowledge.statements.get(id)
  if (statement === undefined) return nothing
  const { predicate, subject, value } = statement
  const isEdge = value.type === 'entity'
  // A fact stands on the card of its subject.
  const selection: Selection = isEdge ? { type: 'edge', id } : { type: 'node', id: subject }
  const select = (): void => dispatch({ type: 'select', selection })
  const label = `“${knowledge.predicates.get(predicate)?.label ?? predicate}”`
  return {
    title: sentenceText(knowledge, statement),
    items: [
      { label: 'Open card', act: select, inCard: true },
      ...(isEdge ? [hiding(session, { facet: 'predicates', value: predicate }, label)] : []),
      ...lastItems(desk, {
        citable: { type: 'statement', id },
        editing: { of: 'statement', id },
        select,
      }),
    ],
  }
}

/** What is gone can be read, and brought back where the reader has taken it away. */
function menuOfGone(desk: Desk, selection: GoneSelection): Menu {
  const { session } = desk
  const bygone = session.bygone(selection.from)
  if (bygone === undefined) return nothing
  const select = (): void => session.dispatch({ type: 'select', selection })
  return {
    title: bygone.told(selection),
    items: [
      { label: 'Open card', act: select, inCard: true },
      ...waysBack(session, selection).map(({ label, act }) => ({ label, act })),
      linkItem(desk, select),
    ],
  }
}

/** Hides all such, or shows them where they are hidden: on a card and in a search they are met too. */
function hiding({ choices, dispatch }: Session, choice: FacetChoice, label: string): MenuItem {
  const hidden: ReadonlySet<string> = choices.peek().hidden[choice.facet]
  return {
    label: `${hidden.has(choice.value) ? 'Show' : 'Hide'} ${label}`,
    act: () => dispatch({ type: 'toggle', choice }),
  }
}

interface About {
  readonly citable: Citable
  readonly editing: EditTarget
  readonly select: () => void
}

/** What nodes and statements have in common. */
function lastItems(desk: Desk, { citable, editing, select }: About): readonly MenuItem[] {
  return [
    {
      label: 'Cite…',
      act: () => {
        desk.citer.citable.value = citable
      },
    },
    {
      label: 'Edit',
      act: () => {
        select()
        desk.editing.value = editing
      },
      inCard: true,
    },
    linkItem(desk, select),
  ]
}

function linkItem(desk: Desk, select: () => void): MenuItem {
  return {
    label: 'Copy link',
    act: () => {
      select()
      desk.copyLink()
    },
  }
}
