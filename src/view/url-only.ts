import { entityId } from '../model/ids.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { decode, encode } from './url-text.ts'
import type { Reject } from './url-text.ts'
import type { View } from './view.ts'

/** No id holds a colon here: it stands for none at all, where nothing is the empty id. */
const noNode = ':'

/**
 * What a narrowed picture shows as a part of a link, `only=lab,qwen`, or, where `all` is known and
 * that is shorter, what it leaves out: `except=lab`.
 */
export function encodeOnly(
  only: ReadonlySet<EntityId>,
  all?: Knowledge['entities'],
): [name: 'only' | 'except', value: string] {
  if (all !== undefined && all.size < 2 * only.size) {
    const others = [...all.keys()].filter((id) => !only.has(id))
    if (others.length < only.size) return ['except', listed(others)]
  }
  return ['only', listed([...only])]
}

function listed(ids: readonly EntityId[]): string {
  return ids.length === 0 ? noNode : ids.map(encode).join()
}

/** The nodes of a link's part; all where none of those that the link names is here. */
export function onlyIn(value: string, knowledge: Knowledge, reject: Reject): View['only'] {
  return namedIn(value, knowledge, 'shows', reject)
}

/** All nodes but those of a link's part; no choice where none of those that it names is here. */
export function exceptIn(value: string, knowledge: Knowledge, reject: Reject): View['only'] {
  const others = namedIn(value, knowledge, 'leaves out', reject)
  return others && new Set([...knowledge.entities.keys()].filter((id) => !others.has(id)))
}

function namedIn(
  value: string,
  { entities }: Knowledge,
  does: string,
  reject: Reject,
): View['only'] {
  if (value === noNode) return new Set()
  const named = new Set<EntityId>()
  let strangers = 0
  for (const part of value.split(',')) {
    const id = decode(part)
    if (id !== undefined && entities.has(entityId(id))) named.add(entityId(id))
    else strangers += 1
  }
  if (strangers > 0) reject(`Nodes that the link ${does} and this graph lacks: ${strangers}.`)
  return named.size === 0 ? undefined : named
}
