import type { Knowledge, LaidOut, Layout, Source, Statement } from '../../model/knowledge.ts'
import { emptyNotebook } from '../../model/notebook.ts'
import { sameNotebook } from '../../model/note-changes.ts'
import { recordOfNotebook } from './notebook-record.ts'

/**
 * Writes Orrery JSON (version 1): same input, same bytes. The layout counts only when complete;
 * `view` is the part of a link after its `#`, which with the notebook makes the file a whole
 * session.
 */
export function writeOrreryJson(
  knowledge: Knowledge,
  layout: Layout,
  { view, notebook, tour }: Pick<LaidOut, 'view' | 'notebook' | 'tour'> = {},
): string {
  const entities = [...knowledge.entities.values()]
  const points = entities.flatMap(({ id }) => {
    const point = layout.get(id)
    return point === undefined ? [] : [point.x, point.y]
  })
  const { columns } = knowledge
  const record = {
    orrery: 1,
    dataset: slim(knowledge.dataset),
    kinds: [...knowledge.kinds.values()].map(slim),
    predicates: [...knowledge.predicates.values()].map(slim),
    qualifiers: [...knowledge.qualifiers.values()],
    sources: [...knowledge.sources.values()].map(sourceRecord),
    columns:
      columns.entity.length + columns.statement.length === 0
        ? undefined
        : { entity: columns.entity.map(slim), statement: columns.statement.map(slim) },
    ...orreryRecords(knowledge),
    layout: entities.length > 0 && points.length === entities.length * 2 ? points : undefined,
    view,
    notebook:
      notebook === undefined || sameNotebook(notebook, emptyNotebook)
        ? undefined
        : recordOfNotebook(notebook),
    tour,
  }
  return orreryText(record)
}

/** Any record of ours as text, with its keys in our order. */
export function orreryText(record: object, indent?: number): string {
  return `${JSON.stringify(record, inOrder, indent)}\n`
}

/** Entities and statements as the file has them, before they are text. */
export function orreryRecords(knowledge: Knowledge): {
  readonly entities: readonly object[]
  readonly statements: readonly object[]
} {
  return {
    entities: [...knowledge.entities.values()].map(slim),
    statements: [...knowledge.statements.values()].map(statementRecord),
  }
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

/** A statement as the file has it. */
export function statementRecord({ value, direction, qualifiers, ...rest }: Statement): object {
  return slim({
    ...rest,
    ...(value.type === 'entity' ? { entity: value.entity } : { literal: value.literal }),
    ...(direction === 'directed' ? {} : { direction }),
    qualifiers,
  })
}

/** Without empty lists and `false`, which the reader puts back: an entity as the file has it. */
export function slim(record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
