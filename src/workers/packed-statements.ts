import { entityId, predicateId } from '../model/ids.ts'
import type { ColumnId, StatementId } from '../model/ids.ts'
import type { AttributeValue, EdgeDrawing, Statement } from '../model/knowledge.ts'

/**
 * Statements as columns. To clone fifty thousand records with all their lists takes most of a
 * second on either side; columns of texts and numbers take a tenth of that. What is unusual about
 * a statement travels as it is.
 */
export interface PackedStatements {
  readonly ids: readonly StatementId[]
  /** Positions in `names`, which holds every entity, predicate and colour of the slice once. */
  readonly subjects: Uint32Array
  readonly values: Uint32Array
  readonly predicates: Uint32Array
  readonly names: readonly string[]
  /** Positions in `directions`. */
  readonly directions: Uint8Array
  /** NaN where there is none, like the thickness. */
  readonly weights: Float64Array
  readonly thicknesses: Float64Array
  /** Positions in `names`, one more than they are; 0 where there is none. */
  readonly labels: Uint32Array
  readonly colours: Uint32Array
  readonly shapes: Uint32Array
  /** For each column the texts in the order of the statements. */
  readonly attributes: readonly (readonly [ColumnId, readonly (string | undefined)[]])[]
  /** Whole, by their position in the slice: with references, qualifiers, dates, literals … */
  readonly unusual: readonly (readonly [number, Statement])[]
}

const directions: readonly Statement['direction'][] = ['directed', 'undirected', 'mutual']

/** Packs a slice of statements. */
export function packStatements(slice: readonly Statement[]): PackedStatements {
  const names = new Map<string, number>()
  const nameOf = (text: string): number => {
    const known = names.get(text)
    if (known !== undefined) return known
    names.set(text, names.size)
    return names.size - 1
  }
  const optional = (text: string | undefined): number => (text === undefined ? 0 : nameOf(text) + 1)
  const attributes = new Map<ColumnId, (string | undefined)[]>()
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
    if (value.type !== 'entity' || !isUsual(statement) || !isInOrder(statement, attributes)) {
      unusual.push([at, statement])
      return
    }
    packed.subjects[at] = nameOf(statement.subject)
    packed.values[at] = nameOf(value.entity)
    packed.predicates[at] = nameOf(statement.predicate)
    packed.labels[at] = optional(statement.label)
    packed.colours[at] = optional(drawing?.colour)
    packed.shapes[at] = optional(drawing?.shape)
    packed.directions[at] = directions.indexOf(statement.direction)
    packed.weights[at] = statement.weight ?? Number.NaN
    packed.thicknesses[at] = drawing?.thickness ?? Number.NaN
    for (const { column, text } of statement.attributes) {
      const texts =
        attributes.get(column) ?? Array.from<string | undefined>({ length: slice.length })
      texts[at] = text
      attributes.set(column, texts)
    }
  })
  return { ...packed, names: [...names.keys()], attributes: [...attributes], unusual }
}

/** The same statements again, in their order. Lists that are empty are one and the same. */
export function unpackStatements(packed: PackedStatements): readonly Statement[] {
  const unusual = new Map(packed.unusual)
  const nameAt = (numbers: Uint32Array, at: number): string => packed.names[numbers[at] ?? 0] ?? ''
  const optional = (numbers: Uint32Array, at: number): string | undefined => {
    const number = numbers[at] ?? 0
    return number === 0 ? undefined : packed.names[number - 1]
  }
  return packed.ids.map((id, at): Statement => {
    const whole = unusual.get(at)
    if (whole !== undefined) return whole
    const [label, weight] = [optional(packed.labels, at), packed.weights[at] ?? Number.NaN]
    const drawing = drawingAt(packed, at, optional)
    const statement: Draft<Statement> = {
      id,
      subject: entityId(nameAt(packed.subjects, at)),
      predicate: predicateId(nameAt(packed.predicates, at)),
      value: { type: 'entity', entity: entityId(nameAt(packed.values, at)) },
      direction: directions[packed.directions[at] ?? 0] ?? 'directed',
      qualifiers: none,
      references: none,
      disputes: none,
      spans: none,
      attributes: attributesAt(packed, at),
    }
    // Assigned and not spread: this runs for every statement of a large graph.
    if (label !== undefined) statement.label = label
    if (!Number.isNaN(weight)) statement.weight = weight
    if (drawing !== undefined) statement.drawing = drawing
    return statement
  })
}

type Draft<Whole> = { -readonly [Part in keyof Whole]: Whole[Part] }

const none: readonly never[] = []

function drawingAt(
  packed: PackedStatements,
  at: number,
  optional: (numbers: Uint32Array, at: number) => string | undefined,
): EdgeDrawing | undefined {
  const [colour, shape] = [optional(packed.colours, at), optional(packed.shapes, at)]
  const thickness = packed.thicknesses[at] ?? Number.NaN
  if (colour === undefined && shape === undefined && Number.isNaN(thickness)) return undefined
  const drawing: Draft<EdgeDrawing> = {}
  if (colour !== undefined) drawing.colour = colour
  if (!Number.isNaN(thickness)) drawing.thickness = thickness
  if (shape !== undefined) drawing.shape = shape
  return drawing
}

function attributesAt({ attributes }: PackedStatements, at: number): readonly AttributeValue[] {
  const cells: AttributeValue[] = []
  for (const [column, texts] of attributes) {
    const text = texts[at]
    if (text !== undefined) cells.push({ column, text })
  }
  return cells.length === 0 ? none : cells
}

/** True where its cells stand in the order of the columns, as they will when it is unpacked. */
function isInOrder(
  { attributes }: Statement,
  columns: ReadonlyMap<ColumnId, readonly unknown[]>,
): boolean {
  if (attributes.length < 2) return true
  const order = [...columns.keys()]
  const places = attributes.map(({ column }) => {
    const place = order.indexOf(column)
    return place === -1 ? order.push(column) - 1 : place
  })
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))
}

/** True where the columns hold all that the statement says. */
function isUsual(statement: Statement): boolean {
  const { attributes, drawing } = statement
  return (
    statement.qualifiers.length === 0 &&
    statement.references.length === 0 &&
    statement.disputes.length === 0 &&
    statement.spans.length === 0 &&
    statement.note === undefined &&
    statement.measures === undefined &&
    attributes.every(({ span }) => span === undefined) &&
    new Set(attributes.map(({ column }) => column)).size === attributes.length &&
    (statement.weight === undefined || !Number.isNaN(statement.weight)) &&
    (drawing === undefined || Object.keys(drawing).length > 0)
  )
}
