import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fitCamera,
  landPath,
  onScreen,
  panned,
  project,
  zoomed,
} from '../../src/display/world-map.ts'
import { worldWidth } from '../../src/view/map-camera.ts'

const size = { width: 800, height: 600 }
const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('the map of the world', () => {
  test('has the equator and Greenwich in its middle, east to the right and north at the top', () => {
    expect(project({ latitude: 0, longitude: 0 })).toEqual({ x: 500, y: 500 })
    const shanghai = project({ latitude: 31.23, longitude: 121.47 })
    expect([Math.round(shanghai.x), Math.round(shanghai.y)]).toEqual([837, 409])
  })

  test('holds every place, the poles too, and keeps north and south apart', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const { x, y } = project(one)
        expect(x >= 0 && x <= worldWidth + 31 && y >= 0 && y <= worldWidth).toBe(true)
        expect(y <= project(other).y).toBe(
          Math.min(84, Math.max(-84, one.latitude)) >=
            Math.min(84, Math.max(-84, other.latitude)) || y === project(other).y,
        )
      }),
    )
  })

  test('has all of Siberia on one side', () => {
    const [west, east] = [170, -175].map((longitude) => project({ latitude: 65, longitude }).x)
    expect((east ?? 0) - (west ?? 0)).toBeCloseTo((15 / 360) * worldWidth)
  })

  test('draws land from steps in tenths of a degree', () => {
    expect(landPath([[0, 0, 900, 0, 0, 100]])).toBe('M500.00 500.00L750.00 500.00L750.00 472.08Z')
  })
})

describe('the camera of the map', () => {
  test('has all places in sight at first', () => {
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const points = places.map(project)
        const camera = fitCamera(points, size)
        for (const point of points) {
          const { x, y } = onScreen(point, camera, size)
          expect(x >= 99 && x <= 701 && y >= 99 && y <= 501).toBe(true)
        }
      }),
    )
  })

  test('keeps the point under the pointer where it is while zooming', () => {
    const camera = { x: 500, y: 500, scale: 2 }
    const at = { x: 100, y: -50 }
    const point = { x: camera.x + at.x / 2, y: camera.y + at.y / 2 }
    const nearer = zoomed(camera, 3, at)
    expect(nearer.scale).toBe(6)
    const { x, y } = onScreen(point, nearer, size)
    expect([x, y].map(Math.round)).toEqual([500, 250])
  })

  test('moves with the pointer, and never off the map', () => {
    const camera = { x: 500, y: 500, scale: 2 }
    expect(panned(camera, { x: 20, y: -10 })).toEqual({ x: 490, y: 505, scale: 2 })
    expect(panned(camera, { x: 1e9, y: -1e9 })).toEqual({ x: 0, y: worldWidth + 40, scale: 2 })
  })
})
