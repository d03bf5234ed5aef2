import type { KindId, PredicateId, SourceId } from '../../model/ids.ts'
import type { TextParagraph } from './source-text.ts'
import type { Kind, Predicate, Qualification, Source } from '../../model/knowledge.ts'

/** What entities are checked against. */
export interface Frame {
  readonly kinds: ReadonlyMap<KindId, Kind>
  readonly predicates: ReadonlyMap<PredicateId, Predicate>
  readonly qualifiers: ReadonlyMap<PredicateId, Qualification>
  readonly sources: ReadonlyMap<SourceId, Source>
  /** Of sources whose text the dataset carries. */
  readonly texts: ReadonlyMap<SourceId, readonly TextParagraph[]>
}
