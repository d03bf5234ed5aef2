import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDraft } from '../../src/model/draft.ts'
import { columnId, entityId, kindId, predicateId } from '../../src/model/ids.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { update } from '../../src/view/update.ts'
import type { Action } from '../../src/view/update.ts'
import { firstView, nothingHidden } from '../../src/view/view.ts'
import type { View } from '../../src/view/view.ts'
import { withoutGone } from '../../src/view/without-gone.ts'
import type { Gone } from '../../src/view/without-gone.ts'
import { sevenNodes } from '../seven-nodes.ts'
import { anyView } from './any-view.ts'
import { illegalParts } from './legal-view.ts'

const knowledge = sevenNodes()
const lab = entityId('lab')
const nothingGone: Gone = {
  entities: new Set(),
  statements: new Set(),
  kinds: new Set(),
  predicates: new Set(),
  columns: new Set(),
}
const after = (...actions: readonly Action[]): View => actions.reduce(update, firstView)
const without = (view: View, gone: Partial<Gone>): View =>
  update(view, {
    type: 'edit',
    draft: emptyDraft,
    left: withoutGone(view, { ...nothingGone, ...gone }),
  })
const toggle = (facet: 'kinds' | 'predicates', value: string): Action =>
  facet === 'kinds'
    ? { type: 'toggle', choice: { facet, value: kindId(value) } }
    : { type: 'toggle', choice: { facet, value: predicateId(value) } }

describe('what a view loses', () => {
  test('with the node in the middle of a layout is the layout', () => {
    const around = (centre: EntityId): Action => ({
      type: 'take-layout',
      layout: { by: 'radial', centre },
    })
    const moved: Action = { type: 'move', id: entityId('plan'), point: { x: 1, y: 2 } }
    const gone = { entities: new Set([lab]) }
    expect([
      without(after(around(lab), moved), gone),
      without(after(around(entityId('qwen'))), gone).layout,
    ]).toEqual([firstView, { by: 'radial', centre: 'qwen' }])
  })

  test('with a kind, a predicate or a column is every choice about it', () => {
    const [kind, predicate, column] = [kindId('model'), predicateId('trained'), columnId('rank')]
    const path = {
      type: 'path',
      from: lab,
      to: entityId('qwen'),
      at: 0,
      directed: false,
      avoidHubs: false,
      shownOnly: false,
    } as const
    const view = after(
      { type: 'select', selection: { ...path, avoid: [predicate] } },
      toggle('kinds', 'model'),
      toggle('kinds', 'city'),
      toggle('predicates', 'trained'),
      { type: 'ask', question: { start: { type: 'kind', id: kind }, steps: [] } },
      { type: 'take-layout', layout: { by: 'hierarchy', predicate, turned: false } },
      { type: 'size', size: { by: 'column', column } },
      { type: 'range', range: { min: 1, max: 2 } },
      { type: 'colour', colour: { by: 'fact', predicate } },
    )
    const gone = {
      kinds: new Set([kind]),
      predicates: new Set([predicate]),
      columns: new Set([column]),
    }
    expect(without(view, gone)).toEqual({
      ...after({ type: 'select', selection: { ...path, avoid: [] } }),
      hidden: { ...nothingHidden, kinds: new Set(['city']) },
    })
  })

  test('leaves a legal view of what is left, whatever that was and whatever is gone', () => {
    const some = <Id>(ids: Iterable<Id>): fc.Arbitrary<ReadonlySet<Id>> =>
      fc.subarray([...ids]).map((chosen) => new Set(chosen))
    const anyGone: fc.Arbitrary<Gone> = fc.record({
      entities: some(knowledge.entities.keys()),
      statements: some(knowledge.statements.keys()),
      kinds: some(knowledge.kinds.keys()),
      predicates: some(knowledge.predicates.keys()),
      columns: some(knowledge.columns.entity.map(({ id }) => id)),
    })
    fc.assert(
      fc.property(anyView(knowledge), anyGone, (view, gone) => {
        expect(illegalParts(without(view, gone), leftOf(knowledge, gone))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

function leftOf(all: Knowledge, gone: Gone): Knowledge {
  const rest = <Id, Item>(
    map: ReadonlyMap<Id, Item>,
    ids: ReadonlySet<Id>,
  ): ReadonlyMap<Id, Item> => new Map([...map].filter(([id]) => !ids.has(id)))
  return {
    ...all,
    kinds: rest(all.kinds, gone.kinds),
    predicates: rest(all.predicates, gone.predicates),
    entities: rest(all.entities, gone.entities),
    statements: rest(all.statements, gone.statements),
    columns: {
      ...all.columns,
      entity: all.columns.entity.filter(({ id }) => !gone.columns.has(id)),
    },
  }
}
