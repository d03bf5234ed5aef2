import type { Fields, JsonValue } from './json-value.ts'

/** Above this many names a search one by one takes longer than a map. */
const few = 16

/** The fields of one object. Files have very many small objects, for which a map is too large. */
export class ParsedFields implements Fields {
  readonly #names: string[] = []
  readonly #values: JsonValue[] = []
  #places: Map<string, number> | undefined

  get size(): number {
    return this.#names.length
  }

  /** Of several values under one name the last counts. */
  set(name: string, value: JsonValue): void {
    const place = this.#placeOf(name)
    if (place !== -1) {
      this.#values[place] = value
      return
    }
    this.#places?.set(name, this.#names.length)
    this.#names.push(name)
    this.#values.push(value)
    if (this.#names.length === few) {
      this.#places = new Map(this.#names.map((one, index) => [one, index]))
    }
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
    return this.#places === undefined ? this.#names.indexOf(name) : (this.#places.get(name) ?? -1)
  }
}
