import * as v from 'valibot'
import { LineCounter, isNode, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { Issue } from '../../model/issue.ts'

/** Where something stands in a YAML file: keys and indexes from the root. */
export type Path = readonly (string | number)[]

/** A YAML file that fits its schema, and the way to point into it. */
export interface YamlFile<Content> {
  readonly content: Content
  /** The error at `path`, or at the nearest place above it that the file has. */
  readonly errorAt: (path: Path, message: string, advice?: string) => Issue
}

/** Parses and checks one YAML file; all that does not fit is reported at once. */
export function readYaml<Schema extends v.GenericSchema>(
  text: string,
  file: string,
  schema: Schema,
): { readonly file?: YamlFile<v.InferOutput<Schema>>; readonly issues: readonly Issue[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  })
  if (document.errors.length > 0) {
    return {
      issues: document.errors.map(({ message, pos }) => {
        const { line, col } = lines.linePos(pos[0])
        return { severity: 'error', file, line, column: col, message }
      }),
    }
  }
  const errorAt = (path: Path, message: string, advice?: string): Issue => ({
    severity: 'error',
    file,
    ...placeOf(document, lines, path),
    message,
    ...(advice === undefined ? {} : { advice }),
  })
  const parsed = v.safeParse(schema, document.toJS({ maxAliasCount: 100 }))
  if (parsed.success) return { file: { content: parsed.output, errorAt }, issues: [] }
  return {
    issues: parsed.issues.map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => key as string | number)
      return errorAt(path, `${path.join(' › ')}: ${issue.message}`)
    }),
  }
}

function placeOf(
  document: Document,
  lines: LineCounter,
  path: Path,
): { line: number; column: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    const start = isNode(node) ? node.range?.[0] : undefined
    if (start === undefined) continue
    const { line, col } = lines.linePos(start)
    return { line, column: col }
  }
  return { line: 1, column: 1 }
}
