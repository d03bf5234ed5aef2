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
    world.palette.fading = focus.nodes !== undefined
    world.palette.layered =
      world.palette.fading ||
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
    if (at.node !== undefined) timer = setTimeout(() => update(true), hoverDelay)
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

/** What is brought out or marked only before or only after: the fading of the rest costs nothing. */
function difference(before: Focus, after: Focus, graph: SceneGraph): Part {
  const marked = [before, after].flatMap(({ selectedNode, hoveredNode }) => [
    selectedNode,
    hoveredNode,
  ])
  const nodes = [...marked, ...inOneOf(before.nodes, after.nodes)]
  const edges = [...before.strongEdges, ...after.strongEdges, ...inOneOf(before.edges, after.edges)]
  return {
    nodes: nodes.filter((key) => key !== undefined).filter((key) => graph.hasNode(key)),
    edges: edges.filter((key) => graph.hasEdge(key)),
  }
}

function inOneOf(
  one: ReadonlySet<string> = new Set(),
  other: ReadonlySet<string> = new Set(),
): readonly string[] {
  return [
    ...[...one].filter((key) => !other.has(key)),
    ...[...other].filter((key) => !one.has(key)),
  ]
}
