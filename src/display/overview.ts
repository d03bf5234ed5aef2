import { evidenceOf } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'
import { byDegree, degree } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
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
  const statements = [...knowledge.statements.values()]
  const evidence = { cited: 0, inferred: 0, disputed: 0, uncited: 0 }
  for (const statement of statements) evidence[evidenceOf(statement)] += 1
  const ranked = byDegree(graph).slice(0, 8)
  return {
    title: dataset.title,
    description: dataset.description,
    version: dataset.version,
    licence: dataset.licence,
    entities: knowledge.entities.size,
    relations: graph.edges.size,
    facts: statements.filter(({ value }) => value.type === 'literal').length,
    evidence,
    sources: sourcesOf(knowledge, statements),
    start: (dataset.start.length > 0 ? dataset.start : ranked.slice(0, 4)).map((id) =>
      entityLine(knowledge, id),
    ),
    mostConnected: ranked.map((id) => ({
      ...entityLine(knowledge, id),
      degree: degree(graph, id),
    })),
    disputed: statements
      .filter(({ disputes }) => disputes.length > 0)
      .map((statement) => disputeOf(knowledge, statement)),
  }
}

function sourcesOf(knowledge: Knowledge, statements: readonly Statement[]): Overview['sources'] {
  return [...knowledge.sources.values()].map((source) => {
    const cited = new Set(
      statements
        .flatMap(({ references }) => references)
        .filter((reference) => reference.source === source.id)
        .map(({ paragraph }) => paragraph),
    )
    return {
      title: source.title,
      detail: sourceDetail(source),
      note: source.note,
      url: source.url,
      citedParagraphs: cited.size,
    }
  })
}
