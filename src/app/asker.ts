import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { CompactGraph } from '../graph/compact-graph.ts'
import type { PatternMatch } from '../graph/pattern.ts'
import type { EntityId } from '../model/ids.ts'
import { answerTo } from '../view/answer.ts'
import { narrowed } from '../view/narrowing.ts'
import type { Narrowing } from '../view/narrowing.ts'
import type { Question } from '../view/question.ts'
import { questionMenus } from '../view/question-menus.ts'
import type { QuestionMenus } from '../view/question-menus.ts'
import { compactOf } from './compact.ts'
import type { Session } from './session.ts'

/** The question of the view with its answer, and what can be asked instead. */
export interface Asker {
  readonly question: ReadonlySignal<Question | undefined>
  readonly menus: ReadonlySignal<QuestionMenus>
  /** Undefined while nothing is asked. */
  readonly match: ReadonlySignal<PatternMatch | undefined>
  readonly ask: (question: Question | undefined) => void
  /** What makes a node an answer. */
  readonly because: (id: EntityId) => PatternMatch | undefined
  readonly narrow: (how: Narrowing, nodes: ReadonlySet<EntityId>) => void
}

/** An asker that follows the view of the session. */
export function createAsker(session: Session): Asker {
  const compact = (): CompactGraph => compactOf(session.graph)
  const question = computed(() => session.view.value.question)
  return {
    question,
    menus: computed(() => questionMenus(question.value, compact(), session.knowledge)),
    match: computed(() =>
      question.value === undefined
        ? undefined
        : answerTo(question.value, compact(), session.knowledge),
    ),
    ask: (asked) => session.dispatch({ type: 'ask', question: asked }),
    because: (id) =>
      question.value === undefined
        ? undefined
        : answerTo(question.value, compact(), session.knowledge, id),
    narrow: (how, nodes) =>
      session.dispatch({
        type: 'narrow',
        to: narrowed(session.view.peek().only, how, nodes, session.graph.nodes),
      }),
  }
}
