/** The share of a window that discs may cover before they hide the lines and each other. */
const mostCovered = 0.22
/** CSS pixels of a usual window's graph. */
const usualArea = 900 * 650

/**
 * By how much nodes of these radii, in CSS pixels, must shrink for the whole graph to be legible in
 * a usual window: 1 for not at all.
 */
export function crowdingOf(radii: readonly number[]): number {
  const covered = radii.reduce((sum, radius) => sum + Math.PI * radius * radius, 0)
  return Math.min(1, Math.sqrt((mostCovered * usualArea) / Math.max(1, covered)))
}
