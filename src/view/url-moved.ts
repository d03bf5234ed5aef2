import { entityId } from '../model/ids.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { coordinate, decode, encode } from './url-text.ts'
import type { Reject } from './url-text.ts'
import type { MovedPoint, View } from './view.ts'

/** `plan:1.5:-2:pin`: a node and its place, pinned, or as a `guest` of a narrowed picture. */
export function encodeMoved([id, { x, y, pinned, guest }]: [EntityId, MovedPoint]): string {
  return `${encode(id)}:${x}:${y}${pinned ? ':pin' : guest === true ? ':guest' : ''}`
}

/** The moved nodes of a link's part, but for those that are not in this graph. */
export function movedIn(value: string, knowledge: Knowledge, reject: Reject): View['moved'] {
  const moved = new Map<EntityId, MovedPoint>()
  let strangers = 0
  for (const part of value.split(',')) {
    const [idText = '', xText = '', yText = '', how, ...rest] = part.split(':')
    const text = decode(idText)
    const [x, y] = [coordinate(xText), coordinate(yText)]
    const [pinned, guest] = [how === 'pin', how === 'guest']
    const whole = rest.length === 0 && (pinned || guest || how === undefined)
    if (!whole || text === undefined || x === undefined || y === undefined) strangers += 1
    else if (!knowledge.entities.has(entityId(text))) strangers += 1
    else moved.set(entityId(text), { x, y, pinned, ...(guest ? { guest } : {}) })
  }
  if (strangers > 0) reject(`Moved nodes of the link that this graph lacks: ${strangers}.`)
  return moved
}
