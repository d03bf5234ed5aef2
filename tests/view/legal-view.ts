import fc from 'fast-check'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { encodeView } from '../../src/view/url.ts'
import { isGroupKind } from '../../src/view/measured.ts'
import { modes, selectionOf } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { mostSteps } from '../../src/view/question.ts'
import type { Place } from '../../src/view/question.ts'
import { anyText } from '../any-text.ts'
import { anyView } from './any-view.ts'

/** A link with something cut out, put in or changed. */
export const tampered = (knowledge: Knowledge): fc.Arbitrary<string> =>
  fc
    .record({ view: anyView(knowledge), at: fc.nat(200), cut: fc.nat(9), put: anyText })
    .map(({ view, at, cut, put }) => {
      const link = encodeView(view, knowledge.dataset)
      return link.slice(0, at) + put + link.slice(at + cut)
    })

/** True where a view that comes from a link is all that code elsewhere takes for granted. */
export function isLegal(view: View, knowledge: Knowledge): boolean {
  const selection = selectionOf(view)
  const { focus, hidden, moved, camera, mapCamera, trail, table } = view
  const inGraph =
    selection.type === 'nothing' ||
    (selection.type === 'node' && knowledge.entities.has(selection.id)) ||
    (selection.type === 'edge' &&
      knowledge.statements.get(selection.id)?.value.type === 'entity') ||
    (selection.type === 'path' &&
      [selection.from, selection.to].every((id) => knowledge.entities.has(id)) &&
      Number.isInteger(selection.at) &&
      selection.at >= 0 &&
      [selection.directed, selection.avoidHubs, selection.shownOnly].every(
        (option) => typeof option === 'boolean',
      ) &&
      selection.avoid.every((id) => knowledge.predicates.has(id))) ||
    (selection.type === 'connection' &&
      selection.seeds.length >= 2 &&
      selection.seeds.every((id) => knowledge.entities.has(id)))
  const finite = [...moved.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
  return (
    inGraph &&
    finite &&
    trail.visited.length === 1 &&
    trail.at === 0 &&
    (focus === undefined ||
      (knowledge.entities.has(focus.centre) && [1, 2, 3].includes(focus.steps))) &&
    [...hidden.kinds].every((kind) =>
      view.kinds.from === 'metric'
        ? isGroupKind(view.kinds.metric, kind)
        : kind === '' || knowledge.kinds.has(kind),
    ) &&
    (hidden.range === undefined ||
      (Number.isFinite(hidden.range.max - hidden.range.min) &&
        hidden.range.min <= hidden.range.max)) &&
    (hidden.time === undefined ||
      (Number.isInteger(hidden.time.from) &&
        Number.isInteger(hidden.time.to) &&
        hidden.time.from <= hidden.time.to &&
        [...hidden.time.hides].every((each) => ['possible', 'undated'].includes(each)))) &&
    [...hidden.predicates].every((predicate) => knowledge.predicates.has(predicate)) &&
    [...hidden.evidence].every((each) =>
      ['cited', 'inferred', 'disputed', 'uncited'].includes(each),
    ) &&
    [...table.filters.values()].every(
      ({ by, text }) => by === 'value' || (by === 'typed' && text.trim() !== ''),
    ) &&
    [...moved.keys()].every((id) => knowledge.entities.has(id)) &&
    [...(view.only ?? [])].every((id) => knowledge.entities.has(id)) &&
    (view.grownFrom === undefined || view.only?.has(view.grownFrom) === true) &&
    [...moved].every(([id, { guest }]) => guest !== true || view.only?.has(id) === true) &&
    isLegalQuestion(view, knowledge) &&
    isLegalLayout(view, knowledge) &&
    (camera === undefined || (Number.isFinite(camera.x) && camera.ratio > 0)) &&
    (mapCamera === undefined ||
      ([mapCamera.x, mapCamera.y].every((value) => value >= 0 && value <= 1040) &&
        mapCamera.scale >= 0.2 &&
        mapCamera.scale <= 600)) &&
    modes.includes(view.mode)
  )
}

function isLegalLayout({ layout }: View, knowledge: Knowledge): boolean {
  if (layout.by === 'radial') return knowledge.entities.has(layout.centre)
  if (layout.by !== 'hierarchy') return true
  return knowledge.predicates.get(layout.predicate)?.type === 'relation'
}

function isLegalQuestion({ question, kinds }: View, knowledge: Knowledge): boolean {
  if (question === undefined) return true
  const isLegalPlace = (place: Place): boolean => {
    if (place.type === 'any') return true
    if (place.type === 'node') return knowledge.entities.has(place.id)
    if (kinds.from === 'metric') return isGroupKind(kinds.metric, place.id)
    return place.id === '' || knowledge.kinds.has(place.id)
  }
  return (
    isLegalPlace(question.start) &&
    question.steps.length <= mostSteps &&
    question.steps.every(
      ({ relation, place }) =>
        isLegalPlace(place) &&
        (relation === undefined || knowledge.predicates.has(relation.predicate)),
    )
  )
}
