import { entityId, kindId, predicateId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { mostSteps } from './question.ts'
import type { Place, Question, QuestionStep } from './question.ts'
import { decode, encode } from './url-text.ts'

const directions = ['out', 'in', 'either'] as const

/**
 * `kind:model,in:launched:kind:institution,any:node:shanghai`: a place, then steps, each a
 * direction with its predicate, or `any`, and the place where it leads.
 */
export function encodeQuestion({ start, steps }: Question): string {
  const step = ({ relation, place }: QuestionStep): string =>
    relation === undefined
      ? `any:${encodePlace(place)}`
      : `${relation.direction}:${encode(relation.predicate)}:${encodePlace(place)}`
  return [encodePlace(start), ...steps.map(step)].join()
}

/** The question of a link's part; undefined where this graph has nothing of the kind. */
export function questionIn(
  value: string,
  knowledge: Knowledge,
  isKind: (id: string) => boolean,
): Question | undefined {
  const [first = '', ...rest] = value.split(',')
  const place = (parts: readonly string[]) => placeIn(parts, knowledge, isKind)
  const start = place(first.split(':'))
  const steps = rest.map((text) => stepIn(text.split(':'), knowledge, place))
  const known = steps.filter((step) => step !== undefined)
  if (start === undefined || known.length < steps.length || steps.length > mostSteps)
    return undefined
  return { start, steps: known }
}

function stepIn(
  [how, ...parts]: readonly string[],
  { predicates }: Knowledge,
  placeOf: (parts: readonly string[]) => Place | undefined,
): QuestionStep | undefined {
  const direction = directions.find((each) => each === how)
  const place = placeOf(direction === undefined ? parts : parts.slice(1))
  if (place === undefined) return undefined
  if (direction === undefined) return how === 'any' ? { relation: undefined, place } : undefined
  const id = decode(parts[0] ?? '')
  if (id === undefined || !predicates.has(predicateId(id))) return undefined
  return { relation: { predicate: predicateId(id), direction }, place }
}

function encodePlace(place: Place): string {
  return place.type === 'any' ? 'any' : `${place.type}:${encode(place.id)}`
}

function placeIn(
  [type, text, ...rest]: readonly string[],
  { entities }: Knowledge,
  isKind: (id: string) => boolean,
): Place | undefined {
  if (type === 'any') return text === undefined ? { type } : undefined
  const id = text === undefined || rest.length > 0 ? undefined : decode(text)
  if (id === undefined) return undefined
  if (type === 'kind' && isKind(id)) return { type, id: kindId(id) }
  return type === 'node' && entities.has(entityId(id)) ? { type, id: entityId(id) } : undefined
}
