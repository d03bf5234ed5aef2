import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { barOf } from '../display/bar-of.ts'
import { timeAxis, timeHistogram } from '../display/time-axis.ts'
import type { DatedThing, TimeAxis, TimeHistogram } from '../display/time-axis.ts'
import type { Period } from '../model/period.ts'
import { timeState } from '../view/chronology.ts'
import type { Chronology, TimeState } from '../view/chronology.ts'
import type { TimeChoice, TimeDoubt } from '../view/view.ts'
import type { Visible } from '../view/visible.ts'
import { brushing } from './brushing.ts'
import type { Session } from './session.ts'
import { visibleWithout } from './visible-without.ts'

/** What the strip under the graph shows of its dates, and what the reader does with it. */
export interface Timeline {
  /** Undefined while the dates are not known, and where there are none. */
  readonly axis: ReadonlySignal<TimeAxis | undefined>
  readonly histogram: ReadonlySignal<TimeHistogram | undefined>
  /** The choice of the view, or all time. */
  readonly range: ReadonlySignal<Period>
  /** The bars between which the range lies. */
  readonly place: ReadonlySignal<{ readonly from: number; readonly to: number }>
  /** How many of the statements that the other filters let through stand how to the range. */
  readonly counts: ReadonlySignal<Readonly<Record<TimeState, number>>>
  /** How many entities have dates of their own. */
  readonly datedEntities: ReadonlySignal<number>
  readonly hides: ReadonlySignal<ReadonlySet<TimeDoubt>>
  /** Takes the bars from one edge to another; `at` is in milliseconds since whenever. */
  readonly choose: (from: number, to: number, at: number) => void
  readonly toggle: (doubt: TimeDoubt) => void
  readonly clear: () => void
}

const always: Period = { from: -Infinity, to: Infinity }
const nothingHides: ReadonlySet<TimeDoubt> = new Set()

/** A timeline that follows the view of the session. */
export function createTimeline(session: Session): Timeline {
  const { view, timeline } = session
  timeline.load()
  const time = computed(() => view.value.hidden.time)
  const hides = computed(() => time.value?.hides ?? nothingHides)
  const axis = computed(() => {
    const extent = timeline.chronology.value?.extent
    return extent === undefined ? undefined : timeAxis(extent)
  })
  const whole = computed(() => (axis.value === undefined ? always : daysOf(axis.value)))
  const range = computed(() => time.value ?? whole.value)
  const withoutTime = visibleWithout(session, 'time')
  const { move, end } = brushing(session)
  const choiceOf = (days: Period, doubts: ReadonlySet<TimeDoubt>): TimeChoice | undefined => {
    const { from, to } = whole.peek()
    const all = doubts.size === 0 && days.from <= from && days.to >= to
    return all ? undefined : { from: days.from, to: days.to, hides: doubts }
  }
  return {
    axis,
    histogram: computed(() => {
      const [known, dates] = [axis.value, timeline.chronology.value]
      if (known === undefined || dates === undefined) return undefined
      return timeHistogram(known, datedThings(dates, withoutTime.value, session.visible.value))
    }),
    range,
    place: computed(() => {
      const known = axis.value
      if (known === undefined) return { from: 0, to: 0 }
      const { from, to } = range.value
      return { from: barOf(known.edges, from), to: barOf(known.edges, to) + 1 }
    }),
    counts: computed(() => {
      const counts = { certain: 0, possible: 0, undated: 0, outside: 0 }
      const dates = timeline.chronology.value
      if (dates === undefined) return counts
      const { edges, facts } = withoutTime.value
      for (const ids of [edges, facts]) {
        for (const id of ids) counts[timeState(dates.datesOf(id), range.value)] += 1
      }
      return counts
    }),
    datedEntities: computed(() => timeline.chronology.value?.datedEntities ?? 0),
    hides,
    choose: (from, to, at) => {
      const known = axis.peek()
      const [first, beyond] = [known?.edges[from], known?.edges[to]]
      if (first === undefined || beyond === undefined || from >= to) return
      move({ type: 'time', time: choiceOf({ from: first, to: beyond - 1 }, hides.peek()) }, at)
    },
    toggle: (doubt) => {
      const doubts = new Set(hides.peek())
      if (!doubts.delete(doubt)) doubts.add(doubt)
      end({ type: 'time', time: choiceOf(range.peek(), doubts) })
    },
    clear: () => end({ type: 'time', time: undefined }),
  }
}

function daysOf({ edges }: TimeAxis): Period {
  return { from: edges[0] ?? -Infinity, to: (edges.at(-1) ?? Infinity) - 1 }
}

/** What stands in the bars: statements with dates, and entities with dates of their own. */
function* datedThings(
  { datesOf, datesOfEntity, datedEntities }: Chronology,
  all: Visible,
  shown: Visible,
): Iterable<DatedThing> {
  for (const part of ['edges', 'facts'] as const) {
    for (const id of all[part]) {
      const dates = datesOf(id)
      if (dates.length > 0) yield { dates, shown: shown[part].has(id) }
    }
  }
  if (datedEntities === 0) return
  for (const id of all.nodes) {
    const dates = datesOfEntity(id)
    if (dates.length > 0) yield { dates, shown: shown.nodes.has(id) }
  }
}
