import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeSize } from '../src/display/appearance.ts'
import { openFiles } from '../src/formats/open.ts'
import { createLargeLayout } from '../src/layout/large-layout.ts'
import { peerLayout } from './layout-peer.ts'
import { qualityOf, type Quality } from './layout-quality.ts'
import { sampleGraph, sampleKinds, type SampleGraph } from './layout-graphs.ts'

/**
 * Our layout of large graphs beside ForceAtlas2 of the package with the settings that it infers,
 * in the same run: `tsx benchmarks/layout.ts [--nodes=1500,10000] [--corpus=FOLDER] [FILE…]`.
 * Seconds are those of the processor, so that other work on the machine counts less.
 */
async function run(): Promise<void> {
  const orders = option('nodes', '1500,10000').split(',').map(Number)
  const rows = [
    'graph nodes edges peer_its seconds peer_s ratio kept peer_kept stress peer_stress'.split(' '),
  ]
  const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  for (const file of files) rows.push(compared(await graphOf(file)))
  for (const order of orders)
    for (const kind of sampleKinds) {
      rows.push(compared(sampleGraph(kind, order)))
      console.error((rows.at(-1) ?? []).join(' '))
    }
  console.log(rows.map((row) => `| ${row.join(' | ')} |`).join('\n'))
}

function option(name: string, otherwise: string): string {
  const found = process.argv.find((argument) => argument.startsWith(`--${name}=`))
  return found?.slice(name.length + 3) ?? otherwise
}

/** A file as one graph of its nodes and edges, each pair once. */
async function graphOf(file: string): Promise<SampleGraph> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}`)
  const { result } = await openFiles([{ name: file, bytes: new Uint8Array(readFileSync(file)) }])
  if (!result.ok) throw new Error(`${file} cannot be read`)
  const { entities, statements } = result.content.knowledge
  const index = new Map([...entities.keys()].map((id, at) => [String(id), at]))
  const pairs = new Set<string>()
  for (const { subject, value } of statements.values()) {
    if (value.type !== 'entity') continue
    const ends = [index.get(subject) ?? 0, index.get(value.entity) ?? 0].toSorted((a, b) => a - b)
    if (ends[0] !== ends[1]) pairs.add(ends.join(' '))
  }
  const edges = Uint32Array.from([...pairs].flatMap((pair) => pair.split(' ').map(Number)))
  return { name: join('…', file.split('/').at(-1) ?? file), order: index.size, edges }
}

function compared(graph: SampleGraph): string[] {
  const own = measured(graph, () => ownLayout(graph))
  // Past some ten thousand nodes 500 iterations take many minutes.
  const iterations = graph.order <= 12_000 ? 500 : graph.order <= 60_000 ? 60 : 25
  const peer = measured(graph, () => peerLayout(graph, iterations))
  return [
    graph.name,
    String(graph.order),
    String(graph.edges.length / 2),
    String(iterations),
    own.seconds.toFixed(2),
    peer.seconds.toFixed(1),
    (own.seconds / peer.seconds).toFixed(3),
    own.preservation.toFixed(3),
    peer.preservation.toFixed(3),
    own.stress.toFixed(4),
    peer.stress.toFixed(4),
  ]
}

function measured(
  graph: SampleGraph,
  layOut: () => ArrayLike<number>,
): Quality & { readonly seconds: number } {
  const before = process.cpuUsage()
  const positions = layOut()
  const { user, system } = process.cpuUsage(before)
  return { ...qualityOf(graph, positions), seconds: (user + system) / 1e6 }
}

function ownLayout({ order, edges }: SampleGraph): Float32Array {
  const degrees = new Float64Array(order)
  for (const node of edges) degrees[node] = (degrees[node] ?? 0) + 1
  const layout = createLargeLayout({
    ids: Array.from({ length: order }, (_, node) => `n${node}`),
    sizes: degrees.map(nodeSize),
    edges,
  })
  while (!layout.step().done);
  return layout.positions()
}

await run()
