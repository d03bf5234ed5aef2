import type { PictureTheme } from '../display/picture.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import { mixColours } from './colour.ts'
import type { EdgeLook } from './edge-program.ts'
import type { NodeLook } from './node-program.ts'
import { fadedEdge } from './palette.ts'
import type { SceneKeys } from './picture-graph.ts'
import type { SceneEdge, SceneGraph, SceneNode } from './scene-graph.ts'

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

/** The emphasis worked out for one graph, as keys. */
export interface Focus {
  readonly selectedNode: string | undefined
  readonly hoveredNode: string | undefined
  /** Edges in the accent colour. */
  readonly strongEdges: ReadonlySet<string>
  /** Nodes and edges that stay in full colour; undefined where all do. */
  readonly nodes: ReadonlySet<string> | undefined
  readonly edges: ReadonlySet<string> | undefined
  /** Edges whose labels are wanted. */
  readonly labelled: ReadonlySet<string>
}

/** More labels than this would hide the edges that they name. */
const mostLabelledEdges = 60

/**
 * Works out what is brought out. A hovered node brings out its neighbourhood only with
 * `hoverBrings`, and only where nothing is chosen.
 */
export function focusOf(
  graph: SceneGraph,
  keys: SceneKeys,
  emphasis: Emphasis,
  hover: Hover,
  hoverBrings: boolean,
): Focus {
  const node = (id: EntityId | undefined): string | undefined => {
    const key = id === undefined ? undefined : keys.nodes.known(id)
    return key !== undefined && graph.hasNode(key) ? key : undefined
  }
  const edge = (id: StatementId | undefined): string | undefined => {
    const key = id === undefined ? undefined : keys.edges.known(id)
    return key !== undefined && graph.hasEdge(key) ? key : undefined
  }
  const selectedNode = node(emphasis.selectedNode)
  const hoveredNode = node(hover.node)
  const onPath = (emphasis.path?.edges ?? []).map(edge)
  const strong = [edge(emphasis.selectedEdge), edge(emphasis.walked), edge(hover.edge), ...onPath]
  const strongEdges = new Set(strong.filter((key) => key !== undefined))
  const centre = selectedNode ?? (hoverBrings && strongEdges.size === 0 ? hoveredNode : undefined)

  const { path } = emphasis
  const brought =
    path === undefined
      ? around(graph, centre, edge(emphasis.selectedEdge))
      : {
          nodes: new Set(path.nodes.map(node).filter((key) => key !== undefined)),
          edges: new Set<string>(),
        }
  for (const key of strongEdges) brought?.edges.add(key)

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
  readonly edges: Set<string>
}

/** The node with its neighbours and the edges to them, or else the edge with its ends. */
function around(
  graph: SceneGraph,
  node: string | undefined,
  edge: string | undefined,
): Brought | undefined {
  if (node !== undefined)
    return {
      nodes: new Set([node, ...graph.neighbors(node)]),
      edges: new Set(graph.edges(node)),
    }
  if (edge !== undefined) return { nodes: new Set(graph.extremities(edge)), edges: new Set([edge]) }
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

/** How the edge looks under this focus, before what is not brought out is faded. */
export function edgeLook(
  key: string,
  edge: SceneEdge,
  focus: Focus,
  theme: PictureTheme,
): EdgeLook {
  const { picture, type } = edge
  const pale = picture.change === 'same'
  const strong = focus.strongEdges.has(key)
  const brought = focus.edges?.has(key) === true
  const isLoop = picture.source === picture.target
  return {
    type,
    size: strong ? edge.size + 1.2 : brought ? edge.size + 0.3 : edge.size,
    color: strong
      ? theme.accent
      : brought
        ? mixColours(edge.color, theme.label, 0.4)
        : pale
          ? fadedEdge(theme)
          : edge.color,
    bend: isLoop ? 0 : picture.bend,
    loop: isLoop ? Math.max(1, picture.bend) : 0,
    arrow: picture.arrow,
    line: picture.line,
    change: picture.change ?? 'same',
    front: strong || brought,
  }
}
