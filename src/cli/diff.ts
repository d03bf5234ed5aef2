import { sentenceText } from '../display/sentence.ts'
import { nameOf } from '../display/appearance.ts'
import { difference, differenceSize } from '../model/difference.ts'
import type { Changes, Difference, FieldChange } from '../model/difference.ts'
import { issueText } from '../model/issue.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { openInput } from './open-input.ts'
import { exit } from './streams.ts'
import type { Streams } from './streams.ts'
import { terminalJson, terminalText } from './terminal-text.ts'

/** Says what changed from one graph to another, as one line of JSON or in words. */
export async function diff(
  before: string,
  after: string,
  { json }: { readonly json: boolean },
  streams: Streams,
): Promise<number> {
  const graphs: Knowledge[] = []
  for (const path of [before, after]) {
    const { result } = await openInput(path, undefined, streams)
    for (const issue of result.issues) {
      streams.complain(terminalText(`${issue.severity}: ${issueText(issue)}`))
    }
    if (!result.ok) return exit.rejected
    graphs.push(result.content.knowledge)
  }
  const [then, now] = graphs
  if (then === undefined || now === undefined) throw new Error('two graphs are compared')
  const found = difference(then, now)
  if (json) streams.print(terminalJson(found))
  else for (const line of lines(found, then, now)) streams.print(terminalText(line))
  return exit.clean
}

function lines(found: Difference, before: Knowledge, after: Knowledge): readonly string[] {
  if (differenceSize(found) === 0) return ['no difference']
  return [
    ...fieldLines('dataset', found.dataset),
    ...partLines('kind', found.kinds, (id) => id),
    ...partLines('predicate', found.predicates, (id) => id),
    ...partLines('source', found.sources, (id) => id),
    ...partLines('entity', found.entities, (id) => {
      const one = after.entities.get(id) ?? before.entities.get(id)
      return one === undefined || nameOf(one) === id ? id : `${id} (${nameOf(one)})`
    }),
    ...partLines('statement', found.statements, (id) => {
      const [all, one] = after.statements.has(id)
        ? [after, after.statements.get(id)]
        : [before, before.statements.get(id)]
      return one === undefined ? id : `${id} (${sentenceText(all, one)})`
    }),
  ]
}

function partLines<Id extends string>(
  what: string,
  { added, removed, changed }: Changes<Id>,
  name: (id: Id) => string,
): readonly string[] {
  return [
    ...added.map((id) => `+ ${what} ${name(id)}`),
    ...removed.map((id) => `- ${what} ${name(id)}`),
    ...changed.flatMap(({ id, fields }) => fieldLines(`${what} ${name(id)}`, fields)),
  ]
}

function fieldLines(what: string, fields: readonly FieldChange[]): readonly string[] {
  return fields.map(
    ({ field, before, after }) => `~ ${what}: ${field}: ${before ?? 'none'} → ${after ?? 'none'}`,
  )
}
