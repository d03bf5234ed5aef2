import { drawingOf } from '../display/drawing.ts'
import type { FormatId } from '../formats/format.ts'
import { writeDataset } from '../formats/dataset/write.ts'
import { restedStops, viewIn } from '../display/rested-stops.ts'
import { notebookLosses } from '../formats/notebook-losses.ts'
import { outputIds, outputOfName, writeAs } from '../formats/output.ts'
import { buildGraph } from '../graph/graph.ts'
import { issueText } from '../model/issue.ts'
import type { Issue, Loss } from '../model/issue.ts'
import type { Drawing, LaidOut } from '../model/knowledge.ts'
import { applyPatch } from './apply-patch.ts'
import { layoutOf } from './compile.ts'
import { openInput } from './open-input.ts'
import { replaceFile, sameFile, writeFolder } from './replace-file.ts'
import { exit, UsageError } from './streams.ts'
import type { Streams } from './streams.ts'
import { terminalText } from './terminal-text.ts'

export const lossAnswers = ['ask', 'accept', 'refuse'] as const

/** What can be written here: every format of a file, and a dataset folder. */
export const targetIds = [...outputIds, 'dataset'] as const
export type TargetId = (typeof targetIds)[number]

export interface ConvertOptions {
  readonly from: FormatId | undefined
  readonly to: TargetId | undefined
  /** What to do where the output format cannot hold all; undefined: ask where someone is there. */
  readonly loss: (typeof lossAnswers)[number] | undefined
  /** The file of a patch to apply first. */
  readonly patch?: string
}

interface Written {
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly losses: readonly Loss[]
}

/** Reads `input`, writes it to `output` in another format, and reports what that cannot hold. */
export async function convert(
  input: string,
  output: string,
  { from, to, loss, patch }: ConvertOptions,
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
  tell(result.issues, streams)
  if (!result.ok) return exit.rejected
  const patched = patch === undefined ? result : await applyPatch(result.content, patch)
  if (!patched.ok) {
    tell(patched.issues, streams)
    streams.complain('nothing is written, because the patch does not fit')
    return exit.rejected
  }
  const { files, losses } = await write(patched.content, format, paths)
  if (!(await accepted(losses, loss, streams))) return exit.rejected
  try {
    if (format === 'dataset') await writeFolder(output, files)
    else
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

function tell(issues: readonly Issue[], streams: Streams): void {
  for (const issue of issues) {
    streams.complain(terminalText(`${issue.severity}: ${issueText(issue)}`))
  }
}

function formatOf(output: string): TargetId {
  const format = outputOfName(output)
  if (format === undefined) {
    throw new UsageError(`the name ${output} does not tell its format: say --to`)
  }
  return format
}

/** CSV takes two files: NAME.csv becomes NAME-nodes.csv and NAME-edges.csv. */
function pathsOf(output: string, format: TargetId): readonly string[] {
  if (format === 'dataset' && output === '-') {
    throw new UsageError('a dataset is a folder, so it cannot go to -')
  }
  if (format !== 'csv') return [output]
  if (output === '-') throw new UsageError('CSV takes two files, so it cannot go to -')
  const name = output.replace(/\.csv$/i, '')
  return [`${name}-nodes.csv`, `${name}-edges.csv`]
}

async function write(
  content: LaidOut,
  format: TargetId,
  paths: readonly string[],
): Promise<Written> {
  const { knowledge, layout: found } = content
  if (format === 'dataset') {
    const { files, losses } = writeDataset(content, {
      stops: restedStops(content.notebook?.stops ?? [], knowledge),
      unknownIn: (view, written) => viewIn({ view }, written).notes,
    })
    return {
      files: [...files].map(([path, text]) => ({ path, text })),
      losses: [...losses, ...notebookLosses(content, 'saved views')],
    }
  }
  const graph = buildGraph(knowledge)
  // Gephi leaves out positions at the origin: a layout with gaps is still the file's own.
  const layout = found.size > 0 ? found : layoutOf(graph)
  const drawing = (): Drawing => drawingOf(knowledge, graph, layout)
  const { files, losses } = await writeAs(format, { ...content, layout, drawing })
  return {
    files: files.map(({ pieces }, at) => ({ path: paths[at] ?? '', text: pieces.join('') })),
    losses,
  }
}

async function accepted(
  losses: readonly Loss[],
  answer: ConvertOptions['loss'],
  streams: Streams,
): Promise<boolean> {
  if (losses.length === 0) return true
  for (const { what, count } of losses) streams.complain(terminalText(`loss: ${what}: ${count}`))
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
