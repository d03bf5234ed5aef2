import { effect, signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { arrange } from '../../src/app/arranging.ts'
import { lateArrangement } from '../../src/app/late-arrangement.ts'
import { pictureOf } from '../../src/display/picture-of.ts'
import { buildGraph } from '../../src/graph/graph.ts'
import { entityId, kindId, predicateId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { firstView } from '../../src/view/view.ts'
import type { LayoutChoice } from '../../src/view/view.ts'
import { visibleSet } from '../../src/view/visible.ts'
import { runArrange } from '../../src/workers/arrange-run.ts'
import type { StartArrange } from '../../src/workers/arrange.ts'
import { sevenNodes } from '../seven-nodes.ts'

const lab = entityId('lab')
const force: LayoutChoice = { by: 'force' }
const byKind: LayoutChoice = { by: 'kind' }
const around: LayoutChoice = { by: 'radial', centre: lab }
const wrote = { by: 'hierarchy', predicate: predicateId('wrote'), turned: false } as const

/** Layouts that are computed when the test says so, in this thread. */
function layouts(first: LayoutChoice = force) {
  const waiting: (() => void)[] = []
  const start: StartArrange = (order, done) => {
    let wanted = true
    waiting.push(() => {
      if (wanted) done(runArrange(structuredClone(order)))
    })
    return () => {
      wanted = false
    }
  }
  const knowledge = signal<Knowledge>(sevenNodes())
  const graph = signal(buildGraph(knowledge.peek()))
  const choice = signal(first)
  const failures: string[] = []
  const made = lateArrangement(
    { choice, knowledge, graph, failed: () => failures.push('failed') },
    async () => (wanted, done) => arrange(wanted, done, start),
  )
  return {
    ...made,
    choice,
    knowledge,
    graph,
    failures,
    /** Lets what is loading load, and what is waiting run. */
    finish: async () => {
      await Promise.resolve()
      await Promise.resolve()
      for (const run of waiting.splice(0)) run()
    },
  }
}

describe('the layouts beside that of the opening', () => {
  test('are known when the view asks for them, and at once when it does so again', async () => {
    const { choice, shown, running, finish } = layouts(around)
    expect([shown.value, running.value]).toEqual([undefined, true])
    await finish()
    const first = shown.value
    expect([first?.choice, first?.layout.get(lab), running.value]).toEqual([
      around,
      { x: 0, y: 0 },
      false,
    ])
    choice.value = force
    expect(shown.value).toBe(undefined)
    choice.value = { ...around }
    expect([shown.value === first, running.value]).toEqual([true, false])
  })

  test('leave the picture as it is until another one is known', async () => {
    const { choice, shown, finish } = layouts(around)
    const seen: (string | undefined)[] = []
    effect(() => void seen.push(shown.value?.choice.by))
    await finish()
    choice.value = byKind
    await finish()
    expect(seen).toEqual([undefined, 'radial', 'kind'])
  })

  test('are prepared before the view takes them, unless that is stopped', async () => {
    const { prepare, stop, running, finish, shown } = layouts()
    const told: string[] = []
    prepare(wrote, () => told.push('wrote'))
    stop()
    await finish()
    expect([told, running.value]).toEqual([[], false])
    prepare(around, () => told.push('around'))
    prepare(wrote, () => told.push('wrote'))
    await finish()
    prepare(force, () => told.push('force'))
    expect([told, shown.value]).toEqual([['wrote', 'force'], undefined])
  })

  test('are abandoned while they are prepared, but not while the view waits for them', async () => {
    const { prepare, abandon, choice, shown, finish } = layouts()
    const told: string[] = []
    expect(abandon()).toBe(false)
    prepare(wrote, () => told.push('wrote'))
    expect(abandon()).toBe(true)
    await finish()
    expect(told).toEqual([])
    choice.value = around
    expect(abandon()).toBe(false)
    await finish()
    expect(shown.value?.choice).toEqual(around)
    prepare(byKind, () => told.push('kind'))
    expect([abandon(), abandon()]).toEqual([true, false])
  })

  test('by kind are computed anew when the kinds change, the others when the graph does', async () => {
    const { choice, shown, knowledge, graph, running, finish } = layouts(byKind)
    await finish()
    const before = shown.value
    const entities = new Map(knowledge.peek().entities)
    const plan = entities.get(entityId('plan'))
    if (plan !== undefined) entities.set(plan.id, { ...plan, kind: kindId('model') })
    knowledge.value = { ...knowledge.peek(), entities }
    expect([running.value, shown.value === before]).toEqual([true, true])
    await finish()
    expect(shown.value?.layout).not.toEqual(before?.layout)

    choice.value = around
    await finish()
    knowledge.value = { ...knowledge.peek() }
    expect(running.value).toBe(false)
    graph.value = buildGraph(knowledge.peek())
    expect(running.value).toBe(true)
  })

  test('say when they are ready, and when no worker could run', async () => {
    const { ready, finish } = layouts(byKind)
    let isReady = false
    void ready().then(() => (isReady = true))
    await Promise.resolve()
    expect(isReady).toBe(false)
    await finish()
    await Promise.resolve()
    expect(isReady).toBe(true)

    const failures: string[] = []
    const graph = buildGraph(sevenNodes())
    const broken = lateArrangement(
      {
        choice: signal(byKind),
        knowledge: signal(sevenNodes()),
        graph: signal(graph),
        failed: () => failures.push('failed'),
      },
      () => Promise.reject(new Error('offline')),
    )
    await broken.ready()
    expect([failures, broken.shown.value]).toEqual([['failed'], undefined])
  })
})

describe('a layout that tells something', () => {
  const dressed = async (choice: LayoutChoice) => {
    const { shown, finish, knowledge, graph } = layouts(choice)
    await finish()
    const { value: arrangement } = shown
    if (arrangement === undefined) throw new Error('It is not known')
    const visible = visibleSet(knowledge.peek(), graph.peek(), {
      ...firstView,
      hidden: { ...firstView.hidden, kinds: new Set([kindId('city')]) },
    })
    const plain = pictureOf(
      knowledge.peek(),
      graph.peek(),
      arrangement.layout,
      new Map(),
      visible,
      'light',
    )
    return { plain, picture: arrangement.dressed(plain, 'light'), arrangement }
  }

  test('names the kinds that are shown', async () => {
    const { picture } = await dressed(byKind)
    expect(picture.guides?.map(({ text }) => text).toSorted()).toEqual([
      'Institutions',
      'Models',
      'Policies',
      'Sectors',
      'Without a kind',
    ])
  })

  test('tells steps, and what is out of reach', async () => {
    const { picture, arrangement } = await dressed(around)
    expect([picture.guides?.map(({ text }) => text), arrangement.unsaid]).toEqual([
      ['1 step', '2 steps', '3 steps', 'Out of reach'],
      1,
    ])
  })

  test('has its relation lead downwards, or upwards turned over, before all others', async () => {
    const { picture, plain, arrangement } = await dressed(wrote)
    const pale = picture.edges.filter(({ id, colour }) => {
      const before = plain.edges.find((edge) => edge.id === id)
      return colour !== before?.colour
    })
    expect([pale.length, pale.some(({ label }) => label === 'wrote')]).toEqual([
      plain.edges.length - 1,
      false,
    ])
    expect(picture.guides?.map(({ text }) => text)).toEqual(['Without “wrote”'])
    const height = (layout: typeof arrangement.layout, id: string) =>
      layout.get(entityId(id))?.y ?? Number.NaN
    expect(height(arrangement.layout, 'ministry')).toBeGreaterThan(
      height(arrangement.layout, 'plan'),
    )
    const { arrangement: over } = await dressed({ ...wrote, turned: true })
    expect(height(over.layout, 'ministry')).toBeLessThan(height(over.layout, 'plan'))
  })
})
