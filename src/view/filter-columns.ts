import type { Graph } from '../graph/graph.ts'
import { evidenceOf, evidences } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import { entityId, kindId } from '../model/ids.ts'
import type { KindId, PredicateId } from '../model/ids.ts'
import type { Knowledge, Statement } from '../model/knowledge.ts'
import { breather } from '../model/steps.ts'
import type { Steps } from '../model/steps.ts'
import { beyondPlain } from '../model/in-columns.ts'
import { kindOf } from './kind-of.ts'

/**
 * What filters ask of every node and edge, by their places in the graph: numbers in columns are
 * gone through many times faster than records.
 */
export interface FilterColumns {
  /** The kind of each node. */
  readonly kinds: Coded<KindId>
  readonly predicates: Coded<PredicateId>
  /** Of each edge. */
  readonly evidence: Coded<Evidence>
  /** Statements whose value is a literal. */
  readonly facts: readonly Statement[]
}

/** Values that occur again and again, each by its number among the different ones. */
export interface Coded<Value> {
  readonly values: readonly Value[]
  readonly codes: Uint32Array
}

const made = new WeakMap<Knowledge, { readonly graph: Graph; readonly columns: FilterColumns }>()

/** The columns of a graph, in steps; made once. */
export function* filterColumns(knowledge: Knowledge, graph: Graph): Steps<FilterColumns> {
  const known = made.get(knowledge)
  if (known?.graph === graph) return known.columns
  const kinds = codes<KindId>(graph.nodes.length, [])
  const predicates = codes<PredicateId>(graph.edges.size, [])
  const evidence = codes(graph.edges.size, evidences)
  const pauses = breather()
  for (let place = 0; place < graph.nodes.length; place += 1) {
    if (pauses()) yield
    const entity = knowledge.entities.get(graph.nodes[place] ?? entityId(''))
    kinds.put(place, entity === undefined ? kindId('') : kindOf(entity))
  }
  for (let place = 0; place < graph.edges.size; place += 1) {
    if (pauses()) yield
    const gist = graph.gistAt(place)
    predicates.put(place, gist.predicate)
    evidence.put(place, evidenceOf(gist))
  }
  const columns = {
    kinds: kinds.coded(),
    predicates: predicates.coded(),
    evidence: evidence.coded(),
    facts: yield* literalStatements(knowledge),
  }
  made.set(knowledge, { graph, columns })
  return columns
}

/** A column of so many values, of which these are numbered first, whether they occur or not. */
function codes<Value>(
  count: number,
  first: readonly Value[],
): { readonly put: (place: number, value: Value) => void; readonly coded: () => Coded<Value> } {
  const numbers = new Map(first.map((value, number) => [value, number]))
  const column = new Uint32Array(count)
  return {
    put: (place, value) => {
      let code = numbers.get(value)
      if (code === undefined) numbers.set(value, (code = numbers.size))
      column[place] = code
    },
    coded: () => ({ values: [...numbers.keys()], codes: column }),
  }
}

function* literalStatements({ statements }: Knowledge): Steps<readonly Statement[]> {
  const facts: Statement[] = []
  const pauses = breather()
  for (const statement of beyondPlain(statements)) {
    if (pauses()) yield
    if (statement.value.type === 'literal') facts.push(statement)
  }
  return facts
}

/** By code, 1 for each of the values that the set has. */
export function flagged<Value>({ values }: Coded<Value>, set: ReadonlySet<Value>): Uint8Array {
  return Uint8Array.from(values, (value) => (set.has(value) ? 1 : 0))
}
