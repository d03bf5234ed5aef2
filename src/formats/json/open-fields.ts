import type { EdgeDrawing, NodeDrawing } from '../../model/knowledge.ts'
import { cssColour } from './css-colour.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import { finite, stringOf, textOf } from './json-value.ts'
import type { Field } from './raw-graph.ts'

/** The fields of a record that nobody has taken yet; those that remain are its attributes. */
export class OpenFields {
  #names: readonly string[]
  readonly #values: (JsonValue | undefined)[]

  constructor(first?: JsonObject, second?: JsonObject) {
    this.#names = first === undefined ? [] : [...first.fields.keys()]
    this.#values = first === undefined ? [] : [...first.fields.values()]
    this.with(second)
  }

  /** Another object's fields after these; a name that is there already gets a mark. */
  with(object: JsonObject | undefined): this {
    if (object === undefined || object.fields.size === 0) return this
    const taken = new Set(this.#names)
    const added = [...object.fields.keys()].map((name) => {
      let free = name
      while (taken.has(free)) free += "'"
      taken.add(free)
      return free
    })
    this.#names = [...this.#names, ...added]
    for (const value of object.fields.values()) this.#values.push(value)
    return this
  }

  look(name: string): JsonValue | undefined {
    const place = this.#names.indexOf(name)
    return place === -1 ? undefined : this.#values[place]
  }

  take(name: string): JsonValue | undefined {
    const place = this.#names.indexOf(name)
    if (place === -1) return undefined
    const value = this.#values[place]
    this.#values[place] = undefined
    return value
  }

  /** Takes the first of the fields that `read` makes something of; leaves the others. */
  first<Read>(
    names: readonly string[],
    read: (value: JsonValue) => Read | undefined,
  ): Read | undefined {
    for (const name of names) {
      const value = this.look(name)
      const found = value === undefined ? undefined : read(value)
      if (found === undefined) continue
      this.take(name)
      return found
    }
    return undefined
  }

  rest(): readonly Field[] {
    if (this.#values.every((value) => value === undefined)) return nothing
    const rest: Field[] = []
    for (let place = 0; place < this.#names.length; place += 1) {
      const value = this.#values[place]
      if (value !== undefined) rest.push([this.#names[place] ?? '', value])
    }
    return rest
  }
}

const nothing: readonly Field[] = []

/** The largest position or size: what a float holds, which is what pictures are drawn with. */
const largestFloat = 3.4028234663852886e38

const colourNames = ['color', 'colour']

/** A label in whatever type it stands there; `null` is none. */
export function takeLabel(fields: OpenFields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields.look(name)
    if (value === undefined) continue
    fields.take(name)
    if (value !== null) return textOf(value)
  }
  return undefined
}

/**
 * How the file drew a node; what cannot be drawn stays an attribute. A size counts as one only
 * beside a position where `sizeAlone` is false: elsewhere it is a figure of the data.
 */
export function takeNodeDrawing(
  fields: OpenFields,
  options: { readonly sizeAlone: boolean },
): NodeDrawing | undefined {
  const [x, y] = [drawable(fields.look('x')), drawable(fields.look('y'))]
  const placed = x !== undefined && y !== undefined
  if (placed) for (const name of ['x', 'y']) fields.take(name)
  const z = placed ? fields.first(['z'], drawable) : undefined
  const colour = fields.first(colourNames, colourOf)
  const size = placed || options.sizeAlone ? fields.first(['size'], sizeOf) : undefined
  if (!placed && colour === undefined && size === undefined) return undefined
  return drawn({
    ...(placed ? { position: { x, y, ...(z === undefined ? {} : { z }) } } : {}),
    ...(colour === undefined ? {} : { colour }),
    ...(size === undefined ? {} : { size }),
  })
}

/** How the file drew an edge. */
export function takeEdgeDrawing(
  fields: OpenFields,
  thickness: readonly string[],
): EdgeDrawing | undefined {
  const colour = fields.first(colourNames, colourOf)
  const width = fields.first(thickness, sizeOf)
  if (colour === undefined && width === undefined) return undefined
  return drawn({
    ...(colour === undefined ? {} : { colour }),
    ...(width === undefined ? {} : { thickness: width }),
  })
}

/** The drawing, where there is anything in it. */
export function drawn<Drawing extends object>(drawing: Drawing): Drawing | undefined {
  return Object.keys(drawing).length === 0 ? undefined : drawing
}

/** A finite number that a picture can hold. */
export function drawable(value: JsonValue | undefined): number | undefined {
  const number = finite(value)
  return number !== undefined && Math.abs(number) <= largestFloat ? number : undefined
}

function sizeOf(value: JsonValue | undefined): number | undefined {
  const size = drawable(value)
  return size !== undefined && size >= 0 ? size : undefined
}

function colourOf(value: JsonValue | undefined): string | undefined {
  const text = stringOf(value)
  return text === undefined ? undefined : cssColour(text)
}
