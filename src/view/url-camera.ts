import { legalMapCamera } from './map-camera.ts'
import { coordinate } from './url-text.ts'
import type { Reject } from './url-text.ts'
import { sameMapCamera } from './same-view.ts'
import type { Camera, MapCamera } from './view.ts'

/** `0.5:0.25:0.1`: the middle and the ratio. */
export function encodeCamera({ x, y, ratio }: Camera): string {
  return `${x}:${y}:${ratio}`
}

/** The camera of a link's part; undefined where it is no place. */
export function cameraIn(value: string, reject: Reject): Camera | undefined {
  const [x, y, ratio] = threeIn(value)
  if (x !== undefined && y !== undefined && ratio !== undefined && ratio >= 0.0001) {
    return { x, y, ratio }
  }
  reject(`The link's camera “${value}” is not a place.`)
  return undefined
}

/** `810.2:405.5:4.5`: the middle of the map that is seen, and pixels per unit of it. */
export function encodeMapCamera({ x, y, scale }: MapCamera): string {
  return `${x}:${y}:${scale}`
}

/** The map's camera of a link's part; undefined where the map has no such place. */
export function mapCameraIn(value: string, reject: Reject): MapCamera | undefined {
  const [x, y, scale] = threeIn(value)
  if (x !== undefined && y !== undefined && scale !== undefined) {
    const legal = legalMapCamera({ x, y, scale })
    if (sameMapCamera(legal, { x, y, scale })) return legal
  }
  reject(`The link's part of the map, “${value}”, is not on it.`)
  return undefined
}

function threeIn(value: string): readonly (number | undefined)[] {
  const numbers = value.split(':').map(coordinate)
  return numbers.length === 3 ? numbers : []
}
