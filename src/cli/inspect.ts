import { issueText } from '../model/issue.ts'
import type { FormatId } from '../formats/format.ts'
import type { Issue } from '../model/issue.ts'
import type { Column, Knowledge } from '../model/knowledge.ts'
import { openInput } from './open-input.ts'
import { exit } from './streams.ts'
import type { Streams } from './streams.ts'
import { terminalJson, terminalText } from './terminal-text.ts'

export interface InspectOptions {
  readonly from: FormatId | undefined
  readonly json: boolean
  readonly strict: boolean
}

/** Says of each file what it holds, as a line of JSON or as a few lines for people. */
export async function inspect(
  files: readonly string[],
  { from, json, strict }: InspectOptions,
  streams: Streams,
): Promise<number> {
  let rejected = false
  let warned = false
  for (const file of files) {
    const start = performance.now()
    const { format, result, counts } = await openInput(file, from, streams)
    const ms = Math.round(performance.now() - start)
    rejected ||= !result.ok
    warned ||= result.issues.length > 0
    const report: Report = {
      file,
      ok: result.ok,
      format: format ?? null,
      ...(result.ok ? { ...contents(result.content.knowledge), ...counts } : {}),
      issues: result.issues,
      ms,
    }
    if (json) streams.print(terminalJson({ ...report, issues: result.issues.map(issueRecord) }))
    else for (const line of humanLines(report)) streams.print(line)
  }
  if (rejected) return exit.rejected
  return strict && warned ? exit.warnings : exit.clean
}

interface Report extends Partial<Contents> {
  readonly file: string
  readonly ok: boolean
  readonly format: string | null
  readonly issues: readonly Issue[]
  readonly ms: number
}

interface Contents {
  readonly nodes: number
  readonly edges: number
  readonly directed: boolean | 'mixed'
  readonly attributes: {
    readonly node: readonly ColumnRecord[]
    readonly edge: readonly ColumnRecord[]
  }
}

interface ColumnRecord {
  readonly name: string
  readonly type: string
}

function contents({ entities, statements, columns }: Knowledge): Contents {
  const edges = [...statements.values()].filter(({ value }) => value.type === 'entity')
  const directed = edges.filter(({ direction }) => direction === 'directed').length
  return {
    nodes: entities.size,
    edges: edges.length,
    directed: directed === 0 ? false : directed === edges.length ? true : 'mixed',
    attributes: {
      node: columns.entity.map(columnRecord),
      edge: columns.statement.map(columnRecord),
    },
  }
}

function columnRecord({ title, datatype, fileType }: Column): ColumnRecord {
  return { name: title, type: fileType ?? datatype }
}

/** Without the file, which the report names once. */
function issueRecord({ severity, line, column, message, advice }: Issue): object {
  return { severity, line, column, message, advice }
}

function humanLines(report: Report): readonly string[] {
  const { file, ok, format, nodes, edges, directed, attributes, issues, ms } = report
  const kind = directed === true ? 'directed' : directed === false ? 'undirected' : 'mixed'
  const head = ok
    ? `${file}: ${format ?? 'unknown'}, ${nodes} nodes, ${edges} edges (${kind}), ${ms} ms`
    : `${file}: rejected (${format ?? 'unknown format'}), ${ms} ms`
  const columns = (name: string, list: readonly ColumnRecord[] = []): readonly string[] =>
    list.length === 0
      ? []
      : [`  ${name}: ${list.map((column) => `${column.name} (${column.type})`).join(', ')}`]
  return [
    head,
    ...columns('node columns', attributes?.node),
    ...columns('edge columns', attributes?.edge),
    ...issues.map((issue) => `  ${issue.severity}: ${issueText(issue)}`),
  ].map(terminalText)
}
