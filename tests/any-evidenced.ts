import fc from 'fast-check'
import { withConflicts } from '../src/model/conflicts.ts'
import type { Evidence } from '../src/model/evidence.ts'
import { kindId, predicateId, sourceId, statementId } from '../src/model/ids.ts'
import type { EntityId, StatementId } from '../src/model/ids.ts'
import type { Knowledge, Statement } from '../src/model/knowledge.ts'
import { dayOf } from '../src/model/period.ts'
import type { Period } from '../src/model/period.ts'
import { edge, node, sevenNodes } from './seven-nodes.ts'

/** A graph, and what a reader makes of it without our code for it. */
export interface Evidenced {
  /** With its conflicts found. */
  readonly knowledge: Knowledge
  readonly evidence: ReadonlyMap<StatementId, Evidence>
  readonly dates: ReadonlyMap<StatementId | EntityId, Period>
}

const names = ['a', '__proto__', '', '通义', 'e', 'f']
/** One value at a time: undated here, so that two values are in conflict whenever they differ. */
const single = ['led by', 'size'] as const
const free = ['joined', 'guides', 'released'] as const
const facts: readonly string[] = ['size', 'released']

const said = fc.record({
  predicate: fc.constantFrom(...single, ...free),
  ends: fc.tuple(fc.nat(), fc.nat()),
  amount: fc.constantFrom('1', '2'),
  cited: fc.boolean(),
  inferred: fc.boolean(),
  disputes: fc.option(fc.nat(), { nil: undefined, freq: 2 }),
  year: fc.option(fc.integer({ min: 2019, max: 2024 }), { nil: undefined }),
})

/**
 * Small graphs with loops, parallel edges, nodes that nothing is said of, kinds and none, dates of
 * nodes and statements; cited, inferred, uncited, disputed and found to be in conflict.
 */
export const anyEvidenced: fc.Arbitrary<Evidenced> = fc
  .record({
    kinds: fc.array(
      fc.record({
        kind: fc.constantFrom(undefined, 'institution', 'model', 'city'),
        year: fc.option(fc.integer({ min: 2019, max: 2024 }), { nil: undefined, freq: 3 }),
      }),
      { minLength: 1, maxLength: names.length },
    ),
    records: fc.array(said, { minLength: 1, maxLength: 12 }),
  })
  .map(({ kinds, records }) => {
    const name = (at: number): string => names[at % kinds.length] ?? ''
    const id = (at: number) => statementId(`s${at % records.length}`)
    const entities = kinds.map(({ kind, year }, at) =>
      node(name(at), `Node ${name(at)}`, kind, year === undefined ? {} : { spans: [spanOf(year)] }),
    )
    const statements = records.map(({ predicate, ends, ...rest }, at): Statement => {
      const isSingle = single.some((each) => each === predicate)
      return edge(id(at), name(ends[0]), predicate, name(ends[1]), {
        ...(facts.includes(predicate)
          ? { value: { type: 'literal', literal: { text: rest.amount, datatype: 'integer' } } }
          : {}),
        references: rest.cited ? [{ source: sourceId('article'), paragraph: 1 }] : [],
        disputes: rest.disputes === undefined ? [] : [id(rest.disputes)],
        ...(rest.inferred ? { inferred: true } : {}),
        spans: rest.year === undefined || isSingle ? [] : [spanOf(rest.year)],
      })
    })
    const { dataset, sources } = sevenNodes()
    const plain: Knowledge = {
      ...sevenNodes(),
      dataset: { ...dataset, start: [] },
      sources,
      predicates: new Map(
        [...single, ...free].map((each) => [predicateId(each), predicateOf(each)]),
      ),
      entities: new Map(entities.map((each) => [each.id, each])),
      statements: new Map(statements.map((each) => [each.id, each])),
    }
    return {
      knowledge: withConflicts(plain),
      evidence: new Map(statements.map((each) => [each.id, evidenceByHand(each, statements)])),
      dates: new Map(
        [...entities, ...statements].flatMap(({ id: of, spans: [span] }) =>
          span?.start === undefined ? [] : [[of, yearOf(Number(span.start))]],
        ),
      ),
    }
  })

function predicateOf(name: string): NonNullable<ReturnType<Knowledge['predicates']['get']>> {
  const base = {
    id: predicateId(name),
    label: name,
    singleValued: single.some((each) => each === name),
    subjects: [],
  }
  return facts.includes(name)
    ? { ...base, type: 'fact', datatype: 'integer' }
    : { ...base, type: 'relation', inverse: `${name}, the other way`, objects: [] }
}

function evidenceByHand(statement: Statement, all: readonly Statement[]): Evidence {
  const { id, subject, predicate, disputes, references, inferred } = statement
  const rivals = all.filter(
    (other) =>
      single.some((each) => each === predicate) &&
      other.subject === subject &&
      other.predicate === predicate &&
      JSON.stringify(other.value) !== JSON.stringify(statement.value) &&
      !disputes.includes(other.id) &&
      !other.disputes.includes(id),
  )
  if (disputes.length + rivals.length > 0) return 'disputed'
  if (inferred === true) return 'inferred'
  return references.length > 0 ? 'cited' : 'uncited'
}

function spanOf(year: number): Statement['spans'][number] {
  return { start: String(year), end: String(year) }
}

function yearOf(year: number): Period {
  return { from: dayOf(year, 0, 1), to: dayOf(year, 11, 31) }
}

/** Every kind that the legend can hide in these graphs, "" for none. */
export const evidencedKinds = ['institution', 'model', 'city', ''].map(kindId)
