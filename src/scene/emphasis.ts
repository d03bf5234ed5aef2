import { mixColours } from '../display/mixed-colours.ts'
import type { PictureEdge, PictureTheme } from '../display/picture.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { EdgeInk } from './edge-strips.ts'
import { neighbours } from './scene-edges.ts'
import type { SceneEdges } from './scene-edges.ts'
import type { SceneNodes } from './scene-nodes.ts'

/** What the reader has chosen, and so what the scene brings out. */
export interface Emphasis {
  readonly selectedNode?: EntityId | undefined
  readonly selectedEdge?: StatementId | undefined
  /** Brought out instead of the neighbourhood, its edges in the accent colour. */
  readonly path?: PathEmphasis | undefined
  /** The edge that the keyboard would walk next. */
  readonly walked?: StatementId | undefined
}

export interface PathEmphasis {
  /** Those of its nodes that it joins, drawn as selected: the ends of a path, the seeds of a connection. */
  readonly ends: readonly EntityId[]
  readonly nodes: readonly EntityId[]
  readonly edges: readonly StatementId[]
}

/** What the pointer rests on. */
export interface Hover {
  readonly node?: EntityId | undefined
  readonly edge?: StatementId | undefined
}

/** The emphasis worked out for one picture: nodes as ranks, edges as places. */
export interface Focus {
  /** Nodes with the ring and the bold name of a selection. */
  readonly selected: ReadonlySet<number>
  readonly hoveredNode: number | undefined
  /** Edges in the accent colour. */
  readonly strongEdges: ReadonlySet<number>
  /** Nodes and edges that stay in full colour; undefined where all do. */
  readonly nodes: ReadonlySet<number> | undefined
  readonly edges: ReadonlySet<number> | undefined
  /** Edges whose labels are wanted. */
  readonly labelled: ReadonlySet<number>
}

/** More labels than this would hide the edges that they name. */
const mostLabelledEdges = 60

/** What the emphasis is worked out for. */
interface Shown {
  readonly nodes: SceneNodes
  readonly edges: SceneEdges
}

/**
 * Works out what is brought out. A hovered node brings out its neighbourhood only with
 * `hoverBrings`, and only where nothing is chosen.
 */
export function focusOf(
  shown: Shown,
  emphasis: Emphasis,
  hover: Hover,
  hoverBrings: boolean,
): Focus {
  const { path, selectedEdge, walked } = emphasis
  const rank = (id: EntityId | undefined): number | undefined =>
    id === undefined ? undefined : shown.nodes.rankOf(id)
  const strong = [selectedEdge, walked, hover.edge, ...(path?.edges ?? [])]
  const places = shown.edges.placesOf(new Set(strong.filter((id) => id !== undefined)))
  const selectedNode = rank(emphasis.selectedNode)
  const hoveredNode = rank(hover.node)
  const strongEdges = new Set(places.values())
  const centre = selectedNode ?? (hoverBrings && strongEdges.size === 0 ? hoveredNode : undefined)

  const brought =
    path === undefined
      ? around(shown, centre, selectedEdge === undefined ? undefined : places.get(selectedEdge))
      : {
          nodes: new Set(path.nodes.map(rank).filter((one) => one !== undefined)),
          edges: new Set<number>(),
        }
  for (const place of strongEdges) brought?.edges.add(place)

  const few = brought !== undefined && brought.edges.size <= mostLabelledEdges
  const selected = [selectedNode, ...(path?.ends.map(rank) ?? [])]
  return {
    selected: new Set(selected.filter((one) => one !== undefined)),
    hoveredNode,
    strongEdges,
    nodes: brought?.nodes,
    edges: brought?.edges,
    labelled: new Set([...strongEdges, ...(few ? brought.edges : [])]),
  }
}

interface Brought {
  readonly nodes: Set<number>
  readonly edges: Set<number>
}

/** The node with its neighbours and the edges to them, or else the edge with its ends. */
function around(
  { edges }: Shown,
  node: number | undefined,
  edge: number | undefined,
): Brought | undefined {
  if (node !== undefined)
    return {
      nodes: new Set([node, ...neighbours(edges, node)]),
      edges: new Set(edges.around(node)),
    }
  if (edge !== undefined)
    return {
      nodes: new Set([edges.source(edge), edges.target(edge)]),
      edges: new Set([edge]),
    }
  return undefined
}

/** The ink of an edge that is brought out, in the accent colour where it is a strong one. */
export function edgeInk(edge: PictureEdge, strong: boolean, theme: PictureTheme): EdgeInk {
  return {
    width: edge.width + (strong ? 1.2 : 0.3),
    colour: strong ? theme.accent : mixColours(edge.colour, theme.label, 0.4),
    pale: false,
  }
}
