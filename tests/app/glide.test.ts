import { afterEach, expect, test, vi } from 'vitest'
import { glide } from '../../src/app/glide.ts'
import type { Picture, PictureNode } from '../../src/display/picture.ts'
import { entityId } from '../../src/model/ids.ts'
import type { Layout } from '../../src/model/knowledge.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const nodeAt = (x: number): PictureNode => ({
  id: entityId('a'),
  x,
  y: 0,
  size: 5,
  colour: '#000000',
  shape: 'circle',
  label: 'A',
  disputed: false,
})
const frame = { left: 0, right: 100, bottom: 0, top: 100 }
const before: Picture = { nodes: [nodeAt(0)], edges: [] }
const after: Picture = {
  nodes: [nodeAt(100)],
  edges: [],
  guides: [{ x: 100, y: 0, radius: 20, text: 'Models' }],
}

/** Every picture and every place that the scene was given, and the next frame of the browser. */
function watched() {
  const seen: { readonly guides?: number; readonly x?: number | undefined }[] = []
  let next: ((now: number) => void) | undefined
  vi.stubGlobal('requestAnimationFrame', (step: (now: number) => void) => {
    next = step
    return 1
  })
  vi.stubGlobal('cancelAnimationFrame', () => {
    next = undefined
  })
  const scene = {
    show: ({ nodes, guides = [] }: Picture): void => {
      seen.push({ guides: guides.length, x: nodes[0]?.x })
    },
    positions: (layout: Layout): void => {
      seen.push({ x: layout.get(entityId('a'))?.x })
    },
  }
  const frameAt = (milliseconds: number): void => {
    const step = next
    next = undefined
    step?.(milliseconds)
  }
  return { seen, scene, frameAt }
}

test('circles and words of a layout come when the nodes have arrived', () => {
  const { seen, scene, frameAt } = watched()
  const begun = performance.now()
  glide(scene, { picture: before, frame }, { picture: after, frame })
  frameAt(begun + 240)
  frameAt(begun + 5000)
  frameAt(begun + 6000)
  const [first, between, last, ...more] = seen
  expect([first, last, more]).toEqual([{ guides: 0, x: 0 }, { guides: 1, x: 100 }, []])
  expect(between?.x).toBeGreaterThan(30)
  expect(between?.x).toBeLessThan(70)
})

test('a glide that is broken off shows nothing more', () => {
  const { seen, scene, frameAt } = watched()
  const end = glide(scene, { picture: before, frame }, { picture: after, frame })
  end()
  frameAt(performance.now() + 5000)
  expect(seen).toEqual([{ guides: 0, x: 0 }])
})
