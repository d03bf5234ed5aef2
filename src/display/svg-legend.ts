import type { Line } from './line.ts'
import type { Shape } from './shape.ts'
import { dashAttribute, shapeMark, wave } from './svg-marks.ts'
import { digits, xml } from './svg-text.ts'
import type { Measure } from './svg-text.ts'

/** One kind of the picture's legend. */
export interface LegendEntry {
  readonly label: string
  readonly colour: string
  readonly shape: Shape
}

/** A drawn legend: its rows from its own top left corner, and how tall it is. */
export interface Legend {
  readonly marks: readonly string[]
  readonly height: number
}

interface Cell {
  readonly label: string
  readonly keyWidth: number
  readonly key: (x: number, y: number) => string
}

const fontPx = 12
const rowHeight = 22
const gapAfter = 20

/**
 * The legend in rows no wider than `width`, starting at (`left`, `top`): kinds, then how lines look
 * that are not plain, as far as the picture has any.
 */
export function legendOf(
  entries: readonly LegendEntry[],
  lines: ReadonlyMap<Line, string>,
  place: { readonly left: number; readonly top: number; readonly width: number },
  measure: Measure,
): Legend {
  const cells = [...entries.map(kindCell), ...lineCells(lines)]
  const marks: string[] = []
  let x = place.left
  let y = place.top + rowHeight / 2
  for (const { label, keyWidth, key } of cells) {
    const width = keyWidth + 7 + measure(label, fontPx)
    if (x > place.left && x + width > place.left + place.width) {
      x = place.left
      y += rowHeight
    }
    const text = `<text x="${digits(x + keyWidth + 7)}" y="${digits(y + fontPx * 0.35)}">${xml(label)}</text>`
    marks.push(`${key(x, y)}${text}`)
    x += width + gapAfter
  }
  return { marks, height: cells.length === 0 ? 0 : y + rowHeight / 2 - place.top }
}

function kindCell({ label, colour, shape }: LegendEntry): Cell {
  return {
    label,
    keyWidth: 14,
    key: (x, y) => shapeMark(shape, { x: x + 7, y }, 5.5, `fill="${colour}"`),
  }
}

function lineCells(lines: ReadonlyMap<Line, string>): readonly Cell[] {
  const cell = (label: string, line: Line, d: (x: number, y: number) => string): Cell[] => {
    const colour = lines.get(line)
    if (colour === undefined) return []
    const dash = dashAttribute(line, 1.5)
    const key = (x: number, y: number): string =>
      `<path d="${d(x, y)}" fill="none" stroke="${colour}" stroke-width="1.5"${dash}/>`
    return [{ label, keyWidth: 30, key }]
  }
  return [
    ...cell('No reference', 'dashed', (x, y) => `M${digits(x)} ${digits(y)}h30`),
    ...cell('Inferred', 'dash-dotted', (x, y) => `M${digits(x)} ${digits(y)}h30`),
    ...cell('Disputed', 'waved', (x, y) => {
      const [start, end] = [
        { x, y },
        { x: x + 30, y },
      ]
      return wave([start, { x: x + 10, y }, { x: x + 20, y }, end], 1.5)
    }),
  ]
}
