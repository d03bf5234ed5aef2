import type { ColumnId, EntityId, KindId, PredicateId, StatementId } from '../model/ids.ts'
import { asksAbout } from './question.ts'
import { firstView, nothing } from './view.ts'
import type { AmountChoice, LayoutChoice, Selection, View } from './view.ts'

/** What is there no more. */
export interface Gone {
  readonly entities: ReadonlySet<EntityId>
  /** As edges: some may be facts now. */
  readonly statements: ReadonlySet<StatementId>
  readonly kinds: ReadonlySet<KindId>
  readonly predicates: ReadonlySet<PredicateId>
  /** Of entities: no choice is about those of statements. */
  readonly columns: ReadonlySet<ColumnId>
}

/**
 * The parts of a view as they are without what is gone: a view must not be about what is not there,
 * for its reader would go back to empty cards.
 */
export function withoutGone(view: View, gone: Gone): Partial<View> {
  if (Object.values(gone).every(({ size }) => size === 0)) return {}
  const { trail, focus, layout, moved, only, grownFrom, question, hidden } = view
  const { entities, kinds, predicates, columns } = gone
  const lost = isLostLayout(layout, gone)
  const kindless = view.kinds.from === 'column' && columns.has(view.kinds.column)
  const sizeless = isLostAmount(view.size, gone)
  const { range, ...others } = hidden
  return {
    // Places by another layout would say nothing in this one.
    ...(lost ? { layout: firstView.layout, camera: undefined } : {}),
    moved: lost ? firstView.moved : new Map([...moved].filter(([id]) => !entities.has(id))),
    trail: { ...trail, visited: trail.visited.map((selection) => leftOf(selection, gone)) },
    focus: focus !== undefined && entities.has(focus.centre) ? undefined : focus,
    grownFrom: grownFrom !== undefined && entities.has(grownFrom) ? undefined : grownFrom,
    only: only === undefined ? undefined : rest(only, entities),
    question:
      question !== undefined && (kindless || asksAbout(question, gone)) ? undefined : question,
    kinds: kindless ? firstView.kinds : view.kinds,
    hidden: {
      ...others,
      ...(sizeless || range === undefined ? {} : { range }),
      kinds: kindless ? new Set() : rest(hidden.kinds, kinds),
      predicates: rest(hidden.predicates, predicates),
    },
    size: sizeless ? firstView.size : view.size,
    colour: isLostAmount(view.colour, gone) ? undefined : view.colour,
  }
}

function leftOf(selection: Selection, { entities, statements, predicates }: Gone): Selection {
  switch (selection.type) {
    case 'nothing':
    case 'gone':
      return selection
    case 'node':
      return entities.has(selection.id) ? nothing : selection
    case 'edge':
      return statements.has(selection.id) ? nothing : selection
    case 'connection':
      return selection.seeds.some((id) => entities.has(id)) ? nothing : selection
    case 'path':
      if (entities.has(selection.from) || entities.has(selection.to)) return nothing
      return { ...selection, avoid: selection.avoid.filter((id) => !predicates.has(id)) }
  }
}

function isLostLayout(layout: LayoutChoice, { entities, predicates }: Gone): boolean {
  return layout.by === 'radial'
    ? entities.has(layout.centre)
    : layout.by === 'hierarchy' && predicates.has(layout.predicate)
}

function isLostAmount(amount: AmountChoice | undefined, { columns, predicates }: Gone): boolean {
  return amount?.by === 'column'
    ? columns.has(amount.column)
    : amount?.by === 'fact' && predicates.has(amount.predicate)
}

function rest<Id>(ids: ReadonlySet<Id>, gone: ReadonlySet<Id>): ReadonlySet<Id> {
  return new Set([...ids].filter((id) => !gone.has(id)))
}
