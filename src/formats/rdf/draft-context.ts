import type { EntityId, StatementId } from '../../model/ids.ts'
import type { Entity, Knowledge } from '../../model/knowledge.ts'
import type { OwnRecords } from './own-record.ts'
import type { Quad, RdfLiteral } from './term.ts'

/** How to draft the triples, by what reading the draft before has shown. */
export interface Plan {
  /** Whether all entities are named first, or each before its first statement. */
  readonly order: 'entities first' | 'as they occur'
  readonly named: boolean
  /** The entities as their statements alone make them. */
  readonly read: ReadonlyMap<EntityId, Entity>
  readonly records: OwnRecords | undefined
  /** Statements whose plain triple would be taken for something else. */
  readonly disguised: ReadonlySet<StatementId>
  /** Entities whose names would be taken for statements. */
  readonly unnamed: ReadonlySet<EntityId>
}

/** What the parts of a draft share. */
export interface DraftContext {
  readonly knowledge: Knowledge
  readonly plan: Plan
  readonly sources: ReadonlyMap<string, string>
  /** A literal of which every character can be written. */
  readonly text: (text: string, type?: { language: string } | string) => RdfLiteral
  readonly add: (quad: Quad) => void
  /** A new number for a node that the file gives no name. */
  readonly number: () => number
}
