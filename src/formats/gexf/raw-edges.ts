import type { StatementId } from '../../model/ids.ts'
import { StatementWriter, nowhere, rowAt } from '../../model/statement-block.ts'
import type { StatementBlock } from '../../model/statement-block.ts'
import type { RawEdge } from './raw-records.ts'

/**
 * A document's edges in their order. Plain ones go into columns as soon as they end: half a million
 * records that stay for a while cost more in collecting garbage than in reading. What they join is
 * looked up when all has been read.
 */
export class RawEdges {
  /** As the file names them, whether they are there or not. */
  readonly sources: (string | undefined)[] = []
  readonly targets: (string | undefined)[] = []
  /** Where each is in the text. */
  readonly offsets: number[] = []
  /** By their places, those that columns cannot hold, or not yet. */
  readonly whole = new Map<number, RawEdge>()
  /** The places of those that have no id in the file; in the blocks it is empty. */
  readonly #withoutId = new Set<number>()
  readonly #blocks: StatementBlock[] = []
  readonly #writer = new StatementWriter((block) => void this.#blocks.push(block))

  get count(): number {
    return this.offsets.length
  }

  /** Takes in an edge that has ended. */
  add(edge: RawEdge): void {
    const place = this.count
    this.sources.push(edge.source)
    this.targets.push(edge.target)
    this.offsets.push(edge.offset)
    if (edge.id === undefined) this.#withoutId.add(place)
    if (!this.#write(edge)) this.whole.set(place, edge)
  }

  /** All of them, their ends still to be told; to be called once. */
  blocks(): readonly StatementBlock[] {
    this.#writer.end()
    return this.#blocks
  }

  /** The id of an edge in the blocks, which are there; undefined where the file gives none. */
  idAt(place: number): StatementId | undefined {
    const { block, at } = rowAt(this.#blocks, place)
    return this.#withoutId.has(place) ? undefined : block.ids[at]
  }

  /** Writes the edge; false where it is not complete with that. */
  #write({ record, cells, spells, unreadable }: RawEdge): boolean {
    if (spells !== undefined || unreadable !== undefined) {
      this.#writer.keep(record, nowhere, nowhere)
      return false
    }
    if (cells !== undefined) record.attributes = cells
    return this.#writer.add(record, nowhere, nowhere)
  }
}
