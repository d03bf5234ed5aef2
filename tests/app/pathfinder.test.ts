import { signal } from '@preact/signals'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { change } from '../../src/app/change.ts'
import { nextTask } from '../../src/app/next-task.ts'
import { createPathfinder } from '../../src/app/pathfinder.ts'
import type { Pathfinder } from '../../src/app/pathfinder.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Session } from '../../src/app/session.ts'
import { entityId, predicateId, statementId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { dayOf } from '../../src/model/period.ts'
import { firstView } from '../../src/view/view.ts'
import type { PathSelection, View } from '../../src/view/view.ts'
import { datedNodes } from '../dated-nodes.ts'
import { everyPath } from '../graph/brute-paths.ts'
import { edge, node, sevenNodes, sevenPlaces } from '../seven-nodes.ts'
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

describe('paths that were looked for ahead', () => {
  test('are those that are found when asked for, whatever the reader looked at before', async () => {
    const anyNode = fc.constantFrom(...seven.entities.keys())
    await fc.assert(
      fc.asyncProperty(anyNode, fc.array(anyNode), anyNode, async (from, looked, to) => {
        const { session, pathfinder } = open()
        pathfinder.ask(from)
        for (const id of [...looked, to]) pathfinder.expect(id)
        await nextTask()
        pathfinder.answer(to)
        const all = everyPath(session.graph, from, to, {})
        await expect.poll(() => pathfinder.found.value?.paths, soon).toEqual(all.slice(0, 10))
      }),
      { numRuns: 60 },
    )
  })

  test('are not taken for those of a graph that has changed since', async () => {
    const { session, pathfinder } = open()
    const [from, to] = [entityId('shanghai'), entityId('plan')]
    pathfinder.ask(from)
    pathfinder.expect(to)
    await nextTask()
    change(session, [{ type: 'remove-entity', id: entityId('ministry') }])
    pathfinder.answer(to)
    await expect.poll(() => nodesOf(pathfinder), soon).toEqual([])
  })
})

/** `a` and `z` joined through so many nodes, by statements that hold one way. */
function manyWays(count: number): Knowledge {
  const between = Array.from({ length: count }, (_, at) => `m${String(at).padStart(2, '0')}`)
  const nodes = ['a', 'z', ...between].map((id) => node(id, id, undefined))
  const edges = between.flatMap((id) => [
    edge(`to-${id}`, 'a', 'trained', id),
    edge(`from-${id}`, id, 'trained', 'z'),
  ])
  return {
    ...seven,
    entities: new Map(nodes.map((each) => [each.id, each])),
    statements: new Map(edges.map((each) => [each.id, each])),
  }
}

describe('more paths than are listed at first', () => {
  test('are listed ten by ten, up to a bound, and stay when the reader goes back', async () => {
    const { session, pathfinder } = open(manyWays(70))
    pathfinder.show(entityId('a'), entityId('z'))
    await expect.poll(() => nodesOf(pathfinder)?.length, soon).toBe(10)
    const lengths = Array.from({ length: 5 }, () => {
      pathfinder.more()
      return nodesOf(pathfinder)?.length
    })
    expect([lengths, pathfinder.found.value?.more]).toEqual([[20, 30, 40, 50, 50], true])
    pathfinder.choose({ at: 33 })
    session.undo()
    expect([nodesOf(pathfinder)?.length, pathfinder.path.value?.path.nodes[1]]).toEqual([50, 'm00'])
    pathfinder.choose({ directed: true })
    expect(nodesOf(pathfinder)).toHaveLength(10)
  })

  test('are listed as far as a link leads', async () => {
    const path = (at: number): View => {
      const ends = { from: entityId('a'), to: entityId('z') }
      const options = { directed: false, avoidHubs: false, avoid: [], shownOnly: false }
      const selection: PathSelection = { type: 'path', ...ends, at, ...options }
      return { ...firstView, trail: { visited: [selection], at: 0 } }
    }
    const ways = [13, 60].map(async (at) => {
      const { pathfinder } = open(manyWays(20), path(at))
      await expect.poll(() => nodesOf(pathfinder)?.length, soon).toBe(20)
      return pathfinder.path.value?.path.nodes[1]
    })
    expect(await Promise.all(ways)).toEqual(['m13', 'm00'])
  })
})

describe('turning round', () => {
  test('stays on the path that is looked at, from whichever end', async () => {
    const { session, pathfinder } = open(manyWays(70))
    const present = (): string | undefined => pathfinder.path.value?.path.nodes.join(' ')
    pathfinder.show(entityId('z'), entityId('a'))
    await expect.poll(present, soon).toBe('z m00 a')
    pathfinder.choose({ at: 7 })
    pathfinder.turn()
    expect([present(), session.selection.value]).toEqual([
      'a m07 z',
      expect.objectContaining({ from: 'a', to: 'z', at: 7 }),
    ])
    pathfinder.turn()
    expect(present()).toBe('z m07 a')
  })

  test('with directions, finds it among those of the other end, or begins with the first', async () => {
    const bare = manyWays(30)
    // One way holds both ways; others lead back by ways of their own.
    const statements = new Map(bare.statements)
    for (const id of ['to-m12', 'from-m12'].map(statementId)) {
      const statement = statements.get(id)
      if (statement !== undefined) statements.set(id, { ...statement, direction: 'mutual' })
    }
    for (const [at, id] of [...bare.entities.keys()].slice(2, 13).entries()) {
      if (id === 'm12') continue
      for (const back of [
        edge(`back-a-${at}`, 'z', 'trained', id),
        edge(`back-z-${at}`, id, 'trained', 'a'),
      ])
        statements.set(back.id, back)
    }
    const { pathfinder } = open({ ...bare, statements })
    const present = (): string | undefined => pathfinder.path.value?.path.nodes.join(' ')
    pathfinder.show(entityId('a'), entityId('z'))
    await expect.poll(present, soon).toBe('a m00 z')
    pathfinder.choose({ directed: true, at: 12 })
    expect(present()).toBe('a m12 z')
    pathfinder.turn()
    expect(present()).toBe('z m12 a')
    pathfinder.turn()
    pathfinder.choose({ at: 20 })
    expect(present()).toBe('a m20 z')
    pathfinder.turn()
    expect(present()).toBe('z m00 a')
  })
})
