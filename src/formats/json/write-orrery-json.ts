import type { Knowledge, LaidOut, Layout, Source, Statement } from '../../model/knowledge.ts'
import { sameNotebook } from '../../model/note-changes.ts'
import { emptyNotebook } from '../../model/notebook.ts'
import { allAtOnce, type Steps } from '../../model/steps.ts'
import { usualId } from '../../model/usual-id.ts'
import { entityRecord, slim, statementRecord } from '../orrery-record.ts'
import { inPieces } from '../pieces.ts'
import { recordOfNotebook } from './notebook-record.ts'

/**
 * Writes Orrery JSON (version 1): same input, same bytes. The layout counts only when complete;
 * `view` is the part of a link after its `#`, which with the notebook makes the file a whole
 * session; the texts of sources come along.
 */
export function writeOrreryJson(...given: Parameters<typeof orreryJsonSteps>): string {
  return allAtOnce(orreryJsonSteps(...given)).join('')
}

/** `writeOrreryJson` in steps, its text in pieces that stand one after the other. */
export function* orreryJsonSteps(
  knowledge: Knowledge,
  layout: Layout,
  { view, notebook, texts, tour }: Omit<LaidOut, 'knowledge' | 'layout'> = {},
): Steps<readonly string[]> {
  const { columns } = knowledge
  const entities = [...knowledge.entities.values()]
  const points = entities.flatMap(({ id }) => {
    const point = layout.get(id)
    return point === undefined ? [] : [point.x, point.y]
  })
  const before = jsonText({
    orrery: 1,
    dataset: slim(knowledge.dataset),
    kinds: [...knowledge.kinds.values()].map((kind) => slim(kind)),
    predicates: [...knowledge.predicates.values()].map((predicate) => slim(predicate)),
    qualifiers: [...knowledge.qualifiers.values()],
    sources: [...knowledge.sources.values()].map(sourceRecord),
    columns:
      columns.entity.length + columns.statement.length === 0
        ? undefined
        : {
            entity: columns.entity.map((column) => slim(column)),
            statement: columns.statement.map((column) => slim(column)),
          },
  })
  const after = jsonText({
    layout: entities.length > 0 && points.length === entities.length * 2 ? points : undefined,
    view,
    notebook:
      notebook === undefined || sameNotebook(notebook, emptyNotebook)
        ? undefined
        : recordOfNotebook(notebook),
    texts:
      texts === undefined || texts.size === 0
        ? undefined
        : [...texts].map(([source, paragraphs]) => ({ source, paragraphs })),
    tour,
  })
  yield
  return [
    `${before.slice(0, -1)},"entities":[`,
    ...(yield* inPieces(entities, listed(entityRecord))),
    '],"statements":[',
    ...(yield* inPieces([...knowledge.statements.values()], listed(withoutUsualId))),
    after === '{}' ? ']}\n' : `],${after.slice(1)}\n`,
  ]
}

/** A statement whose id says no more than the rest of it goes without. */
function withoutUsualId(statement: Statement): object {
  const { id, subject, predicate, value } = statement
  const record = statementRecord(statement)
  return id === usualId(subject, predicate, value) ? slim(record, usual) : record
}

const usual: ReadonlySet<string> = new Set(['id'])

/** An item of a list as JSON, with a comma between it and the one before. */
function listed<Item>(recordOf: (item: Item) => object): (item: Item, index: number) => string {
  return (item, index) => `${index === 0 ? '' : ','}${jsonText(recordOf(item))}`
}

/** Any record of ours as text, with its keys in our order. */
export function orreryText(record: object, indent?: number): string {
  return `${JSON.stringify(record, inOrder, indent)}\n`
}

function jsonText(record: object): string {
  return JSON.stringify(record, inOrder)
}

const leading = ['orrery', 'dataset', 'kinds', 'predicates', 'qualifiers', 'sources', 'columns']
  .concat(['entities', 'statements', 'layout', 'view', 'notebook'])
  .concat(['id', 'type', 'number', 'subject', 'predicate', 'entity', 'literal', 'label', 'title'])

/** Keys in one order, whichever reader made the record: the same knowledge gives the same bytes. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compareKeys(a, b)))
}

function compareKeys(a: string, b: string): number {
  const [rankA, rankB] = [leading.indexOf(a), leading.indexOf(b)]
  if (rankA !== -1 || rankB !== -1) {
    return (rankA === -1 ? leading.length : rankA) - (rankB === -1 ? leading.length : rankB)
  }
  return a < b ? -1 : 1
}

/** A source as the file has it. */
export function sourceRecord({ paragraphs, ...source }: Source): object {
  return {
    ...slim(source),
    paragraphs: [...paragraphs].map(([number, { heading, role }]) => ({
      number,
      heading,
      ...(role === 'text' ? {} : { role }),
    })),
  }
}
