import { expect, test } from 'vitest'
import { hidersText } from '../../src/display/hiders-text.ts'
import { entityId, kindId } from '../../src/model/ids.ts'
import { firstView, nothingHidden } from '../../src/view/view.ts'

test('what hides parts of the graph is named', () => {
  const time = { from: 0, to: 364, hides: new Set<'undated'>() }
  const kinds = new Set([kindId('city')])
  const focus = { centre: entityId('lab'), steps: 1 } as const
  const texts = [
    firstView,
    { ...firstView, hidden: { ...nothingHidden, kinds } },
    { ...firstView, hidden: { ...nothingHidden, range: { min: 1, max: 2 }, time } },
    { ...firstView, hidden: { ...nothingHidden, time }, focus, only: new Set([entityId('lab')]) },
  ].map(hidersText)
  expect(texts).toEqual([
    '',
    'the filters',
    'the filters or the timeline',
    'the timeline, the focus or the choice of nodes',
  ])
})
