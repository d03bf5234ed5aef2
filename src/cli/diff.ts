import { sentenceText } from '../display/sentence.ts'
import { nameOf } from '../display/appearance.ts'
import { referenceText } from '../display/compared-fields.ts'
import { changeClasses } from '../model/change-class.ts'
import type { ChangeClass } from '../model/change-class.ts'
import { difference, differenceSize } from '../model/difference.ts'
import type { Changes, Difference, FieldChange } from '../model/difference.ts'
import type { StatementId } from '../model/ids.ts'
import { issueText } from '../model/issue.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { referenceChanges } from '../model/reference-changes.ts'
import type { ReferenceChange } from '../model/reference-changes.ts'
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
  const references = referenceChanges(found.statements, then, now)
  if (json) streams.print(terminalJson({ ...found, references: byClass(references) }))
  else for (const line of lines(found, references, then, now)) streams.print(terminalText(line))
  return exit.clean
}

/** As all other parts of the JSON are. */
function byClass(references: readonly ReferenceChange[]): object {
  return Object.fromEntries(
    changeClasses.map((each) => [
      each,
      references.flatMap(({ change, ...rest }) => (change === each ? [rest] : [])),
    ]),
  )
}

function lines(
  found: Difference,
  references: readonly ReferenceChange[],
  before: Knowledge,
  after: Knowledge,
): readonly string[] {
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
    ...partLines('statement', withoutReferences(found.statements, references), (id, isGone) =>
      named(isGone ? before : after, id),
    ),
    ...references.map((reference) => referenceLine(reference, before, after)),
  ]
}

/** "wrote-1 (Ministry of Science wrote Development plan)" */
function named(knowledge: Knowledge, id: StatementId): string {
  const statement = knowledge.statements.get(id)
  return statement === undefined ? id : `${id} (${sentenceText(knowledge, statement)})`
}

const signs: Readonly<Record<ChangeClass, string>> = { added: '+', removed: '-', changed: '~' }

/** The place in the source, then the statement that it supports. */
function referenceLine(
  { change, statement, statementIn, before: then, after: now }: ReferenceChange,
  before: Knowledge,
  after: Knowledge,
): string {
  const texts = [
    ...(then === undefined ? [] : [referenceText(before, then)]),
    ...(now === undefined ? [] : [referenceText(after, now)]),
  ]
  const supported = named(statementIn === 'after' ? after : before, statement)
  return `${signs[change]} reference for statement ${supported}: ${texts.join(' → ')}`
}

function partLines<Id extends string>(
  what: string,
  { added, removed, changed }: Changes<Id>,
  name: (id: Id, isGone: boolean) => string,
): readonly string[] {
  return [
    ...added.map((id) => `+ ${what} ${name(id, false)}`),
    ...removed.map((id) => `- ${what} ${name(id, true)}`),
    ...changed.flatMap(({ id, fields }) => fieldLines(`${what} ${name(id, false)}`, fields)),
  ]
}

/** References are told by lines of their own, unless only their order has changed. */
function withoutReferences(
  statements: Changes<StatementId>,
  references: readonly ReferenceChange[],
): Changes<StatementId> {
  const told = new Set(references.map(({ statement }) => statement))
  return {
    ...statements,
    changed: statements.changed.map((change) => ({
      ...change,
      fields: change.fields.filter(({ field }) => field !== 'references' || !told.has(change.id)),
    })),
  }
}

function fieldLines(what: string, fields: readonly FieldChange[]): readonly string[] {
  return fields.map(
    ({ field, before, after }) => `~ ${what}: ${field}: ${before ?? 'none'} → ${after ?? 'none'}`,
  )
}
