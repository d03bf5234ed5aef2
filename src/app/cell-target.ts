import { attributeOf } from '../display/table-attributes.ts'
import type { TableColumn } from '../display/table-column.ts'
import { factOf } from '../display/table-nodes.ts'
import type { RowRecord } from '../display/table.ts'
import { isOfKind } from '../model/statement-rules.ts'
import { kindColumn } from './attribute-form.ts'
import type { EditTarget } from './edit-target.ts'
import type { Session } from './session.ts'

/**
 * The form that a cell of the table asks for: that of its row at the field which the column shows,
 * or that of the fact in it, a new one where there is none and may be. Without a column the row is
 * meant.
 */
export function targetOfCell(
  session: Session,
  record: RowRecord,
  column: Pick<TableColumn, 'id'> | undefined,
): EditTarget {
  const row = { ...record, from: 'table' } as const
  if (column === undefined) return row
  const isKind = column.id === 'kind' && record.of === 'entity'
  // A group that was found in the structure is in no field.
  if (isKind && session.view.peek().kinds.from === 'metric') return row
  const attribute = isKind ? kindColumn(session) : attributeOf(column)
  if (attribute !== undefined) return { ...row, column: attribute }
  const predicate = factOf(column)
  if (predicate === undefined || record.of !== 'entity') return { ...row, cell: column.id }
  const [fact] = [...session.content.statements.values()].filter(
    ({ subject, predicate: said, value }) =>
      subject === record.id && said === predicate && value.type === 'literal',
  )
  const at = { cell: 'value', from: 'table' } as const
  if (fact !== undefined) return { of: 'statement', id: fact.id, ...at }
  const { entities, predicates } = session.content
  return isOfKind(entities.get(record.id), predicates.get(predicate)?.subjects ?? [])
    ? { of: 'new-statement', about: record.id, predicate, ...at }
    : row
}
