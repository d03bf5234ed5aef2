import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cameraFor,
  cameraRevealing,
  cornersOf,
  framedBox,
  type Camera,
  type FramedBox,
  type Window,
} from '../../src/scene/viewpoint.ts'

const window: Window = {
  width: 1200,
  height: 800,
  unit: 700,
  padding: { top: 60, right: 400, bottom: 20, left: 0 },
}
const coordinate = fc.double({ min: -1, max: 2, noNaN: true })
const anyBox = fc.tuple(coordinate, coordinate, coordinate, coordinate).map(([x, y, x2, y2]) => ({
  left: Math.min(x, x2),
  right: Math.max(x, x2),
  bottom: Math.min(y, y2),
  top: Math.max(y, y2),
}))
const anyCamera = fc.record({
  x: coordinate,
  y: coordinate,
  ratio: fc.double({ min: 0.001, max: 4, noNaN: true }),
})

/** The box on screen as seen by the camera. */
function seen(camera: Camera, box: FramedBox) {
  const scale = window.unit / camera.ratio
  return {
    left: window.width / 2 + (box.left - camera.x) * scale,
    right: window.width / 2 + (box.right - camera.x) * scale,
    top: window.height / 2 - (box.top - camera.y) * scale,
    bottom: window.height / 2 - (box.bottom - camera.y) * scale,
  }
}

function isClear(camera: Camera, box: FramedBox): boolean {
  const { left, right, top, bottom } = seen(camera, box)
  return left >= 9.99 && right <= 790.01 && top >= 69.99 && bottom <= 770.01
}

describe('the camera', () => {
  it('fits a box into the part of the window that no panel covers', () => {
    fc.assert(fc.property(anyBox, (box) => isClear(cameraFor(box, window, 10), box)))
  })

  it('reveals a box wherever it looked before', () => {
    fc.assert(
      fc.property(anyCamera, anyBox, (camera, box) =>
        isClear(cameraRevealing(camera, box, window, 10), box),
      ),
    )
  })

  it('does not move to reveal what is seen already', () => {
    fc.assert(
      fc.property(anyCamera, anyBox, (camera, box) => {
        const revealing = cameraRevealing(camera, box, window, 10)
        const again = cameraRevealing(revealing, box, window, 10)
        expect(again.ratio).toBe(revealing.ratio)
        expect(again.x).toBeCloseTo(revealing.x, 9)
        expect(again.y).toBeCloseTo(revealing.y, 9)
      }),
    )
  })

  it('never zooms in to reveal', () => {
    fc.assert(
      fc.property(
        anyCamera,
        anyBox,
        (camera, box) => cameraRevealing(camera, box, window, 10).ratio >= camera.ratio,
      ),
    )
  })

  it('sees a frame as one unit along its longer side, around 0.5, 0.5', () => {
    const frame = { left: 100, right: 300, bottom: -50, top: 50 }
    expect(framedBox(cornersOf(frame), frame)).toEqual({
      left: 0,
      right: 1,
      bottom: 0.25,
      top: 0.75,
    })
  })
})
