import { CellWriter } from './cell-columns.ts'
import type { CellColumn } from './cell-columns.ts'
import { directions } from './direction.ts'
import type { StatementId } from './ids.ts'
import type { Statement } from './knowledge.ts'
import { Texts } from './texts.ts'

/**
 * Some statements of many, as columns: a graph of half a million of them is read, posted to the page
 * and drawn without making a single record. What columns cannot hold stays as it is.
 */
export interface StatementBlock {
  /** At most `blockLength`; in every block but the last of a writer as many. */
  readonly ids: StatementId[]
  /** True where another writer begins: its texts are numbered from 0 again. */
  readonly isFirst: boolean
  /** Places of entities among those of the knowledge; `nowhere` where there is none. */
  readonly subjects: Uint32Array
  readonly objects: Uint32Array
  /** Numbers of texts. */
  readonly predicates: Uint32Array
  /** Positions in `directions`. */
  readonly directions: Uint8Array
  /** NaN where there is none, like the thickness. */
  readonly weights: Float64Array
  readonly thicknesses: Float64Array
  /** One more than the number of the text; 0 where there is none. */
  readonly labels: Uint32Array
  readonly colours: Uint32Array
  readonly shapes: Uint32Array
  readonly cells: readonly CellColumn[]
  /** Whole, by their place in the block: with references, qualifiers, dates, literals … */
  readonly whole: ReadonlyMap<number, Statement>
  /** Texts that no block before has. */
  readonly texts: readonly string[]
}

/** A block has this many statements: to take one in is a short task for the page. */
export const blockLength = 4096

/** Where a statement's end is no entity of the knowledge. */
export const nowhere = 0xffffffff

/** Blocks that follow one another. */
export class StatementBlocks {
  readonly list: readonly StatementBlock[]
  readonly size: number
  /** The place of the first statement of each block. */
  readonly #starts: readonly number[]

  constructor(list: readonly StatementBlock[]) {
    this.list = list
    const starts: number[] = []
    let size = 0
    for (const { ids } of list) {
      starts.push(size)
      size += ids.length
    }
    this.size = size
    this.#starts = starts
  }

  /** Where the statement at a place is: the number of its block, that block, and its row there. */
  rowAt(place: number): {
    readonly number: number
    readonly block: StatementBlock
    readonly at: number
  } {
    // Not before this one, for none is longer; and hardly ever far behind it.
    let number = Math.floor(place / blockLength)
    while (place >= (this.#starts[number + 1] ?? Infinity)) number += 1
    const block = this.list[number]
    if (block === undefined || place >= this.size)
      throw new Error(`There is no statement at place ${place}`)
    return { number, block, at: place - (this.#starts[number] ?? 0) }
  }
}

/** Writes statements into blocks. */
export class StatementWriter {
  readonly #take: (block: StatementBlock) => void
  readonly #texts = new Texts()
  readonly #cells = new CellWriter(blockLength)
  #block = emptyBlock()
  #isFirst = true

  /** `take` gets each block once it is full. */
  constructor(take: (block: StatementBlock) => void) {
    this.#take = take
  }

  /** Adds a statement between two entities at these places; false where it had to be kept whole. */
  add(statement: Statement, subject: number, object: number): boolean {
    const at = this.#block.ids.length
    if (!fitsColumns(statement) || !this.#cells.put(at, statement.attributes)) {
      this.keep(statement, subject, object)
      return false
    }
    this.#write(statement, at)
    this.#added(statement.id, subject, object)
    return true
  }

  /** Adds a statement whole, whatever columns could hold of it. */
  keep(statement: Statement, subject: number, object: number): void {
    this.#block.whole.set(this.#block.ids.length, statement)
    this.#added(statement.id, subject, object)
  }

  /** Gives the last block, which need not be full. */
  end(): void {
    if (this.#block.ids.length > 0) this.#next()
  }

  #write({ predicate, label, weight, direction, drawing }: Statement, at: number): void {
    const block = this.#block
    const texts = this.#texts
    block.predicates[at] = texts.number(predicate)
    block.labels[at] = texts.optional(label)
    block.colours[at] = texts.optional(drawing?.colour)
    block.shapes[at] = texts.optional(drawing?.shape)
    block.directions[at] = directions.indexOf(direction)
    block.weights[at] = weight ?? Number.NaN
    block.thicknesses[at] = drawing?.thickness ?? Number.NaN
  }

  #added(id: StatementId, subject: number, object: number): void {
    const { ids, subjects, objects } = this.#block
    subjects[ids.length] = subject
    objects[ids.length] = object
    ids.push(id)
    if (ids.length === blockLength) this.#next()
  }

  #next(): void {
    const [cells, texts] = [this.#cells.end(), this.#texts.added()]
    this.#take({ ...this.#block, isFirst: this.#isFirst, cells, texts })
    this.#isFirst = false
    this.#block = emptyBlock()
  }
}

function emptyBlock() {
  const numbers = (): Uint32Array => new Uint32Array(blockLength)
  return {
    ids: [] as StatementId[],
    subjects: numbers(),
    objects: numbers(),
    predicates: numbers(),
    directions: new Uint8Array(blockLength),
    weights: new Float64Array(blockLength),
    thicknesses: new Float64Array(blockLength),
    labels: numbers(),
    colours: numbers(),
    shapes: numbers(),
    whole: new Map<number, Statement>(),
  }
}

/** True where the columns hold all that a statement between two entities says, cells apart. */
function fitsColumns(statement: Statement): boolean {
  const { drawing } = statement
  return (
    statement.qualifiers.length === 0 &&
    statement.references.length === 0 &&
    statement.disputes.length === 0 &&
    statement.spans.length === 0 &&
    statement.note === undefined &&
    statement.measures === undefined &&
    statement.inferred === undefined &&
    statement.conflicts === undefined &&
    // By NaN columns tell that there is none.
    !Number.isNaN(statement.weight) &&
    !Number.isNaN(drawing?.thickness) &&
    (drawing === undefined || Object.keys(drawing).length > 0)
  )
}
