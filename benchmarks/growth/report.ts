import { markdownTable } from '../table.ts'
import { told } from './conditions.ts'
import { judged, limits } from './limits.ts'
import { measures } from './measures.ts'
import type { Figures, Measure, MeasureId } from './measures.ts'
import { growthOf } from './results.ts'
import type { Results, SizeResult } from './results.ts'

/** The figures of both pages and what they are to be, in Markdown. */
export function report({ conditions, sizes }: Results): string {
  const limited = sizes.filter(({ size }) => limits.some(({ bounds }) => size.name in bounds))
  return [
    told(conditions),
    `Each cell: Orrery · the bare page; medians of ${visits(sizes)}.`,
    figuresTable(sizes),
    ...(limited.length === 0 ? [] : ['Against the limits:', limitsTable(limited)]),
  ].join('\n\n')
}

function visits(sizes: readonly SizeResult[]): string {
  return sizes.map(({ size, runs }) => `${runs} at ${size.name}`).join(', ')
}

function figuresTable(sizes: readonly SizeResult[]): string {
  return markdownTable([
    ['Nodes / edges', ...sizes.map(sizeTitle), 'grows as edges to the'],
    ...measures.map((measure) => [
      measure.label,
      ...sizes.map(({ orrery, bare }) => pair(orrery, bare, measure)),
      both(
        growthOf(sizes, ({ orrery }) => orrery[measure.id])?.toFixed(2),
        growthOf(sizes, ({ bare }) => bare[measure.id])?.toFixed(2),
      ),
    ]),
  ])
}

function limitsTable(sizes: readonly SizeResult[]): string {
  return markdownTable([
    ['Nodes / edges', ...sizes.map(sizeTitle)],
    ...limits.map((limit) => [
      measureOf(limit.id).label,
      ...sizes.map((result) => {
        const found = judged(limit, result)
        if (found === undefined) return ''
        const { bound, reached, kept } = found
        const text = (value: number): string =>
          'share' in bound ? `${value.toFixed(2)}×` : formatted(value, measureOf(limit.id).unit)
        return `${text(reached)} of ${text('share' in bound ? bound.share : bound.most)}, ${kept ? 'kept' : 'MISSED'}`
      }),
    ]),
  ])
}

function measureOf(id: MeasureId): Measure {
  const found = measures.find((measure) => measure.id === id)
  if (found === undefined) throw new Error(`No measure is called ${id}`)
  return found
}

function sizeTitle({ size }: SizeResult): string {
  return `${thousands(size.nodes)} / ${thousands(size.edges)}`
}

/** A number of nodes or edges, such as 250k. */
export function thousands(count: number): string {
  return `${count / 1000}k`
}

function pair(orrery: Figures, bare: Figures, { id, unit }: Measure): string {
  const text = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : formatted(value, unit)
  return both(text(orrery[id]), text(bare[id]))
}

function both(orrery: string | undefined, bare: string | undefined): string {
  return orrery === undefined && bare === undefined ? '' : `${orrery ?? '–'} · ${bare ?? '–'}`
}

/** A figure to three digits, in a unit that suits it. */
export function formatted(value: number, unit: Measure['unit']): string {
  if (value === Infinity) return 'given up'
  switch (unit) {
    case 'task':
      return value === 0 ? 'under 50 ms' : formatted(value, 'ms')
    case 'ms':
      return value < 1000 ? `${digits(value)} ms` : `${digits(value / 1000)} s`
    case 'bytes':
      return value < 1e9 ? `${digits(value / 1e6)} MB` : `${digits(value / 1e9)} GB`
    case '1/s':
      return digits(value)
  }
}

function digits(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)
}
