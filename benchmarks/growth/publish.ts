import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { plot } from './plot.ts'
import { report } from './report.ts'
import type { Results } from './results.ts'

const docs = join(import.meta.dirname, '..', '..', 'docs')
const [begin, end] = ['<!-- figures -->', '<!-- end of figures -->'] as const

/** Writes the plot, and the figures where docs/performance.md keeps them. */
export function publish(results: Results): void {
  writeFileSync(join(docs, 'images', 'performance.svg'), plot(results.sizes))
  const file = join(docs, 'performance.md')
  const text = readFileSync(file, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`${file} has no place for the figures`)
  const image = '![Time and memory against the number of edges](images/performance.svg)'
  writeFileSync(
    file,
    `${text.slice(0, from + begin.length)}\n\n${image}\n\n${report(results)}\n\n${text.slice(to)}`,
  )
}
