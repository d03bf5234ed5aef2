import { evidenceOf } from '../model/evidence.ts'
import type { EntityId, StatementId } from '../model/ids.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'
import { allAtOnce, breather } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'
import type { Graph } from '../graph/graph.ts'
import { neighbourhood } from '../graph/neighbourhood.ts'
import { filterColumns, flagged } from './filter-columns.ts'
import type { FilterColumns } from './filter-columns.ts'
import { Subset } from './subset.ts'
import type { Range, View } from './view.ts'

/** What the picture holds at a view: nodes, the edges between them, the facts about them. */
export interface Visible {
  /** By their places in the graph. */
  readonly nodes: Subset<EntityId>
  readonly edges: Subset<StatementId>
  readonly facts: ReadonlySet<StatementId>
}

/** What the sizes tell of a node; undefined where it has no such amount. */
export type AmountOf = (id: EntityId) => number | undefined

/** What the reader's choice of time lets through. */
export interface Times {
  readonly statement: (statement: Statement) => boolean
  /** By the entity's own dates; undefined where only its statements can have any. */
  readonly entity: (id: EntityId) => boolean | undefined
}

/**
 * The visible set. A node goes when its kind is hidden, when its amount of what the sizes tell is
 * outside the range (as far as `amountOf` is known), when its own dates are outside the time (as
 * far as `times` is known), when the picture is narrowed to others, when
 * it is outside the focus, or when hiding predicates or evidence has left it without anything to
 * show: then only nodes that keep an edge stay, or, where evidence and time alone are filtered, a
 * fact. The centre of the focus stays with its edges, whatever hides it: what was asked for is
 * around it.
 */
export function visibleSet(...given: Parameters<typeof visibleSteps>): Visible {
  return allAtOnce(visibleSteps(...given))
}

/** `visibleSet` in steps. */
export function* visibleSteps(
  knowledge: Knowledge,
  graph: Graph,
  view: Pick<View, 'hidden' | 'focus' | 'only'>,
  amountOf?: AmountOf,
  times?: Times,
): Steps<Visible> {
  const columns = yield* filterColumns(knowledge, graph)
  const chosen = yield* chosenNodes(graph, columns, view, amountOf, times)
  const passing = yield* passingEdges(graph, columns, view.hidden, chosen, times)
  const candidates = near(graph, view.focus, passing) ?? chosen
  const edges = candidates === chosen ? passing : between(graph, passing, candidates)
  yield
  const facts = yield* shownFacts(columns, graph, view, candidates, times)
  const nodes = stayingNodes(graph, view, { candidates, edges, facts }, times)
  const isThere = (id: EntityId): boolean => nodes[graph.places.get(id) ?? -1] === 1
  return {
    nodes: new Subset(graph.nodes, (id) => graph.places.get(id), nodes),
    edges: new Subset(
      // Keys of a map can be gone through once only.
      { [Symbol.iterator]: () => graph.edges.keys() },
      (id) => graph.edges.get(id)?.place,
      edges,
    ),
    facts: new Set(facts.filter(({ subject }) => isThere(subject)).map(({ id }) => id)),
  }
}

/** 1 for each node that its own filters let through, and for the centre of the focus. */
function* chosenNodes(
  { nodes, places }: Graph,
  { kinds }: FilterColumns,
  { hidden, only, focus }: Pick<View, 'hidden' | 'only' | 'focus'>,
  amountOf: AmountOf | undefined,
  times: Times | undefined,
): Steps<Uint8Array> {
  const chosen = new Uint8Array(nodes.length)
  const isHidden = flagged(kinds, hidden.kinds)
  const pauses = breather()
  for (const [place, id] of nodes.entries()) {
    if (pauses()) yield
    if (isHidden[kinds.codes[place] ?? 0] === 1 || only?.has(id) === false) continue
    if (times?.entity(id) === false) continue
    if (amountOf === undefined || isWithin(hidden.range, amountOf(id))) chosen[place] = 1
  }
  const centre = focus === undefined ? undefined : places.get(focus.centre)
  if (centre !== undefined) chosen[centre] = 1
  return chosen
}

