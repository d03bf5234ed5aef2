import { signal } from '@preact/signals'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAsker } from '../../src/app/asker.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import { tableOf } from '../../src/display/table.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Narrowing } from '../../src/view/narrowing.ts'
import { firstView } from '../../src/view/view.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'
import { anyQuestion } from '../view/any-view.ts'

const knowledge = sevenNodes()
const open = withOwnKinds(knowledge, sevenPlaces)
const opened = () => createSession(open, firstView, signal('light'))
const how = fc.constantFrom<Narrowing>('only', 'keep', 'add', 'without')
const ways = fc.array(fc.tuple(anyQuestion(knowledge, 3), how), { maxLength: 4 })

describe('an asker', () => {
  test('asks nothing of the picture until its answer is taken', () => {
    const session = opened()
    const asker = createAsker(session)
    fc.assert(
      fc.property(anyQuestion(knowledge), (question) => {
        asker.ask(question)
        expect([asker.question.value, session.visible.value.nodes.size]).toEqual([question, 7])
      }),
    )
  })

  test('narrows legend, facets, picture and table alike, and each step is undone exactly', () => {
    fc.assert(
      fc.property(ways, (steps) => {
        const session = opened()
        const asker = createAsker(session)
        let expected: ReadonlySet<EntityId> = new Set(knowledge.entities.keys())
        for (const [question, taken] of steps) {
          asker.ask(question)
          const answer = asker.match.value?.nodes ?? new Set<EntityId>()
          const before = session.view.value
          asker.narrow(taken, answer)
          const changed = session.view.value !== before
          if (changed) session.undo()
          expect(session.view.value).toBe(before)
          if (changed) session.redo()
          expected = new Set(
            [...knowledge.entities.keys()].filter((id) => {
              const [was, is] = [expected.has(id), answer.has(id)]
              return { only: is, keep: was && is, add: was || is, without: was && !is }[taken]
            }),
          )
        }
        const { visible, facets, picture, graph } = session
        const table = tableOf(knowledge, graph, 'nodes')
        const rows = Array.from({ length: table.rowCount }, (_, row) => row)
        expect(new Set(visible.value.nodes)).toEqual(expected)
        expect(new Set(picture.value.nodes.map(({ id }) => id))).toEqual(expected)
        expect([
          facets.value.kinds.reduce((sum, { shown }) => sum + shown, 0),
          rows.filter((row) => table.isVisible(row, visible.value)).length,
        ]).toEqual([expected.size, expected.size])
      }),
    )
  })

  test('tells for every answer what makes it one, and nothing while nothing is asked', () => {
    const session = opened()
    const asker = createAsker(session)
    const [qwen] = knowledge.dataset.start
    if (qwen === undefined) throw new Error('The seven nodes have lost their start')
    expect([asker.match.value, asker.because(qwen)]).toEqual([undefined, undefined])
    asker.ask({
      start: { type: 'any' },
      steps: [{ relation: undefined, place: { type: 'any' } }],
    })
    expect(asker.because(qwen)?.edges).toEqual(
      new Set(['offers-1', 'succeeds-1', 'tested-1', 'trained-1']),
    )
  })
})
