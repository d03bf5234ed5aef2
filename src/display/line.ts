import type { Evidence } from '../model/evidence.ts'

/** The pattern of a line in the picture, the legend and every export; dotted is what is gone. */
export type Line = 'plain' | 'dashed' | 'waved' | 'dash-dotted' | 'dotted'

/**
 * How the line of a statement with this evidence looks. Where nothing in the graph names a source,
 * dashes would tell nothing apart and only make the picture busy.
 */
export function lineOf(evidence: Evidence, graphNamesSources: boolean): Exclude<Line, 'dotted'> {
  if (evidence === 'disputed') return 'waved'
  if (evidence === 'inferred') return 'dash-dotted'
  return evidence === 'uncited' && graphNamesSources ? 'dashed' : 'plain'
}
