import type { CompactGraph } from '../../src/graph/compact-graph.ts'
import type { Edge, Graph } from '../../src/graph/graph.ts'
import { neighbourhood } from '../../src/graph/neighbourhood.ts'
import type { EntityId, StatementId } from '../../src/model/ids.ts'
import { everyPath, stepsFrom } from './brute-paths.ts'

/** All figures stand by id, as the index form has the nodes. */
function sorted({ nodes }: Graph): readonly EntityId[] {
  return nodes.toSorted()
}

function weight({ statement: { weight = 1 } }: Edge): number {
  return weight >= 0 && weight <= 1e100 ? weight : 1
}

export function bruteDegrees(
  graph: Graph,
  which: 'total' | 'out' | 'into' | 'weighted' | 'neighbours',
): readonly number[] {
  const edges = [...graph.edges.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return sorted(graph).map((node) => {
    const both = edges.filter(({ source, target }) => source === node || target === node)
    const ends = both.flatMap((edge) => (edge.source === edge.target ? [edge, edge] : [edge]))
    const freely = ({ statement }: Edge): boolean => statement.direction !== 'directed'
    switch (which) {
      case 'total':
        return ends.length
      case 'out':
        return both.filter((edge) => edge.source === node || freely(edge)).length
      case 'into':
        return both.filter((edge) => edge.target === node || freely(edge)).length
      case 'weighted':
        return ends.reduce((sum, edge) => sum + weight(edge), 0)
      case 'neighbours':
        return [...stepsFrom(graph, node, {}).keys()].filter((other) => other !== node).length
    }
  })
}

/** The ranks that stay as they are, by solving the equations (Gauss and Jordan). */
export function brutePageRank(graph: Graph): readonly number[] {
  const nodes = sorted(graph)
  const size = nodes.length
  const shares = nodes.map((from) => {
    const ways = [...stepsFrom(graph, from, { directed: true })]
    const sums = new Map(
      ways.map(([to, edges]) => [to, edges.reduce((sum, each) => sum + weight(each), 0)]),
    )
    const total = [...sums.values()].reduce((a, b) => a + b, 0)
    return nodes.map((to) => (total === 0 ? 1 / size : (sums.get(to) ?? 0) / total))
  })
  const rows = nodes.map((_, to) => [
    ...nodes.map((_, from) => Number(from === to) - 0.85 * (shares[from]?.[to] ?? 0)),
    0.15 / size,
  ])
  for (const [pivot, own] of rows.entries()) {
    const lead = own[pivot] ?? 1
    own.forEach((value, column) => (own[column] = value / lead))
    for (const [index, row] of rows.entries()) {
      const factor = row[pivot] ?? 0
      if (index !== pivot)
        row.forEach((value, column) => (row[column] = value - factor * (own[column] ?? 0)))
    }
  }
  return rows.map((row) => row[size] ?? 0)
}

export function bruteBetweenness(graph: Graph, directed: boolean): readonly number[] {
  const nodes = sorted(graph)
  const pairs = (nodes.length - 1) * (nodes.length - 2)
  const shares = new Map(nodes.map((node) => [node, 0]))
  for (const from of nodes)
    for (const to of nodes) {
      if (from === to) continue
      const all = everyPath(graph, from, to, { directed })
      const least = all.filter(({ cost }) => cost === all[0]?.cost)
      for (const path of least)
        for (const node of path.nodes.slice(1, -1))
          shares.set(node, (shares.get(node) ?? 0) + 1 / least.length / pairs)
    }
  return nodes.map((node) => shares.get(node) ?? 0)
}

export function bruteCloseness(graph: Graph, directed: boolean): readonly number[] {
  const nodes = sorted(graph)
  return nodes.map((node) => {
    const steps = nodes
      .filter((other) => other !== node)
      .flatMap((other) => everyPath(graph, other, node, { directed })[0]?.cost ?? [])
    const total = steps.reduce((a, b) => a + b, 0)
    return total === 0 ? 0 : (steps.length / total) * (steps.length / (nodes.length - 1))
  })
}

/** Numbered by falling size, then by least node. */
export function bruteComponents(graph: Graph, directed: boolean): readonly number[] {
  const nodes = sorted(graph)
  const reaches = (a: EntityId, b: EntityId): boolean =>
    everyPath(graph, a, b, { directed }).length > 0
  const groups = nodes.map((node) =>
    nodes.filter((other) => reaches(node, other) && reaches(other, node)),
  )
  const firsts = groups.filter((group, index) => group[0] === nodes[index])
  firsts.sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
  return groups.map((group) => firsts.findIndex((each) => each[0] === group[0]))
}

export function bruteCores(graph: Graph): readonly number[] {
  const nodes = sorted(graph)
  const cores = new Map<EntityId, number>()
  for (let core = 0; core <= nodes.length; core += 1) {
    let left = new Set(nodes)
    for (let before = -1; before !== left.size;) {
      before = left.size
      const within = left
      left = new Set(
        [...left].filter((node) => {
          const around = [...stepsFrom(graph, node, {}).keys()]
          return around.filter((other) => other !== node && within.has(other)).length >= core
        }),
      )
    }
    for (const node of left) cores.set(node, core)
  }
  return nodes.map((node) => cores.get(node) ?? 0)
}

function partsOf(
  graph: Graph,
  nodes: readonly EntityId[],
  passes: (edge: Edge) => boolean,
): number {
  const parts = nodes.map(
    (node) => [...neighbourhood(graph, node, nodes.length, passes)].toSorted()[0],
  )
  return new Set(parts).size
}

export function bruteCutNodes(graph: Graph): readonly number[] {
  const nodes = sorted(graph)
  const parts = partsOf(graph, nodes, () => true)
  return nodes.map((node) => {
    const others = nodes.filter((other) => other !== node)
    const without = partsOf(graph, others, (edge) => edge.source !== node && edge.target !== node)
    return without > parts ? 1 : 0
  })
}

export function bruteBridges(graph: Graph): ReadonlySet<StatementId> {
  const parts = partsOf(graph, graph.nodes, () => true)
  return new Set(
    [...graph.edges.keys()].filter(
      (id) => partsOf(graph, graph.nodes, (edge) => edge.id !== id) > parts,
    ),
  )
}

/** Newman's sum over all pairs of nodes, word by word. */
export function bruteModularity({ adjacency }: CompactGraph, of: readonly number[]): number {
  const { sources, targets, weights } = adjacency
  const matrix = of.map(() => of.map(() => 0))
  sources.forEach((source, edge) => {
    const target = targets[edge] ?? 0
    // A loop stands on the diagonal twice.
    for (const [a, b] of [
      [source, target],
      [target, source],
    ] as const) {
      const row = matrix[a]
      if (row !== undefined) row[b] = (row[b] ?? 0) + (weights[edge] ?? 0)
    }
  })
  const degrees = matrix.map((row) => row.reduce((a, b) => a + b, 0))
  const twice = degrees.reduce((a, b) => a + b, 0)
  if (twice < 1e-200) return 0
  let sum = 0
  for (const [a, row] of matrix.entries())
    for (const [b, weight] of row.entries())
      if (of[a] === of[b])
        sum += weight / twice - ((degrees[a] ?? 0) / twice) * ((degrees[b] ?? 0) / twice)
  return sum
}
