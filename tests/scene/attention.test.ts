import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pictureThemes } from '../../src/display/palette.ts'
import { allAtOnce } from '../../src/model/steps.ts'
import { createAttention } from '../../src/scene/attention.ts'
import { fullDetail } from '../../src/scene/level-of-detail.ts'
import { sceneContent } from '../../src/scene/scene-content.ts'
import type { World } from '../../src/scene/world.ts'
import { pictureEdge, pictureNode } from './pictured.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a node that was dragged keeps its neighbourhood brought out under the pointer', () => {
  const frame = { left: 0, bottom: 0, right: 9, top: 9 }
  const [a, b, c] = [pictureNode('a'), pictureNode('b', 9), pictureNode('c', 0, 9)]
  const content = (place: typeof a) =>
    allAtOnce(
      sceneContent({ nodes: [place, b, c], edges: [pictureEdge('ab', 'a', 'b')] }, frame, '#fff'),
    )
  const palette = { theme: pictureThemes.light, fading: false, detail: fullDetail, crowding: 1 }
  const world: World = { ...content(a), frame, guides: [], regions: [], palette }
  const nothing = (): void => undefined
  const attention = createAttention(world, { changed: nothing, hovered: nothing })
  attention.hover({ node: a.id })
  expect(attention.focus().nodes).toBe(undefined)
  vi.advanceTimersByTime(200)
  expect(attention.focus().nodes?.size).toBe(2)
  Object.assign(world, content(pictureNode('a', 5, 5)))
  attention.refocus()
  expect(attention.focus().nodes?.size).toBe(2)
  attention.hover({})
  expect(attention.focus().nodes).toBe(undefined)
})
