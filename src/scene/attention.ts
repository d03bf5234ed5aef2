import type { EntityId } from '../model/ids.ts'
import { focusOf, type Emphasis, type Focus, type Hover } from './emphasis.ts'
import type { Keys } from './keys.ts'
import type { SceneNodes } from './scene-nodes.ts'
import type { World } from './world.ts'

/** What reader and pointer point at, and from it what the scene brings out. */
export interface Attention {
  focus(): Focus
  emphasise(emphasis: Emphasis): void
  hoverNode(key: string | undefined): void
  hoverEdge(place: number | undefined): void
  /** To be called when the graph has been replaced. */
  refocus(): void
  dispose(): void
}

interface AttentionEvents {
  /** Told the keys of nodes that look different now; any edge may. */
  readonly changed: (nodes: readonly string[]) => void
  readonly hovered: (at: Hover) => void
}

/** How long the pointer rests on a node before its neighbourhood is brought out, in milliseconds. */
const hoverDelay = 110

/** Keeps the focus up to date and says which nodes look different after a change. */
export function createAttention(
  world: World,
  keys: Keys<EntityId>,
  { changed, hovered }: AttentionEvents,
): Attention {
  let emphasis: Emphasis = {}
  let hover: Hover = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let focus = focusOf(world, keys, emphasis, hover, false)

  const refocus = (hoverBrings: boolean): void => {
    focus = focusOf(world, keys, emphasis, hover, hoverBrings)
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
    changed(difference(before, focus, world.nodes))
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
    hoverNode: (key) => point(key === undefined ? {} : { node: keys.idOf(key) }),
    hoverEdge: (place) => point(place === undefined ? {} : { edge: world.edges.at(place).id }),
    refocus() {
      clearTimeout(timer)
      refocus(false)
    },
    dispose: () => clearTimeout(timer),
  }
}

/** What is brought out or marked only before or only after: the fading of the rest costs nothing. */
function difference(before: Focus, after: Focus, nodes: SceneNodes): readonly string[] {
  const marked = [before, after].flatMap(({ selectedNode, hoveredNode }) => [
    selectedNode,
    hoveredNode,
  ])
  return [...marked, ...inOneOf(before.nodes, after.nodes)]
    .filter((key) => key !== undefined)
    .filter((key) => nodes.hasNode(key))
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
