import type { PictureEdge, PictureTheme } from '../display/picture.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import { mixColours } from './colour.ts'
import type { EdgeInk } from './edge-strips.ts'
import type { NodeLook } from './node-program.ts'
import type { Keys } from './keys.ts'
import type { SceneEdges } from './scene-edges.ts'
import type { SceneNode, SceneNodes } from './scene-nodes.ts'

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
  readonly nodes: readonly EntityId[]
  readonly edges: readonly StatementId[]
}

/** What the pointer rests on. */
export interface Hover {
  readonly node?: EntityId | undefined
  readonly edge?: StatementId | undefined
}

/** The emphasis worked out for one picture: nodes as keys, edges as places. */
export interface Focus {
  readonly selectedNode: string | undefined
  readonly hoveredNode: string | undefined
  /** Edges in the accent colour. */
  readonly strongEdges: ReadonlySet<number>
  /** Nodes and edges that stay in full colour; undefined where all do. */
  readonly nodes: ReadonlySet<string> | undefined
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
  keys: Keys<EntityId>,
  emphasis: Emphasis,
  hover: Hover,
  hoverBrings: boolean,
): Focus {
  const node = (id: EntityId | undefined): string | undefined => {
    const key = id === undefined ? undefined : keys.known(id)
    return key !== undefined && shown.nodes.hasNode(key) ? key : undefined
  }
  const edge = (id: StatementId | undefined): number | undefined =>
    id === undefined ? undefined : shown.edges.placeOf(id)
  const selectedNode = node(emphasis.selectedNode)
  const hoveredNode = node(hover.node)
  const onPath = (emphasis.path?.edges ?? []).map(edge)
  const strong = [edge(emphasis.selectedEdge), edge(emphasis.walked), edge(hover.edge), ...onPath]
  const strongEdges = new Set(strong.filter((place) => place !== undefined))
  const centre = selectedNode ?? (hoverBrings && strongEdges.size === 0 ? hoveredNode : undefined)

  const { path } = emphasis
  const brought =
    path === undefined
      ? around(shown, centre, edge(emphasis.selectedEdge))
      : {
          nodes: new Set(path.nodes.map(node).filter((key) => key !== undefined)),
          edges: new Set<number>(),
        }
  for (const place of strongEdges) brought?.edges.add(place)

  const few = brought !== undefined && brought.edges.size <= mostLabelledEdges
  return {
    selectedNode,
    hoveredNode,
    strongEdges,
    nodes: brought?.nodes,
    edges: brought?.edges,
    labelled: new Set([...strongEdges, ...(few ? brought.edges : [])]),
  }
}

interface Brought {
  readonly nodes: Set<string>
  readonly edges: Set<number>
}

/** The node with its neighbours and the edges to them, or else the edge with its ends. */
function around(
  { nodes, edges }: Shown,
  node: string | undefined,
  edge: number | undefined,
): Brought | undefined {
  if (node !== undefined) {
    const { rank } = nodes.getNodeAttributes(node)
    const neighbours = [...edges.neighbours(rank)].map((one) => nodes.keyAt(one))
    return { nodes: new Set([node, ...neighbours]), edges: new Set(edges.around(rank)) }
  }
  if (edge !== undefined) {
    const ends = [edges.source(edge), edges.target(edge)].map((rank) => nodes.keyAt(rank))
    return { nodes: new Set(ends), edges: new Set([edge]) }
  }
  return undefined
}

/** How the node looks under this focus, before what is not brought out is faded. */
export function nodeLook(
  key: string,
  node: SceneNode,
  focus: Focus,
  theme: PictureTheme,
): NodeLook {
  const { x, y, size, type, picture } = node
  const selected = key === focus.selectedNode
  const hovered = key === focus.hoveredNode
  return {
    x,
    y,
    size,
    type,
    color:
      picture.change === 'same' && !selected && !hovered
        ? mixColours(node.color, theme.background, 0.72)
        : node.color,
    shape: picture.shape,
    disputed: picture.disputed,
    change: picture.change ?? 'same',
    selected,
    hovered,
    front: selected || hovered || focus.nodes?.has(key) === true,
  }
}

/** The ink of an edge that is brought out, in the accent colour where it is a strong one. */
export function edgeInk(edge: PictureEdge, strong: boolean, theme: PictureTheme): EdgeInk {
  return {
    width: edge.width + (strong ? 1.2 : 0.3),
    colour: strong ? theme.accent : mixColours(edge.colour, theme.label, 0.4),
    pale: false,
  }
}
