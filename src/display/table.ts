import type { EntityId, StatementId } from '../model/ids.ts'
import type { Entity, Knowledge, Statement } from '../model/knowledge.ts'
import type { Graph } from '../graph/graph.ts'
import type { Selection, TableChoice } from '../view/view.ts'
import type { Visible } from '../view/visible.ts'
import { attributeColumns, fullest } from './table-attributes.ts'
import { columnOver } from './table-column.ts'
import type { ColumnDraft, TableColumn } from './table-column.ts'
import { evidenceColumns, factColumns, gatheredFacts } from './table-nodes.ts'
import { nodeColumns, nodeEndColumns } from './table-nodes.ts'
import { statementColumns, statementEndColumns } from './table-statements.ts'
import { timeColumns } from './table-times.ts'

/**
 * All nodes or all statements of a graph as a table. Rows are numbered from 0 in the order of the
 * data, whatever of them is shown; cells are computed when they are asked for, and say of an entity
 * what its card says.
 */
export interface Table {
  readonly of: TableChoice['of']
  readonly rowCount: number
  readonly columns: readonly TableColumn[]
  /** How many columns of the data are too many to be shown. */
  readonly leftOut: number
  readonly isVisible: (row: number, visible: Visible) => boolean
  /** What choosing the row selects. A fact stands on the card of its subject. */
  readonly selection: (row: number) => Selection
  /** What the row is of; undefined where there is none. */
  readonly record: (row: number) => RowRecord | undefined
}

export type RowRecord =
  | { readonly of: 'entity'; readonly id: EntityId }
  | { readonly of: 'statement'; readonly id: StatementId }

/** Beyond so many a table is no help, and slow: the fullest columns stay. */
const mostColumns = 40

/** The table of all nodes or of all statements. */
export function tableOf(knowledge: Knowledge, graph: Graph, of: TableChoice['of']): Table {
  return of === 'nodes' ? tableOfNodes(knowledge, graph) : tableOfStatements(knowledge)
}

function tableOfNodes(knowledge: Knowledge, graph: Graph): Table {
  const entities = [...knowledge.entities.values()]
  const factsOf = gatheredFacts(knowledge)
  const own = [
    ...factColumns(knowledge, factsOf),
    ...attributeColumns(knowledge.columns.entity, entities),
  ]
  const drafts: readonly ColumnDraft<Entity>[] = [
    ...nodeColumns(knowledge, graph),
    ...evidenceColumns(knowledge, graph, factsOf),
    ...timeColumns(entities),
    ...fullest(own, mostColumns),
    ...nodeEndColumns(knowledge),
  ]
  return {
    of: 'nodes',
    rowCount: entities.length,
    columns: drafts.map((draft) => columnOver(draft, entities)),
    leftOut: Math.max(0, own.length - mostColumns),
    isVisible: (row, { nodes }) => {
      const entity = entities[row]
      return entity !== undefined && nodes.has(entity.id)
    },
    selection: (row) => {
      const entity = entities[row]
      return entity === undefined ? { type: 'nothing' } : { type: 'node', id: entity.id }
    },
    record: (row) => {
      const entity = entities[row]
      return entity === undefined ? undefined : { of: 'entity', id: entity.id }
    },
  }
}

function tableOfStatements(knowledge: Knowledge): Table {
  const statements = [...knowledge.statements.values()]
  const own = attributeColumns(knowledge.columns.statement, statements)
  const drafts: readonly ColumnDraft<Statement>[] = [
    ...statementColumns(knowledge),
    ...timeColumns(statements),
    ...fullest(own, mostColumns),
    ...statementEndColumns(statements),
  ]
  return {
    of: 'statements',
    rowCount: statements.length,
    columns: drafts.map((draft) => columnOver(draft, statements)),
    leftOut: Math.max(0, own.length - mostColumns),
    isVisible: (row, { edges, facts }) => {
      const statement = statements[row]
      return statement !== undefined && (edges.has(statement.id) || facts.has(statement.id))
    },
    selection: (row) => {
      const statement = statements[row]
      if (statement === undefined) return { type: 'nothing' }
      return statement.value.type === 'entity'
        ? { type: 'edge', id: statement.id }
        : { type: 'node', id: statement.subject }
    },
    record: (row) => {
      const statement = statements[row]
      return statement === undefined ? undefined : { of: 'statement', id: statement.id }
    },
  }
}
