import { entityId } from '../model/ids.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { decode, encode } from './url-text.ts'
import type { Reject } from './url-text.ts'
import type { View } from './view.ts'

/** No id holds a colon here: it stands for none at all, where nothing is the empty id. */
const noNode = ':'

/** `lab,qwen`: one id after the other. */
export function encodeOnly(only: ReadonlySet<EntityId>): string {
  return only.size === 0 ? noNode : [...only].map(encode).join()
}

/** The nodes of a link's part; all where none of those that the link names is here. */
export function onlyIn(value: string, knowledge: Knowledge, reject: Reject): View['only'] {
  if (value === noNode) return new Set()
  const only = new Set<EntityId>()
  let strangers = 0
  for (const part of value.split(',')) {
    const id = decode(part)
    if (id !== undefined && knowledge.entities.has(entityId(id))) only.add(entityId(id))
    else strangers += 1
  }
  if (strangers > 0) reject(`Nodes that the link shows and this graph lacks: ${strangers}.`)
  return only.size === 0 ? undefined : only
}
