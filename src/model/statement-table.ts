import { CellReader } from './cell-columns.ts'
import { directions } from './direction.ts'
import { entityId, predicateId, statementId } from './ids.ts'
import type { EntityId, PredicateId, StatementId } from './ids.ts'
import type { AttributeValue, EdgeDrawing, Gist, Statement, Value } from './knowledge.ts'
import { RecordMap } from './record-map.ts'
import type { CompactRecords } from './record-map.ts'
import { StatementBlocks, nowhere } from './statement-block.ts'
import type { StatementBlock } from './statement-block.ts'
import type { Unfinished } from './unfinished.ts'

/** Statements by their ids that lie in columns, and become records when somebody asks for one. */
export class StatementTable extends RecordMap<Statement> {
  readonly columns: StatementColumns

  constructor(columns: StatementColumns) {
    super(columns)
    this.columns = columns
  }
}

/** Blocks of statements that follow one another, read again. */
export class StatementColumns implements CompactRecords<Statement> {
  /** The entities of the knowledge in their order, which the places in blocks mean. */
  readonly entities: readonly EntityId[]
  readonly blocks: StatementBlocks
  /** By block. */
  readonly #texts: readonly (readonly string[])[]
  /** By block, once somebody asks. */
  #cells: readonly ((at: number) => readonly AttributeValue[])[] | undefined
  /** Parts that many records have, once they are made: of half a million most would be these. */
  readonly #values: (Value | undefined)[]
  readonly #coloured = new Map<string, EdgeDrawing>()

  constructor(entities: readonly EntityId[], blocks: readonly StatementBlock[]) {
    this.entities = entities
    this.blocks = new StatementBlocks(blocks)
    this.#texts = textsOf(blocks)
    this.#values = Array.from(entities, () => undefined)
  }

  get size(): number {
    return this.blocks.size
  }

  idAt(place: number): StatementId {
    const { block, at } = this.blocks.rowAt(place)
    return block.ids[at] ?? statementId('')
  }

  /** The place of the subject among the entities; `nowhere` where it is none of them. */
  subjectAt(place: number): number {
    const { block, at } = this.blocks.rowAt(place)
    return block.subjects[at] ?? nowhere
  }

  /** The place of the value among the entities; `nowhere` where it is none of them. */
  objectAt(place: number): number {
    const { block, at } = this.blocks.rowAt(place)
    return block.objects[at] ?? nowhere
  }

  /** The predicate of the statement at a place; like the others throws where there is none. */
  predicateAt(place: number): PredicateId {
    const { number, block, at } = this.blocks.rowAt(place)
    return block.whole.get(at)?.predicate ?? predicateId(this.#text(number, block.predicates[at]))
  }

  /** An entity, by its place, as the value of a statement. */
  valueAt(place: number): Value {
    return (this.#values[place] ??= {
      type: 'entity',
      entity: this.entities[place] ?? entityId(''),
    })
  }

  /** In their order those that columns cannot hold. */
  *whole(): Iterable<Statement> {
    for (const { whole } of this.blocks.list) yield* whole.values()
  }

  /** What pictures and filters ask of the statement at a place. */
  gistAt(place: number): Gist {
    const { number, block, at } = this.blocks.rowAt(place)
    const weight = block.weights[at] ?? Number.NaN
    return (
      block.whole.get(at) ?? {
        predicate: predicateId(this.#text(number, block.predicates[at])),
        label: this.#optional(number, block.labels[at]),
        weight: Number.isNaN(weight) ? undefined : weight,
        direction: directions[block.directions[at] ?? 0] ?? 'directed',
        references: none,
        disputes: none,
      }
    )
  }

  /** The statement at a place. Lists that are empty are one and the same. */
  make(place: number): Statement {
    const { number, block, at } = this.blocks.rowAt(place)
    const whole = block.whole.get(at)
    if (whole !== undefined) return whole
    const label = this.#optional(number, block.labels[at])
    const weight = block.weights[at] ?? Number.NaN
    const drawing = this.#drawing(number, block, at)
    const statement: Unfinished<Statement> = {
      id: block.ids[at] ?? statementId(''),
      subject: this.entities[block.subjects[at] ?? 0] ?? entityId(''),
      predicate: predicateId(this.#text(number, block.predicates[at])),
      value: this.valueAt(block.objects[at] ?? 0),
      direction: directions[block.directions[at] ?? 0] ?? 'directed',
      qualifiers: none,
      references: none,
      disputes: none,
      spans: none,
      attributes: this.#cellsAt(number, at),
    }
    // Assigned and not spread: this may run for every statement of a large graph.
    if (label !== undefined) statement.label = label
    if (!Number.isNaN(weight)) statement.weight = weight
    if (drawing !== undefined) statement.drawing = drawing
    return statement
  }

  #cellsAt(block: number, at: number): readonly AttributeValue[] {
    this.#cells ??= cellsOf(this.blocks.list)
    return this.#cells[block]?.(at) ?? none
  }

  #text(block: number, number: number | undefined): string {
    return this.#texts[block]?.[number ?? 0] ?? ''
  }

  #optional(block: number, number: number | undefined): string | undefined {
    return number === undefined || number === 0 ? undefined : this.#texts[block]?.[number - 1]
  }

  #drawing(number: number, block: StatementBlock, at: number): EdgeDrawing | undefined {
    const colour = this.#optional(number, block.colours[at])
    const shape = this.#optional(number, block.shapes[at])
    const thickness = block.thicknesses[at] ?? Number.NaN
    if (shape === undefined && Number.isNaN(thickness))
      return colour === undefined ? undefined : this.#inColour(colour)
    const drawing: Unfinished<EdgeDrawing> = {}
    if (colour !== undefined) drawing.colour = colour
    if (!Number.isNaN(thickness)) drawing.thickness = thickness
    if (shape !== undefined) drawing.shape = shape
    return drawing
  }

  /** An edge drawn in this colour, and in no other way of its own. */
  #inColour(colour: string): EdgeDrawing {
    const known = this.#coloured.get(colour)
    if (known !== undefined) return known
    const drawing = { colour }
    this.#coloured.set(colour, drawing)
    return drawing
  }
}

/** For each block all texts that its writer numbers. */
function textsOf(blocks: readonly StatementBlock[]): readonly (readonly string[])[] {
  let all: string[] = []
  return blocks.map(({ isFirst, texts }) => {
    if (isFirst) all = []
    for (const text of texts) all.push(text)
    return all
  })
}

/** For each block what gives the cells of a row. */
function cellsOf(
  blocks: readonly StatementBlock[],
): readonly ((at: number) => readonly AttributeValue[])[] {
  let reader = new CellReader()
  return blocks.map(({ isFirst, cells }) => {
    if (isFirst) reader = new CellReader()
    return reader.add(cells)
  })
}

const none: readonly never[] = []
