import { entityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { decode, encode } from './url-text.ts'
import type { Reject } from './url-text.ts'
import { mostSeeds, nothing } from './view.ts'
import type { ConnectionSelection, Selection } from './view.ts'

/** `qwen:shanghai:xi-jinping`: the seeds. */
export function encodeConnection({ seeds }: ConnectionSelection): string {
  return seeds.map(encode).join(':')
}

/** The connection of a link's part; nothing where its seeds are not in this graph. */
export function connectionIn(value: string, knowledge: Knowledge, reject: Reject): Selection {
  const ids = value.split(':').map(decode)
  const seeds = [...new Set(ids)].flatMap((id) =>
    id !== undefined && knowledge.entities.has(entityId(id)) ? [entityId(id)] : [],
  )
  if (seeds.length === ids.length && seeds.length >= 2 && seeds.length <= mostSeeds)
    return { type: 'connection', seeds }
  reject(`The link's connection “${value}” is not in this graph.`)
  return nothing
}
