import { entityId, kindId } from '../model/ids.ts'
import type { Entity, NodeDrawing } from '../model/knowledge.ts'
import { none, type Arrival } from './arrival.ts'
import type { Departure } from './departure.ts'
import { createCellPacker } from './packed-cells.ts'
import type { PackedColumn } from './packed-cells.ts'

/** Entities as columns, for the same reason as statements. What is unusual travels as it is. */
export interface PackedEntities {
  /** Texts that have not travelled yet; the ids hold numbers of texts. */
  readonly names: readonly string[]
  readonly ids: Uint32Array
  readonly labels: readonly (string | undefined)[]
  /** One more than the number of the text; 0 where there is none. */
  readonly kinds: Uint32Array
  readonly colours: Uint32Array
  readonly shapes: Uint32Array
  /** NaN where there is none. */
  readonly sizes: Float64Array
  /** x and y in turn, of the file itself; NaN where there is none. */
  readonly positions: Float64Array
  readonly attributes: readonly PackedColumn[]
  /** Whole, by their position in the slice: with other names, a description, a place … */
  readonly unusual: readonly (readonly [number, Entity])[]
}

/** Packs a slice of entities; `departure` is that of the whole hand-over. */
export function packEntities(slice: readonly Entity[], departure: Departure): PackedEntities {
  const cells = createCellPacker(slice.length, departure)
  const unusual: [number, Entity][] = []
  const numbers = (): Uint32Array => new Uint32Array(slice.length)
  const packed = {
    ids: numbers(),
    labels: slice.map(({ label }) => label),
    kinds: numbers(),
    colours: numbers(),
    shapes: numbers(),
    sizes: new Float64Array(slice.length).fill(Number.NaN),
    positions: new Float64Array(slice.length * 2).fill(Number.NaN),
  }
  slice.forEach((entity, at) => {
    packed.ids[at] = departure.id(entity.id)
    if (!isUsual(entity) || !cells.put(at, entity.attributes)) {
      unusual.push([at, entity])
      return
    }
    const { drawing } = entity
    packed.kinds[at] = departure.optional(entity.kind)
    packed.colours[at] = departure.optional(drawing?.colour)
    packed.shapes[at] = departure.optional(drawing?.shape)
    packed.sizes[at] = drawing?.size ?? Number.NaN
    const { x, y } = drawing?.position ?? { x: Number.NaN, y: Number.NaN }
    packed.positions.set([x, y], at * 2)
  })
  return { ...packed, attributes: cells.packed(), unusual, names: departure.added() }
}

/** The same entities again, in their order; `arrival` is that of the whole hand-over. */
export function unpackEntities(packed: PackedEntities, arrival: Arrival): readonly Entity[] {
  const unusual = new Map(packed.unusual)
  arrival.learn(packed.names)
  const cellsAt = arrival.cells(packed.attributes)
  return Array.from(packed.ids, (number, at): Entity => {
    const whole = unusual.get(at)
    if (whole !== undefined) return whole
    const label = packed.labels[at]
    const kind = arrival.optional(packed.kinds[at])
    const drawing = drawingAt(packed, at, arrival)
    const entity: Draft<Entity> = {
      id: entityId(arrival.name(number)),
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

type Draft<Whole> = { -readonly [Part in keyof Whole]: Whole[Part] }

function drawingAt(packed: PackedEntities, at: number, arrival: Arrival): NodeDrawing | undefined {
  const colour = arrival.optional(packed.colours[at])
  const shape = arrival.optional(packed.shapes[at])
  const size = packed.sizes[at] ?? Number.NaN
  const x = packed.positions[at * 2] ?? Number.NaN
  const y = packed.positions[at * 2 + 1] ?? Number.NaN
  const drawing: Draft<NodeDrawing> = {}
  if (!Number.isNaN(x)) drawing.position = { x, y }
  if (colour !== undefined) drawing.colour = colour
  if (!Number.isNaN(size)) drawing.size = size
  if (shape !== undefined) drawing.shape = shape
  return Object.keys(drawing).length === 0 ? undefined : drawing
}

/** True where the columns hold all that the entity says. */
function isUsual(entity: Entity): boolean {
  return (
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
