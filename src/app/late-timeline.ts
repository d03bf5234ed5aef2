import { computed, effect, signal } from '@preact/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Knowledge } from '../model/knowledge.ts'
import { beyondPlain } from '../model/in-columns.ts'
import { isDate } from '../model/literal.ts'
import type { Chronology } from '../view/chronology.ts'
import type { TimeChoice } from '../view/view.ts'
import type { Times } from '../view/visible.ts'
import { late } from './late.ts'

/** The dates of a graph, read when the view first asks for them. */
export interface LateTimeline {
  /** True where something in the graph may have a date. */
  readonly offered: boolean
  /** Whether the strip under the graph is there. */
  readonly open: Signal<boolean>
  /** What the reader's choice lets through; undefined where there is none, or it is not known yet. */
  readonly times: ReadonlySignal<Times | undefined>
  /** Undefined until it is there. */
  readonly chronology: ReadonlySignal<Chronology | undefined>
  readonly load: () => void
}

/** The timeline of a graph, as far as the view asks for it. */
export function lateTimeline(
  knowledge: ReadonlySignal<Knowledge>,
  time: ReadonlySignal<TimeChoice | undefined>,
): LateTimeline {
  const { loaded, load } = late(async () => (await import('../view/chronology.ts')).chronologyOf)
  const chronology = computed(() => loaded.value?.(knowledge.value))
  effect(() => {
    if (time.value !== undefined) load()
  })
  return {
    offered: mayHaveDates(knowledge.peek()),
    // Who follows a link that filters by time sees what filters.
    open: signal(time.peek() !== undefined),
    times: computed(() =>
      time.value === undefined ? undefined : chronology.value?.at(time.value),
    ),
    chronology,
    load,
  }
}

/** Looks at what things are declared to be, and for spans: whether they can be read is seen later. */
function mayHaveDates({
  predicates,
  qualifiers,
  columns,
  entities,
  statements,
}: Knowledge): boolean {
  const declared = [...predicates.values(), ...qualifiers.values(), ...columns.statement]
  if (declared.some((each) => 'datatype' in each && isDate(each.datatype))) return true
  for (const things of [entities.values(), beyondPlain(statements)]) {
    for (const { spans } of things) {
      if (spans.length > 0) return true
    }
  }
  return false
}
