import { columnId } from '../../model/ids.ts'
import type { AttributeValue, Column } from '../../model/knowledge.ts'
import type { Datatype } from '../../model/literal.ts'
import { fits } from '../../model/literal.ts'
import { quoted } from '../quoted.ts'
import type { JsonValue } from './json-value.ts'
import { textOf } from './json-value.ts'
import type { DeclaredColumn, Field } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

/** What kind of values a column has had so far. */
interface Usage {
  readonly declared: DeclaredColumn | undefined
  readonly seen: Set<Seen>
}

type Seen = 'integer' | 'decimal' | 'boolean' | 'text' | 'nested'

/** The columns of all nodes, or of all edges: a column's type is what all its values are. */
export class JsonColumns {
  readonly #usage = new Map<string, Usage>()
  readonly #log: IssueLog

  constructor(declared: readonly DeclaredColumn[], log: IssueLog) {
    this.#log = log
    for (const column of declared) {
      this.#usage.set(column.name, { declared: column, seen: new Set() })
    }
  }

  /** A record's cells. A value that is no text is kept as its JSON text. */
  cells(fields: readonly Field[], offset: number): readonly AttributeValue[] {
    return fields.map(([name, value]) => {
      const usage = this.#usageOf(name)
      const seen = seenOf(value)
      if (seen !== undefined) usage.seen.add(seen)
      const text = textOf(value)
      if (usage.declared !== undefined) this.#check(usage.declared, value, text, offset)
      return { column: columnId(name), text }
    })
  }

  /** In the order of the file. */
  columns(): readonly Column[] {
    return [...this.#usage].map(([name, { declared, seen }]) => {
      const fileType = declared === undefined ? nestedType(seen) : declared.fileType
      return {
        id: columnId(name),
        title: name,
        datatype: declared?.datatype ?? datatypeOf(seen),
        dynamic: false,
        ...(fileType === undefined ? {} : { fileType }),
        ...(declared?.defaultText === undefined ? {} : { defaultText: declared.defaultText }),
      }
    })
  }

  #usageOf(name: string): Usage {
    const known = this.#usage.get(name)
    if (known !== undefined) return known
    const usage: Usage = { declared: undefined, seen: new Set() }
    this.#usage.set(name, usage)
    return usage
  }

  #check(declared: DeclaredColumn, value: JsonValue, text: string, offset: number): void {
    if (value === null || fits(text, declared.datatype)) return
    this.#log.warnOfMany(
      'values that do not fit their column are kept as text',
      offset,
      () =>
        `${quoted(text)} in the column ${quoted(declared.name)} is no ${declared.datatype}; it is kept as text`,
    )
  }
}

/** `null` says nothing about a column. */
function seenOf(value: JsonValue): Seen | undefined {
  if (value === null) return undefined
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'boolean'
  if (value.type !== 'number') return 'nested'
  if (/^-?\d+$/.test(value.text)) return 'integer'
  return Number.isFinite(Number(value.text)) ? 'decimal' : 'text'
}

function datatypeOf(seen: ReadonlySet<Seen>): Datatype {
  if (seen.size === 1 && seen.has('integer')) return 'integer'
  if (seen.size === 1 && seen.has('boolean')) return 'boolean'
  const number = [...seen].every((one) => one === 'integer' || one === 'decimal')
  return number && seen.size > 0 ? 'decimal' : 'string'
}

function nestedType(seen: ReadonlySet<Seen>): string | undefined {
  return seen.has('nested') ? jsonType : undefined
}

/** What a column's own type is called where some of its texts are JSON lists or objects. */
export const jsonType = 'json'
