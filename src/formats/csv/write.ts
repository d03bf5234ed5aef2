import { evidenceOf } from '../../model/evidence.ts'
import type { Loss } from '../../model/issue.ts'
import type {
  AttributeValue,
  Column,
  Drawing,
  Entity,
  Knowledge,
  Span,
  Statement,
} from '../../model/knowledge.ts'
import { factReferences, factsByTitle } from '../facts-by-title.ts'
import type { LossCount } from '../loss-count.ts'
import { lossCount } from '../loss-count.ts'
import { aliasText, citationText, narrowingText, separator } from '../readable.ts'
import { csvTable } from './table.ts'

type Cell = string | number | undefined
type CsvColumn<Item> = readonly [title: string, cell: (item: Item) => Cell]

/**
 * Writes a table of nodes and one of edges, as Gephi and spreadsheets take them (RFC 4180, UTF-8,
 * CR LF). Facts are columns of the nodes; what has a structure of its own becomes text. A cell
 * that begins with = + - @ and is no number gets an apostrophe in front, because a spreadsheet
 * would run it as a formula.
 */
export function writeCsv(
  knowledge: Knowledge,
  drawing: Drawing,
): { readonly nodes: string; readonly edges: string; readonly losses: readonly Loss[] } {
  const losses = lossCount()
  countStructures(knowledge, losses)
  const facts = new Map<string, Statement[]>()
  const edges: Statement[] = []
  for (const statement of knowledge.statements.values()) {
    if (statement.value.type === 'entity') edges.push(statement)
    else facts.set(statement.subject, [...(facts.get(statement.subject) ?? []), statement])
  }
  const nodeColumns = [
    ...entityColumns(knowledge, drawing),
    ...factColumns(facts, knowledge),
    ...fileColumns<Entity>(knowledge.columns.entity),
  ]
  const edgeColumns = [
    ...statementColumns(knowledge, drawing),
    ...fileColumns<Statement>(knowledge.columns.statement),
  ]
  return {
    nodes: csvTable(...filled(nodeColumns, [...knowledge.entities.values()], 2), losses),
    edges: csvTable(...filled(edgeColumns, edges, 5), losses),
    losses: losses.losses(),
  }
}

function entityColumns(knowledge: Knowledge, { nodes }: Drawing): readonly CsvColumn<Entity>[] {
  return [
    ['Id', ({ id }) => id],
    ['Label', ({ label }) => label],
    [
      'kind',
      ({ kind }) => (kind === undefined ? undefined : (knowledge.kinds.get(kind)?.label ?? kind)),
    ],
    ['aliases', ({ aliases }) => nonEmpty(aliasText(aliases))],
    ['description', ({ description }) => description],
    ['note', ({ note }) => note],
    ['latitude', ({ place }) => place?.latitude],
    ['longitude', ({ place }) => place?.longitude],
    ['parents', ({ parents }) => nonEmpty(parents.join(separator))],
    ['times', ({ spans }) => nonEmpty(spans.map(spanText).join(separator))],
    ['x', ({ id }) => nodes.get(id)?.position?.x],
    ['y', ({ id }) => nodes.get(id)?.position?.y],
    ['colour', ({ id }) => nodes.get(id)?.colour],
    ['size', ({ id }) => nodes.get(id)?.size],
  ]
}

function factColumns(
  facts: ReadonlyMap<string, readonly Statement[]>,
  knowledge: Knowledge,
): readonly CsvColumn<Entity>[] {
  const groups = factsByTitle([...facts.values()].flat(), knowledge)
  return [
    ...groups.map((group): CsvColumn<Entity> => [
      group.title,
      ({ id }: Entity): Cell => group.textOf(id),
    ]),
    ['references of facts', ({ id }) => factReferences(facts.get(id) ?? [], knowledge)],
  ]
}

function statementColumns(
  knowledge: Knowledge,
  { edges }: Drawing,
): readonly CsvColumn<Statement>[] {
  return [
    ['Source', ({ subject }) => subject],
    ['Target', ({ value }) => (value.type === 'entity' ? value.entity : undefined)],
    // The words of Gephi's own tables.
    ['Type', ({ direction }) => `${direction.charAt(0).toUpperCase()}${direction.slice(1)}`],
    ['Id', ({ id }) => id],
    [
      'Label',
      ({ label, predicate }) => label ?? knowledge.predicates.get(predicate)?.label ?? predicate,
    ],
    ['Weight', ({ weight }) => weight],
    ['predicate', ({ predicate }) => predicate],
    ['evidence', evidenceOf],
    ['references', ({ references }) => nonEmpty(citationText(references, knowledge))],
    ['qualifiers', (statement) => nonEmpty(narrowingText(statement, knowledge))],
    ['note', ({ note }) => note],
    ['times', ({ spans }) => nonEmpty(spans.map(spanText).join(separator))],
    ['colour', ({ id }) => edges.get(id)?.colour],
  ]
}

function fileColumns<Item extends { readonly attributes: readonly AttributeValue[] }>(
  columns: readonly Column[],
): readonly CsvColumn<Item>[] {
  return columns.map(({ id, title, defaultText }) => [
    title,
    ({ attributes }) => {
      const cells = attributes.filter(({ column }) => column === id)
      if (cells.length === 0) return defaultText
      return cells
        .map(({ text, span }) => (span === undefined ? text : `${text} (${spanText(span)})`))
        .join(separator)
    },
  ])
}

/** Header and rows, without the columns (after the first `kept`) that are empty throughout. */
function filled<Item>(
  columns: readonly CsvColumn<Item>[],
  items: readonly Item[],
  kept: number,
): readonly [header: readonly string[], rows: readonly (readonly Cell[])[]] {
  const used = columns.filter(
    ([, cell], index) => index < kept || items.some((item) => cell(item) !== undefined),
  )
  return [used.map(([title]) => title), items.map((item) => used.map(([, cell]) => cell(item)))]
}

/** `2009-01-01/2009-01-15`, an open bound as `..`, as ISO 8601-2 has it. */
function spanText({ start = '..', end = '..' }: Span): string {
  return start === end ? start : `${start}/${end}`
}

function nonEmpty(text: string): string | undefined {
  return text === '' ? undefined : text
}

function countStructures(knowledge: Knowledge, losses: LossCount): void {
  const statements = [...knowledge.statements.values()]
  const sum = (count: (statement: Statement) => number): number =>
    statements.reduce((total, statement) => total + count(statement), 0)
  losses.add(
    'references, written as text',
    sum(({ references }) => references.length),
  )
  losses.add(
    'qualifiers, written as text',
    sum(({ qualifiers }) => qualifiers.length),
  )
  losses.add(
    'links between disputed statements',
    sum(({ disputes }) => disputes.length),
  )
  losses.add('descriptions of kinds, predicates and sources', described(knowledge))
}

function described({ kinds, predicates, sources }: Knowledge): number {
  return kinds.size + predicates.size + sources.size
}
