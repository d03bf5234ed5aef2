import { sourceTexts } from '../formats/dataset/source-texts.ts'
import { writeOrreryJson } from '../formats/json/write-orrery-json.ts'
import { buildGraph, degree } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import type { ReadResult } from '../model/issue.ts'
import type { Layout, Point } from '../model/knowledge.ts'
import type { EntityId } from '../model/ids.ts'
import { layOut } from '../layout/lay-out.ts'
import { nodeSize } from '../display/appearance.ts'
import { datasetFolder } from './dataset-folder.ts'
import { readFolder } from './read-folder.ts'

/**
 * Compiles a dataset folder to Orrery JSON, cross-checked and laid out. The same folder gives the
 * same bytes on every machine.
 */
export async function compileDataset(folder: string): Promise<ReadResult<string>> {
  const read = await readFolder(folder)
  if (!read.ok) return read
  const { knowledge, tour } = read.content
  const graph = buildGraph(knowledge)
  const title = tour === undefined ? {} : { tour: tour.title }
  const content = writeOrreryJson(knowledge, layoutOf(graph), title)
  return { ok: true, content, issues: read.issues }
}

/** The tour of a dataset folder, as the app fetches it; undefined where it has none that is right. */
export async function compileTour(folder: string): Promise<string | undefined> {
  const read = await readFolder(folder)
  return read.ok && read.content.tour !== undefined
    ? `${JSON.stringify(read.content.tour)}\n`
    : undefined
}

/**
 * The texts that a dataset folder carries: for each such source's id a JSON list of its paragraphs,
 * numbered from 1 by their order.
 */
export async function compileTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const texts = sourceTexts(await datasetFolder(folder))
  return new Map([...texts].map(([id, paragraphs]) => [id, `${JSON.stringify(paragraphs)}\n`]))
}

/** The repeatable layout of a whole graph, in tenths of a unit. */
export function layoutOf(graph: Graph): Layout {
  const index = new Map(graph.nodes.map((id, position) => [id, position]))
  const points = layOut({
    nodes: graph.nodes.map((id) => ({ id, size: nodeSize(degree(graph, id)) })),
    edges: [...graph.edges.values()].map(({ source, target }) => ({
      source: index.get(source) ?? 0,
      target: index.get(target) ?? 0,
    })),
  })
  const round = (value: number): number => Math.round(value * 10) / 10 + 0
  return new Map(
    graph.nodes.map((id, position): [EntityId, Point] => {
      const { x, y } = points[position] ?? { x: 0, y: 0 }
      return [id, { x: round(x), y: round(y) }]
    }),
  )
}
