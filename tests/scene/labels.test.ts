import { expect, test } from 'vitest'
import { pictureThemes } from '../../src/display/palette.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Point } from '../../src/model/knowledge.ts'
import { focusOf } from '../../src/scene/emphasis.ts'
import type { Emphasis } from '../../src/scene/emphasis.ts'
import type { LabelFrame } from '../../src/scene/label-frame.ts'
import { createLabels } from '../../src/scene/labels.ts'
import { OwnEdges } from '../../src/scene/scene-edges.ts'
import { SceneNodes } from '../../src/scene/scene-nodes.ts'
import { pictureNode } from './pictured.ts'

interface Word {
  readonly text: string
  readonly font: string
  readonly left: number
}

/** A canvas on which every letter is 8 pixels wide, and the words that are on it. */
function sheet(): { canvas: CanvasRenderingContext2D; words: Word[] } {
  const words: Word[] = []
  const nothing = (): void => undefined
  const canvas = {
    font: '',
    measureText: (text: string) => ({ width: 8 * text.length }),
    fillText: (text: string, left: number) => words.push({ text, left, font: canvas.font }),
    strokeText: nothing,
    beginPath: nothing,
    arc: nothing,
    stroke: nothing,
  }
  return { canvas: canvas as unknown as CanvasRenderingContext2D, words }
}

/** Two thousand nodes side by side in a window of 800 by 600 pixels that shows all of them. */
function crowd(hovered?: string, emphasis: Emphasis = {}): LabelFrame {
  const nodes = new SceneNodes(
    Array.from({ length: 2000 }, (_, index) =>
      pictureNode(`n${index}`, index % 50, Math.floor(index / 50)),
    ),
  )
  const edges = new OwnEdges({ pictures: [], ends: new Uint32Array(), straight: 0 }, nodes.count)
  const hover = hovered === undefined ? {} : { node: hovered as EntityId }
  return {
    width: 800,
    height: 600,
    pixelRatio: 1,
    ratio: 1,
    scale: 15,
    nodes,
    edges,
    guides: [],
    regions: [],
    focus: focusOf({ nodes, edges }, emphasis, hover, false),
    theme: pictureThemes.light,
    screenPoint: ({ x, y }) => ({ x: 20 + x * 15, y: 600 - y * 15 }),
    screenRadius: () => 2,
  }
}

test('the node that is pointed at is named, however many are more important', () => {
  const { canvas, words } = sheet()
  createLabels(canvas).place(crowd('n1999'))
  expect(words.map(({ text }) => text)).toContain('n1999')
})

test('in a throng without gaps the few nodes that matter most are named, until something is brought out', () => {
  const { canvas, words } = sheet()
  const labels = createLabels(canvas)
  // The first fifty stand between others.
  const screenPoint = ({ x, y }: Point): Point => ({ x: 20 + x * 15, y: 600 - ((y + 5) % 30) * 15 })
  labels.place({ ...crowd(), screenPoint })
  expect(words.map(({ text }) => text)).toEqual(['n0', 'n2', 'n4'])
  words.length = 0
  const nodes = Array.from({ length: 1999 }, (_, index) => `n${index + 1}` as EntityId)
  labels.place({ ...crowd(undefined, { path: { ends: [], nodes, edges: [] } }), screenPoint })
  expect(words.map(({ text }) => text)).not.toContain('n0')
})

test('the ends of a path and the seeds of a connection are named in bold, whatever stands around', () => {
  const { canvas, words } = sheet()
  const ends = ['n1999', 'n1100', 'n620'] as EntityId[]
  // All the crowd is brought out.
  const nodes = Array.from({ length: 2000 }, (_, index) => `n${index}` as EntityId)
  createLabels(canvas).place(crowd(undefined, { path: { ends, nodes, edges: [] } }))
  const bold = words.filter(({ font }) => font.startsWith('600 ')).map(({ text }) => text)
  expect(bold.toSorted()).toEqual(ends.toSorted())
})

test('the name of a region is not cut by the border of the window', () => {
  const { canvas, words } = sheet()
  createLabels(canvas).place({
    ...crowd(),
    regions: [
      { x: 0, y: 10, text: 'far to the left' },
      { x: 51, y: 20, text: 'far to the right' },
    ],
  })
  const at = (name: string): number => words.find(({ text }) => text === name)?.left ?? Number.NaN
  expect(at('far to the left')).toBeGreaterThanOrEqual(0)
  expect(at('far to the right') + 8 * 'far to the right'.length).toBeLessThanOrEqual(800)
})
