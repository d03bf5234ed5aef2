/** What was measured, its unit, Orrery's figure, the peer's, and the limit for Orrery's. */
export type Row = readonly [
  what: string,
  unit: string,
  orrery: number,
  bare?: number | undefined,
  limit?: number,
]

/** The rows as a Markdown table, with the ratio to the peer and whether the limit is kept. */
export function table(rows: readonly Row[], peer = 'bare sigma'): string {
  const cells = [
    ['', 'Orrery', peer, 'ratio', 'limit', ''],
    ...rows.map(([what, unit, orrery, bare, limit]) => [
      what,
      figure(orrery, unit),
      bare === undefined ? '' : figure(bare, unit),
      bare === undefined || bare === 0 ? '' : (orrery / bare).toFixed(2),
      limit === undefined ? '' : figure(limit, unit),
      limit === undefined ? '' : orrery <= limit ? 'kept' : 'MISSED',
    ]),
  ]
  return markdownTable(cells)
}

/** Cells as a Markdown table; the first line is its head, the first column its names. */
export function markdownTable(cells: readonly (readonly string[])[]): string {
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)),
  )
  const lines = cells.map((row) => `| ${row.map(padded).join(' | ')} |`)
  const rule = `| ${widths.map((width, column) => rulers(width, column)).join(' | ')} |`
  return [lines[0], rule, ...lines.slice(1)].join('\n')

  function padded(cell: string, column: number): string {
    const width = widths[column] ?? 0
    return column === 0 ? cell.padEnd(width) : cell.padStart(width)
  }
}

function rulers(width: number, column: number): string {
  return column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`
}

function figure(value: number, unit: string): string {
  const digits = value < 10 ? 2 : value < 200 ? 1 : 0
  return `${value.toFixed(digits)} ${unit}`
}
