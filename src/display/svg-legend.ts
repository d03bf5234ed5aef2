import type { ChangeClass } from '../model/change-class.ts'
import { changeTexts } from './change-signs.ts'
import type { ColourLegend } from './colour-legend.ts'
import type { Line } from './line.ts'
import type { PictureTheme } from './picture.ts'
import type { Shape } from './shape.ts'
import { badgeMark } from './svg-changes.ts'
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

/** What the signs of changes mean. */
export interface ChangeLegend {
  /** "Compared with older.json". */
  readonly title: string
  /** What is told without a sign, in a sentence. */
  readonly note: string | undefined
  readonly marks: readonly { readonly change: ChangeClass; readonly colour: string }[]
  readonly theme: Pick<PictureTheme, 'background'>
}

interface Cell {
  readonly label: string
  readonly keyWidth: number
  readonly key: (x: number, y: number) => string
  /** True for the first of what belongs together on rows of its own. */
  readonly startsRow?: boolean
}

const fontPx = 12
const rowHeight = 22
const gapAfter = 20
/** Between a key and its words. */
const keyGap = 7

/** What a legend tells. */
export interface LegendContent {
  readonly entries: readonly LegendEntry[]
  /** Where the colours tell an amount, and not the kind. */
  readonly colours: ColourLegend | undefined
  readonly lines: ReadonlyMap<Line, string>
  readonly changes?: ChangeLegend | undefined
}

/**
 * The legend in rows no wider than `width`, starting at (`left`, `top`): what colours tell beside
 * kinds, the kinds, how lines look that are not plain, and the signs of changes, as far as the picture
 * has any.
 */
export function legendOf(
  { entries, colours, lines, changes }: LegendContent,
  place: { readonly left: number; readonly top: number; readonly width: number },
  measure: Measure,
): Legend {
  const cells = [
    ...(colours === undefined ? [] : colourCells(colours, measure)),
    ...entries.map(kindCell),
    ...lineCells(lines),
    ...(changes === undefined ? [] : changeCells(changes)),
  ]
  const marks: string[] = []
  let x = place.left
  let y = place.top + rowHeight / 2
  for (const { label, keyWidth, key, startsRow = false } of cells) {
    const width = keyWidth + keyGap + measure(label, fontPx)
    if (x > place.left && (startsRow || x + width > place.left + place.width)) {
      x = place.left
      y += rowHeight
    }
    const text = `<text x="${digits(x + keyWidth + keyGap)}" y="${digits(y + fontPx * 0.35)}">${xml(label)}</text>`
    marks.push(`${key(x, y)}${text}`)
    x += width + gapAfter
  }
  return { marks, height: cells.length === 0 ? 0 : y + rowHeight / 2 - place.top }
}

const rampWidth = 144
const rampHeight = 10

/** The title, the ramp with its amounts before, after and in it, and what has none. */
function colourCells(
  { title, sentence, stripes, ticks, none }: ColourLegend,
  measure: Measure,
): readonly Cell[] {
  const [least, most] = [ticks[0], ticks.at(-1)]
  const cells: Cell[] = [textCell(`${title}:`)]
  if (least !== undefined && most !== undefined) {
    const middle = ticks.slice(1, -1).map(({ text }) => text)
    const before = measure(least.text, fontPx) + keyGap
    cells.push({
      label: [most.text, ...middle.map((text) => `${text} at the mark`)].join(', '),
      keyWidth: before + rampWidth,
      key: (x, y) =>
        [
          `<text x="${digits(x)}" y="${digits(y + fontPx * 0.35)}">${xml(least.text)}</text>`,
          ...stripes.map((colour, at) => {
            const width = rampWidth / stripes.length
            const left = x + before + at * width
            return `<rect x="${digits(left)}" y="${digits(y - rampHeight / 2)}" width="${digits(width + 0.2)}" height="${rampHeight}" fill="${colour}"/>`
          }),
          ...ticks.slice(1, -1).map(({ share }) => {
            const at = x + before + share * rampWidth
            return `<rect x="${digits(at - 0.5)}" y="${digits(y + rampHeight / 2)}" width="1" height="4"/>`
          }),
        ].join(''),
    })
  }
  if (none.count > 0)
    cells.push(kindCell({ label: 'No figure', colour: none.colour, shape: 'circle' }))
  if (sentence !== undefined) cells.push(textCell(sentence))
  return cells
}

function changeCells({ title, note, marks, theme }: ChangeLegend): readonly Cell[] {
  return [
    { ...textCell(`${title}:`), startsRow: true },
    ...marks.map(({ change, colour }): Cell => ({
      label: changeTexts[change],
      keyWidth: 14,
      key: (x, y) => badgeMark({ change, at: { x: x + 7, y }, scale: 1 }, colour, theme.background),
    })),
    ...(note === undefined ? [] : [textCell(note)]),
  ]
}

/** Words alone, that begin where a key would. */
function textCell(label: string): Cell {
  return { label, keyWidth: -keyGap, key: () => '' }
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
