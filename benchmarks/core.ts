import { join } from 'node:path'
import { layoutOf } from '../src/cli/compile.ts'
import { datasetFolder } from '../src/cli/dataset-folder.ts'
import { readDataset } from '../src/formats/dataset/read.ts'
import { openFiles } from '../src/formats/open.ts'
import { compactGraph, nodeAt } from '../src/graph/compact-graph.ts'
import { buildGraph } from '../src/graph/graph.ts'
import { shortestPaths } from '../src/graph/shortest-paths.ts'
import type { EntityId } from '../src/model/ids.ts'
import { issueText } from '../src/model/issue.ts'
import { buildSearch } from '../src/view/search.ts'
import { median, p95, timed } from './figures.ts'
import { gexfSample, usualSample } from './gexf-sample.ts'

export interface CoreFigures {
  readonly nodes: number
  readonly edges: number
  /** All in milliseconds. */
  readonly layout: number
  readonly searchIndex: number
  readonly searchMedian: number
  readonly searchP95: number
  /** Of the generated graph of 10,000 nodes and 50,000 edges. */
  readonly ownSearchP95: number
  readonly ownPathP95: number
}

/** Names, aliases, Chinese, pinyin, typos, words out of descriptions, and a single letter. */
const queries = [
  ['qwen', 'Qwen', 'alibaba', 'shanghai', 'baidu', 'new generation', 'a', 'national development'],
  ['通义', '上海', '百度', '阿里', '智谱', '大学', 'tongyi', 'wenxin'],
  ['alibabba', 'shangai', 'sensetme', 'huawie', 'goverment', 'artifical inteligence'],
].flat()

/** What the core does in plain Node: the layout and the search of the built-in graph. */
export async function coreFigures(): Promise<CoreFigures> {
  const folder = join(import.meta.dirname, '..', 'graph-data', 'china-ai')
  const read = readDataset(await datasetFolder(folder))
  if (!read.ok) throw new Error(read.issues.map(issueText).join('\n'))
  const knowledge = read.content
  const graph = buildGraph(knowledge)
  const search = buildSearch(knowledge)
  // The first round warms up and is thrown away.
  const rounds = Array.from({ length: 31 }, () =>
    queries.map((query) => timed(() => search(query))),
  )
  const searches = rounds.slice(1).flat()
  return {
    nodes: graph.nodes.length,
    edges: graph.edges.size,
    layout: median([1, 2, 3].map(() => timed(() => layoutOf(graph)))),
    searchIndex: median([1, 2, 3, 4, 5].map(() => timed(() => buildSearch(knowledge)))),
    searchMedian: median(searches),
    searchP95: p95(searches),
    ...(await ownFigures()),
  }
}

/** Words of the generated names: whole, begun, mistyped, two of them, a single letter, and none. */
const ownQueries = [
  'institute',
  'Zürich',
  'inst',
  'insitute',
  'lab graph',
  'g',
  'river 47',
  'xyzzy',
]

async function ownFigures(): Promise<Pick<CoreFigures, 'ownSearchP95' | 'ownPathP95'>> {
  const bytes = new TextEncoder().encode(gexfSample(usualSample))
  const { result: read } = await openFiles([{ name: 'sample.gexf', bytes }])
  if (!read.ok) throw new Error(read.issues.map(issueText).join('\n'))
  const { knowledge } = read.content
  const search = buildSearch(knowledge)
  const graph = compactGraph(buildGraph(knowledge))
  const at = (index: number): EntityId => nodeAt(graph, index % graph.nodes.length)
  const rounds = Array.from({ length: 31 }, (_, round) => ({
    searches: ownQueries.map((query) => timed(() => search(query, 12))),
    path: timed(() => shortestPaths(graph, at(991 + round * 7919), at(5003 + round * 4241))),
  })).slice(1)
  return {
    ownSearchP95: p95(rounds.flatMap(({ searches }) => searches)),
    ownPathP95: p95(rounds.map(({ path }) => path)),
  }
}
