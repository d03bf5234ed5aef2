import type { Guide } from '../layout/arranged.ts'
import { kindId } from '../model/ids.ts'
import type { EntityId, PredicateId } from '../model/ids.ts'

import type { Knowledge } from '../model/knowledge.ts'
import type { LayoutChoice } from '../view/view.ts'
import { pictureThemes } from './palette.ts'
import type { Scheme } from './palette.ts'
import type { Picture, PictureGuide } from './picture.ts'

/** What a layout tells, and of which nodes. */
export interface Told {
  readonly choice: LayoutChoice
  readonly guides: readonly (Omit<Guide, 'nodes'> & { readonly nodes: readonly EntityId[] })[]
}

/**
 * The picture of a layout that tells something: with words at its groups and rings, as far as any
 * of their nodes is shown, and with the relation that gives the layers before all others.
 */
export function arrangedPicture(
  picture: Picture,
  { choice, guides }: Told,
  knowledge: Knowledge,
  scheme: Scheme,
): Picture {
  const shown = new Set(picture.nodes.map(({ id }) => id))
  return {
    ...picture,
    edges:
      choice.by === 'hierarchy'
        ? withOthersPale(picture, choice.predicate, knowledge, scheme)
        : picture.edges,
    guides: guides
      .filter(({ nodes }) => nodes.some((id) => shown.has(id)))
      .map(({ x, y, radius, about }): PictureGuide => ({
        x,
        y,
        radius,
        text: captionOf(choice, about, knowledge),
      })),
  }
}

/** How much wider lines of the relation are than usual. */
const stronger = 1.6

/** A disputed line is that first of all, and stays what it is. */
function withOthersPale(
  { edges }: Picture,
  predicate: PredicateId,
  { statements }: Knowledge,
  scheme: Scheme,
): Picture['edges'] {
  const { edge: plain, faded } = pictureThemes[scheme]
  return edges.map((edge) => {
    if (statements.get(edge.id)?.predicate === predicate)
      return { ...edge, width: edge.width * stronger }
    return edge.colour === plain ? { ...edge, colour: faded } : edge
  })
}

function captionOf(choice: LayoutChoice, about: Guide['about'], knowledge: Knowledge): string {
  if (typeof about === 'number') return about === 1 ? '1 step' : `${about} steps`
  if (about !== undefined) return knowledge.kinds.get(kindId(about))?.plural ?? 'Without a kind'
  if (choice.by !== 'hierarchy') return 'Out of reach'
  return `Without “${knowledge.predicates.get(choice.predicate)?.label ?? choice.predicate}”`
}
