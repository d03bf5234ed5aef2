/** Bits that one pass of the radix sort looks at. */
const digits = 11

/** Sorts points so that neighbours in the list are mostly neighbours in the plane. */
export interface Sorter {
  /** Filled by `sort`: nodes, and their codes, ascending by code. */
  readonly order: Uint32Array
  readonly keys: Uint32Array
  readonly sort: (xs: Float64Array, ys: Float64Array) => void
}

/** Sorts by Morton code of 16 bits a coordinate; points of one code keep their order. */
export function createSorter(order: number): Sorter {
  const buffers = [new Uint32Array(order), new Uint32Array(order)] as const
  const keys = [new Uint32Array(order), new Uint32Array(order)] as const
  const counts = new Uint32Array(1 << digits)
  const pass = (from: 0 | 1, shift: number): void => {
    const to = from === 0 ? 1 : 0
    const mask = (1 << digits) - 1
    counts.fill(0)
    for (let at = 0; at < order; at += 1) {
      const digit = ((keys[from][at] ?? 0) >>> shift) & mask
      counts[digit] = (counts[digit] ?? 0) + 1
    }
    let start = 0
    for (let digit = 0; digit <= mask; digit += 1) {
      const count = counts[digit] ?? 0
      counts[digit] = start
      start += count
    }
    for (let at = 0; at < order; at += 1) {
      const key = keys[from][at] ?? 0
      const digit = (key >>> shift) & mask
      const place = counts[digit] ?? 0
      counts[digit] = place + 1
      keys[to][place] = key
      buffers[to][place] = buffers[from][at] ?? 0
    }
  }
  return {
    order: buffers[1],
    keys: keys[1],
    sort: (xs, ys) => {
      encode(xs, ys, keys[0])
      for (let node = 0; node < order; node += 1) buffers[0][node] = node
      pass(0, 0)
      pass(1, digits)
      pass(0, 2 * digits)
    },
  }
}

function encode(xs: Float64Array, ys: Float64Array, keys: Uint32Array): void {
  let left = Infinity
  let right = -Infinity
  let bottom = Infinity
  let top = -Infinity
  for (let node = 0; node < xs.length; node += 1) {
    const x = xs[node] ?? 0
    const y = ys[node] ?? 0
    if (x < left) left = x
    if (x > right) right = x
    if (y < bottom) bottom = y
    if (y > top) top = y
  }
  const side = Math.max(right - left, top - bottom)
  const scale = side > 0 ? 65_535 / side : 0
  for (let node = 0; node < xs.length; node += 1) {
    const column = spreadBits(((xs[node] ?? 0) - left) * scale)
    keys[node] = (column | (spreadBits(((ys[node] ?? 0) - bottom) * scale) << 1)) >>> 0
  }
}

/** A zero before each of the 16 bits. */
function spreadBits(value: number): number {
  let bits = value & 0xffff
  bits = (bits | (bits << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  return (bits | (bits << 1)) & 0x55555555
}
