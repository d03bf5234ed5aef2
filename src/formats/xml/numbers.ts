/** A list of whole numbers below 2^32 that grows: half the memory of a list of any numbers. */
export class Numbers {
  #values = new Uint32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) {
      const longer = new Uint32Array(2 * this.length)
      longer.set(this.#values)
      this.#values = longer
    }
    this.#values[this.length] = value
    this.length += 1
  }

  /** Those that there are now. */
  all(): Uint32Array {
    return this.#values.subarray(0, this.length)
  }
}
