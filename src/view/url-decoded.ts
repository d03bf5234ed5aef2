import { evidences } from '../model/evidence.ts'
import type { Evidence } from '../model/evidence.ts'
import { entityId, kindId, predicateId, sourceId } from '../model/ids.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { isGroupKind } from './measured.ts'
import { withGuests } from './moved.ts'
import { cameraIn, mapCameraIn } from './url-camera.ts'
import { amountOfPart, kindsIn, layoutIn, rangeIn, tableIn, timeIn } from './url-choices.ts'
import { comparedIn } from './url-compared.ts'
import { connectionIn } from './url-connection.ts'
import { movedIn } from './url-moved.ts'
import { exceptIn, onlyIn } from './url-only.ts'
import { pathIn } from './url-path.ts'
import { questionIn } from './url-question.ts'
import { goneIn, selectionIn } from './url-selection.ts'
import { setsIn } from './url-sets.ts'
import { coordinate, decode } from './url-text.ts'
import type { Reject } from './url-text.ts'
import { partsOf } from './url.ts'
import type { GraphName } from './url.ts'
import { firstView, modes, selectionOf } from './view.ts'
import type { Focus, Hidden, KindChoice, Mode, Steps, View } from './view.ts'

/** A view read from a link, and one note for each part that says nothing here. */
export interface DecodedView {
  readonly view: View
  readonly notes: readonly string[]
}

/** Parts that stand for the same choice as another. */
const slots: ReadonlyMap<string, string> = new Map([
  ['edge', 'node'],
  ['path', 'node'],
  ['connect', 'node'],
  ['gone', 'node'],
  ['except', 'only'],
])

/**
 * Reads a link's hash, with or without `#`. Whatever it holds, the view is legal. `knowledgeWith`
 * gives the knowledge with kinds from where the link takes them.
 */
export function decodeView(
  hash: string,
  opened: Knowledge,
  graphName: GraphName = opened.dataset,
  knowledgeWith: (kinds: KindChoice, opened: Knowledge) => Knowledge = (_, as) => as,
): DecodedView {
  const notes: string[] = []
  const parts = partsOf(hash)
  const kindsPart = parts.find((part) => part.startsWith('kinds='))?.slice('kinds='.length)
  const kinds = kindsPart === undefined ? firstView.kinds : kindsIn(kindsPart, opened)
  const knowledge = knowledgeWith(kinds ?? firstView.kinds, opened)
  let view: View = { ...firstView, kinds: kinds ?? firstView.kinds }
  const hidden: { -readonly [Part in keyof Hidden]: Hidden[Part] } = { ...firstView.hidden }
  const seen = new Set<string>()
  let foreignSize = false
  let grown: string | undefined
  const isKind = (id: string): boolean =>
    view.kinds.from === 'metric'
      ? isGroupKind(view.kinds.metric, id)
      : knowledge.kinds.has(kindId(id)) || id === ''
  for (const part of parts) {
    const split = part.indexOf('=')
    const [name, value] = [part.slice(0, split), part.slice(split + 1)]
    const reject = (why: string): void => void notes.push(why)
    if (split === -1) {
      reject(`The link's part “${part}” is not known here.`)
      continue
    }
    const slot = slots.get(name) ?? name
    if (seen.has(slot)) {
      reject(`The link's part “${part}” comes too late: another one is there already.`)
      continue
    }
    seen.add(slot)
    switch (name) {
      case 'v':
        if (value !== '1') reject(`The link is of version “${value}”; this Orrery reads version 1.`)
        break
      case 'dataset':
        checkDataset(value, graphName, reject)
        break
      case 'node':
      case 'edge':
        view = { ...view, trail: { visited: [selectionIn(name, value, knowledge, reject)], at: 0 } }
        break
      case 'path':
        view = { ...view, trail: { visited: [pathIn(value, knowledge, reject)], at: 0 } }
        break
      case 'connect':
        view = { ...view, trail: { visited: [connectionIn(value, knowledge, reject)], at: 0 } }
        break
      case 'gone':
        view = { ...view, trail: { visited: [goneIn(value, reject)], at: 0 } }
        break
      case 'focus':
        view = { ...view, focus: focusIn(value, knowledge, reject) }
        break
      case 'only':
        view = { ...view, only: onlyIn(value, knowledge, reject) }
        break
      case 'except':
        view = { ...view, only: exceptIn(value, knowledge, reject) }
        break
      case 'grown':
        grown = value
        break
      case 'ask':
        view = { ...view, question: questionIn(value, knowledge, isKind) }
        if (view.question === undefined)
          reject(`The link's question “${value}” is not for this graph.`)
        break
      case 'kinds':
        if (kinds === undefined) reject(`The link's kinds “${value}” are not in this graph.`)
        break
      case 'hide-kinds':
        hidden.kinds = known(value, isKind, kindId, reject)
        break
      case 'hide-predicates':
        hidden.predicates = known(
          value,
          (id) => knowledge.predicates.has(predicateId(id)),
          predicateId,
          reject,
        )
        break
      case 'hide-evidence':
        hidden.evidence = known(
          value,
          (id) => evidences.some((evidence) => evidence === id),
          (id) => id as Evidence,
          reject,
        )
        break
      case 'layout':
        view = { ...view, layout: layoutIn(value, knowledge) ?? firstView.layout }
        if (layoutIn(value, knowledge) === undefined)
          reject(`The link's layout “${value}” is not for this graph.`)
        break
      case 'moved':
        view = { ...view, moved: movedIn(value, knowledge, reject) }
        break
      case 'camera':
        view = { ...view, camera: cameraIn(value, reject) }
        break
      case 'map':
        view = { ...view, mapCamera: mapCameraIn(value, reject) }
        break
      case 'mode':
        view = { ...view, mode: modeIn(value, reject) }
        break
      case 'table':
        view = { ...view, table: tableIn(value) ?? firstView.table }
        if (tableIn(value) === undefined) reject(`The link's table “${value}” cannot be read.`)
        break
      case 'uncited':
        view = { ...view, uncitedOnly: uncitedIn(value, knowledge, reject) }
        break
      case 'size':
        view = { ...view, size: amountOfPart(value, knowledge) ?? firstView.size }
        foreignSize = amountOfPart(value, knowledge) === undefined
        if (foreignSize) reject(`The link's size “${value}” is not in this graph.`)
        break
      case 'colour':
        view = { ...view, colour: amountOfPart(value, knowledge) }
        if (view.colour === undefined) reject(`The link's colour “${value}” is not in this graph.`)
        break
      case 'range': {
        const range = rangeIn(value)
        if (range === undefined) reject(`The link's range “${value}” cannot be read.`)
        else hidden.range = range
        break
      }
      case 'time': {
        const time = timeIn(value)
        if (time === undefined) reject(`The link's time “${value}” cannot be read.`)
        else hidden.time = time
        break
      }
      case 'compared':
        view = { ...view, compared: comparedIn(value, reject) }
        break
      case 'sets':
        view = { ...view, notebook: { ...view.notebook, sets: setsIn(value, reject) } }
        break
      default:
        reject(`The link's part “${name}” is not known here.`)
    }
  }
  // A range of other amounts would hide nodes at random.
  if (foreignSize) delete hidden.range
  if (view.compared === undefined && selectionOf(view).type === 'gone') {
    view = { ...view, trail: firstView.trail }
    notes.push('The link is about something that only another version has, and names no version.')
  }
  const grownFrom = grown === undefined ? undefined : grownIn(grown, view.only)
  if (grown !== undefined && grownFrom === undefined)
    notes.push(`The link's picture does not show “${grown}”, which it was grown from.`)
  return {
    view: { ...view, hidden, grownFrom, moved: withGuests(view.moved, view.only) },
    notes,
  }
}

