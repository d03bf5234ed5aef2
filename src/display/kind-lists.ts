import type { Entity, Knowledge } from '../model/knowledge.ts'
import type { Facets, FacetValue } from '../view/facets.ts'
import { kindOf } from '../view/kind-of.ts'
import type { Visible } from '../view/visible.ts'
import { nameOf } from './appearance.ts'

/** One kind of the legend that the picture shows, with its visible entities by name. */
export interface KindList extends FacetValue {
  readonly entities: readonly Entity[]
}

/** The picture as plain lists: every visible entity under its kind, in the order of the legend. */
export function listsOf(
  { entities }: Knowledge,
  { kinds }: Facets,
  visible: Visible,
): readonly KindList[] {
  const shown = [...visible.nodes].flatMap((id) => entities.get(id) ?? [])
  return kinds
    .filter((kind) => kind.shown > 0)
    .map((kind) => ({
      ...kind,
      entities: shown
        .filter((entity) => kindOf(entity) === kind.choice.value)
        .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b))),
    }))
}
