import { issueText } from '../model/issue.ts'
import type { FormatId } from '../formats/format.ts'
import type { SourceId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { openInput } from './open-input.ts'
import { exit } from './streams.ts'
import type { Streams } from './streams.ts'
import { terminalText } from './terminal-text.ts'

export interface ValidateOptions {
  readonly from: FormatId | undefined
  readonly strict: boolean
}

/** Prints every issue of each dataset folder or file, then what it holds and what lacks a proof. */
export async function validate(
  paths: readonly string[],
  { from, strict }: ValidateOptions,
  streams: Streams,
): Promise<number> {
  let rejected = false
  let warned = false
  for (const path of paths) {
    const { format, result } = await openInput(path, from, streams)
    // What is published has no issue at all; a file is read with some.
    const refused = !result.ok || (format === 'dataset' && result.issues.length > 0)
    rejected ||= refused
    warned ||= result.issues.length > 0
    for (const issue of result.issues) streams.print(terminalText(issueText(issue)))
    const lines = [
      ...(result.ok ? summary(path, result.content.knowledge) : []),
      ...(refused ? [`${path}: rejected, ${counted(result.issues.length, 'issue')}`] : []),
    ]
    for (const line of lines) streams.print(terminalText(line))
  }
  if (rejected) return exit.rejected
  return strict && warned ? exit.warnings : exit.clean
}

function summary(path: string, knowledge: Knowledge): readonly string[] {
  const statements = [...knowledge.statements.values()]
  const cited = statements.filter(({ references }) => references.length > 0).length
  const disputed = statements.filter(({ disputes }) => disputes.length > 0).length
  const entities = counted(knowledge.entities.size, 'entity', 'entities')
  const uncited = statements.length - cited
  return [
    `${path}: ${entities}, ${counted(statements.length, 'statement')}, ${cited} cited, ${uncited} not cited, ${disputed} disputed`,
    ...uncitedParagraphs(knowledge),
  ]
}

function uncitedParagraphs({ sources, statements }: Knowledge): readonly string[] {
  const cited = new Map<SourceId, Set<number>>()
  for (const { references } of statements.values()) {
    for (const { source, paragraph } of references) {
      if (paragraph === undefined) continue
      const paragraphs = cited.get(source)
      if (paragraphs === undefined) cited.set(source, new Set([paragraph]))
      else paragraphs.add(paragraph)
    }
  }
  return [...sources.values()].flatMap(({ id, title, paragraphs }) => {
    const missing = [...paragraphs].filter(([number]) => cited.get(id)?.has(number) !== true)
    const of = counted(paragraphs.size, 'paragraph')
    return [
      `source ${id} (${title}): of ${of}, no statement cites ${missing.length}`,
      ...missing.map(([number, { heading, role }]) => `  ¶${number} ${heading} (${role})`),
    ]
  })
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
