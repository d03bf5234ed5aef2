import { evidenceOf } from '../../model/evidence.ts'
import type { Loss } from '../../model/issue.ts'
import type { Drawing, Entity, Knowledge, Statement } from '../../model/knowledge.ts'
import { factReferences, factsByTitle } from '../facts-by-title.ts'
import { lossCount } from '../loss-count.ts'
import type { LossCount } from '../loss-count.ts'
import { aliasText, citationText, narrowingText, separator, spanText } from '../readable.ts'
import { countLosses } from './count-losses.ts'
import { ownEdgeColumns, ownMark, ownNodeColumns } from './own-columns.ts'
import { csvTable, fitText } from './table.ts'
import type { Cell, Formulas } from './table.ts'
import { fileColumns, withFreeTitles } from './write-file-columns.ts'
import type { CsvColumn } from './write-file-columns.ts'

interface CsvOptions {
  /** What becomes of a text that a spreadsheet would run: an apostrophe in front, or nothing. */
  readonly formulas?: Formulas
}

/** Ids as a text file can hold them. */
type Names = (id: string) => string

/**
 * Writes a table of nodes and one of edges, as Gephi and spreadsheets take them (RFC 4180, UTF-8,
 * CR LF). Facts are columns of the nodes; what has a structure of its own becomes text. A text
 * that begins with = + - @ and is no number gets an apostrophe in front, because a spreadsheet
 * would run it as a formula; `formulas: 'keep'` leaves it as it is. Read back, the pair gives what
 * was written but for the losses.
 */
export function writeCsv(
  knowledge: Knowledge,
  drawing: Drawing,
  { formulas = 'disarm' }: CsvOptions = {},
): { readonly nodes: string; readonly edges: string; readonly losses: readonly Loss[] } {
  const losses = lossCount()
  countLosses(knowledge, drawing, losses)
  const facts = new Map<string, Statement[]>()
  const edges: Statement[] = []
  for (const statement of knowledge.statements.values()) {
    const known = facts.get(statement.subject)
    if (statement.value.type === 'entity') edges.push(statement)
    else if (known === undefined) facts.set(statement.subject, [statement])
    else known.push(statement)
  }
  const entities = [...knowledge.entities.values()]
  const names = writtenNames(knowledge.entities.keys(), losses)
  const edgeNames = writtenNames(knowledge.statements.keys(), losses)
  const nodeColumns = [
    ...entityColumns(knowledge, drawing, names),
    ...withFreeTitles(
      [
        ...factColumns(facts, knowledge),
        ...fileColumns(knowledge.columns.entity, entities, losses),
      ],
      ownNodeColumns,
      losses,
    ),
    markColumn(entities[0], knowledge),
  ]
  const edgeColumns = [
    ...statementColumns(knowledge, drawing, names, edgeNames),
    ...withFreeTitles(
      [...readableColumns(knowledge), ...fileColumns(knowledge.columns.statement, edges, losses)],
      ownEdgeColumns,
      losses,
    ),
    markColumn(edges[0], knowledge),
  ]
  return {
    nodes: csvTable(...filled(nodeColumns, entities), losses, formulas),
    edges: csvTable(...filled(edgeColumns, edges), losses, formulas),
    losses: losses.losses(),
  }
}

function entityColumns(
  knowledge: Knowledge,
  { node }: Drawing,
  nameOf: Names,
): readonly CsvColumn<Entity>[] {
  const kinds = kindTexts(knowledge)
  return [
    { title: 'Id', cell: ({ id }) => nameOf(id), always: true },
    { title: 'Label', cell: ({ label }) => label, always: true },
    { title: 'isPlural', cell: ({ isPlural }) => isPlural && 'true' },
    {
      title: 'kind',
      cell: ({ kind }) => (kind === undefined ? undefined : (kinds.get(kind) ?? kind)),
    },
    { title: 'aliases', cell: ({ aliases }) => listed(aliases, aliasText(aliases)) },
    { title: 'description', cell: ({ description }) => description },
    { title: 'note', cell: ({ note }) => note },
    { title: 'latitude', cell: ({ place }) => place?.latitude },
    { title: 'longitude', cell: ({ place }) => place?.longitude },
    {
      title: 'parents',
      cell: ({ parents }) => listed(parents, parents.map(nameOf).join(separator)),
    },
    { title: 'times', cell: ({ spans }) => listed(spans, spans.map(spanText).join(separator)) },
    { title: 'x', cell: (entity) => node(entity)?.position?.x },
    { title: 'y', cell: (entity) => node(entity)?.position?.y },
    { title: 'colour', cell: (entity) => node(entity)?.colour },
    { title: 'size', cell: (entity) => node(entity)?.size },
  ]
}

