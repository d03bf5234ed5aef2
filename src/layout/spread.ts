/**
 * Places on a line, in the order of the wishes, as near to the wishes as can be (least squares)
 * where no two neighbours may be nearer than `separation`: pool adjacent violators. All lie between
 * `low` and `high` where that leaves room for them.
 */
export function spread(
  wishes: ArrayLike<number>,
  separation: number,
  low = -Infinity,
  high = Infinity,
): Float64Array {
  const count = wishes.length
  // Without the room that they need, places only have to ascend.
  const sums = new Float64Array(count)
  const sizes = new Uint32Array(count)
  let blocks = 0
  for (let at = 0; at < count; at += 1) {
    let sum = (wishes[at] ?? 0) - at * separation
    let size = 1
    while (blocks > 0) {
      const [before, length] = [sums[blocks - 1] ?? 0, sizes[blocks - 1] ?? 1]
      if (before / length < sum / size) break
      sum += before
      size += length
      blocks -= 1
    }
    sums[blocks] = sum
    sizes[blocks] = size
    blocks += 1
  }
  const highest = Math.max(low, high - (count - 1) * separation)
  const places = new Float64Array(count)
  let from = 0
  for (let block = 0; block < blocks; block += 1) {
    const size = sizes[block] ?? 1
    const mean = Math.min(highest, Math.max(low, (sums[block] ?? 0) / size))
    for (let at = from; at < from + size; at += 1) places[at] = mean + at * separation
    from += size
  }
  return places
}
