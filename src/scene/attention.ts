import { focusOf, type Emphasis, type Focus, type Hover } from './emphasis.ts'
import type { SceneKeys } from './picture-graph.ts'
import type { SceneGraph } from './scene-graph.ts'
import type { World } from './world.ts'

/** Keys of what has to be painted anew. */
export interface Part {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
}

/** What reader and pointer point at, and from it what the scene brings out. */
export interface Attention {
  focus(): Focus
  emphasise(emphasis: Emphasis): void
  hoverNode(key: string | undefined): void
  hoverEdge(key: string | undefined): void
  /** To be called when the graph has been replaced. */
  refocus(): void
  dispose(): void
}

interface AttentionEvents {
  readonly changed: (part: Part) => void
  readonly hovered: (at: Hover) => void
}

/** How long the pointer rests on a node before its neighbourhood is brought out, in milliseconds. */
const hoverDelay = 110
/** Above this many edges hovering marks the node alone: repainting all would be felt. */
const mostEdgesToFade = 20_000

/** Keeps the focus up to date and says which part of the graph looks different after a change. */
export function createAttention(
  world: World,
  keys: SceneKeys,
  { changed, hovered }: AttentionEvents,
): Attention {
  let emphasis: Emphasis = {}
  let hover: Hover = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let focus = focusOf(world.graph, keys, emphasis, hover, false)

  const refocus = (hoverBrings: boolean): void => {
    focus = focusOf(world.graph, keys, emphasis, hover, hoverBrings)
    world.palette.layered =
      focus.nodes !== undefined ||
      focus.strongEdges.size > 0 ||
      focus.selectedNode !== undefined ||
      focus.hoveredNode !== undefined
  }
  const update = (hoverBrings: boolean): void => {
    const before = focus
    refocus(hoverBrings)
    changed(difference(before, focus, world.graph))
  }
  const point = (at: Hover): void => {
    clearTimeout(timer)
    hover = at
    hovered(at)
    update(false)
    if (at.node !== undefined && world.graph.size <= mostEdgesToFade)
      timer = setTimeout(() => update(true), hoverDelay)
  }
  return {
    focus: () => focus,
    emphasise(next) {
      clearTimeout(timer)
      emphasis = next
      update(false)
    },
    hoverNode: (key) => point(key === undefined ? {} : { node: keys.nodes.idOf(key) }),
    hoverEdge: (key) => point(key === undefined ? {} : { edge: keys.edges.idOf(key) }),
    refocus() {
      clearTimeout(timer)
      refocus(false)
    },
    dispose: () => clearTimeout(timer),
  }
}

/** Everything where the brought-out set changes, else only what is marked before or after. */
function difference(before: Focus, after: Focus, graph: SceneGraph): Part {
  const fades = before.nodes !== undefined || after.nodes !== undefined
  if (fades && !(sameKeys(before.nodes, after.nodes) && sameKeys(before.edges, after.edges)))
    return { nodes: graph.nodes(), edges: graph.edges() }
  const nodes = [before, after].flatMap(({ selectedNode, hoveredNode }) => [
    selectedNode,
    hoveredNode,
  ])
  return {
    nodes: nodes.filter((key) => key !== undefined).filter((key) => graph.hasNode(key)),
    edges: [...before.strongEdges, ...after.strongEdges].filter((key) => graph.hasEdge(key)),
  }
}

function sameKeys(
  one: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
): boolean {
  if (one === undefined || other === undefined) return one === other
  return one.size === other.size && [...one].every((key) => other.has(key))
}
