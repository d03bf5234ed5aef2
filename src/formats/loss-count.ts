import type { Loss } from '../model/issue.ts'

/** Counts what a format cannot hold. */
export interface LossCount {
  readonly add: (what: string, count?: number) => void
  /** In the order in which each first occurred. */
  readonly losses: () => readonly Loss[]
}

/** A count of losses with none in it. */
export function lossCount(): LossCount {
  const counts = new Map<string, number>()
  return {
    add: (what, count = 1) => {
      if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count)
    },
    losses: () => [...counts].map(([what, count]) => ({ what, count })),
  }
}
