import type { EntityId } from '../../model/ids.ts'
import type { Issue } from '../../model/issue.ts'
import type { Knowledge, Point } from '../../model/knowledge.ts'
import type { InputFile, Opened } from '../input-file.ts'
import { quoted } from '../quoted.ts'
import type { ColumnRole } from './column-names.ts'
import { emptyGathering } from './gathering.ts'
import type { Gathering } from './gathering.ts'
import { guessMapping } from './guess-mapping.ts'
import type { TableMapping } from './table-mapping.ts'
import { unguardedText } from './own-columns.ts'
import { parseTables } from './parse-tables.ts'
import type { Table } from './parsed-table.ts'
import { edgeIdsIn, readEdgeRows } from './read-edge-rows.ts'
import { readAdjacencyList, readMatrix } from './read-matrix.ts'
import { readNodeRows, settleParents } from './read-node-rows.ts'
import { sheetOf } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/**
 * Reads tables that belong together, in any number and order, as one graph. `mappings` belong to
 * the files of the same place; what is missing is guessed. A fault of one file rejects them all;
 * a fault of one row is a warning with its line.
 */
export function readTables(
  files: readonly InputFile[],
  mappings: readonly (TableMapping | undefined)[] = [],
): Opened {
  const parsed = parseTables(files, mappings)
  const tables = parsed.flatMap((result) => (result.ok ? [result.content] : []))
  const faults = parsed.flatMap((result) => (result.ok ? [] : result.issues))
  if (faults.length > 0) return rejected('it is a table by its name', faults)
  const meant = tables.map(
    (table, index) => [table, mappings[index] ?? guessMapping(table)] as const,
  )
  const why = whyOf(meant)
  const missing = meant.flatMap(([table, mapping]) => missingColumns(table, mapping))
  if (missing.length > 0) return rejected(why, missing)
  const sheets = meant.map(([table, mapping]) => sheetOf(table, mapping))
  const gathering = gather(sheets)
  const knowledge = knowledgeOf(sheets, gathering)
  const layout = new Map<EntityId, Point>()
  for (const { id, drawing } of gathering.entities.values()) {
    if (drawing?.position !== undefined)
      layout.set(id, { x: drawing.position.x, y: drawing.position.y })
  }
  const issues = [
    ...parsed.flatMap((result) => result.issues),
    ...sheets.flatMap(({ log }) => log.warnings()),
  ]
  return { format: 'csv', why, result: { ok: true, content: { knowledge, layout }, issues } }
}

function rejected(why: string, issues: readonly Issue[]): Opened {
  return { format: 'csv', why, result: { ok: false, issues } }
}

const roleNames = {
  edges: 'a list of edges',
  nodes: 'a table of nodes',
  matrix: 'an adjacency matrix',
  'adjacency-list': 'an adjacency list',
} as const

function whyOf(meant: readonly (readonly [Table, TableMapping])[]): string {
  return meant
    .map(([{ name }, { role, reasons }]) => {
      const subject = meant.length === 1 ? 'it' : name
      const reason = reasons.role === undefined ? '' : `: ${reasons.role}`
      return `${subject} is ${roleNames[role]}${reason}`
    })
    .join('; ')
}

/** The roles without which a table cannot be read. */
function missingColumns(table: Table, mapping: TableMapping): readonly Issue[] {
  const needed: Readonly<Partial<Record<TableMapping['role'], readonly ColumnRole[]>>> = {
    edges: ['source', 'target'],
    nodes: ['id'],
  }
  const missing = (needed[mapping.role] ?? []).filter((role) => mapping.columns[role] === undefined)
  if (missing.length === 0) return []
  const header = mapping.header
    ? (table.rows[0] ?? []).slice(0, 20).map(quoted).join(', ')
    : undefined
  const columns =
    header === undefined
      ? `the table has ${table.width} columns without names`
      : `the columns are ${header}`
  const what = missing.map((role) => `no column for the ${role} is known`).join(', and ')
  const doubt = mapping.doubt === undefined ? '' : `; ${mapping.doubt}`
  return [
    {
      severity: 'error',
      message: `${what}: ${columns}${doubt}`,
      advice: 'choose what each column means, or call them source and target, or id and label',
      file: table.name,
      line: table.lines[0] ?? 1,
    },
  ]
}

/** Nodes first: the ends of edges are looked up among them. */
function gather(sheets: readonly Sheet[]): Gathering {
  const gathering = emptyGathering(new Set(sheets.flatMap(edgeIdsIn)))
  for (const { mapping, log } of sheets) {
    if (mapping.doubt !== undefined) log.note(mapping.doubt, 'look at what each column means')
  }
  const nodes = sheets.filter(({ mapping }) => mapping.role === 'nodes')
  for (const sheet of nodes) readNodeRows(sheet, gathering)
  settleParents(sheets, gathering)
  for (const sheet of sheets) {
    if (sheet.mapping.role === 'edges') readEdgeRows(sheet, gathering)
    if (sheet.mapping.role === 'matrix') readMatrix(sheet, gathering)
    if (sheet.mapping.role === 'adjacency-list') readAdjacencyList(sheet, gathering)
  }
  const [first] = gathering.implied
  if (nodes.length > 0 && first !== undefined) {
    const count = gathering.implied.length
    const who =
      count === 1
        ? `${quoted(first.id)}, an end of an edge, has`
        : `${count} ends of edges, ${quoted(first.id)} the first, have`
    first.sheet.log.note(
      `${who} no row in a table of nodes; made a node all the same`,
      'add it there to give it a label',
      first.line,
    )
  }
  return gathering
}

function knowledgeOf(sheets: readonly Sheet[], gathering: Gathering): Knowledge {
  const [name = ''] = sheets.map(({ table }) => table.name.split(/[/\\]/).at(-1) ?? table.name)
  const title = sheets.flatMap((sheet) => ownTitle(sheet) ?? [])[0] ?? name
  const { entities, kinds, statements, predicates, entityColumns, statementColumns } = gathering
  return {
    dataset: { id: name, title, start: [] },
    kinds,
    predicates,
    qualifiers: new Map(),
    sources: new Map(),
    entities,
    statements,
    columns: { entity: entityColumns.columns(), statement: statementColumns.columns() },
  }
}

function ownTitle({ own, table, records }: Sheet): string | undefined {
  const cell = own ? records[0]?.cells[(table.rows[0]?.length ?? 0) - 1] : undefined
  return cell === undefined || cell === '' ? undefined : unguardedText(cell)
}
