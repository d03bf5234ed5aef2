/** The middle value; of an even number the mean of the middle two. */
export function median(values: readonly number[]): number {
  return (quantile(values, 0.5, Math.floor) + quantile(values, 0.5, Math.ceil)) / 2
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  return quantile(values, 0.95, Math.ceil)
}

function quantile(
  values: readonly number[],
  share: number,
  rounded: (index: number) => number,
): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[rounded((sorted.length - 1) * share)] ?? Number.NaN
}

/** Milliseconds that `work` takes. */
export function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
