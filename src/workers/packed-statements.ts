import { entityId, predicateId } from '../model/ids.ts'
import type { StatementId } from '../model/ids.ts'
import type { EdgeDrawing, Statement } from '../model/knowledge.ts'
import { none, type Arrival } from './arrival.ts'
import type { Departure } from './departure.ts'
import { createCellPacker } from './packed-cells.ts'
import type { PackedColumn } from './packed-cells.ts'

/**
 * Statements as columns. To clone fifty thousand records with all their lists takes most of a
 * second on either side; columns of numbers take a tenth of that. What is unusual about a statement
 * travels as it is.
 */
export interface PackedStatements {
  /** Texts that have not travelled yet; most other columns hold numbers of texts. */
  readonly names: readonly string[]
  readonly ids: readonly StatementId[]
  readonly subjects: Uint32Array
  readonly values: Uint32Array
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
  readonly attributes: readonly PackedColumn[]
  /** Whole, by their position in the slice: with references, qualifiers, dates, literals … */
  readonly unusual: readonly (readonly [number, Statement])[]
}

const directions: readonly Statement['direction'][] = ['directed', 'undirected', 'mutual']

/** Packs a slice of statements; `departure` is that of the whole hand-over. */
export function packStatements(
  slice: readonly Statement[],
  departure: Departure,
): PackedStatements {
  const cells = createCellPacker(slice.length, departure)
  const unusual: [number, Statement][] = []
  const numbers = (): Uint32Array => new Uint32Array(slice.length)
  const packed = {
    ids: slice.map(({ id }) => id),
    subjects: numbers(),
    values: numbers(),
    predicates: numbers(),
    labels: numbers(),
    colours: numbers(),
    shapes: numbers(),
    directions: new Uint8Array(slice.length),
    weights: new Float64Array(slice.length).fill(Number.NaN),
    thicknesses: new Float64Array(slice.length).fill(Number.NaN),
  }
  slice.forEach((statement, at) => {
    const { value, drawing } = statement
    const fits =
      value.type === 'entity' && isUsual(statement) && cells.put(at, statement.attributes)
    if (!fits) {
      unusual.push([at, statement])
      return
    }
    packed.subjects[at] = departure.id(statement.subject)
    packed.values[at] = departure.id(value.entity)
    packed.predicates[at] = departure.id(statement.predicate)
    packed.labels[at] = departure.optional(statement.label)
    packed.colours[at] = departure.optional(drawing?.colour)
    packed.shapes[at] = departure.optional(drawing?.shape)
    packed.directions[at] = directions.indexOf(statement.direction)
    packed.weights[at] = statement.weight ?? Number.NaN
    packed.thicknesses[at] = drawing?.thickness ?? Number.NaN
  })
  return { ...packed, attributes: cells.packed(), unusual, names: departure.added() }
}

/**
 * The same statements again, in their order; `arrival` is that of the whole hand-over. Lists that
 * are empty are one and the same.
 */
export function unpackStatements(packed: PackedStatements, arrival: Arrival): readonly Statement[] {
  const unusual = new Map(packed.unusual)
  arrival.learn(packed.names)
  const cellsAt = arrival.cells(packed.attributes)
  return packed.ids.map((id, at): Statement => {
    const whole = unusual.get(at)
    if (whole !== undefined) return whole
    const label = arrival.optional(packed.labels[at])
    const weight = packed.weights[at] ?? Number.NaN
    const drawing = drawingAt(packed, at, arrival)
    const statement: Draft<Statement> = {
      id,
      subject: entityId(arrival.name(packed.subjects[at])),
      predicate: predicateId(arrival.name(packed.predicates[at])),
      value: arrival.value(packed.values[at]),
      direction: directions[packed.directions[at] ?? 0] ?? 'directed',
      qualifiers: none,
      references: none,
      disputes: none,
      spans: none,
      attributes: cellsAt(at),
    }
    // Assigned and not spread: this runs for every statement of a large graph.
    if (label !== undefined) statement.label = label
    if (!Number.isNaN(weight)) statement.weight = weight
    if (drawing !== undefined) statement.drawing = drawing
    return statement
  })
}

type Draft<Whole> = { -readonly [Part in keyof Whole]: Whole[Part] }

function drawingAt(
  packed: PackedStatements,
  at: number,
  arrival: Arrival,
): EdgeDrawing | undefined {
  const colour = arrival.optional(packed.colours[at])
  const shape = arrival.optional(packed.shapes[at])
  const thickness = packed.thicknesses[at] ?? Number.NaN
  if (shape === undefined && Number.isNaN(thickness))
    return colour === undefined ? undefined : arrival.coloured(packed.colours[at] ?? 0)
  const drawing: Draft<EdgeDrawing> = {}
  if (colour !== undefined) drawing.colour = colour
  if (!Number.isNaN(thickness)) drawing.thickness = thickness
  if (shape !== undefined) drawing.shape = shape
  return drawing
}

/** True where the columns hold all that the statement says. */
function isUsual(statement: Statement): boolean {
  const { drawing } = statement
  return (
    statement.qualifiers.length === 0 &&
    statement.references.length === 0 &&
    statement.disputes.length === 0 &&
    statement.spans.length === 0 &&
    statement.note === undefined &&
    statement.measures === undefined &&
    statement.inferred === undefined &&
    (statement.weight === undefined || !Number.isNaN(statement.weight)) &&
    (drawing === undefined || Object.keys(drawing).length > 0)
  )
}
