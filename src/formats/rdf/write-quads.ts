import type { EntityId, StatementId } from '../../model/ids.ts'
import type { Loss } from '../../model/issue.ts'
import type { Drawing, Knowledge } from '../../model/knowledge.ts'
import { lossCount } from '../loss-count.ts'
import { stableJson } from '../stable-json.ts'
import type { Plan } from './draft-context.ts'
import { draftQuads } from './draft-quads.ts'
import { knowledgeOf } from './knowledge-of.ts'
import { entityNode, isIri } from './own-names.ts'
import type { OwnRecords } from './own-record.ts'
import { ownRecords } from './own-record.ts'
import type { Quad } from './term.ts'
import { tripleAt } from './term.ts'

/** More rounds than any knowledge has needed: each settles what the one before it brought up. */
const mostRounds = 8

/**
 * The triples that say what `knowledge` says, in the words that others understand where there are
 * any, and with our own JSON for the rest. What a reader makes of them is tried out here: so it
 * is known what must be added, and reading gives back exactly what was written.
 */
export function writeQuads(
  knowledge: Knowledge,
  drawing: Drawing,
): { readonly quads: readonly Quad[]; readonly losses: readonly Loss[] } {
  const losses = lossCount()
  const whole = withoutStrays(knowledge)
  losses.add(
    'statements about entities that are not there',
    knowledge.statements.size - whole.statements.size,
  )
  const { quads, records, replaced } = settled(whole)
  losses.add('characters that no text can hold (replaced by U+FFFD)', replaced)
  losses.add('entities with details that only Orrery reads', records.entities.size)
  losses.add('statements with details that only Orrery reads', records.statements.size)
  const nodes = [...whole.entities.values()]
  const edges = [...whole.statements.values()].filter(({ value }) => value.type === 'entity')
  const drawn = (one: object | undefined): boolean => one !== undefined
  losses.add('positions, colours and sizes of nodes', nodes.map(drawing.node).filter(drawn).length)
  losses.add('colours and widths of edges', edges.map(drawing.edge).filter(drawn).length)
  return { quads, losses: losses.losses() }
}

function withoutStrays(knowledge: Knowledge): Knowledge {
  const { entities, statements } = knowledge
  const kept = [...statements].filter(
    ([, { subject, value }]) =>
      entities.has(subject) && (value.type === 'literal' || entities.has(value.entity)),
  )
  return kept.length === statements.size ? knowledge : { ...knowledge, statements: new Map(kept) }
}

interface Settled {
  readonly quads: readonly Quad[]
  readonly records: OwnRecords
  readonly replaced: number
}

/** Drafts the triples until what is read from them, and our JSON, make up the whole. */
function settled(whole: Knowledge): Settled {
  const order = orderFor(whole)
  const bare = readBack(draftQuads(whole, emptyPlan(order)).quads)
  let plan: Plan = { ...emptyPlan(order), read: bare.entities, named: true }
  for (let round = 0; ; round += 1) {
    if (round === mostRounds) throw new Error('the triples do not settle')
    const { quads, reified, replaced } = draftQuads(whole, plan)
    const plain = readBack(quads)
    const records = stillNamed(ownRecords(plain, whole), plan.records)
    const disguised = new Set(
      [...whole.statements.keys()].filter((id) => !plain.statements.has(id)),
    )
    const unnamed = new Set(
      [...plain.statements.values()]
        .filter(({ id }) => !whole.statements.has(id))
        .map(({ subject }) => subject),
    )
    const bareRecords = [...records.statements.keys()].filter((id) => !reified.has(id))
    const known =
      plan.records !== undefined && stableRecords(plan.records) === stableRecords(records)
    if (known && disguised.size + unnamed.size + bareRecords.length === 0) {
      return { quads, records, replaced }
    }
    plan = {
      ...plan,
      records,
      disguised: union(plan.disguised, disguised),
      unnamed: union(plan.unnamed, unnamed),
    }
  }
}

/** The record of an entity that no other triple names. */
const nothingButName = '{}'

/** An entity that only its record names has it still, though by now nothing seems to be missing. */
function stillNamed(records: OwnRecords, before: OwnRecords | undefined): OwnRecords {
  const names = [...(before?.entities ?? [])].filter(([, record]) => record === nothingButName)
  return { ...records, entities: new Map([...names, ...records.entities]) }
}

/** RDF has its entities in the order of its triples; other data has an order of its own. */
function orderFor({ entities }: Knowledge): Plan['order'] {
  const isNode = (id: string): boolean => isIri(id) || entityNode(id).termType === 'BlankNode'
  return [...entities.keys()].every(isNode) ? 'as they occur' : 'entities first'
}

function emptyPlan(order: Plan['order']): Plan {
  return {
    order,
    named: false,
    read: new Map(),
    records: undefined,
    disguised: new Set<StatementId>(),
    unnamed: new Set<EntityId>(),
  }
}

function readBack(quads: readonly Quad[]): Knowledge {
  return knowledgeOf(
    quads.map((quad) => tripleAt(quad)),
    '',
    ['en'],
  ).knowledge
}

function stableRecords({ dataset, entities, statements }: OwnRecords): string {
  return stableJson([dataset, [...entities], [...statements]])
}

function union<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): ReadonlySet<Item> {
  return new Set([...a, ...b])
}
