import { evidenceOf, evidences } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import { predicateId } from '../model/ids.ts'
import type { EntityId, PredicateId } from '../model/ids.ts'
import type { Entity, Knowledge, Statement } from '../model/knowledge.ts'
import { beyondPlain } from '../model/in-columns.ts'
import { degree, edgesAt } from '../graph/graph.ts'
import type { Edge, Graph } from '../graph/graph.ts'
import { nameOf } from './appearance.ts'
import { factText } from './literal-text.ts'
import { amountOf } from './table-amount.ts'
import type { Filled } from './table-attributes.ts'
import { countColumn } from './table-column.ts'
import type { ColumnDraft, TableColumn } from './table-column.ts'

type FactsOf = (id: EntityId) => readonly Statement[]

/** What every table of nodes has at its front. */
export function nodeColumns(knowledge: Knowledge, graph: Graph): readonly ColumnDraft<Entity>[] {
  const degrees: readonly ColumnDraft<Entity>[] = [
    countColumn('degree', 'Degree', ({ id }) => degree(graph, id)),
    countColumn('in', 'In', ({ id }) => ends(graph, id, ({ target }) => target)),
    countColumn('out', 'Out', ({ id }) => ends(graph, id, ({ source }) => source)),
  ]
  const name: ColumnDraft<Entity> = {
    id: 'name',
    title: 'Name',
    text: nameOf,
    entity: (entity) => entity,
  }
  const kind: ColumnDraft<Entity> = {
    id: 'kind',
    title: 'Kind',
    text: (entity) =>
      entity.kind === undefined ? '' : (knowledge.kinds.get(entity.kind)?.label ?? entity.kind),
  }
  return [name, ...(knowledge.kinds.size === 0 ? [] : [kind]), ...degrees]
}

/** The edges of which the node is that end; one without direction leads both in and out. */
function ends(graph: Graph, id: EntityId, end: (edge: Edge) => EntityId): number {
  return edgesAt(graph, id).filter(
    (edge) => end(edge) === id || edge.statement.direction !== 'directed',
  ).length
}

/** What a table of nodes has at its end, as far as some entity has it. */
export function nodeEndColumns(knowledge: Knowledge): readonly ColumnDraft<Entity>[] {
  const all = [...knowledge.entities.values()]
  const columns: readonly ColumnDraft<Entity>[] = [
    {
      id: 'aliases',
      title: 'Also called',
      text: ({ aliases }) => aliases.map(({ text }) => text).join('; '),
    },
    { id: 'description', title: 'Description', text: ({ description = '' }) => description },
    { id: 'note', title: 'Note', text: ({ note = '' }) => note },
    { id: 'id', title: 'Id', text: ({ id }) => id },
  ]
  return columns.filter(({ id, text }) =>
    all.some((entity) => (id === 'id' ? nameOf(entity) !== entity.id : text(entity) !== '')),
  )
}

/** The facts of every entity, gathered when they are first asked for. */
export function gatheredFacts({ statements }: Knowledge): FactsOf {
  let facts: Map<EntityId, Statement[]> | undefined
  const gathered = (): Map<EntityId, Statement[]> => {
    const lists = new Map<EntityId, Statement[]>()
    for (const statement of beyondPlain(statements)) {
      if (statement.value.type !== 'literal') continue
      const list = lists.get(statement.subject)
      if (list === undefined) lists.set(statement.subject, [statement])
      else list.push(statement)
    }
    return lists
  }
  return (id) => (facts ??= gathered()).get(id) ?? []
}

/** How many statements an entity stands in, by what they rest on; none where all rest on the same. */
export function evidenceColumns(
  knowledge: Knowledge,
  graph: Graph,
  factsOf: FactsOf,
): readonly ColumnDraft<Entity>[] {
  const found = new Set([...knowledge.statements.values()].map(evidenceOf))
  if (found.size < 2) return []
  const titles: Readonly<Record<Evidence, string>> = {
    cited: 'Cited',
    inferred: 'Inferred',
    disputed: 'Disputed',
    uncited: 'Uncited',
  }
  const count = (id: EntityId, evidence: Evidence): number =>
    [...edgesAt(graph, id).map(({ statement }) => statement), ...factsOf(id)].filter(
      (statement) => evidenceOf(statement) === evidence,
    ).length
  return evidences
    .filter((evidence) => found.has(evidence))
    .map((evidence) => countColumn(evidence, titles[evidence], ({ id }) => count(id, evidence)))
}

/** One column for every predicate of facts that occurs, in the order of the predicates. */
export function factColumns(knowledge: Knowledge, factsOf: FactsOf): readonly Filled<Entity>[] {
  const filled = new Map<PredicateId, number>()
  for (const { predicate, value } of beyondPlain(knowledge.statements)) {
    if (value.type === 'literal') filled.set(predicate, (filled.get(predicate) ?? 0) + 1)
  }
  const order = [...new Set([...knowledge.predicates.keys(), ...filled.keys()])]
  return order.flatMap((id) => {
    const count = filled.get(id)
    return count === undefined ? [] : [{ draft: factColumn(knowledge, factsOf, id), filled: count }]
  })
}

/** Before the id of a predicate, in that of a column of the table. */
const factPrefix = 'fact:'

/** The predicate whose facts a column of the table shows; undefined where it shows something else. */
export function factOf({ id }: Pick<TableColumn, 'id'>): PredicateId | undefined {
  return id.startsWith(factPrefix) ? predicateId(id.slice(factPrefix.length)) : undefined
}

function factColumn(knowledge: Knowledge, factsOf: FactsOf, id: PredicateId): ColumnDraft<Entity> {
  const predicate = knowledge.predicates.get(id)
  const own = (entity: Entity): readonly Statement[] =>
    factsOf(entity.id).filter((statement) => statement.predicate === id)
  return {
    id: `${factPrefix}${id}`,
    title: predicate?.label ?? id,
    figures:
      predicate?.type === 'fact' && ['integer', 'decimal', 'year'].includes(predicate.datatype),
    ...(predicate?.type === 'fact' && predicate.datatype === 'date'
      ? { holds: 'dates' as const }
      : {}),
    text: (entity) => own(entity).map(factText).join('; '),
    amount: (entity) => {
      const value = own(entity)[0]?.value
      return value?.type === 'literal' ? amountOf(value.literal) : undefined
    },
  }
}