function checkDataset(value: string, graph: GraphName, reject: Reject): void {
  const [id, version, ...rest] = value.split('@').map(decode)
  if (rest.length > 0 || (value.includes('@') && version === undefined))
    reject(`The link's dataset “${value}” cannot be read.`)
  else if (id !== graph.id) reject(`The link is about “${id ?? ''}”; this is “${graph.id}”.`)
  else if (version !== undefined && version !== graph.version) {
    reject(
      `The link was made for version ${version} of the dataset; this is ${graph.version ?? 'another'}.`,
    )
  }
}

function focusIn(value: string, knowledge: Knowledge, reject: Reject): Focus | undefined {
  const [text = '', stepsText = '', ...rest] = value.split(':')
  const centre = decode(text)
  const steps = coordinate(stepsText)
  if (rest.length === 0 && centre !== undefined && steps !== undefined) {
    const id = entityId(centre)
    if (knowledge.entities.has(id) && isSteps(steps)) return { centre: id, steps }
  }
  reject(`The link's focus “${value}” is not in this graph.`)
  return undefined
}

function grownIn(value: string, only: View['only']): EntityId | undefined {
  const id = decode(value)
  return id !== undefined && only?.has(entityId(id)) === true ? entityId(id) : undefined
}

function uncitedIn(value: string, { sources }: Knowledge, reject: Reject): View['uncitedOnly'] {
  const has = (id: string): boolean => sources.has(sourceId(id))
  return known(value, has, sourceId, reject, 'shows what nothing cites of')
}

function isSteps(value: number): value is Steps {
  return value === 1 || value === 2 || value === 3
}

function known<Id extends string>(
  value: string,
  has: (id: string) => boolean,
  brand: (id: string) => Id,
  reject: Reject,
  does = 'hides',
): ReadonlySet<Id> {
  const ids = new Set<Id>()
  for (const part of value.split(',')) {
    const id = decode(part)
    if (id !== undefined && has(id)) ids.add(brand(id))
    else reject(`The link ${does} “${id ?? part}”, which is not in this graph.`)
  }
  return ids
}

function modeIn(value: string, reject: Reject): Mode {
  const mode = modes.find((each) => each === value)
  if (mode === undefined) reject(`“${value}” is not a way to show the graph.`)
  return mode ?? firstView.mode
}
