import { sameQuestion } from './question.ts'
import { nothing } from './view.ts'
import type {
  Hidden,
  KindChoice,
  LayoutChoice,
  PathSelection,
  Selection,
  AmountChoice,
  TableChoice,
  Trail,
  View,
} from './view.ts'

/** True where both views show the same, whichever objects they are made of. */
export function sameView(a: View, b: View): boolean {
  return (
    a.draft === b.draft &&
    a.notebook === b.notebook &&
    a.mode === b.mode &&
    sameTable(a.table, b.table) &&
    sameSet(a.uncitedOnly, b.uncitedOnly) &&
    sameAmount(a.size, b.size) &&
    sameAmount(a.colour, b.colour) &&
    sameKinds(a.kinds, b.kinds) &&
    sameTrail(a.trail, b.trail) &&
    a.focus?.centre === b.focus?.centre &&
    a.focus?.steps === b.focus?.steps &&
    sameChoice(a.only, b.only) &&
    a.grownFrom === b.grownFrom &&
    sameQuestion(a.question, b.question) &&
    a.compared?.with === b.compared?.with &&
    sameChoice(a.compared?.hidden, b.compared?.hidden) &&
    sameSet(a.hidden.kinds, b.hidden.kinds) &&
    sameSet(a.hidden.predicates, b.hidden.predicates) &&
    sameSet(a.hidden.evidence, b.hidden.evidence) &&
    a.hidden.range?.min === b.hidden.range?.min &&
    a.hidden.range?.max === b.hidden.range?.max &&
    sameTime(a.hidden.time, b.hidden.time) &&
    sameLayout(a.layout, b.layout) &&
    sameMoved(a.moved, b.moved) &&
    a.camera?.x === b.camera?.x &&
    a.camera?.y === b.camera?.y &&
    a.camera?.ratio === b.camera?.ratio &&
    sameMapCamera(a.mapCamera, b.mapCamera)
  )
}

/** True where both see the same part of the map, or both all of it. */
export function sameMapCamera(a: View['mapCamera'], b: View['mapCamera']): boolean {
  return a?.x === b?.x && a?.y === b?.y && a?.scale === b?.scale
}

/** True where one view is made of the other by moves of its cameras alone. */
export function sameButCameras(a: View, b: View): boolean {
  return (Object.keys(a) as (keyof View)[]).every(
    (part) => part === 'camera' || part === 'mapCamera' || a[part] === b[part],
  )
}

/** True where both select the same node, edge, path or connection, or nothing. */
export function sameSelection(a: Selection, b: Selection): boolean {
  if (a.type === 'nothing' || b.type === 'nothing') return a.type === b.type
  if (a.type === 'path' || b.type === 'path') {
    return a.type === 'path' && b.type === 'path' && a.at === b.at && samePaths(a, b)
  }
  if (a.type === 'connection' || b.type === 'connection') {
    return a.type === 'connection' && b.type === 'connection' && sameList(a.seeds, b.seeds)
  }
  if (a.type === 'gone' && b.type === 'gone' && (a.of !== b.of || a.from !== b.from)) return false
  return a.type === b.type && a.id === b.id
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

/** True where both ask for the same paths, whichever of them is looked at. */
export function samePaths(a: PathSelection, b: PathSelection): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.directed === b.directed &&
    a.avoidHubs === b.avoidHubs &&
    a.shownOnly === b.shownOnly &&
    sameList(a.avoid, b.avoid)
  )
}

/** True where places tell the same in both. */
export function sameLayout(a: LayoutChoice, b: LayoutChoice): boolean {
  if (a.by === 'radial') return b.by === 'radial' && a.centre === b.centre
  if (a.by !== 'hierarchy') return a.by === b.by
  return b.by === 'hierarchy' && a.predicate === b.predicate && a.turned === b.turned
}

/** True where both take the kinds from the same place. */
export function sameKinds(a: KindChoice, b: KindChoice): boolean {
  if (a.from === 'column') return b.from === 'column' && a.column === b.column
  if (a.from === 'metric') return b.from === 'metric' && a.metric === b.metric
  return a.from === b.from
}

function sameTime(a: Hidden['time'], b: Hidden['time']): boolean {
  return a?.from === b?.from && a?.to === b?.to && sameChoice(a?.hides, b?.hides)
}

function sameTable(a: TableChoice, b: TableChoice): boolean {
  return (
    a.of === b.of &&
    a.query === b.query &&
    a.sort?.column === b.sort?.column &&
    a.sort?.descending === b.sort?.descending &&
    sameFilters(a.filters, b.filters)
  )
}

function sameFilters(a: TableChoice['filters'], b: TableChoice['filters']): boolean {
  if (a === b) return true
  if (a.size !== b.size) return false
  return [...a].every(([column, { by, text }]) => {
    const other = b.get(column)
    return other?.by === by && other.text === text
  })
}

/** True where both tell the same amount, or none. */
export function sameAmount(a: AmountChoice | undefined, b: AmountChoice | undefined): boolean {
  if (a?.by === 'metric') return b?.by === 'metric' && a.metric === b.metric
  if (a?.by === 'column') return b?.by === 'column' && a.column === b.column
  if (a?.by === 'fact') return b?.by === 'fact' && a.predicate === b.predicate
  return a?.by === b?.by
}

function sameTrail(a: Trail, b: Trail): boolean {
  if (a === b) return true
  if (a.at !== b.at || a.visited.length !== b.visited.length) return false
  return a.visited.every((selection, index) =>
    sameSelection(selection, b.visited[index] ?? nothing),
  )
}

function sameChoice(
  a: ReadonlySet<string> | undefined,
  b: ReadonlySet<string> | undefined,
): boolean {
  return a === b || (a !== undefined && b !== undefined && sameSet(a, b))
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a === b || (a.size === b.size && [...a].every((value) => b.has(value)))
}

function sameMoved(a: View['moved'], b: View['moved']): boolean {
  if (a === b) return true
  if (a.size !== b.size) return false
  return [...a].every(([id, { x, y, pinned, guest }]) => {
    const other = b.get(id)
    return other?.x === x && other.y === y && other.pinned === pinned && other.guest === guest
  })
}
