import { CellReader, CellWriter } from '../model/cell-columns.ts'
import type { CellColumn } from '../model/cell-columns.ts'
import { kindId } from '../model/ids.ts'
import type { EntityId } from '../model/ids.ts'
import type { Entity, NodeDrawing } from '../model/knowledge.ts'
import { Texts } from '../model/texts.ts'
import type { Unfinished } from '../model/unfinished.ts'

/** Entities as columns, which are posted far faster than records. What is unusual stays as it is. */
export interface PackedEntities {
  /** Texts that no slice before has. */
  readonly texts: readonly string[]
  readonly ids: readonly EntityId[]
  readonly labels: readonly (string | undefined)[]
  /** One more than the number of the text; 0 where there is none. */
  readonly kinds: Uint32Array
  readonly colours: Uint32Array
  readonly shapes: Uint32Array
  /** NaN where there is none. */
  readonly sizes: Float64Array
  /** x and y in turn, of the file itself; NaN where there is none. */
  readonly positions: Float64Array
  readonly cells: readonly CellColumn[]
  /** Whole, by their position in the slice: with other names, a description, a place … */
  readonly unusual: ReadonlyMap<number, Entity>
}

/** Packs slices of at most so many entities, one after the other. */
export class EntityPacker {
  readonly #texts = new Texts()
  readonly #cells: CellWriter

  constructor(mostAtOnce: number) {
    this.#cells = new CellWriter(mostAtOnce)
  }

  pack(slice: readonly Entity[]): PackedEntities {
    const unusual = new Map<number, Entity>()
    const numbers = (): Uint32Array => new Uint32Array(slice.length)
    const packed = {
      ids: slice.map(({ id }) => id),
      labels: slice.map(({ label }) => label),
      kinds: numbers(),
      colours: numbers(),
      shapes: numbers(),
      sizes: new Float64Array(slice.length).fill(Number.NaN),
      positions: new Float64Array(slice.length * 2).fill(Number.NaN),
    }
    const texts = this.#texts
    slice.forEach((entity, at) => {
      if (!isUsual(entity) || !this.#cells.put(at, entity.attributes)) {
        unusual.set(at, entity)
        return
      }
      const { drawing } = entity
      packed.kinds[at] = texts.optional(entity.kind)
      packed.colours[at] = texts.optional(drawing?.colour)
      packed.shapes[at] = texts.optional(drawing?.shape)
      packed.sizes[at] = drawing?.size ?? Number.NaN
      packed.positions[at * 2] = drawing?.position?.x ?? Number.NaN
      packed.positions[at * 2 + 1] = drawing?.position?.y ?? Number.NaN
    })
    return { ...packed, cells: this.#cells.end(), unusual, texts: texts.added() }
  }
}

/** Unpacks slices in the order in which they were packed. */
export class EntityUnpacker {
  readonly #texts: string[] = []
  readonly #cells = new CellReader()

  /** The same entities again, in their order. */
  unpack(packed: PackedEntities): readonly Entity[] {
    for (const text of packed.texts) this.#texts.push(text)
    const cellsAt = this.#cells.add(packed.cells)
    return packed.ids.map((id, at): Entity => {
      const whole = packed.unusual.get(at)
      if (whole !== undefined) return whole
      const label = packed.labels[at]
      const kind = this.#text(packed.kinds[at])
      const drawing = this.#drawing(packed, at)
      const entity: Unfinished<Entity> = {
        id,
        aliases: none,
        parents: none,
        spans: none,
        attributes: cellsAt(at),
      }
      if (label !== undefined) entity.label = label
      if (kind !== undefined) entity.kind = kindId(kind)
      if (drawing !== undefined) entity.drawing = drawing
      return entity
    })
  }

  #text(number: number | undefined): string | undefined {
    return number === undefined || number === 0 ? undefined : this.#texts[number - 1]
  }

  #drawing(packed: PackedEntities, at: number): NodeDrawing | undefined {
    const colour = this.#text(packed.colours[at])
    const shape = this.#text(packed.shapes[at])
    const size = packed.sizes[at] ?? Number.NaN
    const x = packed.positions[at * 2] ?? Number.NaN
    const y = packed.positions[at * 2 + 1] ?? Number.NaN
    const drawing: Unfinished<NodeDrawing> = {}
    if (!Number.isNaN(x)) drawing.position = { x, y }
    if (colour !== undefined) drawing.colour = colour
    if (!Number.isNaN(size)) drawing.size = size
    if (shape !== undefined) drawing.shape = shape
    return Object.keys(drawing).length === 0 ? undefined : drawing
  }
}

const none: readonly never[] = []

/** True where the columns hold all that the entity says. */
function isUsual(entity: Entity): boolean {
  return (
    entity.isPlural === undefined &&
    entity.aliases.length === 0 &&
    entity.parents.length === 0 &&
    entity.spans.length === 0 &&
    entity.description === undefined &&
    entity.note === undefined &&
    entity.place === undefined &&
    isUsuallyDrawn(entity.drawing)
  )
}

function isUsuallyDrawn(drawing: NodeDrawing | undefined): boolean {
  if (drawing === undefined) return true
  const { position, size, image } = drawing
  return (
    image === undefined &&
    !Number.isNaN(size) &&
    (position === undefined ||
      (position.z === undefined && !Number.isNaN(position.x + position.y))) &&
    Object.keys(drawing).length > 0
  )
}
