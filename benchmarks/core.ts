import { join } from 'node:path'
import { layoutOf } from '../src/cli/compile.ts'
import { datasetFolder } from '../src/cli/dataset-folder.ts'
import { readDataset } from '../src/formats/dataset/read.ts'
import { buildGraph } from '../src/graph/graph.ts'
import { issueText } from '../src/model/issue.ts'
import { buildSearch } from '../src/view/search.ts'
import { median, p95, timed } from './figures.ts'

export interface CoreFigures {
  readonly nodes: number
  readonly edges: number
  /** All in milliseconds. */
  readonly layout: number
  readonly searchIndex: number
  readonly searchMedian: number
  readonly searchP95: number
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
  }
}
