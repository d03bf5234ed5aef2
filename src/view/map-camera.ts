import { isFinitePoint, rounded } from './moved.ts'
import type { MapCamera } from './view.ts'

/** How large the world is on its own map: 1000 units around the equator. */
export const worldWidth = 1000

/** CSS pixels per unit of the map, at most and at least. */
export const mapScales = { nearest: 600, furthest: 0.2 } as const

/** The camera as a link can write it, its middle on the map; undefined where it is no place. */
export function legalMapCamera({ x, y, scale }: MapCamera): MapCamera | undefined {
  if (!isFinitePoint({ x, y }) || Number.isNaN(scale)) return undefined
  const kept = (value: number): number => Math.min(worldWidth + 40, Math.max(0, round(value)))
  const { nearest, furthest } = mapScales
  return { x: kept(x), y: kept(y), scale: Math.min(nearest, Math.max(furthest, round(scale))) }
}

function round(value: number): number {
  return rounded(value, 10_000)
}
