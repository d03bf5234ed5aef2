import { nameOf } from '../display/appearance.ts'
import type { Citable } from '../display/cite.ts'
import { sentenceText } from '../display/sentence.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import { kindOf } from '../view/kind-of.ts'
import type { Desk } from './desk.ts'
import type { EditTarget } from './edit-target.ts'
import type { MenuTarget } from './menu-target.ts'

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

/** What can be done with a node or line of the picture; nothing where it is gone. */
export function menuOf(desk: Desk, { about }: MenuTarget): Menu {
  return about.type === 'node' ? menuOfNode(desk, about.id) : menuOfEdge(desk, about.id)
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
      {
        label: `Hide ${knowledge.kinds.get(kind)?.plural ?? 'all without a kind'}`,
        act: () => dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kind } }),
      },
      ...lastItems(desk, { citable: { type: 'node', id }, editing: { of: 'entity', id }, select }),
    ],
  }
}

function menuOfEdge(desk: Desk, id: StatementId): Menu {
  const { knowledge, dispatch } = desk.session
  const statement = knowledge.statements.get(id)
  if (statement === undefined) return nothing
  const { predicate } = statement
  const select = (): void => dispatch({ type: 'select', selection: { type: 'edge', id } })
  return {
    title: sentenceText(knowledge, statement),
    items: [
      { label: 'Open card', act: select, inCard: true },
      {
        label: `Hide “${knowledge.predicates.get(predicate)?.label ?? predicate}”`,
        act: () => dispatch({ type: 'toggle', choice: { facet: 'predicates', value: predicate } }),
      },
      ...lastItems(desk, {
        citable: { type: 'statement', id },
        editing: { of: 'statement', id },
        select,
      }),
    ],
  }
}

interface About {
  readonly citable: Citable
  readonly editing: EditTarget
  readonly select: () => void
}

/** What nodes and lines have in common. */
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
    {
      label: 'Copy link',
      act: () => {
        select()
        desk.copyLink()
      },
    },
  ]
}
