import fc from 'fast-check'
import { changeClasses } from '../../src/model/change-class.ts'
import { emptyDraft } from '../../src/model/draft.ts'
import { evidences } from '../../src/model/evidence.ts'
import type { EntityId, KindId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import type { NamedSets } from '../../src/model/named-sets.ts'
import { emptyNotebook } from '../../src/model/notebook.ts'
import { encodeView } from '../../src/view/url.ts'
import { groupMetrics, isGroupKind, sizeMetrics } from '../../src/view/measured.ts'
import {
  furthest,
  furthestDay,
  modes,
  mostSeeds,
  nothing,
  selectionOf,
} from '../../src/view/view.ts'
import type {
  AmountChoice,
  Hidden,
  KindChoice,
  LayoutChoice,
  Selection,
} from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { mostSteps } from '../../src/view/question.ts'
import type { Place, Question } from '../../src/view/question.ts'
import { anyText } from '../any-text.ts'
import { anyView } from './any-view.ts'
import { forgedLink } from './forged-link.ts'

/** A link with something cut out, put in or changed, or forged. */
export const tampered = (knowledge: Knowledge): fc.Arbitrary<string> =>
  fc.oneof(cut(knowledge), forgedLink(knowledge))

const cut = (knowledge: Knowledge): fc.Arbitrary<string> =>
  fc
    .record({ view: anyView(knowledge), at: fc.nat(200), length: fc.nat(9), put: anyText })
    .map(({ view, at, length, put }) => {
      const link = encodeView(view, knowledge.dataset)
      return link.slice(0, at) + put + link.slice(at + length)
    })

/** The parts of a view that are not what all code elsewhere takes for granted. */
export function illegalParts(view: View, knowledge: Knowledge): readonly string[] {
  return [
    ...(Object.keys(rules) as (keyof View)[]).filter((part) => !rules[part](view, knowledge)),
    ...(Object.keys(hiddenRules) as (keyof Hidden)[])
      .filter((part) => !hiddenRules[part](view, knowledge))
      .map((part) => `hidden.${part}`),
    ...Object.keys(view).filter((part) => !Object.hasOwn(rules, part)),
    ...Object.keys(view.hidden).filter((part) => !Object.hasOwn(hiddenRules, part)),
  ]
}

type Rule = (view: View, knowledge: Knowledge) => boolean

/** One for every part of the view, or this does not compile. */
const rules = {
  trail: ({ trail, compared }, knowledge) =>
    trail.visited[trail.at] !== undefined &&
    trail.visited.every(
      (selection) =>
        isLegalSelection(selection, knowledge) &&
        // What only a version has is looked at beside that version alone.
        (selection.type !== 'gone' || selection.from === 'draft' || compared !== undefined),
    ),
  focus: ({ focus }, { entities }) =>
    focus === undefined || (entities.has(focus.centre) && [1, 2, 3].includes(focus.steps)),
  only: ({ only }, { entities }) => [...(only ?? [])].every((id) => entities.has(id)),
  grownFrom: ({ grownFrom, only }) => grownFrom === undefined || only?.has(grownFrom) === true,
  question: ({ question, kinds }, knowledge) =>
    question === undefined || isLegalQuestion(question, kinds, knowledge),
  // Its own parts have rules of their own.
  hidden: () => true,
  layout: ({ layout }, knowledge) => isLegalLayout(layout, knowledge),
  moved: ({ moved, only }, { entities }) =>
    [...moved].every(
      ([id, { x, y, pinned, guest }]) =>
        entities.has(id) &&
        [x, y].every(isWithinReach) &&
        (guest === undefined || (!pinned && only?.has(id) === true)),
    ),
  camera: ({ camera }) =>
    camera === undefined ||
    ([camera.x, camera.y, camera.ratio].every(isWithinReach) && camera.ratio >= 0.0001),
  mapCamera: ({ mapCamera }) =>
    mapCamera === undefined ||
    ([mapCamera.x, mapCamera.y].every((value) => value >= 0 && value <= 1040) &&
      mapCamera.scale >= 0.2 &&
      mapCamera.scale <= 600),
  mode: ({ mode }) => modes.includes(mode),
  uncitedOnly: ({ uncitedOnly }, { sources }) =>
    [...uncitedOnly].every((source) => sources.has(source)),
  table: ({ table: { of, sort, query, filters } }) =>
    ['nodes', 'statements'].includes(of) &&
    isText(query) &&
    (sort === undefined || (isText(sort.column) && typeof sort.descending === 'boolean')) &&
    [...filters].every(
      ([column, { by, text }]) =>
        [column, text].every(isText) && (by === 'value' || (by === 'typed' && text.trim() !== '')),
    ),
  kinds: ({ kinds }, knowledge) => isLegalKinds(kinds, knowledge),
  size: ({ size }, knowledge) => isLegalAmount(size, knowledge),
  colour: ({ colour }, knowledge) => colour === undefined || isLegalAmount(colour, knowledge),
  compared: ({ compared }) =>
    compared === undefined ||
    (isText(compared.with) &&
      compared.with !== '' &&
      [...compared.hidden].every((each) => changeClasses.includes(each))),
  draft: () => true,
  notebook: ({ notebook }) => areLegalSets(notebook.sets),
} satisfies Readonly<Record<keyof View, Rule>>

const hiddenRules = {
  kinds: ({ hidden, kinds }, knowledge) =>
    [...hidden.kinds].every((kind) => isLegalKind(kind, kinds, knowledge)),
  predicates: ({ hidden }, { predicates }) =>
    [...hidden.predicates].every((predicate) => predicates.has(predicate)),
  evidence: ({ hidden }) => [...hidden.evidence].every((each) => evidences.includes(each)),
  range: ({ hidden: { range } }) =>
    range === undefined || (isAmount(range.min) && isAmount(range.max) && range.min <= range.max),
  time: ({ hidden: { time } }) =>
    time === undefined ||
    ([time.from, time.to].every((day) => Number.isInteger(day) && Math.abs(day) <= furthestDay) &&
      time.from <= time.to &&
      [...time.hides].every((each) => ['possible', 'undated'].includes(each))),
} satisfies Readonly<Record<keyof Hidden, Rule>>

/** What a link says is selected: what the draft takes away goes with the draft. */
export function selectionOfLink(view: View): Selection {
  const selection = selectionOf(view)
  return selection.type === 'gone' && selection.from === 'draft' ? nothing : selection
}

/** What a link never carries: where the reader has been, what he changed and wrote. */
export function isFresh({ trail, draft, notebook }: View): boolean {
  return (
    trail.visited.length === 1 &&
    trail.at === 0 &&
    draft === emptyDraft &&
    notebook.entities.size + notebook.statements.size + notebook.stops.length === 0 &&
    Object.keys(notebook).every((part) => Object.hasOwn(emptyNotebook, part))
  )
}

function isLegalSelection(selection: Selection, { entities, ...knowledge }: Knowledge): boolean {
  switch (selection.type) {
    case 'nothing':
      return true
    case 'gone':
      // The other version need not be here yet.
      return ['entity', 'statement'].includes(selection.of) && isText(selection.id)
    case 'node':
      return entities.has(selection.id)
    case 'edge':
      return knowledge.statements.get(selection.id)?.value.type === 'entity'
    case 'path':
      return (
        [selection.from, selection.to].every((id) => entities.has(id)) &&
        Number.isInteger(selection.at) &&
        selection.at >= 0 &&
        selection.at < 9999 &&
        [selection.directed, selection.avoidHubs, selection.shownOnly].every(
          (each) => typeof each === 'boolean',
        ) &&
        areDifferent(selection.avoid) &&
        selection.avoid.every((predicate) => knowledge.predicates.has(predicate))
      )
    case 'connection':
      return (
        selection.seeds.length >= 2 &&
        selection.seeds.length <= mostSeeds &&
        areDifferent(selection.seeds) &&
        selection.seeds.every((id) => entities.has(id))
      )
  }
}

function isLegalLayout(layout: LayoutChoice, { entities, predicates }: Knowledge): boolean {
  switch (layout.by) {
    case 'force':
    case 'kind':
      return true
    case 'radial':
      return entities.has(layout.centre)
    case 'hierarchy':
      return (
        predicates.get(layout.predicate)?.type === 'relation' && typeof layout.turned === 'boolean'
      )
  }
}

function isLegalKinds(kinds: KindChoice, { columns }: Knowledge): boolean {
  switch (kinds.from) {
    case 'opening':
    case 'nothing':
      return true
    case 'metric':
      return groupMetrics.includes(kinds.metric)
    case 'column':
      return columns.entity.some(({ id }) => id === kinds.column)
  }
}

function isLegalAmount(amount: AmountChoice, { columns, predicates }: Knowledge): boolean {
  switch (amount.by) {
    case 'degree':
      return true
    case 'metric':
      return sizeMetrics.includes(amount.metric)
    case 'column':
      return columns.entity.some(({ id }) => id === amount.column)
    case 'fact':
      return predicates.get(amount.predicate)?.type === 'fact'
  }
}

function isLegalKind(kind: KindId, choice: KindChoice, { kinds }: Knowledge): boolean {
  return choice.from === 'metric'
    ? isGroupKind(choice.metric, kind)
    : kind === '' || kinds.has(kind)
}

function isLegalQuestion(
  { start, steps }: Question,
  kinds: KindChoice,
  knowledge: Knowledge,
): boolean {
  const isLegalPlace = (place: Place): boolean => {
    switch (place.type) {
      case 'any':
        return true
      case 'node':
        return knowledge.entities.has(place.id)
      case 'kind':
        return isLegalKind(place.id, kinds, knowledge)
    }
  }
  return (
    isLegalPlace(start) &&
    steps.length <= mostSteps &&
    steps.every(
      ({ relation, place }) =>
        isLegalPlace(place) &&
        (relation === undefined ||
          (knowledge.predicates.has(relation.predicate) &&
            ['out', 'in', 'either'].includes(relation.direction))),
    )
  )
}

/** Each with a name of its own, and of nodes that this graph may lack: another version has them. */
function areLegalSets(sets: NamedSets): boolean {
  return [...sets].every(
    ([name, nodes]: readonly [string, ReadonlySet<EntityId>]) =>
      isText(name) && name !== '' && name === name.trim() && [...nodes].every(isText),
  )
}

function areDifferent(list: readonly string[]): boolean {
  return new Set(list).size === list.length
}

/** Text that a link can hold: without lone surrogates. */
function isText(text: unknown): boolean {
  return typeof text === 'string' && !/\p{Surrogate}/u.test(text)
}

function isAmount(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0)
}

function isWithinReach(value: number): boolean {
  return isAmount(value) && Math.abs(value) <= furthest
}
