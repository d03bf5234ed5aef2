import type { EdgeDrawing, NodeDrawing } from '../../model/knowledge.ts'
import { cssColour } from './css-colour.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import { finite, stringOf, textOf } from './json-value.ts'
import type { Field } from './raw-graph.ts'

/** The fields of a record that nobody has taken yet; those that remain are its attributes. */
export class OpenFields {
  readonly #left = new Map<string, JsonValue>()

  constructor(...objects: readonly (JsonObject | undefined)[]) {
    for (const object of objects) this.with(object)
  }

  /** Another object's fields after these; a name that is there already gets a mark. */
  with(object: JsonObject | undefined): this {
    for (const [name, value] of object?.fields ?? []) this.#left.set(this.#free(name), value)
    return this
  }

  #free(name: string): string {
    let free = name
    while (this.#left.has(free)) free += "'"
    return free
  }

  look(name: string): JsonValue | undefined {
    return this.#left.get(name)
  }

  take(name: string): JsonValue | undefined {
    const value = this.#left.get(name)
    this.#left.delete(name)
    return value
  }

  /** Takes the first of the fields that `read` makes something of; leaves the others. */
  first<Read>(
    names: readonly string[],
    read: (value: JsonValue | undefined) => Read | undefined,
  ): Read | undefined {
    for (const name of names) {
      const found = read(this.#left.get(name))
      if (found === undefined) continue
      this.#left.delete(name)
      return found
    }
    return undefined
  }

  rest(): readonly Field[] {
    return [...this.#left]
  }
}

/** The largest position or size: what a float holds, which is what pictures are drawn with. */
const largestFloat = 3.4028234663852886e38

/** A label in whatever type it stands there; `null` is none. */
export function takeLabel(fields: OpenFields, names: readonly string[]): { label?: string } {
  for (const name of names) {
    const value = fields.look(name)
    if (value === undefined) continue
    fields.take(name)
    if (value !== null) return { label: textOf(value) }
  }
  return {}
}

/**
 * How the file drew a node; what cannot be drawn stays an attribute. A size counts as one only
 * beside a position where `sizeAlone` is false: elsewhere it is a figure of the data.
 */
export function takeNodeDrawing(
  fields: OpenFields,
  options: { readonly sizeAlone: boolean },
): { drawing?: NodeDrawing } {
  const [x, y] = [drawable(fields.look('x')), drawable(fields.look('y'))]
  const placed = x !== undefined && y !== undefined
  if (placed) for (const name of ['x', 'y']) fields.take(name)
  const z = placed ? fields.first(['z'], drawable) : undefined
  const colour = fields.first(['color', 'colour'], colourOf)
  const size = placed || options.sizeAlone ? fields.first(['size'], sizeOf) : undefined
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
): { drawing?: EdgeDrawing } {
  const colour = fields.first(['color', 'colour'], colourOf)
  const width = fields.first(thickness, sizeOf)
  return drawn({
    ...(colour === undefined ? {} : { colour }),
    ...(width === undefined ? {} : { thickness: width }),
  })
}

/** The drawing as an optional property, where there is anything in it. */
export function drawn<Drawing extends object>(drawing: Drawing): { drawing?: Drawing } {
  return Object.keys(drawing).length === 0 ? {} : { drawing }
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
