import type { ChangeClass } from '../model/change-class.ts'
import type { ClassedRecords } from './change-classes.ts'
import { ghostsOf } from './ghost-picture.ts'
import type { GhostStyle, GoneRecords } from './ghost-picture.ts'
import { pictureThemes } from './palette.ts'
import type { Picture, PictureEdge, PictureNode } from './picture.ts'

/** The older version, and what became of its records. */
export interface Compared {
  readonly before: GoneRecords['before']
  readonly classes: ClassedRecords
  /** Classes that the reader does not want marked. */
  readonly hidden: ReadonlySet<ChangeClass>
}

/**
 * The picture with what was added and changed marked, and what was removed as ghosts. Nothing
 * else moves. Marked nodes come first, so that their names are seen.
 */
export function comparedPicture(
  picture: Picture,
  { before, classes, hidden }: Compared,
  style: GhostStyle,
): Picture {
  const markOf = (change: ChangeClass | undefined): ChangeClass | 'same' =>
    change === undefined || hidden.has(change) ? 'same' : change
  const nodes = picture.nodes.map((node): PictureNode => ({
    ...node,
    change: markOf(classes.entities.present.get(node.id)),
  }))
  const edges = picture.edges.map((edge): PictureEdge => {
    const change = markOf(classes.statements.present.get(edge.id))
    return {
      ...edge,
      change,
      colour: change === 'same' ? edge.colour : pictureThemes[style.scheme][change],
    }
  })
  const { entities, statements } = classes
  const gone = { before, entities: entities.gone, statements: statements.gone }
  const ghosts = hidden.has('removed') ? { nodes: [], edges: [] } : ghostsOf(picture, gone, style)
  return {
    ...picture,
    nodes: [
      ...ghosts.nodes,
      ...nodes.filter(({ change }) => change !== 'same'),
      ...nodes.filter(({ change }) => change === 'same'),
    ],
    edges: [...edges, ...ghosts.edges],
  }
}
