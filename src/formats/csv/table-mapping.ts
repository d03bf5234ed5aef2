import type { Statement } from '../../model/knowledge.ts'
import type { ColumnRole } from './column-names.ts'

export type TableRole = 'edges' | 'nodes' | 'matrix' | 'adjacency-list'
export type Direction = Statement['direction']

/** What a table means: plain data, which a person can look at and change. */
export interface TableMapping {
  readonly role: TableRole
  readonly encoding: string
  readonly delimiter: string
  /** How many rows stand above the table and are no part of it. */
  readonly top: number
  /** True where the first row holds names of columns. */
  readonly header: boolean
  readonly decimalComma: boolean
  /** The column of each role, counted from 0. Columns without a role become attributes. */
  readonly columns: Readonly<Partial<Record<ColumnRole, number>>>
  /** Of edges that no column says it of. */
  readonly direction: Direction
  /** Why each of these is as it is, as half a sentence. */
  readonly reasons: Readonly<Partial<Record<MappingPart, string>>>
  /** Where the role rests on little, what should be looked at. */
  readonly doubt?: string
}

/** Everything that is guessed. */
export type MappingPart = Exclude<keyof TableMapping, 'columns' | 'reasons' | 'doubt'> | ColumnRole

/** The part of a guess that depends on what the table describes. */
export interface RoleGuess {
  readonly role: TableRole
  readonly columns: TableMapping['columns']
  readonly direction: Direction
  readonly reasons: TableMapping['reasons']
  readonly doubt?: string
}
