import type { IssueLog } from '../issue-log.ts'
import { canonicalType, columnType, misfit } from '../gexf/column-type.ts'
import type { ColumnType } from '../gexf/column-type.ts'
import { quoted } from '../quoted.ts'
import type { RawKey } from './raw-graph.ts'

export interface Key {
  readonly id: string
  readonly title: string
  /** What it is declared for: "node", "edge", "graph", "all" … */
  readonly target: string
  readonly type: ColumnType
  /** The type as the file names it, where ours says less. */
  readonly fileType: string | undefined
  readonly defaultText: string | undefined
  /** True for the keys that yEd keeps its drawings under. */
  readonly drawing: boolean
}

const targets: ReadonlySet<string> = new Set(
  'all graphml graph node edge hyperedge port endpoint'.split(' '),
)

/** The declared keys. Of several with one id for the same elements the first counts. */
export function readKeys(raw: readonly RawKey[], log: IssueLog): readonly Key[] {
  const declared = new Map<string, readonly string[]>()
  return raw.flatMap((one) => {
    const { attributes, offset } = one.element
    const id = attributes.get('id')
    if (id === undefined) {
      log.warnOfMany(
        'keys without an id are skipped',
        offset,
        () => 'a key without an id; it is skipped',
      )
      return []
    }
    const key = readKey(id, one, log)
    const others = declared.get(id) ?? []
    if (others.some((other) => other === key.target || [other, key.target].includes('all'))) {
      log.warnOfMany('keys are declared twice', offset, () => {
        const what = `the key ${quoted(id)} is declared twice`
        return `${what}; the first declaration counts`
      })
      return []
    }
    declared.set(id, [...others, key.target])
    return [key]
  })
}

/** A key of text, for values that no key is declared for. */
export function textKey(id: string, title: string, target: string): Key {
  const rest = { fileType: undefined, defaultText: undefined, drawing: false }
  return { id, title, target, type: { datatype: 'string' }, ...rest }
}

function readKey(id: string, { element, defaultText }: RawKey, log: IssueLog): Key {
  const { attributes, offset } = element
  const drawing = attributes.has('yfiles.type')
  const target = (attributes.get('for') ?? 'all').trim()
  if (!targets.has(target)) {
    const what = `the key ${quoted(id)} is for ${quoted(target)}, which GraphML does not have`
    log.warnOfMany(
      'keys are for elements that GraphML does not have',
      offset,
      () => what,
      'it should be for "node" or "edge"',
    )
  }
  const typeName = attributes.get('attr.type')?.trim()
  // Without a type it is text, as the specification says.
  const type = columnType(typeName ?? 'string')
  if (type === undefined && !drawing) {
    log.warnOfMany('keys have an unknown type', offset, () => {
      const what = `the key ${quoted(id)} has the unknown type ${quoted(typeName ?? '')}`
      return `${what}; its values are read as text`
    })
  }
  const meant = type ?? { datatype: 'string' }
  const text = meant.datatype === 'string' ? defaultText : defaultText?.trim()
  const why = text === undefined ? undefined : misfit(text, meant)
  if (why !== undefined) {
    log.warnOfMany('defaults do not fit their type', offset, () => {
      const what = `the default ${quoted(text ?? '')} of the key ${quoted(id)}`
      return `${what} ${why}; it is kept as text`
    })
  }
  return {
    id,
    title: attributes.get('attr.name') ?? id,
    target,
    type: meant,
    fileType: typeName === canonicalType(meant.datatype) ? undefined : typeName,
    defaultText: text,
    drawing,
  }
}
