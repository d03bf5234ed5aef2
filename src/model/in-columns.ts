import type { Knowledge, Statement } from './knowledge.ts'
import type { StatementTable } from './statement-table.ts'

/** True where the statements lie in columns: then many questions need no records. */
export function areInColumns(statements: Knowledge['statements']): statements is StatementTable {
  return 'columns' in statements
}

/** The statements that may be more than plain ones between two entities. */
export function beyondPlain(statements: Knowledge['statements']): Iterable<Statement> {
  return areInColumns(statements) ? statements.columns.whole() : statements.values()
}

/** How many statements join two entities. */
export function relationCount(statements: Knowledge['statements']): number {
  let count = statements.size
  for (const { value } of beyondPlain(statements)) if (value.type !== 'entity') count -= 1
  return count
}
