import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The part of world-atlas' TopoJSON that is read here. */
interface Atlas {
  readonly transform: {
    readonly scale: readonly [number, number]
    readonly translate: readonly [number, number]
  }
  readonly arcs: readonly (readonly (readonly [number, number])[])[]
  readonly objects: {
    readonly land: { readonly geometries: readonly { readonly arcs: readonly number[][][] }[] }
  }
}

type Position = readonly [longitude: number, latitude: number]

/**
 * The land of the earth as `public/world-map.json` holds it: rings in tenths of a degree, points as
 * their distance from the one before. Natural Earth's coarsest land (public domain), by way of
 * world-atlas; without Antarctica, and without borders, which are claims that no source here makes.
 */
export function worldMapText(): string {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-110m.json')
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas
  const rings = atlas.objects.land.geometries
    .flatMap(({ arcs }) => arcs.flat())
    .map((ring) => unbroken(positionsOf(atlas, ring)))
    .filter((ring) => ring.some(([, latitude]) => latitude > -60))
  return `${JSON.stringify(rings.map(steps))}\n`
}

/** The positions of a ring's arcs, one after the other; `~arc` is that arc backwards. */
function positionsOf(atlas: Atlas, ring: readonly number[]): readonly Position[] {
  return ring.flatMap((arc) => {
    const positions = arcOf(atlas, arc < 0 ? ~arc : arc)
    // The last position of an arc is the first one of the next.
    return (arc < 0 ? positions.toReversed() : positions).slice(0, -1)
  })
}

function arcOf({ arcs, transform }: Atlas, index: number): readonly Position[] {
  const { scale, translate } = transform
  let [x, y] = [0, 0]
  return (arcs[index] ?? []).map(([stepX, stepY]) => {
    x += stepX
    y += stepY
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
}

/** A ring that crosses the date line goes on beyond it, and lies east of 169° W. */
function unbroken(ring: readonly Position[]): readonly Position[] {
  let before = ring[0]?.[0] ?? 0
  const whole = ring.map(([longitude, latitude]): Position => {
    before = longitude - 360 * Math.round((longitude - before) / 360)
    return [before, latitude]
  })
  const middle = whole.reduce((sum, [longitude]) => sum + longitude, 0) / whole.length
  const turn = middle < -169 ? 360 : middle > 191 ? -360 : 0
  return whole.map(([longitude, latitude]) => [longitude + turn, latitude])
}

function steps(ring: readonly Position[]): readonly number[] {
  let [x, y] = [0, 0]
  return ring.flatMap(([longitude, latitude]) => {
    const [nextX, nextY] = [Math.round(longitude * 10), Math.round(latitude * 10)]
    const step = [nextX - x, nextY - y]
    ;[x, y] = [nextX, nextY]
    return step
  })
}
