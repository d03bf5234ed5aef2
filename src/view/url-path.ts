import { entityId, predicateId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { nothing } from './view.ts'
import type { PathSelection, Selection } from './view.ts'
import { decode, encode } from './url-text.ts'
import type { Reject } from './url-text.ts'

const directedMark = 'directed'
const hubsMark = 'no-hubs'
const shownMark = 'shown'
const avoidMark = 'without='

/** `from:to:2:directed:no-hubs:shown:without=part-of`: the ends, which path from 1, and the options. */
export function encodePath(selection: PathSelection): string {
  const { from, to, at, directed, avoidHubs, shownOnly, avoid } = selection
  return [
    encode(from),
    encode(to),
    String(at + 1),
    ...(directed ? [directedMark] : []),
    ...(avoidHubs ? [hubsMark] : []),
    ...(shownOnly ? [shownMark] : []),
    ...avoid.map((predicate) => `${avoidMark}${encode(predicate)}`),
  ].join(':')
}

/** The path of a link's part; nothing where it is not in this graph. */
export function pathIn(value: string, knowledge: Knowledge, reject: Reject): Selection {
  const [from, to, number = '', ...options] = value.split(':')
  const ends = [from, to].map((text) => (text === undefined ? undefined : decode(text)))
  const [start, end] = ends.map((id) =>
    id !== undefined && knowledge.entities.has(entityId(id)) ? entityId(id) : undefined,
  )
  const at = /^[1-9]\d{0,3}$/.test(number) ? Number(number) - 1 : undefined
  const avoided = options
    .filter((option) => option.startsWith(avoidMark))
    .map((option) => decode(option.slice(avoidMark.length)))
  const avoid = avoided.flatMap((id) =>
    id !== undefined && knowledge.predicates.has(predicateId(id)) ? [predicateId(id)] : [],
  )
  const strange = options.filter(
    (option) =>
      ![directedMark, hubsMark, shownMark].includes(option) && !option.startsWith(avoidMark),
  )
  if (
    start === undefined ||
    end === undefined ||
    at === undefined ||
    strange.length > 0 ||
    avoid.length < avoided.length
  ) {
    reject(`The link's path “${value}” is not in this graph.`)
    return nothing
  }
  return {
    type: 'path',
    from: start,
    to: end,
    at,
    directed: options.includes(directedMark),
    avoidHubs: options.includes(hubsMark),
    shownOnly: options.includes(shownMark),
    avoid: [...new Set(avoid)],
  }
}
