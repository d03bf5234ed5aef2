import { edgesAt } from '../../src/graph/graph.ts'
import { signal } from '@preact/signals'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createGrowing } from '../../src/app/growing.ts'
import type { Growing } from '../../src/app/growing.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { reasonText, tieText } from '../../src/display/growth-words.ts'
import { entityId, kindId, predicateId } from '../../src/model/ids.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Knowledge, Layout } from '../../src/model/knowledge.ts'
import { firstView } from '../../src/view/view.ts'
import { edge, node, sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const camera = { x: 0.5, y: 0.4, ratio: 0.3 }

function opened(
  knowledge: Knowledge = sevenNodes(),
  layout: Layout = sevenPlaces,
): { session: Session; growing: Growing } {
  const session = createSession(withOwnKinds(knowledge, layout), firstView, signal('light'))
  return { session, growing: createGrowing(session, () => camera) }
}

const id = entityId
const shown = ({ visible }: Session): readonly string[] => [...visible.value.nodes]
const places = ({ picture }: Session): ReadonlyMap<EntityId, readonly number[]> =>
  new Map(picture.value.nodes.map((each) => [each.id, [each.x, each.y]]))

/** A star: one hub with so many neighbours, the first two of them joined. */
function star(count: number): { knowledge: Knowledge; layout: Layout } {
  const leaves = Array.from({ length: count }, (_, at) => `leaf${at}`)
  const nodes = [
    node('hub', 'Hub', undefined),
    ...leaves.map((leaf) => node(leaf, leaf, undefined)),
  ]
  const edges = [
    ...leaves.map((leaf) => edge(`to-${leaf}`, 'hub', 'trained', leaf)),
    edge('between', 'leaf0', 'trained', 'leaf1'),
  ]
  return {
    knowledge: {
      ...sevenNodes(),
      entities: new Map(nodes.map((each) => [each.id, each])),
      statements: new Map(edges.map((each) => [each.id, each])),
    },
    layout: new Map(nodes.map((each, at) => [each.id, { x: (at % 20) * 80, y: (at / 20) * 80 }])),
  }
}

describe('a growing picture', () => {
  test('begins with a node and its neighbours, in one step that can be undone', () => {
    const { session, growing } = opened()
    growing.start(id('plan'))
    expect([shown(session), session.view.value.grownFrom]).toEqual([
      ['ministry', 'plan', 'market'],
      'plan',
    ])
    session.undo()
    expect(session.view.value).toBe(firstView)
  })

  test('of a hub begins with twelve', () => {
    const { knowledge, layout } = star(340)
    const { session, growing } = opened(knowledge, layout)
    growing.start(id('hub'))
    const { total, next, isHub } = growing.around(id('hub'))
    expect([shown(session).length, total, next.length, isHub]).toEqual([13, 340, 328, true])
    growing.at(id('hub'))
    expect(shown(session).length).toBe(13)
    growing.more(id('hub'), 5)
    expect(shown(session).length).toBe(18)
  })

  test('leaves every node and the camera where they are when it grows', () => {
    const { session, growing } = opened()
    growing.start(id('market'))
    const before = places(session)
    growing.more(id('plan'), 5)
    expect(shown(session)).toEqual(['ministry', 'plan', 'market'])
    const after = places(session)
    expect([...before].map(([each]) => after.get(each))).toEqual([...before.values()])
    expect(session.view.value.camera).toEqual(camera)
  })

  test('gives nodes their own places back when everything is shown', () => {
    const far = new Map(sevenPlaces).set(id('shanghai'), { x: -9000, y: 0 })
    const { session, growing } = opened(sevenNodes(), far)
    growing.start(id('lab'))
    const [x = 0] = places(session).get(id('shanghai')) ?? []
    expect(x).toBeGreaterThan(-9000)
    session.dispatch({ type: 'show-all' })
    expect(places(session).get(id('shanghai'))).toEqual([-9000, 0])
    expect(session.view.value).toEqual(firstView)
  })

  test('takes away what hangs on a node alone, but nothing that is pinned', () => {
    const { session, growing } = opened()
    growing.start(id('lab'))
    expect(growing.hanging(id('lab'))).toEqual(['qwen', 'shanghai', 'ministry'])
    growing.pin(id('qwen'), true)
    growing.collapse(id('lab'))
    expect(shown(session)).toEqual(['lab', 'qwen'])
    growing.pin(id('qwen'), false)
    growing.hide(id('lab'))
    expect([shown(session), session.view.value.grownFrom]).toEqual([['qwen'], undefined])
  })

  test('grows only through what no filter hides', () => {
    const { session, growing } = opened()
    session.dispatch({
      type: 'toggle',
      choice: { facet: 'predicates', value: predicateId('based-in') },
    })
    session.dispatch({ type: 'toggle', choice: { facet: 'kinds', value: kindId('model') } })
    growing.start(id('lab'))
    expect([shown(session), growing.around(id('lab')).total]).toEqual([['lab', 'ministry'], 1])
  })

  test('never moves what is there, whatever grows from where', () => {
    const { knowledge, layout } = star(30)
    const step = fc.record({ at: fc.nat({ max: 30 }), count: fc.integer({ min: 1, max: 9 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const { session, growing } = opened(knowledge, layout)
        growing.start(id('leaf0'))
        for (const { at, count } of steps) {
          const before = places(session)
          growing.more(id(at === 0 ? 'hub' : `leaf${at}`), count)
          const after = places(session)
          expect([...before].map(([each]) => after.get(each))).toEqual([...before.values()])
        }
      }),
      { numRuns: 30 },
    )
  })

  test('says why a neighbour is worth showing', () => {
    const knowledge = sevenNodes()
    const { session, growing } = opened()
    growing.start(id('plan'))
    growing.add([id('lab')])
    growing.hide(id('ministry'))
    const [first] = growing.around(id('plan')).next
    expect(first?.reasons.map((reason) => reasonText(knowledge, reason))).toEqual([
      'Shared by 2 of the 3 nodes shown.',
      'The only link between Development plan and Alibaba Cloud.',
      '2 neighbours.',
    ])
    const edges = edgesAt(session.graph, id('plan'))
    expect(tieText(knowledge, edges.slice(0, 1), id('ministry'))).toBe('Wrote Development plan.')
  })
})
