import type { EntityId } from '../model/ids.ts'
import { spacing } from './map-picture.ts'
import type { MapMark, MapNode, MapPicture } from './map-picture.ts'
import type { PictureEdge, PictureNode } from './picture.ts'

/** As many as a browser draws and moves at ease, wherever they are. */
export const mostAlone = 1500
/** The side of a cell in CSS pixels, and how many marks have room in it side by side. */
const cellSide = 3 * spacing
const roomOfCell = 7
/** More lines than this are slow to move without a graphics card, and nobody tells them apart. */
const mostLines = 2000

/**
 * Which marks there are changes by steps of the zoom, not with every movement of a wheel. Downwards,
 * so that there is room enough in between.
 */
export function levelOf(scale: number): number {
  return 2 ** (Math.floor(2 * Math.log2(scale)) / 2)
}

/**
 * The marks of the picture at this level of zoom. Among more than `mostAlone` nodes, those that have
 * no room side by side share one mark, which is on the spot of the most important of them; `kept`
 * always has a mark of its own. The map is cut into the same cells wherever the window is.
 */
export function marksAt(
  { nodes }: Pick<MapPicture, 'nodes'>,
  level: number,
  kept: EntityId | undefined,
): readonly MapMark[] {
  if (nodes.length <= mostAlone) return nodes.map(alone)
  const unit = level / cellSide
  // Small enough for the quick numbers of a browser.
  const cellOf = ({ spot }: MapNode): number =>
    Math.floor(spot.x * unit) * 2 ** 14 + Math.floor(spot.y * unit)
  const cells = new Map<number, PictureNode[]>()
  const shared = nodes.map((each) => {
    const cell = each.node.id === kept ? [] : (cells.get(cellOf(each)) ?? [])
    if (cell.push(each.node) === 1 && each.node.id !== kept) cells.set(cellOf(each), cell)
    return cell
  })
  return nodes.flatMap((each, at) => {
    const cell = shared[at] ?? []
    if (cell.length <= roomOfCell) return [alone(each)]
    return cell[0] === each.node ? [{ ...each, others: cell.slice(1) }] : []
  })
}

function alone(each: MapNode): MapMark {
  return { ...each, others: [] }
}

/** A line between the marks of two nodes, by their places among the marks. */
export interface MapLine {
  readonly edge: PictureEdge
  readonly from: number
  readonly to: number
}

/**
 * The edges that lead from one mark to another, whether it is their node's alone or not. `notDrawn`
 * is how many of them are left to whoever selects a node, where there are very many.
 */
export function linesAmong(
  edges: readonly PictureEdge[],
  marks: readonly MapMark[],
  isSelected: (edge: PictureEdge) => boolean,
): { readonly lines: readonly MapLine[]; readonly notDrawn: number } {
  const places = new Map<EntityId, number>()
  for (const [place, { node, others }] of marks.entries()) {
    places.set(node.id, place)
    for (const { id } of others) places.set(id, place)
  }
  const all = edges.flatMap((edge): readonly MapLine[] => {
    const [from, to] = [places.get(edge.source), places.get(edge.target)]
    return from === undefined || to === undefined || from === to ? [] : [{ edge, from, to }]
  })
  if (all.length <= mostLines) return { lines: all, notDrawn: 0 }
  const lines = all.filter(({ edge }) => isSelected(edge))
  return { lines, notDrawn: all.length - lines.length }
}
