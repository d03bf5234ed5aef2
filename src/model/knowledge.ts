import type { Direction } from './direction.ts'
import type { ColumnId, EntityId, KindId, PredicateId, SourceId, StatementId } from './ids.ts'
import type { Datatype, Literal } from './literal.ts'
import type { Notebook } from './notebook.ts'

/** Everything that one dataset or file says: the input of all other layers. */
export interface Knowledge {
  readonly dataset: Dataset
  /** In legend order. */
  readonly kinds: ReadonlyMap<KindId, Kind>
  readonly predicates: ReadonlyMap<PredicateId, Predicate>
  readonly qualifiers: ReadonlyMap<PredicateId, Qualification>
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly entities: ReadonlyMap<EntityId, Entity>
  readonly statements: ReadonlyMap<StatementId, Statement>
  /** The uncited columns that came with a file. */
  readonly columns: {
    readonly entity: readonly Column[]
    readonly statement: readonly Column[]
  }
}

export interface Dataset {
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly licence?: string
  readonly version?: string
  readonly creator?: string
  /** ISO date. */
  readonly modified?: string
  readonly keywords?: string
  /** Entities to suggest to a new reader. */
  readonly start: readonly EntityId[]
}

export interface Kind {
  readonly id: KindId
  readonly label: string
  readonly plural: string
  readonly description?: string
}

interface PredicateBase {
  readonly id: PredicateId
  readonly label: string
  readonly description?: string
  /** Kinds that may be the subject; empty where anything may. */
  readonly subjects: readonly KindId[]
  readonly singleValued: boolean
}

/** A predicate that joins two entities. */
export interface Relation extends PredicateBase {
  readonly type: 'relation'
  /** How the statement reads from its value: "launched by". */
  readonly inverse: string
  readonly objects: readonly KindId[]
}

/** A predicate whose value is a literal. */
export interface Fact extends PredicateBase {
  readonly type: 'fact'
  readonly datatype: Datatype
}

export type Predicate = Relation | Fact

/** What a qualifier's predicate says. */
export interface Qualification {
  readonly id: PredicateId
  readonly label: string
  readonly datatype: Datatype
}

export interface Source {
  readonly id: SourceId
  readonly title: string
  readonly author?: string
  readonly publisher?: string
  readonly url?: string
  /** ISO dates. */
  readonly published?: string
  readonly read?: string
  readonly licence?: string
  readonly note?: string
  /** True where the dataset that it was compiled with carries its text. */
  readonly hasText?: boolean
  readonly paragraphs: ReadonlyMap<number, Paragraph>
}

export interface Paragraph {
  readonly heading: string
  readonly role: 'text' | 'heading' | 'summary' | 'contents' | 'empty'
}

export interface Alias {
  readonly text: string
  readonly note?: string
}

/** Degrees, WGS 84. */
export interface Place {
  readonly latitude: number
  readonly longitude: number
}

export interface Entity {
  readonly id: EntityId
  /** Undefined where the file gives none; the id is shown then. */
  readonly label?: string
  /** True where the label is a plural: "AI chips support …". */
  readonly isPlural?: true
  readonly kind?: KindId
  readonly aliases: readonly Alias[]
  readonly description?: string
  readonly note?: string
  readonly place?: Place
  /** The entities that this one is nested in (GEXF `pid`, nested nodes). */
  readonly parents: readonly EntityId[]
  readonly spans: readonly Span[]
  readonly attributes: readonly AttributeValue[]
  /** How the file drew it. */
  readonly drawing?: NodeDrawing
}

export type Value =
  | { readonly type: 'entity'; readonly entity: EntityId }
  | { readonly type: 'literal'; readonly literal: Literal }

export interface Statement {
  readonly id: StatementId
  readonly subject: EntityId
  readonly predicate: PredicateId
  readonly value: Value
  readonly direction: Direction
  /** Own label, where the file's edges have labels that are not the predicate's. */
  readonly label?: string
  /** What a figure measures. */
  readonly measures?: string
  readonly weight?: number
  readonly qualifiers: readonly Qualifier[]
  readonly references: readonly Reference[]
  /** True where no source says it: it follows from what sources say, its references. */
  readonly inferred?: true
  /** Statements that contradict this one. */
  readonly disputes: readonly StatementId[]
  /** Statements that cannot hold beside this one, as found in the graph; in no file. */
  readonly conflicts?: readonly StatementId[]
  readonly note?: string
  readonly spans: readonly Span[]
  readonly attributes: readonly AttributeValue[]
  readonly drawing?: EdgeDrawing
}

/** What is asked of all statements at once. */
export interface Gist extends Pick<
  Statement,
  'predicate' | 'direction' | 'references' | 'inferred' | 'disputes' | 'conflicts'
> {
  readonly label?: string | undefined
  readonly weight?: number | undefined
}

export interface Qualifier {
  readonly predicate: PredicateId
  readonly literal: Literal
}

export interface Reference {
  readonly source: SourceId
  readonly paragraph?: number
  /** Words of the source there, as its text is shown, where the dataset carries that text. */
  readonly words?: string
  /** Our own words for what the source says there. */
  readonly gloss?: string
}

/** A stretch of time, as the file writes its bounds; a missing bound is open. */
export interface Span {
  readonly start?: string
  readonly end?: string
  /** True where the bound itself is left out. */
  readonly startExcluded?: boolean
  readonly endExcluded?: boolean
}

/** An uncited column that came with a file. */
export interface Column {
  readonly id: ColumnId
  readonly title: string
  readonly datatype: Datatype
  /** The type as the file names it, where ours says less: "long", "listint". */
  readonly fileType?: string
  /** True where values change over time. */
  readonly dynamic: boolean
  /** Text for every record that has no value of its own. */
  readonly defaultText?: string
  readonly options?: string
}

/** One cell; several with the same column where the value changes over time. */
export interface AttributeValue {
  readonly column: ColumnId
  readonly text: string
  readonly span?: Span
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Colours are `#rrggbb` or `#rrggbbaa`; sizes and positions are in the file's units. */
export interface NodeDrawing {
  readonly position?: Point & { readonly z?: number }
  readonly colour?: string
  readonly size?: number
  readonly shape?: string
  /** Address of the picture, where the shape is "image". */
  readonly image?: string
}

export interface EdgeDrawing {
  readonly colour?: string
  readonly thickness?: number
  readonly shape?: string
}

/** Positions in the plane; y grows upwards, as GEXF and sigma have it. */
export type Layout = ReadonlyMap<EntityId, Point>

/** Texts of sources: each by its paragraphs as readers see them, the one numbered 1 first. */
export type SourceTexts = ReadonlyMap<SourceId, readonly string[]>

/** Knowledge with the positions that its file holds; entities without one are not in the layout. */
export interface LaidOut {
  readonly knowledge: Knowledge
  readonly layout: Layout
  /** What the reader saw when the file was saved: what stands after the `#` of a link. */
  readonly view?: string
  /** What the reader had written about it. */
  readonly notebook?: Notebook
  /** What the file has of the texts of its sources. */
  readonly texts?: SourceTexts
  /** The title of the tour that the site has beside the file. */
  readonly tour?: string
}

/** What a writer needs beside the knowledge: how the picture draws each node and edge. */
export interface Drawing {
  readonly node: (entity: Entity) => NodeDrawing | undefined
  readonly edge: (statement: Statement) => EdgeDrawing | undefined
}
