import type { CappedLog } from './capped-log.ts'
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
export function readKeys(raw: readonly RawKey[], log: CappedLog): readonly Key[] {
  const declared = new Map<string, readonly string[]>()
  return raw.flatMap((one) => {
    const { attributes, offset } = one.element
    const id = attributes.get('id')
    if (id === undefined) {
      log.warn('keys without an id', offset, 'a key without an id; it is skipped')
      return []
    }
    const key = readKey(id, one, log)
    const others = declared.get(id) ?? []
    if (others.some((other) => other === key.target || [other, key.target].includes('all'))) {
      const what = `the key ${quoted(id)} is declared twice`
      log.warn('keys declared twice', offset, `${what}; the first declaration counts`)
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

function readKey(id: string, { element, defaultText }: RawKey, log: CappedLog): Key {
  const { attributes, offset } = element
  const drawing = attributes.has('yfiles.type')
  const target = (attributes.get('for') ?? 'all').trim()
  if (!targets.has(target)) {
    const what = `the key ${quoted(id)} is for ${quoted(target)}, which GraphML does not have`
    log.warn('keys for unknown elements', offset, what, 'it should be for "node" or "edge"')
  }
  const typeName = attributes.get('attr.type')?.trim()
  // Without a type it is text, as the specification says.
  const type = columnType(typeName ?? 'string')
  if (type === undefined && !drawing) {
    const what = `the key ${quoted(id)} has the unknown type ${quoted(typeName ?? '')}`
    log.warn('unknown types', offset, `${what}; its values are read as text`)
  }
  const meant = type ?? { datatype: 'string' }
  const text = meant.datatype === 'string' ? defaultText : defaultText?.trim()
  const why = text === undefined ? undefined : misfit(text, meant)
  if (why !== undefined) {
    const what = `the default ${quoted(text ?? '')} of the key ${quoted(id)}`
    log.warn('unfit defaults', offset, `${what} ${why}; it is kept as text`)
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
