import { statementId } from '../../model/ids.ts'
import type { ReadResult } from '../../model/issue.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { Tour } from '../../model/stops.ts'
import { tourFile } from './schema.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads the tour of a dataset, tour.yaml. Every stop names the statements that it rests on, and each
 * of them is cited. `unknownIn` tells what a view says that the graph does not know.
 */
export function readTour(
  text: string,
  knowledge: Knowledge,
  unknownIn: (view: string) => readonly string[],
): ReadResult<Tour> {
  const { file, issues: found } = readYaml(text, 'tour.yaml', tourFile)
  if (file === undefined) return { ok: false, issues: found }
  const issues = [...found]
  for (const [at, { view, rests }] of file.content.stops.entries()) {
    for (const message of unknownIn(view)) issues.push(file.errorAt(['stops', at, 'view'], message))
    for (const [index, id] of rests.entries()) {
      const references = knowledge.statements.get(statementId(id))?.references
      if (references !== undefined && references.length > 0) continue
      const why = references === undefined ? 'is not there' : 'names no source'
      const message = `the statement “${id}”, which the stop rests on, ${why}`
      issues.push(file.errorAt(['stops', at, 'rests', index], message))
    }
  }
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues }
  const { title, stops } = file.content
  const tour: Tour = {
    title,
    stops: stops.map(({ rests, ...stop }) => ({ ...stop, rests: rests.map(statementId) })),
  }
  return { ok: true, content: tour, issues }
}
