import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactGraph } from '../../src/graph/compact-graph.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { entityId, kindId, predicateId } from '../../src/model/ids.ts'
import type { EntityId, StatementId } from '../../src/model/ids.ts'
import type { Statement } from '../../src/model/knowledge.ts'
import { answerTo } from '../../src/view/answer.ts'
import { mostSteps } from '../../src/view/question.ts'
import type { Place, Question, QuestionStep } from '../../src/view/question.ts'
import { questionMenus } from '../../src/view/question-menus.ts'
import type { PlaceMenu } from '../../src/view/question-menus.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { anyQuestion } from './any-view.ts'

const knowledge = sevenNodes()
const graph = compactGraph(buildGraph(knowledge))
const edges = [...knowledge.statements.values()].filter(({ value }) => value.type === 'entity')

/** Straight from the definition: a node answers where one of its edges leads on as is asked. */
function answers(id: EntityId, place: Place, steps: readonly QuestionStep[]): boolean {
  const [step, ...rest] = steps
  return (
    stands(id, place) &&
    (step === undefined ||
      edges.some((edge) => ends(edge, id, step).some((end) => answers(end, step.place, rest))))
  )
}

function stands(id: EntityId, place: Place): boolean {
  if (place.type === 'any') return true
  return place.type === 'node'
    ? place.id === id
    : place.id === (knowledge.entities.get(id)?.kind ?? '')
}

/** Where the statement leads from the node, if it may be passed so. */
function ends(
  { subject, value, predicate, direction }: Statement,
  from: EntityId,
  { relation }: QuestionStep,
): readonly EntityId[] {
  if (value.type !== 'entity') return []
  if (relation !== undefined && relation.predicate !== predicate) return []
  const way = direction === 'directed' ? (relation?.direction ?? 'either') : 'either'
  return [
    ...(way !== 'in' && subject === from ? [value.entity] : []),
    ...(way !== 'out' && value.entity === from ? [subject] : []),
  ]
}

const bruteAnswer = ({ start, steps }: Question): ReadonlySet<EntityId> =>
  new Set([...knowledge.entities.keys()].filter((id) => answers(id, start, steps)))

/** Far fewer steps than allowed, so that trying every walk ends. */
const question = anyQuestion(knowledge, 3)
const answered = ({ places }: ReturnType<typeof answerTo>) => places[0]?.nodes

const madeInShanghai: Question = {
  start: { type: 'kind', id: kindId('model') },
  steps: [
    {
      relation: { predicate: predicateId('trained'), direction: 'in' },
      place: { type: 'kind', id: kindId('institution') },
    },
    {
      relation: { predicate: predicateId('based-in'), direction: 'out' },
      place: { type: 'node', id: entityId('shanghai') },
    },
  ],
}

describe('the answer', () => {
  test('to “models trained by institutions based in Shanghai” is Qwen, for two statements', () => {
    const match = answerTo(madeInShanghai, graph, knowledge)
    expect([answered(match), match.edges]).toEqual([
      new Set(['qwen']),
      new Set(['trained-1', 'based-in-1']),
    ])
  })

  test('holds every node that leads on as is asked, and no other', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(answered(answerTo(asked, graph, knowledge))).toEqual(bruteAnswer(asked))
      }),
      { numRuns: 500 },
    )
  })

  test('is made of what makes each of its nodes one', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const whole = answerTo(asked, graph, knowledge)
        const nodes = new Set<EntityId>()
        const because = new Set<StatementId>()
        for (const id of answered(whole) ?? []) {
          const own = answerTo(asked, graph, knowledge, id)
          expect(answered(own)).toEqual(new Set([id]))
          for (const node of own.nodes) nodes.add(node)
          for (const edge of own.edges) because.add(edge)
        }
        expect([nodes, because]).toEqual([whole.nodes, whole.edges])
      }),
    )
  })
})

describe('the menus of a question', () => {
  const choices = (menu: PlaceMenu): readonly [Place, number][] => [
    ...(menu.all === 0 ? [] : [[{ type: 'any' }, menu.all] as [Place, number]]),
    ...menu.kinds.map(({ kind, nodes }): [Place, number] => [{ type: 'kind', id: kind }, nodes]),
    ...menu.nodes.map((id): [Place, number] => [{ type: 'node', id }, 1]),
  ]
  /** How many nodes the end of a question reaches. */
  const reached = (asked: Question): number =>
    answerTo(asked, graph, knowledge).places.at(-1)?.nodes.size ?? 0

  test('offer only what leads somewhere, with as many nodes as it then leads to', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const menus = questionMenus(asked, graph, knowledge)
        for (const [place, nodes] of choices(menus.start)) {
          expect([nodes > 0, bruteAnswer({ start: place, steps: [] }).size]).toEqual([true, nodes])
        }
        for (const [index, { relations, place: menu }] of menus.steps.entries()) {
          const before = { ...asked, steps: asked.steps.slice(0, index) }
          const own = asked.steps[index]
          const offered = [
            ...relations.map(({ relation, nodes }) => [relation, { type: 'any' }, nodes] as const),
            ...choices(menu).map(([place, nodes]) => [own?.relation, place, nodes] as const),
          ]
          for (const [relation, place, nodes] of offered) {
            const then = { ...before, steps: [...before.steps, { relation, place }] }
            expect([nodes > 0, reached(then)]).toEqual([true, nodes])
          }
        }
        for (const { relation, nodes } of menus.next) {
          const step: QuestionStep = { relation, place: { type: 'any' } }
          const then = { ...asked, steps: [...asked.steps, step] }
          expect([nodes > 0, reached(then)]).toEqual([true, nodes])
        }
      }),
      { numRuns: 200 },
    )
  })

  test('offer every relation that leads on, and any of them where there are several', () => {
    const { next } = questionMenus(
      { start: { type: 'node', id: entityId('ministry') }, steps: [] },
      graph,
      knowledge,
    )
    expect(next).toEqual([
      { relation: { predicate: 'works-with', direction: 'either' }, nodes: 1 },
      { relation: { predicate: 'wrote', direction: 'out' }, nodes: 1 },
      { relation: undefined, nodes: 2 },
    ])
  })

  test('list nodes of the chosen kind by name, the best connected first', () => {
    const { start } = questionMenus(madeInShanghai, graph, knowledge)
    expect([start.nodes, start.more]).toEqual([['qwen'], 0])
    expect(questionMenus(undefined, graph, knowledge).start.nodes.slice(0, 2)).toEqual([
      'lab',
      'qwen',
    ])
  })

  test('end with the longest question', () => {
    const step: QuestionStep = { relation: undefined, place: { type: 'any' } }
    const steps = Array.from({ length: mostSteps }, () => step)
    const menus = questionMenus({ start: { type: 'any' }, steps }, graph, knowledge)
    expect(menus.next).toEqual([])
  })
})
