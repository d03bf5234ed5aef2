import { evidenceOf } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { beyondPlain } from '../model/in-columns.ts'
import { degree, mostConnected } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { allAtOnce } from '../model/steps.ts'
import { filterColumns } from '../view/filter-columns.ts'
import type { FilterColumns } from '../view/filter-columns.ts'
import { disputeOf, entityLine } from './card-lines.ts'
import type { Dispute, EntityLine } from './card-lines.ts'
import { sourceDetail } from './source-detail.ts'

export interface Overview {
  readonly title: string
  readonly description: string | undefined
  readonly version: string | undefined
  readonly licence: string | undefined
  readonly entities: number
  readonly relations: number
  readonly facts: number
  readonly evidence: Readonly<Record<Evidence, number>>
  readonly sources: readonly {
    readonly title: string
    readonly detail: string
    readonly note: string | undefined
    readonly url: string | undefined
    readonly citedParagraphs: number
  }[]
  /** Where to start: chosen by the dataset, else the most connected. */
  readonly start: readonly EntityLine[]
  readonly mostConnected: readonly (EntityLine & { readonly degree: number })[]
  readonly disputed: readonly Dispute[]
}

/** The card of the whole graph, shown while nothing is selected. */
export function overviewOf(knowledge: Knowledge, graph: Graph): Overview {
  const { dataset } = knowledge
  const columns = allAtOnce(filterColumns(knowledge, graph))
  const evidence = evidenceIn(columns)
  const ranked = mostConnected(graph, 8)
  return {
    title: dataset.title,
    description: dataset.description,
    version: dataset.version,
    licence: dataset.licence,
    entities: knowledge.entities.size,
    relations: graph.edges.size,
    facts: columns.facts.length,
    evidence,
    sources: sourcesOf(knowledge),
    start: (dataset.start.length > 0 ? dataset.start : ranked.slice(0, 4)).map((id) =>
      entityLine(knowledge, id),
    ),
    mostConnected: ranked.map((id) => ({
      ...entityLine(knowledge, id),
      degree: degree(graph, id),
    })),
    disputed: evidence.disputed === 0 ? [] : disputesIn(knowledge),
  }
}

/** Counted over columns that filters need as well, for the card of a large graph waits for it. */
function evidenceIn({ evidence: { codes, values }, facts }: FilterColumns): Overview['evidence'] {
  const counts = { cited: 0, inferred: 0, disputed: 0, uncited: 0 }
  const edges = new Uint32Array(values.length)
  for (let place = 0; place < codes.length; place += 1) {
    const code = codes[place] ?? 0
    edges[code] = (edges[code] ?? 0) + 1
  }
  values.forEach((evidence, code) => {
    counts[evidence] += edges[code] ?? 0
  })
  for (const fact of facts) counts[evidenceOf(fact)] += 1
  return counts
}

function disputesIn(knowledge: Knowledge): readonly Dispute[] {
  return [...beyondPlain(knowledge.statements)]
    .filter(({ disputes }) => disputes.length > 0)
    .map((statement) => disputeOf(knowledge, statement))
}

function sourcesOf({ sources, statements }: Knowledge): Overview['sources'] {
  if (sources.size === 0) return []
  const cited = new Map([...sources.keys()].map((id) => [id, new Set<number | undefined>()]))
  for (const { references } of beyondPlain(statements))
    for (const { source, paragraph } of references) cited.get(source)?.add(paragraph)
  return [...sources.values()].map((source) => ({
    title: source.title,
    detail: sourceDetail(source),
    note: source.note,
    url: source.url,
    citedParagraphs: cited.get(source.id)?.size ?? 0,
  }))
}
