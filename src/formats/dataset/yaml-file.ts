import * as v from 'valibot'
import {
  LineCounter,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml'
import type { Document, Pair } from 'yaml'
import type { Issue } from '../../model/issue.ts'

/** Where something stands in a YAML file: keys and indexes from the root. */
export type Path = readonly (string | number)[]

/** A YAML file that fits its schema, and the way to point into it. */
export interface YamlFile<Content> {
  readonly content: Content
  /** The error at `path`, or at the nearest place above it that the file has. */
  readonly errorAt: (path: Path, message: string, advice?: string) => Issue
  /** The same for what a good dataset has and a readable one need not have. */
  readonly warningAt: (path: Path, message: string, advice?: string) => Issue
  /** The scalar at `path` as the file writes it: no digit of a number is lost. */
  readonly written: (path: Path) => string | undefined
}

/** Names that JavaScript objects have by birth: the schema's records would drop them silently. */
export const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

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
  const strangers = reservedKeys(document).map(({ key, offset }): Issue => {
    const { line, col } = lines.linePos(offset)
    const message = `“${key}” cannot be a name here`
    return { severity: 'error', file, line, column: col, message, advice: 'choose another' }
  })
  if (strangers.length > 0) return { issues: strangers }
  let plain: unknown
  try {
    plain = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return { issues: [errorAt([], error instanceof Error ? error.message : String(error))] }
  }
  const parsed = v.safeParse(schema, plain)
  if (parsed.success) {
    const written = (path: Path): string | undefined => sourceAt(document, path)
    const warningAt: typeof errorAt = (...about) => ({ ...errorAt(...about), severity: 'warning' })
    return { file: { content: parsed.output, errorAt, warningAt, written }, issues: [] }
  }
  return {
    issues: parsed.issues.map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => key as string | number)
      return errorAt(path, `${path.join(' › ')}: ${issue.message}`)
    }),
  }
}

/** The value at `path` where it is a scalar, else the key that it stands under. */
function placeOf(
  document: Document,
  lines: LineCounter,
  path: Path,
): { line: number; column: number } {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = pairAt(node.items, step)
      if (pair === undefined) break
      node = pair.value
      offset =
        (isCollection(node) ? startOf(pair.key) : startOf(node)) ?? startOf(pair.key) ?? offset
    } else if (isSeq(node)) {
      const item = node.items[Number(step)]
      if (item === undefined) break
      node = item
      offset = startOf(node) ?? offset
    } else break
  }
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

function sourceAt(document: Document, path: Path): string | undefined {
  const node = document.getIn(path, true)
  return isScalar(node) ? node.source : undefined
}

/** Keys are compared as text: the path says "2024" where the file's key is the number. */
function pairAt(items: readonly Pair[], step: string | number): Pair | undefined {
  return items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

function reservedKeys(document: Document): readonly { key: string; offset: number }[] {
  const found: { key: string; offset: number }[] = []
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && reserved.has(String(key.value))) {
        found.push({ key: String(key.value), offset: startOf(key) ?? 0 })
      }
    },
  })
  return found
}
