import { signal } from '@preact/signals'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createPathfinder } from '../../src/app/pathfinder.ts'
import type { Pathfinder } from '../../src/app/pathfinder.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { entityId, predicateId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { dayOf } from '../../src/model/period.ts'
import { firstView } from '../../src/view/view.ts'
import type { PathSelection, View } from '../../src/view/view.ts'
import { datedNodes } from '../dated-nodes.ts'
import { everyPath } from '../graph/brute-paths.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'
import { anyView } from '../view/any-view.ts'

function open(
  knowledge: Knowledge = sevenNodes(),
  view: View = firstView,
): { readonly session: Session; readonly pathfinder: Pathfinder } {
  const session = createSession(withOwnKinds(knowledge, sevenPlaces), view, signal('light'))
  return { session, pathfinder: createPathfinder(session) }
}

const seven = sevenNodes()
const anyPath = fc.record({
  from: fc.constantFrom(...seven.entities.keys()),
  to: fc.constantFrom(...seven.entities.keys()),
  directed: fc.boolean(),
  avoidHubs: fc.boolean(),
})
const soon = { interval: 2, timeout: 20_000 }
const nodesOf = ({ found: paths }: Pathfinder): readonly string[] | undefined =>
  paths.value?.paths.map(({ nodes }) => nodes.join(' '))

describe('paths only through what is shown', () => {
  test('are those of trying all of what the picture holds, whatever hides the rest', async () => {
    await fc.assert(
      fc.asyncProperty(anyView(seven), anyPath, async (view, ends) => {
        const { session, pathfinder } = open(seven, view)
        const selection: PathSelection = {
          ...ends,
          type: 'path',
          at: 0,
          avoid: [],
          shownOnly: true,
        }
        session.dispatch({ type: 'select', selection })
        // What hides by dates or amounts comes later.
        await vi.waitFor(() => {
          const { edges } = session.visible.value
          const all = everyPath(session.graph, ends.from, ends.to, {
            directed: ends.directed,
            hubPenalty: ends.avoidHubs,
            passes: ({ id }) => edges.has(id),
          })
          expect(pathfinder.found.value?.paths).toEqual(all.slice(0, 10))
        }, soon)
      }),
      { numRuns: 150 },
    )
  })

  test('follow the filters, and all is searched again without the option', async () => {
    const { session, pathfinder } = open()
    const paths = () => nodesOf(pathfinder)
    const toggle = (): void =>
      session.dispatch({
        type: 'toggle',
        choice: { facet: 'predicates', value: predicateId('wrote') },
      })
    const way = ['shanghai lab ministry plan']
    pathfinder.show(entityId('shanghai'), entityId('plan'))
    await expect.poll(paths, soon).toEqual(way)
    toggle()
    expect(nodesOf(pathfinder)).toEqual(way)
    pathfinder.choose({ shownOnly: true })
    expect(nodesOf(pathfinder)).toEqual([])
    toggle()
    await expect.poll(paths, soon).toEqual(way)
    session.undo()
    await expect.poll(paths, soon).toEqual([])
    session.undo()
    expect(nodesOf(pathfinder)).toEqual(way)
  })

  test('follow the range of the timeline', async () => {
    const { session, pathfinder } = open(datedNodes())
    session.timeline.load()
    await expect.poll(() => session.timeline.chronology.value).toBeDefined()
    pathfinder.show(entityId('lab'), entityId('ministry'))
    pathfinder.choose({ shownOnly: true })
    for (const [year, ways] of [
      [2024, ['lab ministry']],
      [2023, []],
    ] as const) {
      const [from, to] = [dayOf(year, 0, 1), dayOf(year, 11, 31)]
      session.dispatch({ type: 'time', time: { from, to, hides: new Set() } })
      await expect.poll(() => nodesOf(pathfinder), soon).toEqual(ways)
    }
  })
})
