import type { EntityId, StatementId } from '../model/ids.ts'
import type { Entity, Knowledge, Statement } from '../model/knowledge.ts'
import { datingOf } from '../model/dating.ts'
import type { Period } from '../model/period.ts'
import type { TimeChoice } from './view.ts'
import type { Times } from './visible.ts'

/** How something that may have dates stands to a stretch of time. */
export type TimeState = 'certain' | 'possible' | 'undated' | 'outside'

/**
 * The rule: certain where every day that the dates can mean lies within the range; outside where
 * none does; else possible, for the dates are too coarse, open at an end, or reach beyond.
 */
export function timeState(dates: readonly Period[], range: Period): TimeState {
  if (dates.length === 0) return 'undated'
  if (dates.every(({ from, to }) => from >= range.from && to <= range.to)) return 'certain'
  return dates.some(({ from, to }) => from <= range.to && to >= range.from) ? 'possible' : 'outside'
}

/** True where such a thing is shown at the reader's choice. */
export function showsAt(choice: TimeChoice, dates: readonly Period[]): boolean {
  const state = timeState(dates, choice)
  return state === 'certain' || (state !== 'outside' && !choice.hides.has(state))
}

/** The dates of everything in a graph, each read once. */
export interface Chronology {
  readonly datesOf: (id: StatementId) => readonly Period[]
  readonly datesOfEntity: (id: EntityId) => readonly Period[]
  /** From the first to the last day that is named; undefined where none is. */
  readonly extent: Period | undefined
  /** How many entities have dates of their own. */
  readonly datedEntities: number
  /** What a choice lets through. */
  readonly at: (choice: TimeChoice) => Times
}

const none: readonly Period[] = []

/** Reads all dates of the knowledge. */
export function chronologyOf(knowledge: Knowledge): Chronology {
  const { ofStatement, ofEntity } = datingOf(knowledge)
  const statements = datedAmong(knowledge.statements.values(), ofStatement)
  const entities = datedAmong(knowledge.entities.values(), ofEntity)
  const datesOf = (id: StatementId): readonly Period[] => statements.get(id) ?? none
  const datesOfEntity = (id: EntityId): readonly Period[] => entities.get(id) ?? none
  let told: ReadonlySet<EntityId> | undefined
  return {
    datesOf,
    datesOfEntity,
    extent: extentOf([...statements.values(), ...entities.values()]),
    datedEntities: entities.size,
    at: (choice) => {
      const spoken = (told ??= spokenOf(knowledge))
      return {
        statement: ({ id }) => showsAt(choice, datesOf(id)),
        entity: (id) => {
          const dates = datesOfEntity(id)
          // What has no date of its own and no statement to be dated by is undated.
          if (dates.length === 0 && spoken.has(id)) return undefined
          return showsAt(choice, dates)
        },
      }
    },
  }
}

function datedAmong<Thing extends Entity | Statement>(
  things: Iterable<Thing>,
  datesOf: (thing: Thing) => readonly Period[],
): ReadonlyMap<Thing['id'], readonly Period[]> {
  const dated = new Map<Thing['id'], readonly Period[]>()
  for (const thing of things) {
    const dates = datesOf(thing)
    if (dates.length > 0) dated.set(thing.id, dates)
  }
  return dated
}

/** The entities that some statement is about. */
function spokenOf({ statements }: Knowledge): ReadonlySet<EntityId> {
  const spoken = new Set<EntityId>()
  for (const { subject, value } of statements.values()) {
    spoken.add(subject)
    if (value.type === 'entity') spoken.add(value.entity)
  }
  return spoken
}

function extentOf(dates: readonly (readonly Period[])[]): Period | undefined {
  let [from, to] = [Infinity, -Infinity]
  for (const period of dates.flat()) {
    for (const day of [period.from, period.to]) {
      if (!Number.isFinite(day)) continue
      if (day < from) from = day
      if (day > to) to = day
    }
  }
  return from <= to ? { from, to } : undefined
}
