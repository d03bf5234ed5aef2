import { namesSources } from '../model/evidence.ts'
import { issueText } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { relationCount } from '../model/in-columns.ts'
import type { OpenedPart } from '../graph/part-choice.ts'
import { counted } from './counted.ts'
import { partLine, partMeaning } from './part-words.ts'

/** What came out of reading a file, for people. */
export interface ImportReport {
  readonly names: readonly string[]
  /** "GEXF"; undefined where it could not be told. */
  readonly format: string | undefined
  /** Half a sentence: "its root element is <gexf>". */
  readonly why: string
  /** Undefined where the file was rejected. */
  readonly kept: Kept | undefined
  /** What was opened of a graph that is too large to be shown, in a sentence or two. */
  readonly part: string | undefined
  /** Records that the file has and the graph does not. */
  readonly skipped: number
  readonly groups: readonly IssueGroup[]
}

/** What came of the records of a file. */
export interface Kept {
  readonly entities: number
  readonly relations: number
  readonly facts: number
  /** False where no statement has a reference. */
  readonly sourced: boolean
  /** What the file says of how its nodes are drawn and the picture does not take from it. */
  readonly drawn: readonly ('colours' | 'sizes')[]
}

/** Issues that say the same of different records. */
export interface IssueGroup {
  readonly severity: Issue['severity']
  /** The common message, with "…" for what differs; the message itself where it stands alone. */
  readonly message: string
  readonly advice: string | undefined
  readonly issues: readonly Issue[]
  /** For each issue what its message has in place of every "…". */
  readonly differing: readonly (readonly string[])[]
}

/**
 * The report of reading; `kept` is undefined where the file was rejected, `part` unless it is a
 * part of what the file holds.
 */
export function importReport(
  names: readonly string[],
  read: Pick<ImportReport, 'format' | 'why'> & { readonly issues: readonly Issue[] },
  kept: Kept | undefined,
  part?: OpenedPart,
): ImportReport {
  return {
    names,
    format: read.format,
    why: read.why,
    kept,
    part: kept === undefined || part === undefined ? undefined : partText(part, kept),
    skipped: read.issues.reduce((sum, issue) => sum + skippedBy(issue), 0),
    groups: groupsOf(read.issues),
  }
}

/** The report as plain text, for a letter or a bug report: every issue on a line of its own. */
export function reportText(report: ImportReport): string {
  return [
    report.names.join(', '),
    formatLine(report),
    ...(report.kept === undefined ? [] : [keptLine(report.kept, report.skipped)]),
    report.part,
    sourcesLine(report),
    drawnLine(report),
    ...report.groups.flatMap(({ issues }) => issues.map(issueText)),
  ]
    .filter((line) => line !== undefined)
    .join('\n')
}

/** "Read as GEXF, because its root element is <gexf>." */
export function formatLine({ format, why, kept }: ImportReport): string {
  if (format === undefined) return 'The format could not be told.'
  const because = why === '' ? '' : `, because ${why}`
  return `${kept === undefined ? 'Taken for' : 'Read as'} ${format}${because}.`
}

/** "Kept: 77 entities, 254 relations, 0 facts. Skipped: 2 records." */
function keptLine({ entities, relations, facts }: Kept, skipped: number): string {
  return `Kept: ${counted(entities, 'entity', 'entities')}, ${counted(relations, 'relation', 'relations')}, ${counted(facts, 'fact', 'facts')}. Skipped: ${counted(skipped, 'record', 'records')}.`
}

/** Where an issue is: the line, after the file where the report is not about that file alone. */
export function issuePlace({ file, line }: Issue, names: readonly string[]): string | undefined {
  const alone = file === undefined || (names.length === 1 && names[0] === file)
  if (line === undefined) return alone ? undefined : file
  return alone ? `Line ${line}` : `${file}, line ${line}`
}

/** What the picture does with lines without sources; undefined where there is nothing to say. */
export function sourcesLine({ kept }: ImportReport): string | undefined {
  if (kept === undefined || kept.sourced || kept.relations === 0) return undefined
  return 'Nothing in this file names a source, so the picture draws every line plain.'
}

/** What becomes of the file's own colours and sizes; undefined where it has none. */
export function drawnLine({ kept }: ImportReport): string | undefined {
  if (kept === undefined || kept.drawn.length === 0) return undefined
  const what = kept.drawn.join(' and ')
  return `The picture draws nodes by kind and degree. The ${what} that this file gives them are kept and written again, but not drawn.`
}

function partText(part: OpenedPart, { entities, relations }: Kept): string {
  return `${partLine(part, { nodes: entities, edges: relations })} ${partMeaning(part.kind)}`
}

/** Counts the records; the worker does, for of a large graph it takes long. */
export function keptIn(knowledge: Knowledge): Kept {
  const { entities, statements } = knowledge
  const relations = relationCount(statements)
  const facts = statements.size - relations
  const sourced = namesSources(knowledge)
  return { entities: entities.size, relations, facts, sourced, drawn: drawnIn(entities) }
}

function drawnIn(entities: Knowledge['entities']): Kept['drawn'] {
  let [colours, sizes] = [false, false]
  for (const { drawing } of entities.values()) {
    colours ||= drawing?.colour !== undefined
    sizes ||= drawing?.size !== undefined
    if (colours && sizes) break
  }
  return [...(colours ? (['colours'] as const) : []), ...(sizes ? (['sizes'] as const) : [])]
}

/** Readers end the message about a skipped record so; past the first many they count. */
function skippedBy({ message }: Issue): number {
  if (!/\b(?:is|are) skipped$/.test(message)) return 0
  return Number(/^(\d+) (?:more|further|others?)\b/.exec(message)?.[1] ?? 1)
}

function groupsOf(issues: readonly Issue[]): readonly IssueGroup[] {
  const groups = new Map<string, { issues: Issue[]; shape: string }>()
  for (const issue of issues) {
    const shape = shapeOf(issue.message)
    const key = JSON.stringify([issue.severity, shape, issue.advice])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { issues: [issue], shape })
    else group.issues.push(issue)
  }
  return [...groups.values()].flatMap(({ issues: members, shape }) => {
    const [first] = members
    if (first === undefined) return []
    const { severity, message, advice } = first
    const differing = members.map((issue) => issue.message.match(varying) ?? [])
    const common = members.length === 1 ? message : shape
    return [{ severity, message: common, advice, issues: members, differing }]
  })
}

/** What a message quotes from the file, and figures. */
const varying = /(?:"(?:[^"\\]|\\.)*"|“[^”]*”)(?: \(\d+ characters\))?|\d[\d,.]*\d|\d/g

function shapeOf(message: string): string {
  return message.replace(varying, '…')
}
