import { formatted, thousands } from './report.ts'
import type { SizeResult } from './results.ts'

interface Series {
  readonly name: string
  readonly colour: string
  readonly dashed?: boolean
  readonly read: (result: SizeResult) => number | undefined
}

interface Panel {
  readonly title: string
  readonly unit: 'ms' | 'bytes'
  readonly series: readonly Series[]
}

interface Point {
  readonly x: number
  readonly y: number
}

const own = '#1d5fa8'
const peer = '#a8501d'

const panels: readonly Panel[] = [
  {
    title: 'Time from the choice of a file',
    unit: 'ms',
    series: [
      { name: 'Orrery, picture', colour: own, read: ({ orrery }) => orrery.picture },
      { name: 'bare page, picture', colour: peer, read: ({ bare }) => bare.picture },
      { name: 'Orrery, layout', colour: own, dashed: true, read: ({ orrery }) => orrery.layout },
      { name: 'bare page, layout', colour: peer, dashed: true, read: ({ bare }) => bare.layout },
    ],
  },
  {
    title: 'Peak memory of the page while opening',
    unit: 'bytes',
    series: [
      { name: 'Orrery', colour: own, read: ({ orrery }) => orrery.openingMemory },
      { name: 'bare page', colour: peer, read: ({ bare }) => bare.openingMemory },
    ],
  },
]

const width = 560
const height = 380
const frame = { left: 72, right: 410, top: 48, bottom: 320 } as const

/** Time and memory against edges, both axes logarithmic. What was given up has no point. */
export function plot(sizes: readonly SizeResult[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * panels.length} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#222222" role="img" aria-label="How time and memory grow with the number of edges">`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    ...panels.map(
      (panel, index) =>
        `<g transform="translate(${index * width} 0)">\n${drawn(panel, sizes)}\n</g>`,
    ),
    '</svg>\n',
  ].join('\n')
}

function drawn(panel: Panel, sizes: readonly SizeResult[]): string {
  const measured = panel.series.map((series) => ({
    series,
    values: sizes.flatMap((result) => {
      const value = series.read(result)
      return value === undefined || value === Infinity ? [] : [{ edges: result.size.edges, value }]
    }),
  }))
  const ticks = ticksAround(measured.flatMap(({ values }) => values.map(({ value }) => value)))
  const across = scale(
    sizes.map(({ size }) => size.edges),
    frame.left + 20,
    frame.right - 20,
  )
  const up = scale(ticks, frame.bottom, frame.top)
  const lines = measured
    .map(({ series, values }) => ({
      series,
      points: values.map(({ edges, value }) => ({ x: across(edges), y: up(value) })),
    }))
    .filter(({ points }) => points.length > 0)
  const heights = spread(lines.map(({ points }) => points.at(-1)?.y ?? 0))
  return [
    `<text x="${frame.left}" y="26" font-size="15" font-weight="600">${panel.title}</text>`,
    ...ticks.map((tick) => horizontal(up(tick), formatted(tick, panel.unit).replace(/\.0+/, ''))),
    bottomLabels(frame.left - 30, 'nodes', 'edges'),
    ...sizes.map(({ size }) =>
      bottomLabels(across(size.edges), thousands(size.nodes), thousands(size.edges)),
    ),
    ...lines.map(({ series, points }, index) => line(series, points, heights[index] ?? 0)),
  ].join('\n')
}

function horizontal(y: number, label: string): string {
  return (
    `<path d="M${frame.left} ${round(y)}H${frame.right}" stroke="#dddddd"/>` +
    `<text x="${frame.left - 8}" y="${round(y + 4)}" text-anchor="end">${label}</text>`
  )
}

function bottomLabels(x: number, upper: string, lower: string): string {
  return [upper, lower]
    .map(
      (text, index) =>
        `<text x="${round(x)}" y="${frame.bottom + 22 + 18 * index}" text-anchor="middle">${text}</text>`,
    )
    .join('')
}

function line(
  { name, colour, dashed = false }: Series,
  points: readonly Point[],
  y: number,
): string {
  const way = points.map((point) => `${round(point.x)} ${round(point.y)}`).join('L')
  const dots = points.map(
    (point) => `<circle cx="${round(point.x)}" cy="${round(point.y)}" r="3.5" fill="${colour}"/>`,
  )
  const x = (points.at(-1)?.x ?? 0) + 10
  return (
    `<path d="M${way}" fill="none" stroke="${colour}" stroke-width="2"${dashed ? ' stroke-dasharray="5 4"' : ''}/>` +
    `${dots.join('')}<text x="${round(x)}" y="${round(y + 4)}" fill="${colour}">${name}</text>`
  )
}

/** A logarithmic scale from the least and the greatest value to two ends. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, greatest] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))]
  const span = greatest - least || 1
  return (value) => from + ((Math.log(value) - least) / span) * (to - from)
}

/** The ones, twos and fives of every power of ten, from below the values to above them. */
function ticksAround(values: readonly number[]): readonly number[] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  const all = Array.from({ length: 14 }, (_, power) =>
    [1, 2, 5].map((digit) => digit * 10 ** power),
  )
  const ticks = all.flat()
  const below = ticks.findLastIndex((tick) => tick <= least)
  const above = ticks.findIndex((tick) => tick >= greatest)
  return ticks.slice(Math.max(0, below), above + 1)
}

/** Heights as near to the given ones as a line of text each allows. */
function spread(heights: readonly number[]): readonly number[] {
  const lineHeight = 16
  const order = heights
    .map((_, index) => index)
    .sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0))
  const placed = [...heights]
  let least = -Infinity
  for (const index of order) {
    placed[index] = Math.max(least, heights[index] ?? 0)
    least = (placed[index] ?? 0) + lineHeight
  }
  return placed
}

function round(value: number): string {
  return value.toFixed(1)
}
