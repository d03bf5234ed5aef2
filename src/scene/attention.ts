import { focusOf, type Emphasis, type Focus, type Hover } from './emphasis.ts'
import type { World } from './world.ts'

/** What reader and pointer point at, and from it what the scene brings out. */
export interface Attention {
  focus(): Focus
  emphasise(emphasis: Emphasis): void
  hover(at: Hover): void
  /** To be called when the picture has been replaced. */
  refocus(): void
  dispose(): void
}

interface AttentionEvents {
  readonly changed: () => void
  readonly hovered: (at: Hover) => void
}

/** How long the pointer rests on a node before its neighbourhood is brought out, in milliseconds. */
const hoverDelay = 110

/** Keeps the focus up to date and says when it has changed. */
export function createAttention(world: World, { changed, hovered }: AttentionEvents): Attention {
  let emphasis: Emphasis = {}
  let hover: Hover = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let brings = false
  let focus = focusOf(world, emphasis, hover, brings)

  const refocus = (hoverBrings: boolean): void => {
    brings = hoverBrings
    focus = focusOf(world, emphasis, hover, hoverBrings)
  }
  const update = (hoverBrings: boolean): void => {
    refocus(hoverBrings)
    changed()
  }
  return {
    focus: () => focus,
    emphasise(next) {
      clearTimeout(timer)
      emphasis = next
      update(false)
    },
    hover(at) {
      clearTimeout(timer)
      hover = at
      hovered(at)
      update(false)
      if (at.node !== undefined) timer = setTimeout(() => update(true), hoverDelay)
    },
    // A node that was dragged is pointed at as before.
    refocus: () => refocus(brings),
    dispose: () => clearTimeout(timer),
  }
}
