import fc from 'fast-check'
import type { ChangeClass } from '../../src/model/change-class.ts'
import { emptyDraft } from '../../src/model/draft.ts'
import type { NamedSets } from '../../src/model/named-sets.ts'
import { emptyNotebook } from '../../src/model/notebook.ts'
import { describe, expect, test } from 'vitest'
import { entityId, kindId, statementId } from '../../src/model/ids.ts'
import { update } from '../../src/view/update.ts'
import type { Action, FacetChoice } from '../../src/view/update.ts'
import { firstView, selectionOf } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { anyAction, anyView } from './any-view.ts'

const knowledge = sevenNodes()
const lab = entityId('lab')
const after = (...actions: readonly Action[]): View => actions.reduce(update, firstView)
const select = (id: string): Action => ({
  type: 'select',
  selection: { type: 'node', id: entityId(id) },
})
const hide = (kind: string): Action => ({
  type: 'toggle',
  choice: { facet: 'kinds', value: kindId(kind) },
})
const kinds: readonly FacetChoice[] = ['model', 'city', 'policy'].map((kind) => ({
  facet: 'kinds',
  value: kindId(kind),
}))

describe('an action', () => {
  test('that changes nothing gives the same view', () => {
    fc.assert(
      fc.property(anyView(knowledge), anyAction(knowledge), (view, action) => {
        const once = update(view, action)
        if (['toggle', 'only', 'back', 'forward'].includes(action.type)) return
        expect(update(once, action)).toBe(once)
      }),
    )
  })

  test('twice toggled is undone', () => {
    expect(after(hide('model'), hide('model'))).toEqual(firstView)
  })

  test('never leaves a number that a link cannot write', () => {
    fc.assert(
      fc.property(anyView(knowledge), ({ moved, camera }) => {
        const numbers = [...moved.values()].flatMap(({ x, y }) => [x, y])
        if (camera !== undefined) numbers.push(camera.x, camera.y, camera.ratio)
        for (const number of numbers) {
          expect(String(number)).toMatch(/^-?\d+(?:\.\d{1,4})?$/)
          expect(Object.is(number, -0)).toBe(false)
        }
      }),
    )
  })

  test('of selecting cuts off the trail that was ahead', () => {
    const view = after(select('lab'), select('qwen'), { type: 'back' }, select('plan'))
    expect(view.trail).toEqual({
      visited: [{ type: 'nothing' }, { type: 'node', id: 'lab' }, { type: 'node', id: 'plan' }],
      at: 2,
    })
  })

  test('of going back and forward walks the trail and stops at its ends', () => {
    const there = after(select('lab'), {
      type: 'select',
      selection: { type: 'edge', id: statementId('wrote-1') },
    })
    const back = update(there, { type: 'back' })
    expect([selectionOf(back), update(back, { type: 'forward' })]).toEqual([
      { type: 'node', id: 'lab' },
      there,
    ])
    expect(update(there, { type: 'forward' })).toBe(there)
    expect(update(firstView, { type: 'back' })).toBe(firstView)
  })

  test('of showing one value alone hides the others, and asked again shows all', () => {
    const only: Action = {
      type: 'only',
      choice: { facet: 'kinds', value: kindId('city') },
      all: kinds,
    }
    expect([after(only).hidden.kinds, after(only, only).hidden.kinds]).toEqual([
      new Set(['model', 'policy']),
      new Set(),
    ])
  })

  test('of focusing fits the picture again', () => {
    const focus = { centre: lab, steps: 2 } as const
    const view = after(
      { type: 'camera', camera: { x: 1, y: 2, ratio: 0.5 } },
      { type: 'focus', focus },
    )
    expect(view).toEqual({ ...firstView, focus })
  })

  test('of showing all clears filters and what the picture is narrowed to', () => {
    const narrow = { type: 'narrow', to: new Set([lab]) } as const
    const view = after({ type: 'camera', camera: { x: 1, y: 2, ratio: 0.5 } })
    expect([
      after(hide('city'), narrow, { type: 'show-all' }),
      after(
        hide('city'),
        { type: 'focus', focus: { centre: lab, steps: 1 } },
        { type: 'show-all' },
      ),
      update(update(view, hide('city')), { type: 'show-all' }),
    ]).toEqual([firstView, firstView, view])
  })

  test('of taking other kinds takes a question about the kinds before away', () => {
    const question = { start: { type: 'kind', id: kindId('city') }, steps: [] } as const
    const kinds = { from: 'nothing' } as const
    expect(after({ type: 'ask', question }, { type: 'take-kinds', kinds })).toEqual({
      ...firstView,
      kinds,
    })
  })

  test('of laying out leaves what the reader has put somewhere, and broken points', () => {
    const view = after(
      { type: 'move', id: lab, point: { x: 1.26, y: -0.01 } },
      {
        type: 'lay-out',
        points: new Map([
          [lab, { x: 9, y: 9 }],
          [entityId('qwen'), { x: 3, y: 1e99 }],
          [entityId('plan'), { x: Number.NaN, y: 0 }],
        ]),
      },
    )
    expect(view.moved).toEqual(
      new Map([
        ['lab', { x: 1.3, y: 0, pinned: true }],
        ['qwen', { x: 3, y: 1e9, pinned: false }],
      ]),
    )
  })

  test('of another layout puts every node where that has it, and shows the whole again', () => {
    const around = { type: 'take-layout', layout: { by: 'radial', centre: lab } } as const
    const before = after(
      { type: 'move', id: lab, point: { x: 1, y: 2 } },
      { type: 'camera', camera: { x: 1, y: 2, ratio: 0.5 } },
    )
    expect(update(before, around)).toEqual({ ...firstView, layout: around.layout })
    const dragged = update(before, { type: 'take-layout', layout: { by: 'force' } })
    expect(dragged).toBe(before)
  })

  test('of laying out by forces goes on from any layout, but a narrowed picture keeps the whole', () => {
    const byKind = { type: 'take-layout', layout: { by: 'kind' } } as const
    const points = { type: 'lay-out', points: new Map([[lab, { x: 3, y: 4 }]]) } as const
    const narrow = { type: 'narrow', to: new Set([lab]) } as const
    expect([
      after(byKind, points).layout,
      after(byKind, narrow, points).layout,
      after(byKind, narrow, points, { type: 'narrow', to: undefined }),
    ]).toEqual([{ by: 'force' }, { by: 'kind' }, after(byKind)])
  })

  test('of what is compared ends what was looked at in the version that goes, and nothing else', () => {
    const compare = (name: string | undefined, ...hidden: ChangeClass[]): Action => ({
      type: 'compare',
      compared: name === undefined ? undefined : { with: name, hidden: new Set(hidden) },
    })
    const gone = (from: 'compared' | 'draft'): Action => ({
      type: 'select',
      selection: { type: 'gone', from, of: 'entity', id: lab },
    })
    const there = [compare('old'), gone('compared'), gone('draft'), select('lab')]
    const types = (...more: readonly Action[]): readonly string[] =>
      after(...there, ...more).trail.visited.map(({ type }) => type)
    const without = ['nothing', 'nothing', 'gone', 'node']
    expect([
      types(compare('old', 'added')),
      types(compare('older')),
      types(compare(undefined)),
    ]).toEqual([['nothing', 'gone', 'gone', 'node'], without, without])
  })

  test('of restoring takes the view as it is, but keeps the draft and the notebook', () => {
    const view = after(select('lab'), hide('city'))
    expect(update(firstView, { type: 'restore', view })).toEqual(view)
    const draft = { ...emptyDraft }
    const notebook = { ...emptyNotebook }
    const restored = update({ ...firstView, draft, notebook }, { type: 'restore', view })
    expect([restored.draft, restored.notebook]).toEqual([draft, notebook])
    expect(restored.draft).toBe(draft)
  })

  test('of restoring brings the named sets of a link, and takes none of the reader’s away', () => {
    const set = (...ids: readonly string[]) => new Set(ids.map(entityId))
    const withSets = (sets: NamedSets) => ({
      ...firstView,
      notebook: { ...emptyNotebook, sets },
    })
    const view = withSets(
      new Map([
        ['Mine', set('qwen')],
        ['To read', set('lab')],
      ]),
    )
    const link = withSets(
      new Map([
        ['Models', set('qwen')],
        ['Mine', set('plan')],
      ]),
    )
    expect([...update(view, { type: 'restore', view: link }).notebook.sets]).toEqual([
      ['Mine', set('qwen')],
      ['To read', set('lab')],
      ['Mine 2', set('plan')],
    ])
  })
})
