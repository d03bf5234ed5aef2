import { availableParallelism, cpus, totalmem } from 'node:os'

/** Under what circumstances was measured. */
export interface Conditions {
  readonly date: string
  readonly node: string
  readonly chromium: string
  readonly processor: string
  readonly cores: number
  /** Bytes. */
  readonly memory: number
  /** Milliseconds after which a step was given up. */
  readonly limit: number
}

/** Those of now. */
export function conditionsOf(chromium: string, limit: number): Conditions {
  return {
    date: new Date().toISOString(),
    node: process.version,
    chromium,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: totalmem(),
    limit,
  }
}

/** One sentence for above the figures. */
export function told({ date, node, chromium, cores, memory, limit }: Conditions): string {
  return (
    `${date.slice(0, 10)}; Chromium ${chromium}, Node ${node}, ${cores} cores, ` +
    `${Math.round(memory / 2 ** 30)} GB of memory, WebGL in software; ` +
    `a step was given up after ${limit / 1000} s.`
  )
}
