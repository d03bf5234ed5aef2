import type { StatementId } from '../../model/ids.ts'
import { StatementBlocks, StatementWriter, nowhere } from '../../model/statement-block.ts'
import type { StatementBlock } from '../../model/statement-block.ts'
import type { RawEdge } from './raw-records.ts'

type Which = 'source' | 'target'

/** The last edges of a document, read apart from the others. All are plain and have an id. */
export interface LastEdges {
  readonly blocks: readonly StatementBlock[]
  /** The nodes that they name, each once. */
  readonly names: readonly string[]
  /** By edge the number of its node among the names. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** Where each edge is in the text that was read. */
  readonly offsets: Float64Array
}

/**
 * A document's edges in their order. Plain ones go into columns as soon as they end: half a million
 * records that stay for a while cost more in collecting garbage than in reading. What they join is
 * looked up when all has been read.
 */
export class RawEdges {
  /** By their places, those that columns cannot hold, or not yet. */
  readonly whole = new Map<number, RawEdge>()
  /** The nodes that each names, whether they are there or not. */
  readonly #named: Readonly<Record<Which, (string | undefined)[]>> = { source: [], target: [] }
  readonly #offsets: number[] = []
  /** The places of those that have no id in the file; in the blocks it is empty. */
  readonly #withoutId = new Set<number>()
  readonly #written: StatementBlock[] = []
  readonly #writer = new StatementWriter((block) => void this.#written.push(block))
  #last: { readonly edges: LastEdges; readonly shift: number } | undefined
  #blocks: StatementBlocks | undefined

  get count(): number {
    return this.#offsets.length + (this.#last?.edges.offsets.length ?? 0)
  }

  /** Takes in an edge that has ended. */
  add(edge: RawEdge): void {
    const place = this.#offsets.length
    this.#named.source.push(edge.source)
    this.#named.target.push(edge.target)
    this.#offsets.push(edge.offset)
    if (edge.id === undefined) this.#withoutId.add(place)
    if (!this.#write(edge)) this.whole.set(place, edge)
  }

  /** Takes in the edges that follow all others; their text begins so far along the document's. */
  addLast(edges: LastEdges, shift: number): void {
    this.#last = { edges, shift }
  }

  /** These edges as the last of a document, unless one of them is not plain. */
  asLast(): LastEdges | undefined {
    const { source, target } = this.#named
    const numbers = new Map<string, number>()
    const numbered = (named: readonly (string | undefined)[]): Uint32Array | undefined => {
      const column = new Uint32Array(named.length)
      for (let place = 0; place < named.length; place += 1) {
        const name = named[place]
        if (name === undefined) return undefined
        let number = numbers.get(name)
        if (number === undefined) numbers.set(name, (number = numbers.size))
        column[place] = number
      }
      return column
    }
    if (this.whole.size > 0 || this.#withoutId.size > 0) return undefined
    const [sources, targets] = [numbered(source), numbered(target)]
    if (sources === undefined || targets === undefined) return undefined
    return {
      blocks: this.blocks().list,
      names: [...numbers.keys()],
      source: sources,
      target: targets,
      offsets: Float64Array.from(this.#offsets),
    }
  }

  /** All of them, their ends still to be told; nothing can be added after that. */
  blocks(): StatementBlocks {
    if (this.#blocks === undefined) {
      this.#writer.end()
      this.#blocks = new StatementBlocks([...this.#written, ...(this.#last?.edges.blocks ?? [])])
    }
    return this.#blocks
  }

  /** The id that the file gives an edge. */
  idAt(place: number): StatementId | undefined {
    const { block, at } = this.blocks().rowAt(place)
    return this.#withoutId.has(place) ? undefined : block.ids[at]
  }

  /** Where an edge is in the text. */
  offsetAt(place: number): number {
    const own = this.#offsets[place]
    if (own !== undefined) return own
    const { edges, shift } = this.#last ?? {}
    return (edges?.offsets[place - this.#offsets.length] ?? 0) + (shift ?? 0)
  }

  /** The node that an edge names. */
  nameAt(which: Which, place: number): string | undefined {
    const at = place - this.#offsets.length
    const last = this.#last?.edges
    return at < 0 || last === undefined
      ? this.#named[which][place]
      : last.names[last[which][at] ?? 0]
  }

  /** What finds where the node that an edge names stands among all, by these `places`. */
  finder(places: ReadonlyMap<string, number>): (which: Which, place: number) => number | undefined {
    const own = this.#offsets.length
    const last = this.#last?.edges
    const known = last?.names.map((name) => places.get(name))
    return (which, place) => {
      if (place >= own) return known?.[last?.[which][place - own] ?? 0]
      const name = this.#named[which][place]
      return name === undefined ? undefined : places.get(name)
    }
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
