import type { CompactGraph } from '../graph/compact-graph.ts'
import { pattern } from '../graph/pattern.ts'
import type { PatternMatch, PatternNode, PatternStep } from '../graph/pattern.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Place, Question, QuestionStep } from './question.ts'

/**
 * What answers a question in the whole graph, whatever the picture hides: the nodes of the first
 * place are the answer, the rest is what makes them one. With `of`, what makes that one node an
 * answer.
 */
export function answerTo(
  question: Question,
  graph: CompactGraph,
  knowledge: Knowledge,
  of?: EntityId,
): PatternMatch {
  const start = patternNode(question.start)
  const first = of === undefined ? start : { ...start, among: new Set([of]) }
  return pattern(graph, knowledge, first, question.steps.map(patternStep))
}

/** A step of a question as a step of a pattern. */
export function patternStep({ relation, place }: QuestionStep): PatternStep {
  const node = patternNode(place)
  return relation === undefined ? { direction: 'either', node } : { ...relation, node }
}

/** A place of a question as a place of a pattern. */
export function patternNode(place: Place): PatternNode {
  switch (place.type) {
    case 'any':
      return {}
    case 'kind':
      return { kind: place.id }
    case 'node':
      return { among: new Set([place.id]) }
  }
}