/** 1 for each edge that no filter hides, with both its ends chosen. */
function* passingEdges(
  graph: Graph,
  { predicates, evidence }: FilterColumns,
  hidden: View['hidden'],
  chosen: Uint8Array,
  times: Times | undefined,
): Steps<Uint8Array> {
  const passing = between(graph, undefined, chosen)
  yield
  const unwanted = [
    { codes: predicates.codes, isHidden: flagged(predicates, hidden.predicates) },
    { codes: evidence.codes, isHidden: flagged(evidence, hidden.evidence) },
  ].filter(({ isHidden }) => isHidden.includes(1))
  for (const { codes, isHidden } of unwanted) {
    for (let place = 0; place < passing.length; place += 1)
      if (isHidden[codes[place] ?? 0] === 1) passing[place] = 0
    yield
  }
  if (times === undefined) return passing
  const pauses = breather()
  for (const { place, statement } of graph.edges.values()) {
    if (passing[place] === 1 && !times.statement(statement)) passing[place] = 0
    if (pauses()) yield
  }
  return passing
}

/** 1 for each of the edges, or of all, with both its ends among the nodes. */
function between(
  { ends, edges: { size } }: Graph,
  edges: Uint8Array | undefined,
  nodes: Uint8Array,
): Uint8Array {
  const kept = new Uint8Array(size)
  for (let place = 0; place < size; place += 1) {
    if (edges !== undefined && edges[place] !== 1) continue
    kept[place] = (nodes[ends[2 * place] ?? 0] ?? 0) & (nodes[ends[2 * place + 1] ?? 0] ?? 0)
  }
  return kept
}

/** 1 for each node in the focus; undefined without one. */
function near(graph: Graph, focus: View['focus'], passing: Uint8Array): Uint8Array | undefined {
  if (focus === undefined) return undefined
  const nodes = new Uint8Array(graph.nodes.length)
  for (const id of neighbourhood(
    graph,
    focus.centre,
    focus.steps,
    ({ place }) => passing[place] === 1,
  ))
    nodes[graph.places.get(id) ?? -1] = 1
  return nodes
}

function isWithin(range: Range | undefined, amount: number | undefined): boolean {
  if (range === undefined) return true
  return amount !== undefined && amount >= range.min && amount <= range.max
}

function* shownFacts(
  { facts }: FilterColumns,
  { places }: Graph,
  { hidden }: Pick<View, 'hidden'>,
  candidates: Uint8Array,
  times: Times | undefined,
): Steps<readonly Statement[]> {
  const pauses = breather()
  const shown: Statement[] = []
  for (const statement of facts) {
    if (pauses()) yield
    if (candidates[places.get(statement.subject) ?? -1] !== 1) continue
    if (hidden.evidence.has(evidenceOf(statement))) continue
    if (times?.statement(statement) !== false) shown.push(statement)
  }
  return shown
}

interface Left {
  readonly candidates: Uint8Array
  readonly edges: Uint8Array
  readonly facts: readonly Statement[]
}

/** 1 for each candidate that has something to show, or needs nothing. */
function stayingNodes(
  graph: Graph,
  { hidden, focus }: Pick<View, 'hidden' | 'focus'>,
  { candidates, edges, facts }: Left,
  times: Times | undefined,
): Uint8Array {
  const asked = hidden.predicates.size + hidden.evidence.size > 0 || times !== undefined
  if (!asked) return candidates
  const held = new Uint8Array(candidates.length)
  const hold = (place: number | undefined): void => {
    if (place !== undefined) held[place] = 1
  }
  edges.forEach((flag, place) => {
    if (flag === 0) return
    hold(graph.ends[2 * place])
    hold(graph.ends[2 * place + 1])
  })
  if (focus !== undefined) hold(graph.places.get(focus.centre))
  // With a predicate filter a node needs an edge to stay: its facts alone do not count.
  if (hidden.predicates.size === 0) {
    for (const { subject } of facts) hold(graph.places.get(subject))
    if (hidden.evidence.size === 0)
      for (const [place, id] of graph.nodes.entries()) if (times?.entity(id) === true) hold(place)
  }
  return candidates.map((flag, place) => flag & (held[place] ?? 0))
}
