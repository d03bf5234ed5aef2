/** Some of many things: which, in the order in which they stand here. */
export interface Choice {
  /** Their places in the whole, and unused numbers after the last. */
  readonly chosen: Uint32Array
  readonly count: number
}

/** Where things of a whole of `size` things stand in a choice; undefined for what it leaves out. */
export function placesInChoice(
  { chosen, count }: Choice,
  size: number,
): (inWhole: number) => number | undefined {
  // Counted from 1: 0 is for what is not chosen.
  const counted = new Uint32Array(size)
  for (let place = 0; place < count; place += 1) counted[chosen[place] ?? 0] = place + 1
  return (inWhole) => {
    const place = counted[inWhole] ?? 0
    return place === 0 ? undefined : place - 1
  }
}
