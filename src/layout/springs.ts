import { components } from './components.ts'
import type { ForceSettings } from './force-settings.ts'
import { hypotenuse } from './hypotenuse.ts'
import { neighbourLists, type CanonicalInput, type WeightedEdge } from './layout-input.ts'

/** An edge as the force model has it. */
export interface Spring {
  /** The heavier end: the library divides the pull by this one's mass. */
  readonly hub: number
  readonly end: number
  readonly strength: number
}

/** Every edge as a spring, and one more to hold each part that hangs on nothing. */
export function springsOf(
  graph: CanonicalInput,
  masses: Float64Array,
  start: Float64Array,
): readonly Spring[] {
  return [...graph.edges, ...ties(graph, start)].map(({ source, target, weight }) => {
    const turned = (masses[target] ?? 1) > (masses[source] ?? 1)
    return {
      hub: turned ? target : source,
      end: turned ? source : target,
      // The root dampens: a pair with nine statements is not drawn nine times as near.
      strength: Math.sqrt(weight),
    }
  })
}

/**
 * Input units per unit of the force model, from the virial: at rest, the sum of force times
 * position is zero, and only one scale of the picture makes it so.
 */
export function balancedUnit(
  springs: readonly Spring[],
  masses: Float64Array,
  start: Float64Array,
  extent: number,
  settings: ForceSettings,
): number {
  if (springs.length === 0 || extent === 0) return 1
  const at = (index: number): number => start[index] ?? 0
  const sum = total(masses)
  const squares = masses.reduce((squared, mass) => squared + mass * mass, 0)
  const push = (settings.scaling * (sum * sum - squares)) / 2
  const pull = (settings.gravity * settings.scaling * sum * sum) / 2
  const mean = sum / masses.length
  const lengths = springs.map(({ hub, end, strength }) => ({
    length: hypotenuse(at(hub * 2) - at(end * 2), at(hub * 2 + 1) - at(end * 2 + 1)),
    strength: settings.distributed ? (strength * mean) / (masses[hub] ?? 1) : strength,
  }))
  const inward = (scale: number): number =>
    lengths.reduce((inwards, { length, strength }) => {
      const distance = length * scale
      return inwards + strength * distance * (settings.linLog ? Math.log(1 + distance) : distance)
    }, pull)
  let low = 1e-6
  let high = 1e6
  for (let round = 0; round < 60; round += 1) {
    const middle = Math.sqrt(low * high)
    if (inward(middle) < push) low = middle
    else high = middle
  }
  return 1 / low
}

/**
 * An unseen edge from every small part to the nearest node of the largest one. Repulsion would
 * drive unconnected parts far off, and gravity that could hold them would crush the rest.
 */
function ties(graph: CanonicalInput, start: Float64Array): readonly WeightedEdge[] {
  const neighbours = neighbourLists(graph.nodes.length, graph.edges)
  const [main = [], ...others] = components(neighbours)
  const stride = Math.ceil(main.length / 500)
  const candidates = main.filter((_, index) => index % stride === 0)
  const x = (node: number): number => start[node * 2] ?? 0
  const y = (node: number): number => start[node * 2 + 1] ?? 0
  return others.map((part) => {
    const degree = (node: number): number => neighbours[node]?.length ?? 0
    const target = part.reduce((best, node) => (degree(node) > degree(best) ? node : best))
    const distance = (node: number): number => hypotenuse(x(node) - x(target), y(node) - y(target))
    const source = candidates.reduce((best, node) =>
      distance(node) < distance(best) ? node : best,
    )
    return { source, target, weight: 1 }
  })
}

/** The sum of all values, in their order. */
export function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
