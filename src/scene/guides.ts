import { mixColours } from '../display/mixed-colours.ts'
import type { Box } from '../display/label-placement.ts'
import type { LabelFrame, OrderedWish } from './label-frame.ts'
import { labelFont, type LabelText } from './label-text.ts'

/** Thin enough to lie over lines, and where no node is. */
export function drawCircles(
  canvas: CanvasRenderingContext2D,
  { guides, scale, theme, screenPoint }: LabelFrame,
): void {
  canvas.lineWidth = 1
  canvas.strokeStyle = mixColours(theme.faded, theme.label, 0.16)
  for (const guide of guides) {
    const { x, y } = screenPoint(guide)
    canvas.beginPath()
    canvas.arc(x, y, guide.radius * scale, 0, 2 * Math.PI)
    canvas.stroke()
  }
}

/** Words above the circles, before all names. */
export function guideWishes(
  { guides, theme, screenPoint }: LabelFrame,
  textOf: (label: string, font: string) => LabelText,
): readonly OrderedWish[] {
  return guides.map(({ x, y, radius, text: words }, index) => {
    const text = textOf(words, labelFont(13, 600))
    const at = screenPoint({ x, y: y + radius })
    const [left, bottom] = [at.x - text.width / 2, at.y - 3]
    const box = { left: left - 2, top: bottom - 18, right: left + text.width + 2, bottom }
    return {
      order: index - guides.length,
      wish: {
        text,
        colour: mixColours(theme.label, theme.background, 0.25),
        boxes: [box],
        weight: 0,
        pinned: true,
      },
    }
  })
}

/** True where the camera is so far that names of regions say more than those of single nodes. */
export function isFar(ratio: number): boolean {
  return ratio >= 0.6
}

/** Names of regions over their middles, before all other names, while nothing is brought out. */
export function regionWishes(
  { regions, ratio, focus, theme, width, screenPoint }: LabelFrame,
  textOf: (label: string, font: string) => LabelText,
): readonly OrderedWish[] {
  if (!isFar(ratio) || focus.nodes !== undefined) return []
  return regions.map(({ x, y, text: words }, index) => {
    const text = textOf(words, labelFont(15, 600))
    const at = screenPoint({ x, y })
    const [left, top] = [at.x - text.width / 2, at.y - 11]
    const cut = { left: left - 2, top, right: left + text.width + 2, bottom: top + 22 }
    const box = at.x < 0 || at.x > width ? cut : pushedInto(width, cut)
    const wish = { text, colour: theme.label, boxes: [box], weight: 1e6 }
    return { order: index - regions.length, wish }
  })
}

/** Moved sideways into the window, for a name that its border cuts reads as another one. */
function pushedInto(width: number, box: Box): Box {
  const over = Math.max(0, box.right - width)
  const shift = box.left < 0 ? -box.left : -over
  return { ...box, left: box.left + shift, right: box.right + shift }
}
