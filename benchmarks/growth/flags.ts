import { parseArgs } from 'node:util'
import { sizes } from './sizes.ts'
import type { Size } from './sizes.ts'

export interface Flags {
  readonly planned: readonly { readonly size: Size; readonly runs: number }[]
  /** Milliseconds after which a step is given up. */
  readonly limit: number
  /** Whether docs/performance.md and its plot are written anew. */
  readonly publish: boolean
}

export const usage = `npm run bench:growth -- [--sizes=1k,10k,50k,100k] [--runs=3,3,1,1] [--limit=180] [--publish]
  --sizes    which graphs, of 1k, 10k, 50k and 100k nodes
  --runs     visits to each page, size by size; the last number holds for the sizes after it
  --limit    seconds after which a step is given up
  --publish  write the figures and the plot into docs/`

/** The flags of the command line, or undefined where they make no sense. */
export function flagsOf(given: readonly string[]): Flags | undefined {
  const { values } = parseArgs({
    args: [...given],
    options: {
      sizes: { type: 'string', default: '1k,10k' },
      runs: { type: 'string', default: '1' },
      limit: { type: 'string', default: '180' },
      publish: { type: 'boolean', default: false },
    },
  })
  const runs = values.runs.split(',').map(Number)
  const planned = values.sizes.split(',').flatMap((name, index) => {
    const size = sizes.find((one) => one.name === name)
    return size === undefined ? [] : [{ size, runs: runs[index] ?? runs.at(-1) ?? 0 }]
  })
  const limit = Number(values.limit) * 1000
  const legal =
    planned.length === values.sizes.split(',').length &&
    planned.every((one) => Number.isInteger(one.runs) && one.runs > 0) &&
    limit > 0
  return legal ? { planned, limit, publish: values.publish } : undefined
}
