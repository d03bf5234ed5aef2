import { entityId, statementId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { decode, encode } from './url-text.ts'
import type { Reject } from './url-text.ts'
import { nothing } from './view.ts'
import type { GoneSelection, Selection } from './view.ts'

/** The node or edge of a link's part. */
export function selectionIn(
  type: 'node' | 'edge',
  value: string,
  knowledge: Knowledge,
  reject: Reject,
): Selection {
  const id = decode(value)
  if (id !== undefined) {
    if (type === 'node' && knowledge.entities.has(entityId(id))) return { type, id: entityId(id) }
    const statement = knowledge.statements.get(statementId(id))
    if (type === 'edge' && statement?.value.type === 'entity') return { type, id: statement.id }
  }
  reject(`The link's ${type} “${id ?? value}” is not in this graph.`)
  return nothing
}

/** `entity:rosaline` or `statement:wrote-1`: what only the version has that is compared with. */
export function encodeGone({ of, id }: GoneSelection): string {
  return `${of}:${encode(id)}`
}

/** What a link's part says is gone; whether the version has it is not known here. */
export function goneIn(value: string, reject: Reject): Selection {
  const [of, text, ...rest] = value.split(':')
  const id = text === undefined ? undefined : decode(text)
  if (id !== undefined && rest.length === 0) {
    if (of === 'entity') return { type: 'gone', from: 'compared', of, id: entityId(id) }
    if (of === 'statement') return { type: 'gone', from: 'compared', of, id: statementId(id) }
  }
  reject(`The link's removed “${value}” cannot be read.`)
  return nothing
}
