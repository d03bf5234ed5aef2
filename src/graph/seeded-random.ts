/**
 * Whole numbers from 0 to below a limit that the seed alone decides: a counter stirred by the
 * finaliser of MurmurHash3 (the construction of SplitMix, Steele, Lea and Flood 2014, in 32 bits).
 */
export function seededRandom(seed: number): (limit: number) => number {
  let counter = seed | 0
  return (limit) => {
    counter = (counter + 0x9e3779b9) | 0
    let mixed = counter
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    mixed = (mixed ^ (mixed >>> 16)) >>> 0
    return Math.floor((mixed / 2 ** 32) * limit)
  }
}
