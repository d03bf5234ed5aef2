import type { Fields, JsonValue } from './json-value.ts'

/** Above this many names a search one by one takes longer than a map. */
const few = 16

/** The fields of one object. Files have very many small objects, for which a map is too large. */
export class ParsedFields implements Fields {
  readonly #names: readonly string[]
  readonly #values: readonly JsonValue[]
  #places: ReadonlyMap<string, number> | undefined

  /** `names` are all different, and as many as `values`. */
  constructor(names: readonly string[], values: readonly JsonValue[]) {
    this.#names = names
    this.#values = values
  }

  get size(): number {
    return this.#names.length
  }

  get(name: string): JsonValue | undefined {
    const place = this.#placeOf(name)
    return place === -1 ? undefined : this.#values[place]
  }

  has(name: string): boolean {
    return this.#placeOf(name) !== -1
  }

  keys(): readonly string[] {
    return this.#names
  }

  values(): readonly JsonValue[] {
    return this.#values
  }

  *[Symbol.iterator](): Generator<readonly [string, JsonValue]> {
    for (const [index, value] of this.#values.entries()) yield [this.#names[index] ?? '', value]
  }

  #placeOf(name: string): number {
    if (this.#names.length <= few) return this.#names.indexOf(name)
    this.#places ??= new Map(this.#names.map((one, index) => [one, index]))
    return this.#places.get(name) ?? -1
  }
}

export interface RepeatedName {
  readonly name: string
  readonly offset: number
}

/**
 * The values of the objects and lists that are still open while a text is read, one stack for
 * all of them, so that each gets a list of its exact length. Objects with the same names share
 * one list of names.
 */
export class OpenValues {
  readonly repeats: RepeatedName[] = []
  readonly #values: JsonValue[] = []
  readonly #names: string[] = []
  readonly #offsets: number[] = []
  /** The names of the latest object of each size. */
  readonly #shapes: (readonly string[])[] = []
  readonly #shared = new Map<string, string>()

  /** How many values are open, which is where the next object's or list's begin. */
  get depth(): number {
    return this.#values.length
  }

  get nameDepth(): number {
    return this.#names.length
  }

  push(value: JsonValue): void {
    this.#values.push(value)
  }

  /** The same name stands in very many objects: all of them share one copy. */
  name(name: string, offset: number): void {
    const known = this.#shared.get(name)
    if (known === undefined) this.#shared.set(name, name)
    this.#names.push(known ?? name)
    this.#offsets.push(offset)
  }

  list(from: number): readonly JsonValue[] {
    const items = this.#values.slice(from)
    this.#values.length = from
    return items
  }

  fields(from: number, namesFrom: number): ParsedFields {
    const values = this.list(from)
    const shape = this.#shapes[values.length]
    const names = shape !== undefined && this.#isShape(shape, namesFrom) ? shape : undefined
    const fields =
      names === undefined ? this.#newFields(values, namesFrom) : new ParsedFields(names, values)
    this.#names.length = namesFrom
    this.#offsets.length = namesFrom
    return fields
  }

  #isShape(shape: readonly string[], from: number): boolean {
    for (let index = 0; index < shape.length; index += 1) {
      if (shape[index] !== this.#names[from + index]) return false
    }
    return true
  }

  #newFields(values: readonly JsonValue[], from: number): ParsedFields {
    const names = this.#names.slice(from)
    const last = new Map<string, JsonValue>()
    for (const [index, name] of names.entries()) {
      if (last.has(name)) this.repeats.push({ name, offset: this.#offsets[from + index] ?? 0 })
      last.set(name, values[index] ?? null)
    }
    if (last.size < names.length) return new ParsedFields([...last.keys()], [...last.values()])
    this.#shapes[names.length] = names
    return new ParsedFields(names, values)
  }
}
