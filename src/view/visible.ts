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
 * it is outside the focus, or when hiding predicates or evidence has taken away what it had to
 * show: of nodes that had edges then only those stay that keep one, or, where evidence and time
 * alone are filtered, a fact; of those that had facts alone, those that keep one. The centre of the
 * focus stays with its edges, whatever hides it: what was asked for is around it.
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
  const told = columns.facts
  const nodes = stayingNodes(graph, view, { candidates, edges, facts, chosen, told }, times)
  const isThere = (id: EntityId): boolean => nodes[graph.places.get(id) ?? -1] === 1
  return {
    nodes: new Subset(graph.nodes, (id) => graph.places.get(id), nodes),
    edges: new Subset(
      // Keys of a map can be gone through once only.
      { [Symbol.iterator]: () => graph.edges.keys() },
      (id) => graph.edges.placeOf(id),
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
  let place = -1
  for (const id of nodes) {
    if (pauses()) yield
    place += 1
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
  /** The nodes and facts before predicates, evidence and dates of statements hid anything. */
  readonly chosen: Uint8Array
  readonly told: readonly Statement[]
}

/** 1 for each candidate that has something to show, or needs nothing. */
function stayingNodes(
  graph: Graph,
  { hidden, focus }: Pick<View, 'hidden' | 'focus'>,
  { candidates, edges, facts, chosen, told }: Left,
  times: Times | undefined,
): Uint8Array {
  const asked = hidden.predicates.size + hidden.evidence.size > 0 || times !== undefined
  if (!asked) return candidates
  const held = endsOf(graph, edges)
  const placeOf = (id: EntityId): number => graph.places.get(id) ?? -1
  if (focus !== undefined) held[placeOf(focus.centre)] = 1
  const hadEdge = endsOf(graph, between(graph, undefined, chosen))
  const hadFact = new Uint8Array(candidates.length)
  for (const { subject } of told) hadFact[placeOf(subject)] = 1
  // Where a predicate filter took edges of a node, it needs one to stay: facts do not count.
  const needsEdge = (place: number): boolean => hidden.predicates.size > 0 && hadEdge[place] === 1
  for (const { subject } of facts) {
    const place = placeOf(subject)
    if (!needsEdge(place)) held[place] = 1
  }
  for (const [place, id] of graph.nodes.entries()) {
    const hadNothing = hadEdge[place] === 0 && hadFact[place] === 0
    if (needsEdge(place) || (hidden.evidence.size > 0 && !hadNothing)) continue
    if (times === undefined ? hadNothing : times.entity(id) === true) held[place] = 1
  }
  return candidates.map((flag, place) => flag & (held[place] ?? 0))
}

/** 1 for each node at which one of the edges ends. */
function endsOf({ ends, nodes }: Graph, edges: Uint8Array): Uint8Array {
  const joined = new Uint8Array(nodes.length)
  edges.forEach((flag, place) => {
    if (flag === 0) return
    joined[ends[2 * place] ?? 0] = 1
    joined[ends[2 * place + 1] ?? 0] = 1
  })
  return joined
}
