import { drawingOf } from '../display/drawing.ts'
import type { FormatId } from '../formats/format.ts'
import { writeCsv } from '../formats/csv/write.ts'
import { writeGexf } from '../formats/gexf/write.ts'
import { writeOrreryJson } from '../formats/json/write-orrery-json.ts'
import { buildGraph } from '../graph/graph.ts'
import { issueText } from '../model/issue.ts'
import type { Loss } from '../model/issue.ts'
import type { Knowledge, Layout } from '../model/knowledge.ts'
import { layoutOf } from './compile.ts'
import { openInput } from './open-input.ts'
import { replaceFile, sameFile } from './replace-file.ts'
import { exit, UsageError } from './streams.ts'
import type { Streams } from './streams.ts'
import { terminalText } from './terminal-text.ts'

export const outputFormats = ['orrery-json', 'gexf', 'gexf-1.2draft', 'csv'] as const
export type OutputFormat = (typeof outputFormats)[number]
export const lossAnswers = ['ask', 'accept', 'refuse'] as const

export interface ConvertOptions {
  readonly from: FormatId | undefined
  readonly to: OutputFormat | undefined
  /** What to do where the output format cannot hold all; undefined: ask where someone is there. */
  readonly loss: (typeof lossAnswers)[number] | undefined
}

interface Written {
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly losses: readonly Loss[]
}

/** Reads `input`, writes it to `output` in another format, and reports what that cannot hold. */
export async function convert(
  input: string,
  output: string,
  { from, to, loss }: ConvertOptions,
  streams: Streams,
): Promise<number> {
  const format = to ?? formatOf(output)
  const paths = pathsOf(output, format)
  for (const path of paths) {
    if (path !== '-' && (await sameFile(path, input))) {
      throw new UsageError(`the output ${path} is the input`)
    }
  }
  const { result } = await openInput(input, from, streams)
  for (const issue of result.issues) {
    streams.complain(terminalText(`${issue.severity}: ${issueText(issue)}`))
  }
  if (!result.ok) return exit.rejected
  const { knowledge, layout } = result.content
  const { files, losses } = write(knowledge, layout, format, paths)
  if (!(await accepted(losses, loss, streams))) return exit.rejected
  try {
    for (const { path, text } of files) {
      if (path === '-') streams.output(text)
      else await replaceFile(path, text)
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    streams.complain(terminalText(`${output}: it cannot be written: ${error.message}`))
    return exit.rejected
  }
  return exit.clean
}

function formatOf(output: string): OutputFormat {
  const lower = output.toLowerCase()
  if (lower.endsWith('.gexf')) return 'gexf'
  if (lower.endsWith('.json')) return 'orrery-json'
  if (lower.endsWith('.csv')) return 'csv'
  throw new UsageError(`the name ${output} does not tell its format: say --to`)
}

/** CSV takes two files: NAME.csv becomes NAME-nodes.csv and NAME-edges.csv. */
function pathsOf(output: string, format: OutputFormat): readonly string[] {
  if (format !== 'csv') return [output]
  if (output === '-') throw new UsageError('CSV takes two files, so it cannot go to -')
  const name = output.replace(/\.csv$/i, '')
  return [`${name}-nodes.csv`, `${name}-edges.csv`]
}

function write(
  knowledge: Knowledge,
  found: Layout,
  format: OutputFormat,
  paths: readonly string[],
): Written {
  const graph = buildGraph(knowledge)
  // Gephi leaves out positions at the origin: a layout with gaps is still the file's own.
  const layout = found.size > 0 ? found : layoutOf(graph)
  const [path = '', second = ''] = paths
  if (format === 'orrery-json') {
    return { files: [{ path, text: writeOrreryJson(knowledge, layout) }], losses: [] }
  }
  const drawing = drawingOf(knowledge, graph, layout)
  if (format === 'csv') {
    const { nodes, edges, losses } = writeCsv(knowledge, drawing)
    const files = [
      { path, text: nodes },
      { path: second, text: edges },
    ]
    return { files, losses }
  }
  const version = format === 'gexf' ? '1.3' : '1.2draft'
  const { text, losses } = writeGexf(knowledge, drawing, { version })
  return { files: [{ path, text }], losses }
}

async function accepted(
  losses: readonly Loss[],
  answer: ConvertOptions['loss'],
  streams: Streams,
): Promise<boolean> {
  if (losses.length === 0) return true
  for (const { what, count } of losses) streams.complain(terminalText(`loss: ${count} ${what}`))
  if (answer === 'refuse') {
    streams.complain('nothing is written, because losses are refused')
    return false
  }
  if (answer === 'accept') return true
  if (streams.ask === undefined) {
    if (answer === undefined) return true
    streams.complain('nothing is written, because nobody is there to ask')
    return false
  }
  return streams.ask('Write the file all the same?')
}