function factColumns(
  facts: ReadonlyMap<string, readonly Statement[]>,
  knowledge: Knowledge,
): readonly CsvColumn<Entity>[] {
  const groups = factsByTitle([...facts.values()].flat(), knowledge)
  return [
    ...groups.map(({ title, textOf }) => ({ title, cell: ({ id }: Entity): Cell => textOf(id) })),
    {
      title: 'references of facts',
      cell: ({ id }) => factReferences(facts.get(id) ?? [], knowledge),
    },
  ]
}

function statementColumns(
  { predicates }: Knowledge,
  { edge: drawnAs }: Drawing,
  nameOf: Names,
  edgeNameOf: Names,
): readonly CsvColumn<Statement>[] {
  const labelOf = ({ predicate }: Statement): string =>
    predicates.get(predicate)?.label ?? predicate
  return [
    { title: 'Source', cell: ({ subject }) => nameOf(subject), always: true },
    {
      title: 'Target',
      cell: ({ value }) => (value.type === 'entity' ? nameOf(value.entity) : undefined),
      always: true,
    },
    // The words of Gephi's own tables.
    {
      title: 'Type',
      cell: ({ direction }) => `${direction.charAt(0).toUpperCase()}${direction.slice(1)}`,
      always: true,
    },
    { title: 'Id', cell: ({ id }) => edgeNameOf(id), always: true },
    { title: 'Label', cell: (edge) => edge.label ?? labelOf(edge), always: true },
    {
      title: 'Weight',
      cell: ({ weight = Number.NaN }) => (Number.isFinite(weight) ? weight : undefined),
    },
    { title: 'predicate', cell: ({ predicate }) => predicate },
    // Where the label is not the predicate's, that one stands beside it.
    {
      title: 'predicate label',
      cell: (edge) => (edge.label === undefined ? undefined : labelOf(edge)),
    },
    { title: 'evidence', cell: evidenceOf },
    { title: 'note', cell: ({ note }) => note },
    { title: 'times', cell: ({ spans }) => listed(spans, spans.map(spanText).join(separator)) },
    { title: 'colour', cell: (edge) => drawnAs(edge)?.colour },
  ]
}

/** What is for people alone: read back, it is text. */
function readableColumns(knowledge: Knowledge): readonly CsvColumn<Statement>[] {
  return [
    {
      title: 'references',
      cell: ({ references }) => listed(references, citationText(references, knowledge)),
    },
    { title: 'qualifiers', cell: (statement) => nonEmpty(narrowingText(statement, knowledge)) },
  ]
}

/** The title of the dataset, on the first row; its column says that the table is ours. */
function markColumn<Item>(first: Item | undefined, { dataset }: Knowledge): CsvColumn<Item> {
  return {
    title: ownMark,
    cell: (item) => (item === first ? dataset.title : undefined),
    always: true,
  }
}

/** A kind's label, or its id where several kinds have that label. */
function kindTexts({ kinds }: Knowledge): ReadonlyMap<string, string> {
  const labels = [...kinds.values()].map(({ label }) => label)
  const shared = new Set(labels.filter((label, index) => labels.indexOf(label) !== index))
  return new Map([...kinds].map(([id, { label }]) => [id, shared.has(label) ? id : label] as const))
}

/** No two alike, though characters that a text file cannot hold are the same in it. */
function writtenNames(ids: Iterable<string>, losses: LossCount): Names {
  const all = [...ids]
  const taken = new Set(all)
  const names = new Map<string, string>()
  for (const id of all) {
    let name = fitText(id, losses)
    while (name !== id && taken.has(name)) name += '\uFFFD'
    taken.add(name)
    if (name !== id) names.set(id, name)
  }
  return (id) => names.get(id) ?? id
}

/** Header and rows, without the columns that are empty throughout. */
function filled<Item>(
  columns: readonly CsvColumn<Item>[],
  items: readonly Item[],
): readonly [header: readonly string[], rows: readonly (readonly Cell[])[]] {
  const used = columns.filter(
    ({ cell, always }) => always === true || items.some((item) => cell(item) !== undefined),
  )
  return [used.map(({ title }) => title), items.map((item) => used.map(({ cell }) => cell(item)))]
}

/** The text of a list; none where nothing is in it. */
function listed(list: readonly unknown[], text: string): string | undefined {
  return list.length === 0 ? undefined : text
}

function nonEmpty(text: string): string | undefined {
  return text === '' ? undefined : text
}
